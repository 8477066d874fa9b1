import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Where a statement smuggled into somebody's transaction could still write what nobody could by asking: a
 * task given to who has nothing to do with the case; a record, a note or a takedown changed under the
 * version that others have read; a code of conduct accepted that is not in force.
 */
export class VersionsRise1780000000071 implements MigrationInterface {
  name = 'VersionsRise1780000000071'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Given away, a task goes to who could be given one: the lead, or where the case is not sealed a
      -- supervisor of its unit; never over a conflict of interest.
      CREATE FUNCTION guard.task_stays_with_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (
             SELECT FROM cases c JOIN worker w ON w.id = NEW.worker_id AND w.active
              WHERE c.id = NEW.case_id
                AND (w.id = c.lead_worker_id
                     OR (w.unit_id = c.unit_id AND 'supervisor' = ANY (w.roles) AND NOT c.sealed))
                AND NOT EXISTS (SELECT FROM case_block b
                                 WHERE b.worker_id = w.id AND b.case_id = c.id)) THEN
          RAISE EXCEPTION 'a task is given to who answers for the case'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER task_stays_with_case BEFORE UPDATE OF worker_id ON case_task FOR EACH ROW
        WHEN (NEW.worker_id IS DISTINCT FROM OLD.worker_id)
        EXECUTE FUNCTION guard.task_stays_with_case();

      -- What somebody has read under a version stays what it was.
      CREATE FUNCTION guard.version_rises() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.version <> OLD.version + 1 THEN
          RAISE EXCEPTION 'what changes is the next version' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER version_rises BEFORE UPDATE ON section_record FOR EACH ROW
        EXECUTE FUNCTION guard.version_rises();
      CREATE TRIGGER version_rises BEFORE UPDATE ON case_note FOR EACH ROW
        EXECUTE FUNCTION guard.version_rises();
      CREATE TRIGGER version_rises BEFORE UPDATE ON takedown_request FOR EACH ROW
        EXECUTE FUNCTION guard.version_rises();
      REVOKE ALL ON FUNCTION guard.task_stays_with_case, guard.version_rises FROM PUBLIC;

      -- src/features/accounts/domain/conduct.ts; a test holds the two together.
      CREATE FUNCTION guard.conduct_in_force() RETURNS int LANGUAGE sql IMMUTABLE
      SET search_path = pg_catalog, public, pg_temp AS $$ SELECT 1 $$;
      REVOKE ALL ON FUNCTION guard.conduct_in_force FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.conduct_in_force TO ben_an_app;
      ALTER POLICY accepted ON conduct_acceptance
        WITH CHECK (worker_id = (SELECT guard.actor_id()) AND version = guard.conduct_in_force());
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER POLICY accepted ON conduct_acceptance
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      DROP FUNCTION guard.conduct_in_force;
      DROP TRIGGER version_rises ON takedown_request;
      DROP TRIGGER version_rises ON case_note;
      DROP TRIGGER version_rises ON section_record;
      DROP TRIGGER task_stays_with_case ON case_task;
      DROP FUNCTION guard.version_rises, guard.task_stays_with_case;
    `)
  }
}
