import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What becomes of a clock that runs: who was told at half of its time, when it ran out and after half
 * as long again, and the end of a referral that nobody answers. The service alone writes all this,
 * through functions that look at state and time once more; coordinators see what has come to them,
 * without a row of the case or of the referral's texts.
 */
export class Clocks1780000000018 implements MigrationInterface {
  name = 'Clocks1780000000018'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE referral
        -- when an unanswered one goes back to its sender
        ADD COLUMN expires_at timestamptz,
        -- a flag, not a state: since when more than the desk has been told, and up to whom
        ADD COLUMN escalated_at timestamptz,
        ADD COLUMN escalation_level text CHECK (escalation_level IN ('supervisor', 'coordination'));
      CREATE INDEX referral_escalated ON referral (escalated_at, id)
        WHERE escalated_at IS NOT NULL AND status IN ('requested', 'accepted', 'expired');
      CREATE INDEX referral_superseding ON referral (supersedes_id) WHERE supersedes_id IS NOT NULL;

      CREATE TABLE referral_escalation (
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        clock text NOT NULL CHECK (clock IN ('acknowledge', 'answer', 'first-service')),
        level text NOT NULL CHECK (level IN ('remind', 'supervisor', 'coordination')),
        at timestamptz NOT NULL,
        -- Whom it reached: who has it in hand, the unit's desk, the sender (for a unit without
        -- Bến An), supervisors, coordinators, or the desk and the coordinators of a unit that has
        -- no supervisor.
        reaches text NOT NULL CHECK (reaches IN ('holder', 'desk', 'sender', 'supervisor',
          'coordination', 'desk-and-coordination')),
        -- by name; empty for a desk
        told uuid[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (referral_id, clock, level)
      );
      CALL guard.protect('referral_escalation');
      CREATE POLICY of_seen_referral ON referral_escalation FOR SELECT USING (
        EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
      GRANT SELECT ON referral_escalation TO ben_an_app;

      -- Whoever moves a referral leaves the marks of its clocks alone; its end is set when it is sent.
      CREATE FUNCTION guard.clocks_are_the_services() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (guard.who()).kind = 'worker' THEN
          RAISE EXCEPTION 'the clocks of a referral are kept by the service'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION guard.clocks_are_the_services FROM PUBLIC;
      CREATE TRIGGER clocks_are_the_services BEFORE UPDATE ON referral FOR EACH ROW
        WHEN ((OLD.status <> 'draft' AND NEW.expires_at IS DISTINCT FROM OLD.expires_at)
              OR NEW.escalated_at IS DISTINCT FROM OLD.escalated_at
              OR NEW.escalation_level IS DISTINCT FROM OLD.escalation_level)
        EXECUTE FUNCTION guard.clocks_are_the_services();

      -- At work, not away, and kept from the case by no conflict of interest.
      CREATE FUNCTION guard.can_be_told(p_worker uuid, p_case uuid, p_at timestamptz) RETURNS boolean
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        away boolean := false;
      BEGIN
        IF to_regprocedure('guard.is_away(uuid, timestamptz)') IS NOT NULL THEN
          EXECUTE 'SELECT guard.is_away($1, $2)' INTO away USING p_worker, p_at;
        END IF;
        RETURN NOT coalesce(away, false)
          AND EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND w.active)
          AND NOT EXISTS (SELECT FROM case_block b
                           WHERE b.worker_id = p_worker AND b.case_id = p_case);
      END $$;
      REVOKE ALL ON FUNCTION guard.can_be_told FROM PUBLIC;

