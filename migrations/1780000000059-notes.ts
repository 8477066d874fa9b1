import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Notes on a case. A note belongs to a section and is read by who sees that section. Nothing written is
 * overwritten or deleted: a correction is a further text, and what was entered in error stays, for those
 * who may write there.
 */
export class Notes1780000000059 implements MigrationInterface {
  name = 'Notes1780000000059'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_note (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        -- when it happened, which is not when it was written; without an hour the start of the day
        happened_at timestamptz NOT NULL,
        hour_known boolean NOT NULL,
        written_at timestamptz NOT NULL,
        written_by uuid NOT NULL REFERENCES worker,
        unit_id uuid NOT NULL REFERENCES unit,
        error_reason text CHECK (error_reason IN ('wrong_case', 'wrong_section', 'duplicate',
          'not_accurate', 'other')),
        error_at timestamptz,
        error_by uuid REFERENCES worker,
        version int NOT NULL DEFAULT 1,
        CHECK ((error_reason IS NULL) = (error_at IS NULL)),
        CHECK ((error_reason IS NULL) = (error_by IS NULL))
      );
      CREATE INDEX case_note_story ON case_note (case_id, happened_at DESC, id DESC);

      -- What was written, and each correction of it.
      CREATE TABLE case_note_text (
        note_id uuid NOT NULL REFERENCES case_note ON DELETE CASCADE,
        version int NOT NULL,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL,
        written_by uuid NOT NULL REFERENCES worker,
        PRIMARY KEY (note_id, version)
      );

      CALL guard.protect_part('case_note', '1 << case_note.section');
      CALL guard.protect_part('case_note_text', '1 << case_note_text.section');
      CREATE POLICY added_in_own_name ON case_note AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (written_by = (SELECT guard.actor_id())
                    AND unit_id = (SELECT (guard.who()).unit_id));
      CREATE POLICY withdrawn_in_own_name ON case_note AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (error_reason IS NULL)
        WITH CHECK (error_by IS NULL OR error_by = (SELECT guard.actor_id()));
      CREATE POLICY added_in_own_name ON case_note_text AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (written_by = (SELECT guard.actor_id())
          AND EXISTS (SELECT FROM case_note n WHERE n.id = note_id AND n.case_id = case_note_text.case_id
                         AND n.section = case_note_text.section AND n.error_reason IS NULL));
      -- What went to the wrong section must not be read on there: only who could have written it sees
      -- what it said.
      CREATE POLICY not_in_error ON case_note_text AS RESTRICTIVE FOR SELECT TO ben_an_app USING (
        EXISTS (SELECT FROM case_note n WHERE n.id = note_id AND n.error_reason IS NULL)
        OR EXISTS (SELECT FROM case_access a WHERE a.case_id = case_note_text.case_id
                      AND a.valid_until > now() AND a.may_write
                      AND a.sections & (1 << case_note_text.section) <> 0));
      GRANT SELECT, INSERT ON case_note, case_note_text TO ben_an_app;
      GRANT UPDATE (error_reason, error_at, error_by, version) ON case_note TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_note_text, case_note')
  }
}
