import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How news leaves the list of notifications: a bell for the processes that serve open pages, and mail
 * to the address that a worker confirmed. And what could not be delivered at all, for those who look
 * after the service: by type, cause and age, never by content.
 */
export class LiveAndMail1780000000028 implements MigrationInterface {
  name = 'LiveAndMail1780000000028'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Ids only: whoever may connect may listen. Equal bells of one transaction are rung once.
      CREATE FUNCTION guard.ring_for_worker() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('ben_an_told', NEW.worker_id::text);
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.ring_for_worker FROM PUBLIC;
      CREATE TRIGGER ring_for_worker AFTER INSERT OR UPDATE OF read_at ON notification
        FOR EACH ROW EXECUTE FUNCTION guard.ring_for_worker();

      -- An open page hears at once that its session is locked or over, whoever ended it.
      CREATE FUNCTION guard.ring_for_session() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        PERFORM pg_notify('ben_an_session_closed', OLD.id::text);
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.ring_for_session FROM PUBLIC;
      CREATE TRIGGER ring_for_session AFTER DELETE OR UPDATE OF locked_at ON session
        FOR EACH ROW EXECUTE FUNCTION guard.ring_for_session();

      -- Which news a mail was sent about: the next one is about others.
      ALTER TABLE notification ADD COLUMN mailed_at timestamptz;
      GRANT UPDATE (mailed_at) ON notification TO ben_an_app;

      CREATE TABLE mail_address (
        worker_id uuid PRIMARY KEY REFERENCES worker,
        -- under a key that is not in the database, like the code; null once it is taken away, since the
        -- codes stay counted
        sealed_address bytea,
        sealed_code bytea,
        code_expires_at timestamptz,
        code_tries_left int CHECK (code_tries_left BETWEEN 0 AND 5),
        -- codes sent within a day: nobody shall send mail to strangers through us
        codes_asked int NOT NULL DEFAULT 1,
        codes_asked_since timestamptz NOT NULL,
        confirmed_at timestamptz,
        -- when the last mail that there is news was sent
        last_news_at timestamptz,
        CHECK (confirmed_at IS NULL OR (sealed_code IS NULL AND sealed_address IS NOT NULL))
      );

      -- A worker without a row has made no choice; the defaults are those of the domain.
      CREATE TABLE notification_choice (
        worker_id uuid PRIMARY KEY REFERENCES worker,
        mailed text[] NOT NULL CHECK (mailed <@ ARRAY['emergency', 'to-do', 'news']),
        -- minutes since midnight in the zone of the worker's unit; from after until spans midnight
        quiet_from int CHECK (quiet_from BETWEEN 0 AND 1439),
        quiet_until int CHECK (quiet_until BETWEEN 0 AND 1439),
        digest_at int CHECK (digest_at BETWEEN 0 AND 1439),
        version int NOT NULL DEFAULT 1,
        CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
      );

      -- Mail cannot be taken back and no transaction holds it. "sending" is written before, "sent"
      -- after: what stays at "sending" was cut off in between, and is sent once more under the same
      -- Message-ID.
      CREATE TABLE mail_delivery (
        event_id uuid NOT NULL,
        worker_id uuid NOT NULL REFERENCES worker,
        state text NOT NULL CHECK (state IN ('sending', 'sent', 'failed', 'refused')),
        started_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (event_id, worker_id),
        CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      );

      CALL guard.protect('mail_address');
      CALL guard.protect('notification_choice');
      CALL guard.protect('mail_delivery');

      CREATE POLICY own ON mail_address
        USING (worker_id = (SELECT guard.actor_id()))
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      CREATE POLICY written_to ON mail_address FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY noted ON mail_address FOR UPDATE USING ((SELECT guard.is_system()));
      GRANT SELECT, INSERT, UPDATE ON mail_address TO ben_an_app;

      CREATE POLICY own ON notification_choice
        USING (worker_id = (SELECT guard.actor_id()))
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      CREATE POLICY respected ON notification_choice FOR SELECT USING ((SELECT guard.is_system()));
      GRANT SELECT, INSERT, UPDATE ON notification_choice TO ben_an_app;

      CREATE POLICY kept ON mail_delivery
        USING ((SELECT guard.is_system())) WITH CHECK ((SELECT guard.is_system()));
      GRANT SELECT, INSERT, UPDATE ON mail_delivery TO ben_an_app;

      -- What was given up. Neither payload nor case: those who look after the service see no content.
      CREATE FUNCTION guard.dead_letters(p_after timestamptz, p_after_id uuid, p_limit int)
      RETURNS TABLE (id uuid, type text, subject_id uuid, attempts int, last_error text,
                     created_at timestamptz, failed_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT e.id, e.type, e.subject_id, e.attempts, e.last_error, e.created_at, e.failed_at
          FROM outbox_event e
         WHERE guard.has_role('system-admin') AND e.failed_at IS NOT NULL
           AND (e.failed_at, e.id) < (p_after, p_after_id)
         ORDER BY e.failed_at DESC, e.id DESC LIMIT p_limit $$;

      CREATE FUNCTION guard.dead_letter_counts()
      RETURNS TABLE (type text, count int, since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT e.type, count(*)::int, min(e.failed_at) FROM outbox_event e
         WHERE (guard.has_role('system-admin') OR guard.is_system()) AND e.failed_at IS NOT NULL
         GROUP BY e.type ORDER BY e.type $$;

      -- By id, by type, or all where both are null. Returns those that are tried again.
      CREATE FUNCTION guard.replay_dead_letters(p_id uuid, p_type text) RETURNS int
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        freed int;
      BEGIN
        IF NOT (guard.has_role('system-admin') OR guard.is_system()) THEN
          RAISE EXCEPTION 'only who looks after the service tries again'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE outbox_event SET failed_at = NULL, attempts = 0, dispatched_at = NULL,
               job_suffix = job_suffix + 1
         WHERE failed_at IS NOT NULL AND (p_id IS NULL OR id = p_id)
           AND (p_type IS NULL OR type = p_type);
        GET DIAGNOSTICS freed = ROW_COUNT;
        RETURN freed;
      END $$;
      REVOKE ALL ON FUNCTION guard.dead_letters, guard.dead_letter_counts, guard.replay_dead_letters
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.dead_letters, guard.dead_letter_counts,
        guard.replay_dead_letters TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.replay_dead_letters, guard.dead_letter_counts, guard.dead_letters;
      DROP TABLE mail_delivery, notification_choice, mail_address;
      ALTER TABLE notification DROP COLUMN mailed_at;
      DROP TRIGGER ring_for_session ON session;
      DROP TRIGGER ring_for_worker ON notification;
      DROP FUNCTION guard.ring_for_session, guard.ring_for_worker;
    `)
  }
}