      -- A clock has reached a level: once each, and only while it runs, so never on hold. Returns whom it reached, or no
      -- row where nothing was to be done.
      CREATE FUNCTION guard.note_escalation(p_referral uuid, p_clock text, p_level text,
                                            p_at timestamptz)
      RETURNS TABLE (reaches text, told uuid[])
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        r referral%ROWTYPE;
        receiver unit%ROWTYPE;
        holder uuid;
        supervisors uuid[];
        coordinators uuid[];
        v_reaches text;
        v_told uuid[] := '{}';
      BEGIN
        IF NOT guard.is_system() THEN
          RAISE EXCEPTION 'only the service escalates' USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT * INTO r FROM referral WHERE id = p_referral FOR NO KEY UPDATE;
        IF NOT FOUND OR r.status NOT IN ('requested', 'accepted', 'in_progress')
           OR p_at < r.sent_at
           OR (CASE p_clock WHEN 'acknowledge' THEN r.claimed_at WHEN 'answer' THEN r.answered_at
                            ELSE r.started_at END) IS NOT NULL
           OR (p_level <> 'remind'
               AND p_at < CASE p_clock WHEN 'acknowledge' THEN r.acknowledge_due_at
                                       WHEN 'answer' THEN r.answer_due_at ELSE r.service_due_at END)
           OR EXISTS (SELECT FROM referral_escalation e WHERE e.referral_id = p_referral
                         AND e.clock = p_clock AND e.level = p_level)
        THEN RETURN; END IF;

        SELECT * INTO receiver FROM unit WHERE id = r.to_unit_id;
        holder := coalesce(r.handler_id, r.claimed_by);
        supervisors := ARRAY (
          SELECT w.id FROM worker w WHERE w.unit_id = receiver.id AND 'supervisor' = ANY (w.roles)
             AND guard.can_be_told(w.id, r.case_id, p_at) ORDER BY w.display_name, w.id);
        coordinators := ARRAY (
          SELECT w.id FROM worker w WHERE 'coordinator' = ANY (w.roles)
             AND (w.scope_province IS NULL OR w.scope_province = receiver.province_code)
             AND guard.can_be_told(w.id, r.case_id, p_at)
           ORDER BY w.scope_province IS NULL, w.display_name, w.id);

        IF p_level = 'remind' THEN
          IF NOT receiver.on_ben_an THEN
            v_reaches := 'sender';  v_told := ARRAY[r.from_worker_id];
          ELSIF holder IS NOT NULL AND guard.can_be_told(holder, r.case_id, p_at) THEN
            v_reaches := 'holder';  v_told := ARRAY[holder];
          ELSE
            v_reaches := 'desk';
          END IF;
        ELSIF p_level = 'coordination' AND cardinality(coordinators) > 0 THEN
          v_reaches := 'coordination';  v_told := coordinators;
        ELSIF cardinality(supervisors) > 0 THEN
          v_reaches := 'supervisor';  v_told := supervisors;
        ELSIF cardinality(coordinators) > 0 THEN
          v_reaches := 'desk-and-coordination';  v_told := coordinators;
        ELSE
          -- Nobody above the desk: the sender must know that nobody else watches.
          v_reaches := 'sender';  v_told := ARRAY[r.from_worker_id];
        END IF;

        INSERT INTO referral_escalation (referral_id, clock, level, at, reaches, told)
        VALUES (r.id, p_clock, p_level, p_at, v_reaches, v_told);
        INSERT INTO referral_event (id, referral_id, at, kind, reason)
        VALUES (uuidv7(), r.id, p_at,
                CASE p_level WHEN 'remind' THEN 'reminded' ELSE 'escalated-' || p_level END, p_clock);
        -- No new version: what somebody is writing meanwhile stays valid.
        IF p_level <> 'remind' THEN
          UPDATE referral
             SET escalated_at = coalesce(escalated_at, p_at),
                 escalation_level =
                   CASE WHEN escalation_level = 'coordination' THEN escalation_level ELSE p_level END
           WHERE id = r.id;
        END IF;
        reaches := v_reaches;  told := v_told;
        RETURN NEXT;
      END $$;

