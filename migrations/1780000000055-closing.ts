import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A case is closed with a reason, and opened again with one. Who may write in a case has it from
 * `case_access`, so closing takes away the writing and leaves the reading: whatever a feature brings,
 * nothing is written in a closed case. Both moves go through one door each; the service cannot set a
 * case's status otherwise.
 */
export class Closing1780000000055 implements MigrationInterface {
  name = 'Closing1780000000055'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_closure (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        reason text NOT NULL CHECK (reason IN ('goals_met', 'person_asked', 'left_area',
          'contact_lost', 'transferred', 'reached_18', 'death', 'repatriated', 'duplicate',
          'not_eligible')),
        goals text NOT NULL CHECK (goals IN ('met', 'partly', 'not_met')),
        -- what the person says, what is left open and what becomes of it
        sealed bytea NOT NULL,
        state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'closed', 'reopened')),
        prepared_by uuid NOT NULL REFERENCES worker,
        prepared_at timestamptz NOT NULL,
        closed_by uuid REFERENCES worker,
        closed_at timestamptz,
        reopened_by uuid REFERENCES worker,
        reopened_at timestamptz,
        reopen_reason text CHECK (reopen_reason IN ('person_came_back', 'new_incident',
          'risk_again', 'contact_found', 'service_needed', 'closed_by_mistake')),
        sealed_reopening bytea,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'prepared') = (closed_at IS NULL)),
        CHECK ((state = 'reopened') = (reopened_at IS NOT NULL)),
        CHECK (reopened_at IS NULL OR reopen_reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX case_closure_under_way ON case_closure (case_id)
        WHERE state IN ('prepared', 'closed');
      CREATE INDEX case_closure_of_case ON case_closure (case_id, prepared_at DESC);

      CALL guard.protect_part('case_closure', '1 << 10');
      CREATE POLICY carried ON case_closure FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY prepared_in_own_name ON case_closure AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (prepared_by = (SELECT guard.actor_id()) AND state = 'prepared');
      CREATE POLICY changed_in_own_name ON case_closure AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (state = 'prepared')
        WITH CHECK (prepared_by = (SELECT guard.actor_id()) AND state = 'prepared');
      GRANT SELECT, INSERT ON case_closure TO ben_an_app;
      GRANT UPDATE (reason, goals, sealed, prepared_by, prepared_at, version) ON case_closure
        TO ben_an_app;
      -- A status is no field: it changes with all that follows from it, or not at all.
      REVOKE UPDATE (status, closed_at) ON cases FROM ben_an_app;

      -- As before, and nobody writes in a case that is not open.
      CREATE OR REPLACE FUNCTION guard.project_case(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        everything int := (1 << 11) - 1;
        counselling int := 1 << 6;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(c.id);
        PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, everything,
                                c.status = 'open', 'infinity');
        IF NOT c.sealed THEN
          PERFORM guard.add_grant(c.id, u.supervision_id, 'supervision', c.id,
                                  everything & ~counselling, false, 'infinity')
             FROM unit u WHERE u.id = c.unit_id;
        END IF;
      END $$;

      -- What has to end before the case can: help that others still give, and a case on its way.
      CREATE FUNCTION guard.holds_case_open(p_case uuid) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE
          WHEN NOT guard.manages_case(p_case, false) THEN 'hidden'
          WHEN EXISTS (SELECT FROM referral r WHERE r.case_id = p_case
                          AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold'))
            THEN 'open-referrals'
          WHEN EXISTS (SELECT FROM case_transfer t WHERE t.case_id = p_case
                          AND t.status = 'offered') THEN 'offered'
          WHEN EXISTS (SELECT FROM case_team t WHERE t.case_id = p_case AND t.status = 'open')
            THEN 'team-open'
          ELSE NULL END $$;

      -- Closes, whole or not at all. Gives 'closed', or why not: 'hidden', 'stale', 'open-referrals',
      -- 'offered', 'team-open', 'not-approved'.
      CREATE FUNCTION guard.close_case(p_closure uuid, p_version int, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        k case_closure%ROWTYPE;
        c cases%ROWTYPE;
        held text;
      BEGIN
        SELECT x.* INTO c FROM cases x JOIN case_closure o ON o.case_id = x.id
         WHERE o.id = p_closure FOR NO KEY UPDATE OF x;
        IF NOT FOUND OR NOT guard.manages_case(c.id, true) THEN RETURN 'hidden'; END IF;
        SELECT * INTO k FROM case_closure WHERE id = p_closure FOR NO KEY UPDATE;
        IF k.state <> 'prepared' OR k.version <> p_version OR c.status <> 'open' THEN
          RETURN 'stale';
        END IF;
        held := guard.holds_case_open(c.id);
        IF held IS NOT NULL THEN RETURN held; END IF;
        IF guard.needs_approval(c.id, 'closing') AND NOT EXISTS (
             SELECT FROM case_approval a WHERE a.case_id = c.id AND a.kind = 'closing'
                AND a.state = 'approved' AND a.pin = k.id || ':' || k.version) THEN
          RETURN 'not-approved';
        END IF;
        UPDATE case_closure SET state = 'closed', closed_by = guard.actor_id(), closed_at = p_at,
               version = version + 1 WHERE id = k.id;
        UPDATE cases SET status = 'closed', closed_at = p_at, updated_at = p_at,
               version = version + 1 WHERE id = c.id;
        -- What an earlier unit went on seeing because it went on helping.
        PERFORM guard.end_grants(t.id) FROM case_transfer t
          WHERE t.case_id = c.id AND t.kept_sections <> 0;
        PERFORM guard.project_case(c.id);
        RETURN 'closed';
      END $$;

      -- Opens a closed case again: its lead, or where it is not sealed a supervisor of its unit.
      -- Gives 'open', or why not: 'hidden', 'stale'.
      CREATE FUNCTION guard.reopen_case(p_case uuid, p_version int, p_reason text, p_sealed bytea,
        p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND OR c.id = ANY (guard.blocked_cases()) OR NOT EXISTS (
             SELECT FROM case_access a
              WHERE a.case_id = c.id AND a.principal = ANY (guard.principals())
                AND a.valid_until > now() AND a.reason IN ('lead', 'supervision')
                AND a.sections & (1 << 10) <> 0) THEN RETURN 'hidden'; END IF;
        IF c.status <> 'closed' OR c.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_closure SET state = 'reopened', reopened_by = guard.actor_id(),
               reopened_at = p_at, reopen_reason = p_reason, sealed_reopening = p_sealed,
               version = version + 1
         WHERE case_id = c.id AND state = 'closed';
        UPDATE cases SET status = 'open', closed_at = NULL, updated_at = p_at, version = version + 1
         WHERE id = c.id;
        PERFORM guard.project_case(c.id);
        RETURN 'open';
      END $$;

      REVOKE ALL ON FUNCTION guard.holds_case_open, guard.close_case, guard.reopen_case FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.holds_case_open, guard.close_case, guard.reopen_case
        TO ben_an_app;
      INSERT INTO notification_subject (type, relation) VALUES ('case-closure', 'case_closure');
      -- Cases closed by other means until now are not written in either.
      SELECT guard.project_case(id) FROM cases WHERE status <> 'open';
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'case-closure';
      DELETE FROM notification_subject WHERE type = 'case-closure';
      DROP FUNCTION guard.reopen_case, guard.close_case, guard.holds_case_open;
      CREATE OR REPLACE FUNCTION guard.project_case(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        everything int := (1 << 11) - 1;
        counselling int := 1 << 6;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(c.id);
        PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, everything, true, 'infinity');
        IF NOT c.sealed THEN
          PERFORM guard.add_grant(c.id, u.supervision_id, 'supervision', c.id,
                                  everything & ~counselling, false, 'infinity')
             FROM unit u WHERE u.id = c.unit_id;
        END IF;
      END $$;
      GRANT UPDATE (status, closed_at) ON cases TO ben_an_app;
      DROP TABLE case_closure;
    `)
  }
}
