import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Walls and answers of earlier steps, brought level for databases that had taken those steps before:
 * who may be given a referral, who claims it, whom a coordinator reaches.
 */
export class GivenWithCare1780000000041 implements MigrationInterface {
  name = 'GivenWithCare1780000000041'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A caseworker of the actor's unit who is at work, for a case that came to this unit. Nobody is
      -- given what a conflict of interest hides from them: it would be lost with them. Asked only of
      -- cases at the actor's own desk, so that nobody learns from it who is blocked where.
      CREATE FUNCTION guard.may_handle(p_worker uuid, p_case uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.is_colleague(p_worker) AND NOT guard.is_away(p_worker, now())
           AND EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND 'caseworker' = ANY (w.roles))
           AND EXISTS (SELECT FROM referral r
                        WHERE r.case_id = p_case AND r.to_unit_id = guard.desk_unit_id()
                          AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold'))
           AND p_case <> ALL (guard.blocked_cases())
           AND NOT EXISTS (SELECT FROM case_block b
                            WHERE b.worker_id = p_worker AND b.case_id = p_case) $$;
      REVOKE ALL ON FUNCTION guard.may_handle(uuid, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.may_handle(uuid, uuid) TO ben_an_app;

      -- As before, and: nobody claims for somebody else, unless a supervisor gives it to who may have it;
      -- what a colleague has in hand is theirs, while they are there, or the supervisors'; the desk may say of what it never accepted that it was entered in error.
      CREATE OR REPLACE FUNCTION guard.move_as_oneself() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        acts_as text;
        hands_on boolean;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        acts_as := CASE WHEN OLD.from_unit_id = actor.unit_id THEN 'sender' ELSE 'receiver' END;
        hands_on := acts_as = 'receiver' AND OLD.handler_id IS NOT NULL
          AND NEW.handler_id IS DISTINCT FROM OLD.handler_id;
        IF (NEW.status <> OLD.status AND NOT EXISTS (SELECT FROM referral_transition t
              WHERE t.from_status = OLD.status AND t.to_status = NEW.status AND t.side = acts_as))
           OR (hands_on AND NOT (
                 NEW.status = OLD.status AND OLD.status IN ('accepted', 'in_progress', 'on_hold')
                 AND guard.may_handle(NEW.handler_id, NEW.case_id)
                 AND ('supervisor' = ANY (actor.roles)
                      OR (NEW.handler_id = actor.worker_id AND guard.is_away(OLD.handler_id, now())))))
           OR (acts_as = 'receiver' AND NOT hands_on AND OLD.handler_id IS NOT NULL
               AND OLD.handler_id <> actor.worker_id
               AND NOT (NEW.status = 'entered_in_error' AND 'supervisor' = ANY (actor.roles)))
           OR (NOT hands_on AND NEW.handler_id IS DISTINCT FROM OLD.handler_id AND NOT (
                 acts_as = 'receiver' AND OLD.handler_id IS NULL AND NEW.handler_id = actor.worker_id
                 AND OLD.status = 'requested'
                 AND NEW.status IN ('accepted', 'rejected', 'entered_in_error')))
           OR (acts_as = 'receiver' AND NEW.claimed_by IS DISTINCT FROM OLD.claimed_by
               AND NEW.claimed_by <> actor.worker_id AND NOT (
                 'supervisor' = ANY (actor.roles) AND guard.may_handle(NEW.claimed_by, NEW.case_id)))
           OR (acts_as = 'receiver' AND OLD.status = 'requested' AND OLD.claimed_by <> actor.worker_id
               AND (NEW.claimed_by IS DISTINCT FROM OLD.claimed_by
                    OR NEW.status IN ('accepted', 'rejected'))
               AND NOT ('supervisor' = ANY (actor.roles) OR guard.is_away(OLD.claimed_by, now())))
           OR (OLD.status <> 'draft' AND
                 (NEW.urgency, NEW.age_band, NEW.sex, NEW.language, NEW.province_code, NEW.commune,
                  NEW.sealed_key, NEW.sealed_need, NEW.supersedes_id, NEW.sent_at,
                  NEW.acknowledge_due_at, NEW.answer_due_at, NEW.created_at)
                 IS DISTINCT FROM
                 (OLD.urgency, OLD.age_band, OLD.sex, OLD.language, OLD.province_code, OLD.commune,
                  OLD.sealed_key, OLD.sealed_need, OLD.supersedes_id, OLD.sent_at,
                  OLD.acknowledge_due_at, OLD.answer_due_at, OLD.created_at))
           OR (OLD.status <> 'draft' AND NEW.service_due_at IS DISTINCT FROM OLD.service_due_at
               AND NOT (acts_as = 'receiver' AND NEW.status <> OLD.status
                        AND 'on_hold' IN (OLD.status, NEW.status)))
           OR (acts_as = 'receiver' AND
                 (NEW.received_service, NEW.felt_safe, NEW.was_helpful, NEW.confirmed_at)
                 IS DISTINCT FROM
                 (OLD.received_service, OLD.felt_safe, OLD.was_helpful, OLD.confirmed_at))
           OR (acts_as = 'receiver' AND (NEW.cancel_asked_at, NEW.cancel_asked_reason)
                 IS DISTINCT FROM (OLD.cancel_asked_at, OLD.cancel_asked_reason))
           -- Once the service has begun, the receiver cancels only what the sender asked to cancel.
           OR (acts_as = 'receiver' AND NEW.status = 'cancelled' AND OLD.status <> 'cancelled'
               AND OLD.cancel_asked_at IS NULL)
           OR (acts_as = 'sender' AND
                 (NEW.outcome, NEW.sealed_outcome, NEW.claimed_by, NEW.appointment_at)
                 IS DISTINCT FROM
                 (OLD.outcome, OLD.sealed_outcome, OLD.claimed_by, OLD.appointment_at))
           OR (acts_as = 'sender' AND NEW.question_at IS DISTINCT FROM OLD.question_at
               AND NEW.question_at IS NOT NULL)
        THEN RAISE EXCEPTION 'a referral is moved by its sides, each in its own way'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP FUNCTION guard.may_handle(uuid);

      -- As before, and says whether the desk has to be called, since nobody supervises it.
      DROP FUNCTION guard.note_coordination;
      CREATE FUNCTION guard.note_coordination(p_referral uuid, p_kind text, p_at timestamptz)
      RETURNS TABLE (result text, case_id uuid, clock text, to_desk boolean)
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
        to_desk := NOT EXISTS (
          SELECT FROM worker w WHERE w.unit_id = r.to_unit_id AND 'supervisor' = ANY (w.roles)
             AND guard.can_be_told(w.id, r.case_id, p_at));
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
      REVOKE ALL ON FUNCTION guard.note_coordination FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.note_coordination TO ben_an_app;

      -- As before, but looks up the few consents of one referral instead of reading all there are.
      CREATE OR REPLACE FUNCTION guard.note_expired(p_referral uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.project_consent(k.id) FROM consent k
         WHERE k.withdrawn_at IS NULL AND k.valid_until <= now()
           AND k.id = ANY (ARRAY (
             SELECT r.consent_id FROM referral r WHERE r.id = p_referral
             UNION SELECT x.consent_id FROM referral_share x WHERE x.referral_id = p_referral))
           AND NOT EXISTS (SELECT FROM stop_notice n
                            WHERE n.referral_id = p_referral AND n.consent_id = k.id) $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.note_expired(p_referral uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.project_consent(k.id) FROM consent k
         WHERE k.withdrawn_at IS NULL AND k.valid_until <= now()
           AND (k.id = (SELECT r.consent_id FROM referral r WHERE r.id = p_referral)
                OR k.id IN (SELECT x.consent_id FROM referral_share x WHERE x.referral_id = p_referral))
           AND NOT EXISTS (SELECT FROM stop_notice n
                            WHERE n.referral_id = p_referral AND n.consent_id = k.id) $$;
      DROP FUNCTION guard.note_coordination;
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
      REVOKE ALL ON FUNCTION guard.note_coordination FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.note_coordination TO ben_an_app;
      CREATE FUNCTION guard.may_handle(p_worker uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.is_colleague(p_worker) AND NOT guard.is_away(p_worker, now())
           AND EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND 'caseworker' = ANY (w.roles)) $$;
      REVOKE ALL ON FUNCTION guard.may_handle(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.may_handle(uuid) TO ben_an_app;
      CREATE OR REPLACE FUNCTION guard.move_as_oneself() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        acts_as text;
        hands_on boolean;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        acts_as := CASE WHEN OLD.from_unit_id = actor.unit_id THEN 'sender' ELSE 'receiver' END;
        hands_on := acts_as = 'receiver' AND OLD.handler_id IS NOT NULL
          AND NEW.handler_id IS DISTINCT FROM OLD.handler_id;
        IF (NEW.status <> OLD.status AND NOT EXISTS (SELECT FROM referral_transition t
              WHERE t.from_status = OLD.status AND t.to_status = NEW.status AND t.side = acts_as))
           OR (hands_on AND NOT (
                 NEW.status = OLD.status AND OLD.status IN ('accepted', 'in_progress', 'on_hold')
                 AND guard.may_handle(NEW.handler_id)
                 AND ('supervisor' = ANY (actor.roles)
                      OR (NEW.handler_id = actor.worker_id AND guard.is_away(OLD.handler_id, now())))))
           OR (acts_as = 'receiver' AND NOT hands_on AND OLD.handler_id IS NOT NULL
               AND OLD.handler_id <> actor.worker_id
               AND NOT (NEW.status = 'entered_in_error' AND 'supervisor' = ANY (actor.roles)))
           OR (NOT hands_on AND NEW.handler_id IS DISTINCT FROM OLD.handler_id AND NOT (
                 acts_as = 'receiver' AND OLD.handler_id IS NULL AND NEW.handler_id = actor.worker_id
                 AND OLD.status = 'requested' AND NEW.status IN ('accepted', 'rejected')))
           OR (OLD.status <> 'draft' AND
                 (NEW.urgency, NEW.age_band, NEW.sex, NEW.language, NEW.province_code, NEW.commune,
                  NEW.sealed_key, NEW.sealed_need, NEW.supersedes_id, NEW.sent_at,
                  NEW.acknowledge_due_at, NEW.answer_due_at, NEW.created_at)
                 IS DISTINCT FROM
                 (OLD.urgency, OLD.age_band, OLD.sex, OLD.language, OLD.province_code, OLD.commune,
                  OLD.sealed_key, OLD.sealed_need, OLD.supersedes_id, OLD.sent_at,
                  OLD.acknowledge_due_at, OLD.answer_due_at, OLD.created_at))
           OR (OLD.status <> 'draft' AND NEW.service_due_at IS DISTINCT FROM OLD.service_due_at
               AND NOT (acts_as = 'receiver' AND NEW.status <> OLD.status
                        AND 'on_hold' IN (OLD.status, NEW.status)))
           OR (acts_as = 'receiver' AND
                 (NEW.received_service, NEW.felt_safe, NEW.was_helpful, NEW.confirmed_at)
                 IS DISTINCT FROM
                 (OLD.received_service, OLD.felt_safe, OLD.was_helpful, OLD.confirmed_at))
           OR (acts_as = 'receiver' AND (NEW.cancel_asked_at, NEW.cancel_asked_reason)
                 IS DISTINCT FROM (OLD.cancel_asked_at, OLD.cancel_asked_reason))
           -- Once the service has begun, the receiver cancels only what the sender asked to cancel.
           OR (acts_as = 'receiver' AND NEW.status = 'cancelled' AND OLD.status <> 'cancelled'
               AND OLD.cancel_asked_at IS NULL)
           OR (acts_as = 'sender' AND
                 (NEW.outcome, NEW.sealed_outcome, NEW.claimed_by, NEW.appointment_at)
                 IS DISTINCT FROM
                 (OLD.outcome, OLD.sealed_outcome, OLD.claimed_by, OLD.appointment_at))
           OR (acts_as = 'sender' AND NEW.question_at IS DISTINCT FROM OLD.question_at
               AND NEW.question_at IS NOT NULL)
        THEN RAISE EXCEPTION 'a referral is moved by its sides, each in its own way'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP FUNCTION guard.may_handle(uuid, uuid);
    `)
  }
}
