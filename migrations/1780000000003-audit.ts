import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The trail. `audit_entry` takes one row for every read, change and refusal, in the transaction of
 * the deed: ids, codes and masks, never content. `audit_batch` chains them into signed Merkle trees
 * by finished-transaction window: an id is given before its transaction commits, so a window of ids
 * would close over rows that are still to come; an xid below the oldest running one can bring no more.
 *
 * The leaf of an entry is SHA-256 over 0x00 and the text in `guard.audit_leaf`, which
 * src/platform/audit/entry.ts builds in the same way.
 */
export class Audit1780000000003 implements MigrationInterface {
  name = 'Audit1780000000003'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        -- grows when a logical restore takes the transaction numbers back: guard.notice_restore()
        generation int NOT NULL DEFAULT 1,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_kind text NOT NULL CHECK (actor_kind IN ('worker', 'system')),
        actor_id uuid,
        unit_id uuid,
        action text NOT NULL CHECK (action ~ '^[a-z][a-z0-9.-]{0,79}$'),
        -- no reference: the trail outlives an erased case
        case_id uuid,
        subject_type text CHECK (subject_type ~ '^[a-z][a-z0-9.-]{0,39}$'),
        subject_id uuid,
        sections int NOT NULL DEFAULT 0,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'missing')),
        request_id uuid,
        leaf_hash bytea NOT NULL,
        PRIMARY KEY (generation, xid, id)
      );
      CREATE INDEX audit_entry_of_case ON audit_entry (case_id, generation, xid, id)
        WHERE case_id IS NOT NULL;
      CREATE INDEX audit_entry_of_actor ON audit_entry (actor_id, generation, xid, id)
        WHERE actor_id IS NOT NULL;

      CREATE TABLE audit_batch (
        seq bigint PRIMARY KEY CHECK (seq > 0),
        generation int NOT NULL,
        -- from <= xid < to
        from_xid xid8 NOT NULL,
        to_xid xid8 NOT NULL,
        entry_count int NOT NULL CHECK (entry_count > 0),
        root bytea NOT NULL CHECK (length(root) = 32),
        previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
        signed_at timestamptz NOT NULL,
        -- hex SHA-256 of the public key (SubjectPublicKeyInfo)
        key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{64}$'),
        signature bytea NOT NULL CHECK (length(signature) = 64)
      );

      CREATE FUNCTION guard.audit_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.leaf_hash := sha256('\\x00'::bytea || convert_to(concat_ws('|', 'ben-an audit entry 1',
          NEW.generation, NEW.xid, NEW.id,
          to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          NEW.actor_kind, coalesce(NEW.actor_id::text, ''), coalesce(NEW.unit_id::text, ''),
          NEW.action, coalesce(NEW.case_id::text, ''), coalesce(NEW.subject_type, ''),
          coalesce(NEW.subject_id::text, ''), NEW.sections, NEW.outcome,
          coalesce(NEW.request_id::text, '')), 'UTF8'));
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_leaf BEFORE INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION guard.audit_leaf();

      CREATE FUNCTION guard.audit_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION guard.audit_is_written_once();
      CREATE TRIGGER written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_batch
        FOR EACH STATEMENT EXECUTE FUNCTION guard.audit_is_written_once();

      CALL guard.protect('audit_entry');
      CALL guard.protect('audit_batch');

      -- Nobody writes in another's name.
      CREATE POLICY own_deed ON audit_entry FOR INSERT TO ben_an_app WITH CHECK (EXISTS (
        SELECT FROM guard.who() w
         WHERE w.kind = actor_kind AND w.worker_id IS NOT DISTINCT FROM actor_id
           AND w.unit_id IS NOT DISTINCT FROM audit_entry.unit_id));
      CREATE POLICY audited ON audit_entry FOR SELECT TO ben_an_app
        USING ((SELECT guard.has_role('auditor') OR guard.is_system()));

      CREATE POLICY sealed ON audit_batch FOR INSERT TO ben_an_app
        WITH CHECK ((SELECT guard.is_system()));
      CREATE POLICY audited ON audit_batch FOR SELECT TO ben_an_app
        USING ((SELECT guard.has_role('auditor') OR guard.is_system()));

      -- Number, time, transaction and leaf are the database's to give.
      GRANT SELECT, INSERT (actor_kind, actor_id, unit_id, action, case_id, subject_type, subject_id,
                            sections, outcome, request_id) ON audit_entry TO ben_an_app;
      GRANT SELECT, INSERT ON audit_batch TO ben_an_app;

      -- A logical restore puts the rows into a server whose transaction numbers may be lower: what is
      -- written from then on belongs to a new generation, or it would fall into sealed windows.
      -- True when a restore was noticed; else it does nothing, so anyone may ask. What the asking
      -- transaction itself has written is newer than any snapshot, and no sign of a restore.
      CREATE FUNCTION guard.notice_restore() RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        newest int;
      BEGIN
        SELECT greatest(
          (SELECT generation FROM audit_entry ORDER BY generation DESC, xid DESC, id DESC LIMIT 1),
          (SELECT generation FROM audit_batch ORDER BY seq DESC LIMIT 1), 1) INTO newest;
        IF EXISTS (SELECT FROM audit_entry WHERE generation = newest
                      AND xid >= pg_snapshot_xmax(pg_current_snapshot())
                      AND xid IS DISTINCT FROM pg_current_xact_id_if_assigned())
           OR EXISTS (SELECT FROM audit_batch WHERE generation = newest
                      AND to_xid > pg_snapshot_xmax(pg_current_snapshot())) THEN
          EXECUTE format('ALTER TABLE audit_entry ALTER COLUMN generation SET DEFAULT %s', newest + 1);
          RETURN true;
        END IF;
        RETURN false;
      END $$;

      REVOKE ALL ON FUNCTION guard.audit_leaf, guard.audit_is_written_once, guard.notice_restore
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.notice_restore TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_batch, audit_entry;
      DROP FUNCTION guard.notice_restore, guard.audit_is_written_once, guard.audit_leaf;
    `)
  }
}
