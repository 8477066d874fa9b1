import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Documents of a case, and what went out of it as a file. A document belongs to a section and is seen
 * by who sees both that section and the case itself: it does not travel with a referral. What is taken
 * out loses its content for good; the row stays. An export is never kept, only that there was one.
 */
export class Papers1780000000063 implements MigrationInterface {
  name = 'Papers1780000000063'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_paper (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'odt', 'txt')),
        size int NOT NULL CHECK (size BETWEEN 1 AND 5 * 1024 * 1024),
        sealed_title bytea NOT NULL,
        sealed_content bytea,
        added_by uuid NOT NULL REFERENCES worker,
        added_at timestamptz NOT NULL,
        removed_at timestamptz,
        removed_by uuid REFERENCES worker,
        removed_reason text CHECK (removed_reason IN ('wrong_file', 'wrong_case', 'person_asked',
          'no_longer_needed', 'shows_pictures')),
        CHECK ((removed_at IS NULL) = (sealed_content IS NOT NULL)),
        CHECK ((removed_at IS NULL) = (removed_by IS NULL)
               AND (removed_at IS NULL) = (removed_reason IS NULL))
      );
      CREATE INDEX paper_of_case ON case_paper (case_id, added_at DESC, id DESC);
      CALL guard.protect_part('case_paper', '1 << case_paper.section');
      CREATE POLICY of_managed_case ON case_paper AS RESTRICTIVE FOR ALL TO ben_an_app USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = case_paper.case_id AND a.valid_until > now()
           AND a.sections & (1 << 10) <> 0)) WITH CHECK (true);
      CREATE POLICY added_in_own_name ON case_paper AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (added_by = (SELECT guard.actor_id()) AND removed_at IS NULL);
      CREATE POLICY removed_in_own_name ON case_paper AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (removed_at IS NULL) WITH CHECK (removed_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON case_paper TO ben_an_app;
      GRANT UPDATE (sealed_content, removed_at, removed_by, removed_reason) ON case_paper TO ben_an_app;

      CREATE TABLE case_export (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('person', 'court', 'authority')),
        -- why it may go to a court or an authority; the person needs none
        legal_basis text,
        sealed_reference bytea,
        sections int NOT NULL CHECK (sections > 0 AND sections < 1 << 10),
        about_others boolean NOT NULL,
        language text NOT NULL,
        made_by uuid NOT NULL REFERENCES worker,
        made_at timestamptz NOT NULL,
        CHECK ((purpose = 'person') = (legal_basis IS NULL))
      );
      CREATE INDEX export_of_case ON case_export (case_id, made_at DESC, id DESC);
      CALL guard.protect_part('case_export', '1 << 10');
      CREATE POLICY made_in_own_name ON case_export AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (made_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON case_export TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE case_export, case_paper')
  }
}
