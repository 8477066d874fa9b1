import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What signing in needs beside the session itself: patience with wrong passwords, devices that are
 * known, and forms that came in while a session was locked. From here on sessions and password hashes
 * are seen by the service's own sign-in and by the person they belong to, so that a statement smuggled
 * into somebody's transaction can neither read a hash nor open a session in another's name.
 */
export class SignIn1780000000009 implements MigrationInterface {
  name = 'SignIn1780000000009'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Everybody signs in anew.
      DELETE FROM session;
      ALTER TABLE session
        -- names the session in lists; opens nothing
        ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        ADD COLUMN through text NOT NULL CHECK (through IN ('cookie', 'bearer'));

      CREATE TABLE sign_in_throttle (
        -- HMAC of what is slowed down (login and network, network, device, session): no login is kept
        key bytea PRIMARY KEY CHECK (length(key) = 32),
        tries int NOT NULL,
        next_at timestamptz NOT NULL,
        forget_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_throttle_to_forget ON sign_in_throttle (forget_at);

      CREATE TABLE known_device (
        -- SHA-256 of the token in the device's cookie
        id_hash bytea PRIMARY KEY CHECK (length(id_hash) = 32),
        worker_id uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX known_device_by_worker ON known_device (worker_id);
      CREATE INDEX known_device_by_expiry ON known_device (expires_at);

      CREATE TABLE held_form (
        id uuid PRIMARY KEY,
        -- no reference: the form outlives a session that ran out
        session_id uuid NOT NULL,
        worker_id uuid NOT NULL REFERENCES worker,
        held_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- path and fields, under a key that is not in the database
        sealed bytea NOT NULL
      );
      CREATE INDEX held_form_by_session ON held_form (session_id);
      CREATE INDEX held_form_by_expiry ON held_form (expires_at);

      CALL guard.protect('session');
      CALL guard.protect('worker_credential');
      CALL guard.protect('sign_in_throttle');
      CALL guard.protect('known_device');
      CALL guard.protect('held_form');

      CREATE POLICY own ON session
        USING ((SELECT guard.is_system()) OR worker_id = (SELECT guard.actor_id()));
      CREATE POLICY own ON worker_credential
        USING ((SELECT guard.is_system()) OR worker_id = (SELECT guard.actor_id()));
      CREATE POLICY counted ON sign_in_throttle USING ((SELECT guard.is_system()));
      CREATE POLICY own ON known_device
        USING ((SELECT guard.is_system()) OR worker_id = (SELECT guard.actor_id()));
      CREATE POLICY own ON held_form
        USING ((SELECT guard.is_system()) OR worker_id = (SELECT guard.actor_id()));

      -- A session never changes hands, and lives no longer than it was given.
      REVOKE UPDATE ON session, worker_credential FROM ben_an_app;
      GRANT UPDATE (last_seen_at, locked_at) ON session TO ben_an_app;
      GRANT UPDATE (password_hash, changed_at) ON worker_credential TO ben_an_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO ben_an_app;
      GRANT SELECT, INSERT, DELETE ON known_device, held_form TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE held_form, known_device, sign_in_throttle;
      DROP POLICY own ON session;
      DROP POLICY own ON worker_credential;
      DROP POLICY owner_functions ON session;
      DROP POLICY owner_functions ON worker_credential;
      ALTER TABLE session NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE session DISABLE ROW LEVEL SECURITY;
      ALTER TABLE worker_credential NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE worker_credential DISABLE ROW LEVEL SECURITY;
      GRANT UPDATE ON session, worker_credential TO ben_an_app;
      ALTER TABLE session DROP COLUMN id, DROP COLUMN through;
    `)
  }
}
