import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What happens between acceptance and the end: pauses, appointments, questions, and that nobody is
 * the only one who can go on. Who is away, or works here no more, is stood in for by the desk: it
 * sees their open referrals as a preview, and whoever takes one over sees what is shared from then.
 */
export class DeskAndAbsence1780000000012 implements MigrationInterface {
  name = 'DeskAndAbsence1780000000012'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE worker_absence (
        id uuid PRIMARY KEY,
        worker_id uuid NOT NULL REFERENCES worker,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL REFERENCES worker,
        recorded_at timestamptz NOT NULL,
        CHECK (ends_at > starts_at)
      );
      CREATE INDEX absence_of_worker ON worker_absence (worker_id, ends_at);
      CALL guard.protect('worker_absence');

      -- Whether this worker belongs to the unit whose desk the actor serves.
      CREATE FUNCTION guard.is_colleague(p_worker uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM worker w
                        WHERE w.id = p_worker AND w.unit_id = guard.desk_unit_id()) $$;
      CREATE POLICY of_the_unit ON worker_absence FOR SELECT USING (
        worker_id = (SELECT guard.actor_id()) OR guard.is_colleague(worker_id));
      CREATE POLICY own_or_by_supervisor ON worker_absence FOR INSERT WITH CHECK (
        recorded_by = (SELECT guard.actor_id())
        AND (worker_id = (SELECT guard.actor_id())
             OR ((SELECT guard.has_role('supervisor')) AND guard.is_colleague(worker_id))));
      CREATE POLICY taken_back ON worker_absence FOR DELETE USING (
        worker_id = (SELECT guard.actor_id())
        OR ((SELECT guard.has_role('supervisor')) AND guard.is_colleague(worker_id)));
      GRANT SELECT, INSERT, DELETE ON worker_absence TO ben_an_app;

