import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A merge that is undone gives the case back to who led it, unless a conflict of interest has come up
 * since: a case led by somebody who does not see it is led by nobody.
 */
export class BackToWhoMaySee1780000000080 implements MigrationInterface {
  name = 'BackToWhoMaySee1780000000080'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.undo_merge(p_id uuid, p_version int, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        x case_merge%ROWTYPE;
      BEGIN
        SELECT * INTO x FROM case_merge WHERE id = p_id FOR NO KEY UPDATE;
        IF NOT FOUND OR NOT guard.owns_case(x.main_id) OR NOT guard.owns_case(x.duplicate_id) THEN
          RETURN 'hidden';
        END IF;
        IF x.undone_at IS NOT NULL OR x.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_merge SET undone_by = guard.actor_id(), undone_at = p_at, version = version + 1
         WHERE id = x.id;
        UPDATE cases c SET status = 'open', closed_at = NULL, updated_at = p_at,
               version = c.version + 1,
               lead_worker_id = CASE WHEN EXISTS (
                   SELECT FROM worker w WHERE w.id = x.old_lead_id AND w.active
                      AND w.unit_id = c.unit_id AND 'caseworker' = ANY (w.roles))
                   AND NOT EXISTS (SELECT FROM case_block b
                      WHERE b.worker_id = x.old_lead_id AND b.case_id = c.id)
                 THEN x.old_lead_id ELSE c.lead_worker_id END
         WHERE c.id = x.duplicate_id;
        PERFORM guard.project_case(x.duplicate_id);
        RETURN 'undone';
      END $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.undo_merge(p_id uuid, p_version int, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        x case_merge%ROWTYPE;
      BEGIN
        SELECT * INTO x FROM case_merge WHERE id = p_id FOR NO KEY UPDATE;
        IF NOT FOUND OR NOT guard.owns_case(x.main_id) OR NOT guard.owns_case(x.duplicate_id) THEN
          RETURN 'hidden';
        END IF;
        IF x.undone_at IS NOT NULL OR x.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_merge SET undone_by = guard.actor_id(), undone_at = p_at, version = version + 1
         WHERE id = x.id;
        UPDATE cases c SET status = 'open', closed_at = NULL, updated_at = p_at,
               version = c.version + 1,
               lead_worker_id = CASE WHEN EXISTS (
                   SELECT FROM worker w WHERE w.id = x.old_lead_id AND w.active
                      AND w.unit_id = c.unit_id AND 'caseworker' = ANY (w.roles))
                 THEN x.old_lead_id ELSE c.lead_worker_id END
         WHERE c.id = x.duplicate_id;
        PERFORM guard.project_case(x.duplicate_id);
        RETURN 'undone';
      END $$;
    `)
  }
}