      -- Nobody answered: it goes back to the sender, with another unit that might help. State and
      -- time are looked at here, whoever asks. Returns whether it has expired now.
      CREATE FUNCTION guard.expire_referral(p_referral uuid, p_at timestamptz, p_suggested uuid)
      RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT guard.is_system() THEN
          RAISE EXCEPTION 'only time lets a referral expire' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE referral
           SET status = 'expired', ended_at = p_at, updated_at = p_at, reason = NULL,
               suggested_unit_id = p_suggested, version = version + 1
         WHERE id = p_referral AND status = 'requested'
           -- those sent before their end was kept have twice the time of their answer
           AND coalesce(expires_at, answer_due_at + (answer_due_at - sent_at)) <= p_at;
        IF NOT FOUND THEN RETURN false; END IF;
        INSERT INTO referral_event (id, referral_id, at, kind, from_status, to_status)
        VALUES (uuidv7(), p_referral, p_at, 'expired', 'requested', 'expired');
        PERFORM guard.project_referral(p_referral);
        RETURN true;
      END $$;

      -- The province a coordinator answers for; null for the whole country.
      CREATE FUNCTION guard.coordinates(p_unit uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM worker w JOIN unit u ON u.id = p_unit
           WHERE w.id = guard.actor_id() AND w.active AND 'coordinator' = ANY (w.roles)
             AND guard.has_role('coordinator')
             AND (w.scope_province IS NULL OR w.scope_province = u.province_code)) $$;
      REVOKE ALL ON FUNCTION guard.coordinates FROM PUBLIC;

