import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Events that are due later. A timer is moved into the outbox under its own id when its time has
 * come, in the transaction that removes it: it rings once, whoever rings it, and is never lost.
 */
export class Timers1780000000017 implements MigrationInterface {
  name = 'Timers1780000000017'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE timer (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        subject_id uuid NOT NULL,
        -- what it is for, among the timers of its subject: 'clock', 'expiry'
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
        due_at timestamptz NOT NULL,
        -- as in outbox_event
        type text NOT NULL CHECK (type ~ '^[a-z][a-z-]*([.][a-z][a-z-]*)+$'),
        -- no foreign key: who acts on the event looks at what is still there
        case_id uuid,
        -- ids and codes, never names or text
        payload jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (subject_id, key)
      );
      CREATE INDEX timer_by_due ON timer (due_at, id);

      CALL guard.protect('timer');
      -- Only the service looks at what is to come; others set and cancel without seeing.
      CREATE POLICY watched ON timer FOR SELECT USING ((SELECT guard.is_system()));
      GRANT SELECT ON timer TO ben_an_app;

      -- One timer a subject and key: setting it again moves it.
      CREATE FUNCTION guard.set_timer(p_due timestamptz, p_type text, p_subject uuid, p_case uuid,
        p_payload jsonb, p_key text) RETURNS void
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

      -- Without a prefix all timers of the subject. Returns how many will not ring.
      CREATE FUNCTION guard.cancel_timers(p_subject uuid, p_key_prefix text) RETURNS int
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

      -- Moves up to so many due timers into the outbox. Any number of workers may call it at once:
      -- each takes what no other has in hand.
      CREATE FUNCTION guard.ring_timers(p_now timestamptz, p_limit int) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        rung int;
      BEGIN
        IF NOT guard.is_system() THEN
          RAISE EXCEPTION 'only the service rings' USING ERRCODE = 'insufficient_privilege';
        END IF;
        WITH due AS (
          SELECT id FROM timer WHERE due_at <= p_now
           ORDER BY due_at, id LIMIT p_limit FOR UPDATE SKIP LOCKED),
        gone AS (
          DELETE FROM timer t USING due WHERE t.id = due.id RETURNING t.*)
        INSERT INTO outbox_event (id, type, subject_id, case_id, payload)
        SELECT id, type, subject_id, case_id, payload FROM gone;
        GET DIAGNOSTICS rung = ROW_COUNT;
        RETURN rung;
      END $$;

      REVOKE ALL ON FUNCTION guard.set_timer, guard.cancel_timers, guard.ring_timers FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.set_timer, guard.cancel_timers, guard.ring_timers
        TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.ring_timers, guard.cancel_timers, guard.set_timer;
      DROP TABLE timer;
    `)
  }
}
