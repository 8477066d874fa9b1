import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * When a member hands over to a colleague, what is open goes along: nobody is a single point of
 * failure, and no task is left with somebody who no longer sees it.
 */
export class TasksGoAlong1780000000024 implements MigrationInterface {
  name = 'TasksGoAlong1780000000024'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The service may not write worker_id: only a membership that moves does.
      CREATE OR REPLACE FUNCTION guard.task_ends_once() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        IF NEW.state = 'open' AND OLD.state = 'open' AND NEW.sealed_note IS NULL
           AND NEW.reason IS NULL AND NEW.ended_by IS NULL
        THEN RETURN NEW; END IF;
        IF OLD.state <> 'open' OR NEW.ended_by IS DISTINCT FROM actor.worker_id
           OR NOT (CASE NEW.state
                WHEN 'done' THEN actor.unit_id = OLD.unit_id
                  AND (OLD.worker_id IS NULL OR OLD.worker_id = actor.worker_id
                       OR 'supervisor' = ANY (actor.roles) OR guard.leads_team(OLD.case_id))
                WHEN 'cancelled' THEN guard.leads_team(OLD.case_id)
                ELSE false END)
        THEN RAISE EXCEPTION 'a task is ended once, by those whose it is'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      CREATE FUNCTION guard.tasks_go_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE team_task SET worker_id = NEW.worker_id, version = version + 1
         WHERE case_id = NEW.case_id AND unit_id = NEW.unit_id AND state = 'open';
        RETURN NULL;
      END $$;
      CREATE TRIGGER tasks_go_along AFTER UPDATE OF worker_id ON team_member
        FOR EACH ROW WHEN (NEW.status = 'joined' AND NEW.worker_id IS DISTINCT FROM OLD.worker_id)
        EXECUTE FUNCTION guard.tasks_go_along();
      REVOKE ALL ON FUNCTION guard.tasks_go_along FROM PUBLIC;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tasks_go_along ON team_member;
      DROP FUNCTION guard.tasks_go_along;
      CREATE OR REPLACE FUNCTION guard.task_ends_once() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        IF OLD.state <> 'open' OR NEW.ended_by IS DISTINCT FROM actor.worker_id
           OR NOT (CASE NEW.state
                WHEN 'done' THEN actor.unit_id = OLD.unit_id
                  AND (OLD.worker_id IS NULL OR OLD.worker_id = actor.worker_id
                       OR 'supervisor' = ANY (actor.roles) OR guard.leads_team(OLD.case_id))
                WHEN 'cancelled' THEN guard.leads_team(OLD.case_id)
                ELSE false END)
        THEN RAISE EXCEPTION 'a task is ended once, by those whose it is'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `)
  }
}