      -- Which of a referral's clocks has come to the coordinators and still runs; 'expired' for one
      -- that came back and has not been sent on.
      CREATE FUNCTION guard.what_is_late(r referral)
      RETURNS TABLE (clock text, due_at timestamptz, told_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT e.clock,
               CASE e.clock WHEN 'acknowledge' THEN r.acknowledge_due_at
                            WHEN 'answer' THEN r.answer_due_at ELSE r.service_due_at END,
               e.at
          FROM referral_escalation e
         WHERE e.referral_id = r.id AND e.reaches IN ('coordination', 'desk-and-coordination')
           AND CASE e.clock WHEN 'acknowledge' THEN r.status = 'requested' AND r.claimed_at IS NULL
                            WHEN 'answer' THEN r.status = 'requested'
                            ELSE r.status IN ('requested', 'accepted') AND r.started_at IS NULL END
        UNION ALL
        SELECT 'expired', r.answer_due_at, r.ended_at
         WHERE r.status = 'expired'
           AND EXISTS (SELECT FROM cases c WHERE c.id = r.case_id AND c.status = 'open')
           AND NOT EXISTS (SELECT FROM referral s WHERE s.supersedes_id = r.id
                              AND s.status NOT IN ('draft', 'cancelled', 'entered_in_error'))
         ORDER BY 2, 1 LIMIT 1 $$;
      REVOKE ALL ON FUNCTION guard.what_is_late FROM PUBLIC;

      -- What has come to the acting coordinator, the longest told first; ids and codes only.
      CREATE FUNCTION guard.escalations(p_after timestamptz, p_after_id uuid, p_limit int)
      RETURNS TABLE (id uuid, number text, service text, urgency text, status text,
                     from_unit_id uuid, to_unit_id uuid, clock text, due_at timestamptz,
                     told_at timestamptz, escalated_at timestamptz, deed text, deed_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT r.id, r.number, r.service, r.urgency, r.status, r.from_unit_id, r.to_unit_id,
               l.clock, l.due_at, l.told_at, r.escalated_at, d.kind, d.at
          FROM referral r
         CROSS JOIN LATERAL guard.what_is_late(r) l
          LEFT JOIN LATERAL (
            SELECT e.kind, e.at FROM referral_event e
             WHERE e.referral_id = r.id AND e.kind LIKE 'coordinator-%'
             ORDER BY e.at DESC, e.id DESC LIMIT 1) d ON true
         WHERE guard.has_role('coordinator')
           AND r.escalated_at IS NOT NULL AND r.status IN ('requested', 'accepted', 'expired')
           AND (r.escalated_at, r.id) > (p_after, p_after_id)
           AND r.case_id <> ALL (guard.blocked_cases())
           AND guard.coordinates(r.to_unit_id)
         ORDER BY r.escalated_at, r.id LIMIT p_limit $$;

      CREATE FUNCTION guard.escalation_counts()
      RETURNS TABLE (to_unit_id uuid, clock text, count int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT r.to_unit_id, l.clock, count(*)::int
          FROM referral r CROSS JOIN LATERAL guard.what_is_late(r) l
         WHERE guard.has_role('coordinator')
           AND r.escalated_at IS NOT NULL AND r.status IN ('requested', 'accepted', 'expired')
           AND r.case_id <> ALL (guard.blocked_cases())
           AND r.to_unit_id IN (SELECT u.id FROM unit u WHERE guard.coordinates(u.id))
         GROUP BY 1, 2 $$;

      -- What a coordinator did about one that has come to them. No row where there is none for them;
      -- reminding again waits an hour.
      CREATE FUNCTION guard.note_coordination(p_referral uuid, p_kind text, p_at timestamptz)
      RETURNS TABLE (result text, case_id uuid, clock text)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        r referral%ROWTYPE;
        late record;
      BEGIN
        IF NOT coalesce(guard.has_role('coordinator'), false)
           OR p_kind NOT IN ('coordinator-reminded', 'coordinator-called', 'coordinator-found-other')
        THEN RETURN; END IF;
        SELECT * INTO r FROM referral WHERE id = p_referral FOR NO KEY UPDATE;
        IF NOT FOUND OR r.escalated_at IS NULL OR NOT guard.coordinates(r.to_unit_id)
           OR r.case_id = ANY (guard.blocked_cases())
        THEN RETURN; END IF;
        SELECT * INTO late FROM guard.what_is_late(r);
        IF NOT FOUND THEN RETURN; END IF;
        case_id := r.case_id;  clock := late.clock;
        IF p_kind = 'coordinator-reminded' AND (late.clock = 'expired' OR EXISTS (
             SELECT FROM referral_event e WHERE e.referral_id = r.id
                AND e.kind = p_kind AND e.at > p_at - interval '1 hour'))
        THEN
          result := CASE late.clock WHEN 'expired' THEN 'over' ELSE 'too-soon' END;
          RETURN NEXT;
          RETURN;
        END IF;
        INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind)
        VALUES (uuidv7(), r.id, p_at, guard.actor_id(), (guard.who()).unit_id, p_kind);
        result := 'done';
        RETURN NEXT;
      END $$;

      REVOKE ALL ON FUNCTION guard.note_escalation, guard.expire_referral, guard.escalations,
        guard.escalation_counts, guard.note_coordination FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.note_escalation, guard.expire_referral, guard.escalations,
        guard.escalation_counts, guard.note_coordination TO ben_an_app;

      -- What was sent before there were timers is looked at once, and goes on from there.
      INSERT INTO timer (subject_id, key, due_at, type, case_id)
      SELECT id, 'clock', now(), 'referral.clock', case_id FROM referral
       WHERE status IN ('requested', 'accepted');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM timer WHERE type = 'referral.clock';
      DROP FUNCTION guard.note_coordination, guard.escalation_counts, guard.escalations,
        guard.what_is_late, guard.coordinates, guard.expire_referral, guard.note_escalation,
        guard.can_be_told;
      DROP TRIGGER clocks_are_the_services ON referral;
      DROP FUNCTION guard.clocks_are_the_services;
      DROP TABLE referral_escalation;
      DROP INDEX referral_superseding, referral_escalated;
      ALTER TABLE referral DROP COLUMN expires_at, DROP COLUMN escalated_at,
        DROP COLUMN escalation_level;
    `)
  }
}
