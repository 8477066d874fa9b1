import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The second wall. `guard` holds what row-level security asks: who is acting, proved by a signature
 * that SQL alone cannot make. The signing key is written by the owner when the service starts
 * (`guard.signing_key`), never by a migration.
 *
 * The context is two transaction-local settings:
 *   ben_an.actor     expiry|kind|worker|unit|roles|principals   (lists comma-separated)
 *   ben_an.signature hex HMAC-SHA-256 of it
 * After a transaction such a setting reads '' instead of NULL; both mean nobody.
 */
export class Guard1780000000001 implements MigrationInterface {
  name = 'Guard1780000000001'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ben_an_app') THEN
          CREATE ROLE ben_an_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
        END IF;
      END $$;

      CREATE SCHEMA guard;
      GRANT USAGE ON SCHEMA guard, public TO ben_an_app;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;

      CREATE TABLE guard.signing_key (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
        outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
      );
      REVOKE ALL ON guard.signing_key FROM PUBLIC;

      CREATE TYPE guard.actor AS (
        kind text, worker_id uuid, unit_id uuid, roles text[], principals uuid[]
      );

      CREATE FUNCTION guard.who() RETURNS guard.actor
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        claim text := current_setting('ben_an.actor', true);
        proof text := current_setting('ben_an.signature', true);
        expected bytea;
        parts text[];
        who guard.actor;
      BEGIN
        IF claim IS NULL OR claim = '' OR proof IS NULL OR proof = '' THEN RETURN NULL; END IF;
        SELECT sha256(k.outer_pad || sha256(k.inner_pad || convert_to(claim, 'UTF8')))
          INTO expected FROM guard.signing_key k;
        IF expected IS NULL OR encode(expected, 'hex') <> proof THEN RETURN NULL; END IF;
        parts := string_to_array(claim, '|');
        IF to_timestamp(parts[1]::bigint) < clock_timestamp() THEN RETURN NULL; END IF;
        who.kind := parts[2];
        who.worker_id := nullif(parts[3], '')::uuid;
        who.unit_id := nullif(parts[4], '')::uuid;
        who.roles := string_to_array(parts[5], ',');
        who.principals := string_to_array(parts[6], ',')::uuid[];
        RETURN who;
      END $$;

      CREATE FUNCTION guard.actor_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT (guard.who()).worker_id $$;
      CREATE FUNCTION guard.principals() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce((guard.who()).principals, '{}'::uuid[]) $$;
      CREATE FUNCTION guard.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce((guard.who()).kind = 'system', false) $$;
      CREATE FUNCTION guard.has_role(wanted text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(wanted = ANY ((guard.who()).roles), false) $$;
      -- The unit whose desk the actor serves; nobody's for those who see no case content.
      CREATE FUNCTION guard.desk_unit_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT w.unit_id FROM guard.who() w
               WHERE w.roles && ARRAY['caseworker', 'supervisor'] $$;

      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA guard TO ben_an_app;

      -- Forced row-level security binds the owner too; its definer functions are the only doors
      -- through which it acts, so it may pass.
      CREATE PROCEDURE guard.protect(relation regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
        EXECUTE format('CREATE POLICY owner_functions ON %s TO %I USING (true) WITH CHECK (true)',
                       relation, current_user);
      END $$;
      REVOKE ALL ON PROCEDURE guard.protect(regclass) FROM PUBLIC;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP SCHEMA guard CASCADE;
      REVOKE USAGE ON SCHEMA public FROM ben_an_app;
    `)
  }
}
