import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a supervisor has to agree to before it counts: an assessment, a plan, the closing of a case;
 * and where a case stands in case management.
 *
 * Like all of a case's planning, approvals are for who manages it (bit 10): the notes are sealed under
 * `services`, but a grant to that section alone opens none of them. Nobody agrees to their own request:
 * a table constraint says so, whatever the service does.
 */
export class Approvals1780000000047 implements MigrationInterface {
  name = 'Approvals1780000000047'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Primero's workflow; see src/features/cases/domain/case-status.ts
      ALTER TABLE cases ADD COLUMN step text NOT NULL DEFAULT 'new'
        CHECK (step IN ('new', 'reopened', 'assessment', 'case_plan', 'service_provision',
                        'services_implemented', 'closed'));
      UPDATE cases SET step = 'closed' WHERE status IN ('closed', 'duplicate');
      GRANT UPDATE (step) ON cases TO ben_an_app;

      -- A closed case has gone through all steps; one that is opened again begins anew.
      CREATE FUNCTION guard.step_follows_status() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status IN ('closed', 'duplicate') THEN NEW.step := 'closed';
        ELSIF NEW.status = 'open' AND OLD.status IN ('closed', 'duplicate') THEN
          NEW.step := 'reopened';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER step_follows_status BEFORE UPDATE OF status ON cases
        FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status)
        EXECUTE FUNCTION guard.step_follows_status();

      -- When a unit wants an approval; a kind without a row is as the service's own rule says.
      CREATE TABLE approval_rule (
        unit_id uuid NOT NULL REFERENCES unit,
        kind text NOT NULL CHECK (kind IN ('assessment', 'plan', 'closing')),
        needed text NOT NULL CHECK (needed IN ('always', 'high_risk', 'never')),
        changed_by uuid NOT NULL REFERENCES worker,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (unit_id, kind)
      );
      CALL guard.protect('approval_rule');
      CREATE POLICY of_own_unit ON approval_rule FOR SELECT
        USING (unit_id = (SELECT guard.desk_unit_id()));
      CREATE POLICY set_by_supervisor ON approval_rule FOR INSERT
        WITH CHECK (unit_id = (SELECT guard.desk_unit_id()) AND (SELECT guard.has_role('supervisor'))
                    AND changed_by = (SELECT guard.actor_id()));
      CREATE POLICY changed_by_supervisor ON approval_rule FOR UPDATE
        USING (unit_id = (SELECT guard.desk_unit_id()) AND (SELECT guard.has_role('supervisor')))
        WITH CHECK (changed_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON approval_rule TO ben_an_app;
      GRANT UPDATE (needed, changed_by, changed_at) ON approval_rule TO ben_an_app;

      CREATE TABLE case_approval (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        -- whose supervisors are asked
        unit_id uuid NOT NULL REFERENCES unit,
        kind text NOT NULL CHECK (kind IN ('assessment', 'plan', 'closing')),
        -- names the very version that was asked about; a code, never a text
        pin text NOT NULL CHECK (pin ~ '^[0-9A-Za-z:._-]{1,100}$'),
        requested_by uuid NOT NULL REFERENCES worker,
        requested_at timestamptz NOT NULL,
        sealed_note bytea,
        state text NOT NULL DEFAULT 'requested'
          CHECK (state IN ('requested', 'approved', 'returned', 'withdrawn')),
        decided_by uuid REFERENCES worker,
        decided_at timestamptz,
        sealed_reason bytea,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'requested') = (decided_at IS NULL)),
        -- never by oneself
        CONSTRAINT never_oneself CHECK (state NOT IN ('approved', 'returned')
                                        OR (decided_by IS NOT NULL AND decided_by <> requested_by)),
        -- what is returned says what to mend
        CHECK (state <> 'returned' OR sealed_reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX case_approval_asked_once ON case_approval (case_id, kind)
        WHERE state = 'requested';
      CREATE INDEX case_approval_of_case ON case_approval (case_id, kind, requested_at DESC);
      CREATE INDEX case_approval_waiting ON case_approval (unit_id, requested_at, id)
        WHERE state = 'requested';

      CALL guard.protect_part('case_approval', '1 << 10');
      CREATE POLICY carried ON case_approval FOR SELECT USING ((SELECT guard.is_system()));
      -- Asked in one's own name, and only asked: every answer goes through the door below.
      CREATE POLICY in_own_name ON case_approval AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (requested_by = (SELECT guard.actor_id())
                    AND unit_id = (SELECT guard.desk_unit_id()) AND state = 'requested');
      GRANT SELECT, INSERT ON case_approval TO ben_an_app;

      -- Does the actor manage the case now; may she write in it?
      CREATE FUNCTION guard.manages_case(p_case uuid, p_writes boolean) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p_case <> ALL (guard.blocked_cases()) AND EXISTS (
          SELECT FROM case_access a
           WHERE a.case_id = p_case AND a.principal = ANY (guard.principals())
             AND a.valid_until > now() AND a.sections & (1 << 10) <> 0
             AND (a.may_write OR NOT p_writes)) $$;

      -- Whether the case's unit wants this approval for the case as it is. Supervisors see nothing of a
      -- sealed case, so none is asked of them there.
      CREATE FUNCTION guard.needs_approval(p_case uuid, p_kind text) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((
          SELECT NOT c.sealed AND CASE coalesce(r.needed, CASE p_kind WHEN 'closing' THEN 'always'
                                                                 ELSE 'high_risk' END)
                   WHEN 'always' THEN true
                   WHEN 'high_risk' THEN c.risk_level = 'high' OR c.immediate_danger
                   ELSE false END
            FROM cases c LEFT JOIN approval_rule r ON r.unit_id = c.unit_id AND r.kind = p_kind
           WHERE c.id = p_case AND guard.manages_case(p_case, false)), false) $$;

      -- Moves a case on to the step that what was done in it says. Safe to call at any time by anyone:
      -- it writes nothing but what follows from the rows.
      CREATE FUNCTION guard.follow_step(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND OR c.status <> 'open' THEN RETURN; END IF;
        IF c.step IN ('new', 'reopened', 'assessment') AND EXISTS (
             SELECT FROM case_approval a WHERE a.case_id = p_case AND a.kind = 'assessment'
                AND a.state IN ('requested', 'approved')) THEN
          c.step := CASE WHEN EXISTS (
              SELECT FROM case_approval a WHERE a.case_id = p_case AND a.kind = 'assessment'
                 AND a.state = 'approved') THEN 'case_plan' ELSE 'assessment' END;
          UPDATE cases SET step = c.step WHERE id = p_case AND step <> c.step;
        END IF;
      END $$;

      -- The only way to answer or to take back what was asked. Says what became of it: done, stale
      -- (changed or answered since), or absent (none, or not the actor's to answer).
      CREATE FUNCTION guard.move_approval(p_id uuid, p_version int, p_to text, p_reason bytea,
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

      -- What was asked of one unit is no other's to answer: the case has moved.
      CREATE FUNCTION guard.approvals_stay_behind() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE case_approval SET state = 'withdrawn', decided_at = now(), version = version + 1
         WHERE case_id = NEW.id AND state = 'requested';
        RETURN NULL;
      END $$;
      CREATE TRIGGER approvals_stay_behind AFTER UPDATE OF unit_id ON cases
        FOR EACH ROW WHEN (NEW.unit_id IS DISTINCT FROM OLD.unit_id)
        EXECUTE FUNCTION guard.approvals_stay_behind();

      -- Who answers for a case now, for the service alone.
      CREATE FUNCTION guard.case_parties(p_case uuid)
      RETURNS TABLE (unit_id uuid, lead_worker_id uuid, is_open boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.unit_id, c.lead_worker_id, c.status = 'open' FROM cases c
         WHERE c.id = p_case AND guard.is_system() $$;

      REVOKE ALL ON FUNCTION guard.step_follows_status, guard.manages_case, guard.needs_approval,
        guard.follow_step, guard.move_approval, guard.approvals_stay_behind, guard.case_parties
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.manages_case, guard.needs_approval, guard.follow_step,
        guard.move_approval, guard.case_parties TO ben_an_app;

      INSERT INTO notification_subject (type, relation) VALUES ('case-approval', 'case_approval');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'case-approval';
      DELETE FROM notification_subject WHERE type = 'case-approval';
      DROP TRIGGER approvals_stay_behind ON cases;
      DROP TRIGGER step_follows_status ON cases;
      DROP FUNCTION guard.case_parties, guard.approvals_stay_behind, guard.move_approval,
        guard.follow_step, guard.needs_approval, guard.manages_case, guard.step_follows_status;
      DROP TABLE case_approval, approval_rule;
      ALTER TABLE cases DROP COLUMN step;
    `)
  }
}
