import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Where a statement smuggled into somebody's transaction, or a conflict of interest, still reached
 * what is somebody else's: clocks of other people's referrals, a request about a case one is kept away
 * from, the story of a referral of another case, and the judgement on what one's own unit received.
 */
export class NobodyElses1780000000038 implements MigrationInterface {
  name = 'NobodyElses1780000000038'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A conflict of interest hides also that a colleague asked for the case, and in which words. The
      -- asker's side never sees the row that says which case it is.
      CREATE FUNCTION guard.asks_for_blocked(p_request uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM transfer_request_target x
                        WHERE x.request_id = p_request AND x.case_id = ANY (guard.blocked_cases())) $$;
      REVOKE ALL ON FUNCTION guard.asks_for_blocked FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.asks_for_blocked TO ben_an_app;
      CREATE POLICY not_blocked ON transfer_request AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (NOT guard.asks_for_blocked(id)) WITH CHECK (true);

      -- A clock is set and stopped by the sides of what it runs for: nobody silences it for others. What
      -- the subject is says its own row, not who asks. What is none of these has no sides, but a
      -- worker's own timers are theirs.
      CREATE FUNCTION guard.may_turn_timers(p_subject uuid) RETURNS boolean
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
      REVOKE ALL ON FUNCTION guard.may_turn_timers FROM PUBLIC;

      CREATE OR REPLACE FUNCTION guard.set_timer(p_due timestamptz, p_type text, p_subject uuid,
        p_case uuid, p_payload jsonb, p_key text) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT guard.may_turn_timers(p_subject) THEN
          RAISE EXCEPTION 'nobody sets a timer unsigned, or somebody else''s'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO timer (subject_id, key, due_at, type, case_id, payload)
        VALUES (p_subject, p_key, p_due, p_type, p_case, p_payload)
        ON CONFLICT (subject_id, key) DO UPDATE
          SET due_at = excluded.due_at, type = excluded.type, case_id = excluded.case_id,
              payload = excluded.payload;
      END $$;
      CREATE OR REPLACE FUNCTION guard.cancel_timers(p_subject uuid, p_key_prefix text) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        cancelled int;
      BEGIN
        IF NOT guard.may_turn_timers(p_subject) THEN
          RAISE EXCEPTION 'nobody cancels a timer unsigned, or somebody else''s'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM timer WHERE subject_id = p_subject AND starts_with(key, p_key_prefix);
        GET DIAGNOSTICS cancelled = ROW_COUNT;
        RETURN cancelled;
      END $$;

      -- What came back counts as sent on when a referral supersedes it: only one of the same case, or
      -- somebody else could take it off the lists of those who watch it.
      CREATE FUNCTION guard.supersedes_its_own() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM referral r
                        WHERE r.id = NEW.supersedes_id AND r.case_id = NEW.case_id)
        THEN RAISE EXCEPTION 'a referral goes on with one of its own case'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION guard.supersedes_its_own FROM PUBLIC;
      CREATE TRIGGER supersedes_its_own BEFORE INSERT OR UPDATE OF supersedes_id ON referral
        FOR EACH ROW WHEN (NEW.supersedes_id IS NOT NULL)
        EXECUTE FUNCTION guard.supersedes_its_own();

      -- Who leads one case calls nobody to a conference of another.
      CREATE POLICY of_own_conference ON conference_invitee AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (EXISTS (SELECT FROM case_conference c WHERE c.id = conference_id
                               AND c.case_id = conference_invitee.case_id));

      -- Who received what was shared without consent does not judge whether that was right.
      CREATE POLICY not_by_who_received ON sharing_exception AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (recipient_unit_id IS NULL
               OR recipient_unit_id IS DISTINCT FROM (SELECT (guard.who()).unit_id)
               OR EXISTS (SELECT FROM case_access a
                           WHERE a.case_id = sharing_exception.case_id AND a.valid_until > now()
                             AND a.sections & (1 << 10) <> 0));
      CREATE OR REPLACE FUNCTION guard.answers_for(e sharing_exception) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(a.kind = 'worker' AND e.recorded_by <> a.worker_id
           AND e.case_id <> ALL (guard.blocked_cases())
           AND (('supervisor' = ANY (a.roles) AND a.unit_id = e.unit_id
                 AND NOT EXISTS (SELECT FROM cases c WHERE c.id = e.case_id AND c.sealed))
             OR ('safeguarding-reviewer' = ANY (a.roles) AND a.unit_id <> e.unit_id
                 AND a.unit_id IS DISTINCT FROM e.recipient_unit_id
                 AND (e.approval <> 'pending' OR e.escalated_at IS NOT NULL
                      OR e.recorded_at < now() - interval '24 hours'))), false)
          FROM guard.who() a $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.answers_for(e sharing_exception) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(a.kind = 'worker' AND e.recorded_by <> a.worker_id
           AND e.case_id <> ALL (guard.blocked_cases())
           AND (('supervisor' = ANY (a.roles) AND a.unit_id = e.unit_id
                 AND NOT EXISTS (SELECT FROM cases c WHERE c.id = e.case_id AND c.sealed))
             OR ('safeguarding-reviewer' = ANY (a.roles) AND a.unit_id <> e.unit_id
                 AND (e.approval <> 'pending' OR e.escalated_at IS NOT NULL
                      OR e.recorded_at < now() - interval '24 hours'))), false)
          FROM guard.who() a $$;
      DROP POLICY not_by_who_received ON sharing_exception;
      DROP POLICY of_own_conference ON conference_invitee;
      DROP TRIGGER supersedes_its_own ON referral;
      DROP FUNCTION guard.supersedes_its_own;
      CREATE OR REPLACE FUNCTION guard.set_timer(p_due timestamptz, p_type text, p_subject uuid,
        p_case uuid, p_payload jsonb, p_key text) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (guard.who()).kind IS NULL THEN
          RAISE EXCEPTION 'nobody sets a timer unsigned' USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO timer (subject_id, key, due_at, type, case_id, payload)
        VALUES (p_subject, p_key, p_due, p_type, p_case, p_payload)
        ON CONFLICT (subject_id, key) DO UPDATE
          SET due_at = excluded.due_at, type = excluded.type, case_id = excluded.case_id,
              payload = excluded.payload;
      END $$;
      CREATE OR REPLACE FUNCTION guard.cancel_timers(p_subject uuid, p_key_prefix text) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        cancelled int;
      BEGIN
        IF (guard.who()).kind IS NULL THEN
          RAISE EXCEPTION 'nobody cancels a timer unsigned' USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM timer WHERE subject_id = p_subject AND starts_with(key, p_key_prefix);
        GET DIAGNOSTICS cancelled = ROW_COUNT;
        RETURN cancelled;
      END $$;
      DROP FUNCTION guard.may_turn_timers;
      DROP POLICY not_blocked ON transfer_request;
      DROP FUNCTION guard.asks_for_blocked;
    `)
  }
}
