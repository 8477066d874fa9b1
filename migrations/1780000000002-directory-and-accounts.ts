import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Agencies, units, workers and their sessions. No case content; passwords and sessions only as hashes. */
export class DirectoryAndAccounts1780000000002 implements MigrationInterface {
  name = 'DirectoryAndAccounts1780000000002'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE agency (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        active boolean NOT NULL DEFAULT true
      );

      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        agency_id uuid NOT NULL REFERENCES agency,
        sector text NOT NULL CHECK (sector IN ('child-protection', 'womens-services', 'police',
          'health', 'shelter', 'legal-aid', 'anti-trafficking', 'hotline')),
        name text NOT NULL,
        province_code text NOT NULL,
        commune text,
        phone text,
        services text[] NOT NULL DEFAULT '{}',
        min_age int,
        max_age int,
        sexes text[] NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{vi}',
        -- { "mon": [["07:30","17:00"]], ... }; {"always": true} for a desk that never closes
        hours jsonb NOT NULL DEFAULT '{}',
        taking_referrals boolean NOT NULL DEFAULT true,
        time_zone text NOT NULL DEFAULT 'Asia/Ho_Chi_Minh',
        assured_on date,
        active boolean NOT NULL DEFAULT true,
        -- the principal "supervisors of this unit" in grants
        supervision_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        version int NOT NULL DEFAULT 1,
        -- What is not kept cannot leak: where a shelter lies, and the number that rings there, stand
        -- nowhere in the directory.
        CONSTRAINT no_place_of_a_shelter
          CHECK (sector <> 'shelter' OR (commune IS NULL AND phone IS NULL))
      );
      CREATE INDEX unit_by_sector ON unit (sector, province_code) WHERE active;
      CREATE INDEX unit_by_service ON unit USING gin (services);

      CREATE TABLE worker (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES unit,
        login text NOT NULL,
        display_name text NOT NULL,
        position text NOT NULL DEFAULT '',
        roles text[] NOT NULL CHECK (roles <@ ARRAY['caseworker', 'supervisor', 'unit-admin',
          'safeguarding-reviewer', 'coordinator', 'auditor', 'system-admin']),
        -- coordinators: a province code, or null for the country
        scope_province text,
        locale text NOT NULL DEFAULT 'vi' CHECK (locale IN ('vi', 'en', 'fr')),
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX worker_login ON worker (lower(login));
      CREATE INDEX worker_by_unit ON worker (unit_id) WHERE active;

      CREATE TABLE worker_credential (
        worker_id uuid PRIMARY KEY REFERENCES worker,
        password_hash text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE session (
        -- SHA-256 of the token in the cookie; the token itself is stored nowhere
        id_hash bytea PRIMARY KEY CHECK (length(id_hash) = 32),
        worker_id uuid NOT NULL REFERENCES worker,
        csrf_secret bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        locked_at timestamptz
      );
      CREATE INDEX session_by_worker ON session (worker_id);
      CREATE INDEX session_by_expiry ON session (expires_at);

      GRANT SELECT ON agency, unit, worker TO ben_an_app;
      GRANT SELECT, UPDATE ON worker_credential TO ben_an_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON session TO ben_an_app;
      -- Who exists and what they may do is changed by the owner's commands, never by the web process.
      GRANT UPDATE (locale) ON worker TO ben_an_app;
      CALL guard.protect('worker');
      CREATE POLICY known ON worker FOR SELECT USING (true);
      CREATE POLICY own ON worker FOR UPDATE USING (id = (SELECT guard.actor_id()));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE session, worker_credential, worker, unit, agency')
  }
}
