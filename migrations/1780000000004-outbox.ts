import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What lets nothing get lost and nothing happen twice: events that commit together with the change
 * they tell of, the record of who has already acted on them, and the answers to requests that
 * carried an idempotency key.
 */
export class Outbox1780000000004 implements MigrationInterface {
  name = 'Outbox1780000000004'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outbox_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        -- 'referral.requested': a thing and what was done to it
        type text NOT NULL CHECK (type ~ '^[a-z][a-z-]*([.][a-z][a-z-]*)+$'),
        subject_id uuid NOT NULL,
        -- no foreign key: the event outlives an erased case
        case_id uuid,
        -- ids and codes, never names or text
        payload jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        -- handed to the queue the last time; null = to be handed over
        dispatched_at timestamptz,
        -- all its consumers are through
        acknowledged_at timestamptz,
        -- failed tries, counted here because a queue may be lost
        attempts int NOT NULL DEFAULT 0,
        -- how often it was handed over anew; part of the job's id
        job_suffix int NOT NULL DEFAULT 0,
        -- given up: a dead letter, until someone asks for another try
        failed_at timestamptz,
        -- class and code of the last error, never its message
        last_error text
      );
      CREATE INDEX outbox_event_to_hand_over ON outbox_event (created_at, id)
        WHERE dispatched_at IS NULL AND acknowledged_at IS NULL AND failed_at IS NULL;
      CREATE INDEX outbox_event_unacknowledged ON outbox_event (dispatched_at)
        WHERE acknowledged_at IS NULL AND failed_at IS NULL;
      CREATE INDEX outbox_event_dead ON outbox_event (type, failed_at)
        WHERE failed_at IS NOT NULL;

      CREATE TABLE inbox_event (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      );

      CREATE TABLE idempotency_key (
        actor_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
        body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
        -- null while the request is being answered
        status int,
        response_headers jsonb,
        -- an answer can hold personal data: the caller seals it before it comes here
        sealed_response_body bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, key)
      );
      CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

      CALL guard.protect('outbox_event');
      CALL guard.protect('inbox_event');
      CALL guard.protect('idempotency_key');

      -- Whoever acts may tell what happened; only the service itself reads and delivers it.
      CREATE POLICY told ON outbox_event FOR INSERT
        WITH CHECK ((SELECT (guard.who()).kind) IS NOT NULL);
      CREATE POLICY carried ON outbox_event FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY kept_in_step ON outbox_event FOR UPDATE USING ((SELECT guard.is_system()));
      -- Without the columns of delivery: no one can add an event as already delivered.
      GRANT INSERT (id, type, subject_id, case_id, payload) ON outbox_event TO ben_an_app;
      GRANT SELECT ON outbox_event TO ben_an_app;
      GRANT UPDATE (dispatched_at, acknowledged_at, attempts, job_suffix, failed_at, last_error)
        ON outbox_event TO ben_an_app;

      CREATE POLICY acted ON inbox_event FOR INSERT WITH CHECK ((SELECT guard.is_system()));
      CREATE POLICY looked_up ON inbox_event FOR SELECT USING ((SELECT guard.is_system()));
      GRANT SELECT, INSERT ON inbox_event TO ben_an_app;

      CREATE POLICY own ON idempotency_key
        USING (actor_id = (SELECT guard.actor_id()))
        WITH CHECK (actor_id = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT, DELETE ON idempotency_key TO ben_an_app;
      GRANT UPDATE (status, response_headers, sealed_response_body) ON idempotency_key TO ben_an_app;

      -- Answers are kept for a day of retries. Safe to call by anyone at any time.
      CREATE FUNCTION guard.forget_old_answers() RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours' $$;
      REVOKE ALL ON FUNCTION guard.forget_old_answers FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.forget_old_answers TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.forget_old_answers;
      DROP TABLE idempotency_key, inbox_event, outbox_event;
    `)
  }
}
