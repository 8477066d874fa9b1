import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Where a statement smuggled into somebody's transaction still reached what is somebody else's: clocks
 * of features that came after the wall around clocks; and approvals answered by who leads the case now,
 * though somebody else had asked, or spent on a closing that was rewritten after them.
 */
export class ClocksAndApprovalsOfOthers1780000000067 implements MigrationInterface {
  name = 'ClocksAndApprovalsOfOthers1780000000067'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- As before, and the clocks of a case, its tasks, flags and takedowns have sides as well: who
      -- manages the case, or writes in the section they follow from. A list on its way is its sender's.
      CREATE OR REPLACE FUNCTION guard.may_turn_timers(p_subject uuid) RETURNS boolean
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        case_of uuid;
        sides uuid[];
        written_in int;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN coalesce(actor.kind = 'system', false); END IF;
        SELECT x.case_id, x.sides, x.written_in INTO case_of, sides, written_in FROM (
          SELECT r.case_id, ARRAY[r.from_unit_id, r.to_unit_id] AS sides, 0 AS written_in FROM referral r
           WHERE r.id = p_subject
          UNION ALL SELECT t.case_id, ARRAY[t.from_unit_id, t.to_unit_id], 0 FROM case_transfer t
           WHERE t.id = p_subject
          UNION ALL SELECT m.case_id, ARRAY[m.unit_id], 0 FROM team_member m WHERE m.id = p_subject
          UNION ALL SELECT k.case_id, ARRAY[k.unit_id], 0 FROM team_task k WHERE k.id = p_subject
          UNION ALL SELECT c.case_id, '{}', 0 FROM consent c WHERE c.id = p_subject
          UNION ALL SELECT e.case_id, '{}', 0 FROM sharing_exception e WHERE e.id = p_subject
          UNION ALL SELECT c.case_id, '{}', 0 FROM case_conference c WHERE c.id = p_subject
          UNION ALL SELECT c.id, '{}', 1 << 0 FROM cases c WHERE c.id = p_subject
          UNION ALL SELECT k.case_id, '{}', 0 FROM case_task k WHERE k.id = p_subject
          UNION ALL SELECT f.case_id, '{}', 0 FROM case_flag f WHERE f.id = p_subject
          UNION ALL SELECT t.case_id, '{}', 1 << 3 FROM takedown_request t WHERE t.id = p_subject) x
         LIMIT 1;
        IF NOT FOUND THEN
          RETURN p_subject = actor.worker_id
              OR NOT EXISTS (SELECT FROM worker w WHERE w.id = p_subject
                         UNION ALL SELECT FROM group_list l
                          WHERE l.id = p_subject AND l.worker_id <> actor.worker_id);
        END IF;
        RETURN case_of <> ALL (guard.blocked_cases()) AND (
          coalesce(actor.unit_id = ANY (sides)
                   AND actor.roles && ARRAY['caseworker', 'supervisor'], false)
          OR EXISTS (SELECT FROM case_access a
                      WHERE a.case_id = case_of AND a.principal = ANY (guard.principals())
                        AND a.valid_until > now()
                        AND (a.sections & (1 << 10) <> 0
                             OR (a.may_write AND a.sections & written_in <> 0)))
          OR ('safeguarding-reviewer' = ANY (actor.roles)
              AND EXISTS (SELECT FROM sharing_exception e
                           WHERE p_subject IN (e.id, e.consent_id))));
      END $$;

