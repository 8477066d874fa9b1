import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What platforms are asked to remove, or to keep as evidence. An address or a hash, never the file; both
 * sealed under the section on incidents. Codes and days are plain: they are counted.
 */
export class Takedown1780000000060 implements MigrationInterface {
  name = 'Takedown1780000000060'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE takedown_number_seq;
      GRANT USAGE ON SEQUENCE takedown_number_seq TO ben_an_app;

      CREATE TABLE takedown_request (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('url', 'md5', 'sha1', 'sha256', 'pdq', 'phash')),
        platform text NOT NULL,
        asked_by text NOT NULL CHECK (asked_by IN ('unit', 'person_take_it_down', 'person_stopncii',
          'police', 'hotline', 'trusted_flagger')),
        taken_under_18 text NOT NULL CHECK (taken_under_18 IN ('yes', 'no', 'unknown')),
        state text NOT NULL DEFAULT 'noted' CHECK (state IN ('noted', 'requested', 'acknowledged',
          'removed', 'refused', 'reappeared', 'entered_in_error')),
        bases text[] NOT NULL DEFAULT '{}',
        reason text,
        preservation_basis text CHECK (preservation_basis IN ('hanoi_25', 'hanoi_42', 'national_law',
          'platform_terms')),
        preservation_asked_at timestamptz,
        preserve_until timestamptz,
        unpreserved boolean NOT NULL DEFAULT false,
        noted_at timestamptz NOT NULL,
        requested_at timestamptz,
        answer_due_at timestamptz,
        acknowledged_at timestamptz,
        removed_at timestamptz,
        refused_at timestamptz,
        reappeared_at timestamptz,
        -- the address or the hash, the platform's own number, a platform that is none of the list
        sealed bytea NOT NULL,
        created_by uuid NOT NULL REFERENCES worker,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL REFERENCES worker,
        version int NOT NULL DEFAULT 1,
        CHECK (state IN ('noted', 'entered_in_error') OR requested_at IS NOT NULL),
        CHECK ((requested_at IS NULL) = (answer_due_at IS NULL)),
        CHECK ((preserve_until IS NULL) = (preservation_basis IS NULL)),
        CHECK (state NOT IN ('refused', 'entered_in_error') OR reason IS NOT NULL),
        CHECK (state <> 'removed' OR removed_at IS NOT NULL),
        -- a hash service for adults takes no pictures of children, nor the other way round
        CHECK (asked_by <> 'person_stopncii' OR taken_under_18 = 'no'),
        CHECK (asked_by <> 'person_take_it_down' OR taken_under_18 <> 'no')
      );
      CREATE INDEX takedown_of_case ON takedown_request (case_id, noted_at DESC);

      CREATE TABLE takedown_event (
        id uuid PRIMARY KEY,
        takedown_id uuid NOT NULL REFERENCES takedown_request ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        at timestamptz NOT NULL,
        by_id uuid NOT NULL REFERENCES worker,
        kind text NOT NULL,
        reason text
      );
      CREATE INDEX takedown_event_story ON takedown_event (case_id, at DESC, id DESC);
      CREATE INDEX takedown_event_of_request ON takedown_event (takedown_id, at DESC);

      CALL guard.protect_part('takedown_request', '1 << 3');
      CALL guard.protect_part('takedown_event', '1 << 3');
      -- The service reminds: it needs the clocks, and holds no key to what is sealed.
      CREATE POLICY carried ON takedown_request FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY added_in_own_name ON takedown_request AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (created_by = (SELECT guard.actor_id()) AND updated_by = (SELECT guard.actor_id())
                    AND state = 'noted');
      CREATE POLICY changed_in_own_name ON takedown_request AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (state <> 'entered_in_error') WITH CHECK (updated_by = (SELECT guard.actor_id()));
      CREATE POLICY told_in_own_name ON takedown_event AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (by_id = (SELECT guard.actor_id())
          AND EXISTS (SELECT FROM takedown_request r WHERE r.id = takedown_id
                         AND r.case_id = takedown_event.case_id));
      GRANT SELECT, INSERT ON takedown_request, takedown_event TO ben_an_app;
      GRANT UPDATE (state, bases, reason, preservation_basis, preservation_asked_at, preserve_until,
                    unpreserved, requested_at, answer_due_at, acknowledged_at, removed_at, refused_at,
                    reappeared_at, sealed, updated_at, updated_by, version)
        ON takedown_request TO ben_an_app;
      INSERT INTO notification_subject (type, relation, role)
        VALUES ('takedown', 'takedown_request', NULL);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'takedown';
      DELETE FROM notification_subject WHERE type = 'takedown';
      DELETE FROM timer WHERE type LIKE 'takedown.%';
      DROP TABLE takedown_event, takedown_request;
      DROP SEQUENCE takedown_number_seq;
    `)
  }
}