      -- Away is who said so for this instant, and who no longer works here.
      CREATE FUNCTION guard.is_away(p_worker uuid, p_at timestamptz) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT NOT EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND w.active)
            OR EXISTS (SELECT FROM worker_absence a
                        WHERE a.worker_id = p_worker AND a.starts_at <= p_at AND p_at < a.ends_at) $$;
      -- Asked once a statement, not once a row.
      CREATE FUNCTION guard.away_colleagues() RETURNS uuid[]
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(array_agg(w.id), '{}') FROM worker w
         WHERE w.unit_id = guard.desk_unit_id()
           AND (NOT w.active OR EXISTS (
                  SELECT FROM worker_absence a
                   WHERE a.worker_id = w.id AND a.starts_at <= now() AND now() < a.ends_at)) $$;
      CREATE INDEX worker_of_unit ON worker (unit_id);
      -- A caseworker of the actor's unit who is at work.
      CREATE FUNCTION guard.may_handle(p_worker uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.is_colleague(p_worker) AND NOT guard.is_away(p_worker, now())
           AND EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND 'caseworker' = ANY (w.roles)) $$;
      REVOKE ALL ON FUNCTION guard.is_colleague, guard.is_away, guard.away_colleagues,
        guard.may_handle FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.is_colleague, guard.is_away, guard.away_colleagues,
        guard.may_handle TO ben_an_app;

      ALTER TABLE referral
        ADD COLUMN cancel_asked_at timestamptz,
        ADD COLUMN cancel_asked_reason text,
        -- the next one; an appointment that was missed is gone from here and stays in the story
        ADD COLUMN appointment_at timestamptz,
        -- a question of the receiving side that nobody has answered yet
        ADD COLUMN question_at timestamptz;

      -- A pause is what the story says: from going on hold to whatever came next.
      CREATE FUNCTION guard.pauses_of(p_referral uuid)
      RETURNS TABLE (from_at timestamptz, to_at timestamptz)
      LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT at, next_at
          FROM (SELECT e.at, e.to_status, lead(e.at) OVER (ORDER BY e.at, e.id) AS next_at
                  FROM referral_event e
                 WHERE e.referral_id = p_referral AND e.to_status IS DISTINCT FROM e.from_status
                   AND 'on_hold' IN (e.from_status, e.to_status)) changes
         WHERE to_status = 'on_hold' ORDER BY at $$;
      REVOKE ALL ON FUNCTION guard.pauses_of FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.pauses_of TO ben_an_app;

      DROP POLICY received ON referral;
      CREATE POLICY received ON referral FOR SELECT USING (
        to_unit_id = (SELECT guard.desk_unit_id()) AND status <> 'draft' AND (
          status = 'requested' OR handler_id = (SELECT guard.actor_id())
          OR (SELECT guard.has_role('supervisor'))
          OR (status IN ('accepted', 'in_progress', 'on_hold')
              AND handler_id = ANY ((SELECT guard.away_colleagues())::uuid[]))));
      CREATE POLICY handed_on ON referral FOR UPDATE USING (
        to_unit_id = (SELECT guard.desk_unit_id())
        AND status IN ('accepted', 'in_progress', 'on_hold')
        AND ((SELECT guard.has_role('supervisor'))
             OR handler_id = ANY ((SELECT guard.away_colleagues())::uuid[])));

      -- As before, and: a colleague is given what lies open, by a supervisor or by taking it over from
      -- who is away; nobody moves what somebody else handles; a pause moves the clock of the service.
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
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.move_as_oneself() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        acts_as text;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        acts_as := CASE WHEN OLD.from_unit_id = actor.unit_id THEN 'sender' ELSE 'receiver' END;
        IF (NEW.status <> OLD.status AND NOT EXISTS (SELECT FROM referral_transition t
              WHERE t.from_status = OLD.status AND t.to_status = NEW.status AND t.side = acts_as))
           OR (NEW.handler_id IS DISTINCT FROM OLD.handler_id AND NOT (
                 acts_as = 'receiver' AND OLD.handler_id IS NULL AND NEW.handler_id = actor.worker_id
                 AND OLD.status = 'requested' AND NEW.status IN ('accepted', 'rejected')))
           OR (OLD.status <> 'draft' AND
                 (NEW.urgency, NEW.age_band, NEW.sex, NEW.language, NEW.province_code, NEW.commune,
                  NEW.sealed_key, NEW.sealed_need, NEW.supersedes_id, NEW.sent_at,
                  NEW.acknowledge_due_at, NEW.answer_due_at, NEW.service_due_at, NEW.created_at)
                 IS DISTINCT FROM
                 (OLD.urgency, OLD.age_band, OLD.sex, OLD.language, OLD.province_code, OLD.commune,
                  OLD.sealed_key, OLD.sealed_need, OLD.supersedes_id, OLD.sent_at,
                  OLD.acknowledge_due_at, OLD.answer_due_at, OLD.service_due_at, OLD.created_at))
           OR (acts_as = 'receiver' AND
                 (NEW.received_service, NEW.felt_safe, NEW.was_helpful, NEW.confirmed_at)
                 IS DISTINCT FROM
                 (OLD.received_service, OLD.felt_safe, OLD.was_helpful, OLD.confirmed_at))
           OR (acts_as = 'sender' AND
                 (NEW.outcome, NEW.sealed_outcome, NEW.claimed_by)
                 IS DISTINCT FROM
                 (OLD.outcome, OLD.sealed_outcome, OLD.claimed_by))
        THEN RAISE EXCEPTION 'a referral is moved by its sides, each in its own way'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      DROP POLICY handed_on ON referral;
      DROP POLICY received ON referral;
      CREATE POLICY received ON referral FOR SELECT USING (
        to_unit_id = (SELECT guard.desk_unit_id()) AND status <> 'draft' AND (
          status = 'requested' OR handler_id = (SELECT guard.actor_id())
          OR (SELECT guard.has_role('supervisor'))));
      DROP FUNCTION guard.pauses_of;
      ALTER TABLE referral DROP COLUMN cancel_asked_at, DROP COLUMN cancel_asked_reason,
        DROP COLUMN appointment_at, DROP COLUMN question_at;
      DROP INDEX worker_of_unit;
      DROP FUNCTION guard.may_handle, guard.away_colleagues, guard.is_away;
      DROP TABLE worker_absence;
      DROP FUNCTION guard.is_colleague;
    `)
  }
}