      -- As before, and who leads the case does not answer what was asked before it was theirs.
      CREATE OR REPLACE FUNCTION guard.move_approval(p_id uuid, p_version int, p_to text, p_reason bytea,
                                          p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        a case_approval%ROWTYPE;
        actor guard.actor := guard.who();
      BEGIN
        SELECT * INTO a FROM case_approval WHERE id = p_id FOR NO KEY UPDATE;
        IF NOT FOUND OR actor.kind IS DISTINCT FROM 'worker' THEN RETURN 'absent'; END IF;
        IF p_to = 'withdrawn' THEN
          IF NOT guard.manages_case(a.case_id, true) THEN RETURN 'absent'; END IF;
        ELSIF p_to IN ('approved', 'returned') THEN
          IF NOT ('supervisor' = ANY (actor.roles) AND actor.unit_id = a.unit_id
                  AND actor.worker_id <> a.requested_by AND guard.manages_case(a.case_id, false)
                  AND NOT EXISTS (SELECT FROM cases c WHERE c.id = a.case_id
                                     AND c.lead_worker_id = actor.worker_id))
          THEN RETURN 'absent'; END IF;
        ELSE RETURN 'absent'; END IF;
        IF a.state <> 'requested' OR a.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_approval SET state = p_to, decided_by = actor.worker_id, decided_at = p_at,
               sealed_reason = p_reason, version = version + 1
         WHERE id = p_id;
        PERFORM guard.follow_step(a.case_id);
        RETURN 'done';
      END $$;

      -- An approval names a version of a closing: no other words under the same version.
      CREATE FUNCTION guard.closure_counts() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.version <> OLD.version + 1 THEN
          RAISE EXCEPTION 'a closing that changes is another version'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION guard.closure_counts FROM PUBLIC;
      CREATE TRIGGER closure_counts BEFORE UPDATE ON case_closure FOR EACH ROW
        EXECUTE FUNCTION guard.closure_counts();
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER closure_counts ON case_closure;
      DROP FUNCTION guard.closure_counts;
      CREATE OR REPLACE FUNCTION guard.move_approval(p_id uuid, p_version int, p_to text, p_reason bytea,
                                          p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        a case_approval%ROWTYPE;
        actor guard.actor := guard.who();
      BEGIN
        SELECT * INTO a FROM case_approval WHERE id = p_id FOR NO KEY UPDATE;
        IF NOT FOUND OR actor.kind IS DISTINCT FROM 'worker' THEN RETURN 'absent'; END IF;
        IF p_to = 'withdrawn' THEN
          IF NOT guard.manages_case(a.case_id, true) THEN RETURN 'absent'; END IF;
        ELSIF p_to IN ('approved', 'returned') THEN
          IF NOT ('supervisor' = ANY (actor.roles) AND actor.unit_id = a.unit_id
                  AND actor.worker_id <> a.requested_by AND guard.manages_case(a.case_id, false))
          THEN RETURN 'absent'; END IF;
        ELSE RETURN 'absent'; END IF;
        IF a.state <> 'requested' OR a.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_approval SET state = p_to, decided_by = actor.worker_id, decided_at = p_at,
               sealed_reason = p_reason, version = version + 1
         WHERE id = p_id;
        PERFORM guard.follow_step(a.case_id);
        RETURN 'done';
      END $$;
      CREATE OR REPLACE FUNCTION guard.may_turn_timers(p_subject uuid) RETURNS boolean
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        case_of uuid;
        sides uuid[];
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN coalesce(actor.kind = 'system', false); END IF;
        SELECT x.case_id, x.sides INTO case_of, sides FROM (
          SELECT r.case_id, ARRAY[r.from_unit_id, r.to_unit_id] AS sides FROM referral r
           WHERE r.id = p_subject
          UNION ALL SELECT t.case_id, ARRAY[t.from_unit_id, t.to_unit_id] FROM case_transfer t
           WHERE t.id = p_subject
          UNION ALL SELECT m.case_id, ARRAY[m.unit_id] FROM team_member m WHERE m.id = p_subject
          UNION ALL SELECT k.case_id, ARRAY[k.unit_id] FROM team_task k WHERE k.id = p_subject
          UNION ALL SELECT c.case_id, '{}' FROM consent c WHERE c.id = p_subject
          UNION ALL SELECT e.case_id, '{}' FROM sharing_exception e WHERE e.id = p_subject
          UNION ALL SELECT c.case_id, '{}' FROM case_conference c WHERE c.id = p_subject) x
         LIMIT 1;
        IF NOT FOUND THEN
          RETURN p_subject = actor.worker_id
              OR NOT EXISTS (SELECT FROM worker w WHERE w.id = p_subject);
        END IF;
        RETURN case_of <> ALL (guard.blocked_cases()) AND (
          coalesce(actor.unit_id = ANY (sides)
                   AND actor.roles && ARRAY['caseworker', 'supervisor'], false)
          OR EXISTS (SELECT FROM case_access a
                      WHERE a.case_id = case_of AND a.principal = ANY (guard.principals())
                        AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
          OR ('safeguarding-reviewer' = ANY (actor.roles)
              AND EXISTS (SELECT FROM sharing_exception e
                           WHERE p_subject IN (e.id, e.consent_id))));
      END $$;
    `)
  }
}
