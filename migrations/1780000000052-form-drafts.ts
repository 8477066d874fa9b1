import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was typed and not sent yet, for whoever typed it. */
export class FormDrafts1780000000052 implements MigrationInterface {
  name = 'FormDrafts1780000000052'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE form_draft (
        id uuid PRIMARY KEY,
        worker_id uuid NOT NULL REFERENCES worker,
        -- the idempotency key of the form on the page: one draft a form, and sent once
        form_key text NOT NULL CHECK (length(form_key) BETWEEN 8 AND 200),
        -- keyed hash of worker and page: the address itself is sealed with the rest
        place bytea NOT NULL CHECK (length(place) = 32),
        -- of the page's address, whether such a case exists or not
        case_id uuid,
        begun_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        -- page, title and what was typed, under a key that is not in the database
        sealed bytea NOT NULL,
        UNIQUE (worker_id, form_key)
      );
      CREATE INDEX form_draft_by_place ON form_draft (worker_id, place);
      CREATE INDEX form_draft_newest ON form_draft (worker_id, updated_at DESC, id);
      CREATE INDEX form_draft_by_expiry ON form_draft (expires_at);

      CALL guard.protect('form_draft');
      CREATE POLICY own ON form_draft
        USING ((SELECT guard.is_system()) OR worker_id = (SELECT guard.actor_id()));
      -- A draft of a case somebody must not see is not theirs to go on with.
      CREATE POLICY not_blocked ON form_draft AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id IS NULL OR case_id <> ALL ((SELECT guard.blocked_cases())::uuid[]))
        WITH CHECK (true);
      GRANT SELECT, INSERT, DELETE ON form_draft TO ben_an_app;
      GRANT UPDATE (place, case_id, sealed, updated_at, expires_at) ON form_draft TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE form_draft')
  }
}
