import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Fields and code values that the people who run an installation add to the forms. Each change is a
 * row of its own, by whom and when; nothing is rewritten or deleted, a code never gets another
 * meaning, and what is no longer wanted is retired. They are words of forms, not of people: everybody
 * may read them.
 */
export class FormAdditions1780000000044 implements MigrationInterface {
  name = 'FormAdditions1780000000044'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE form_field_addition (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        form text NOT NULL,
        code text NOT NULL CHECK (code ~ '^x_[a-z][A-Za-z0-9]{0,39}$'),
        kind text NOT NULL
          CHECK (kind IN ('text', 'long-text', 'number', 'date', 'yes-no', 'choice', 'choices')),
        list text,
        label jsonb NOT NULL,
        hint jsonb,
        to_complete boolean NOT NULL DEFAULT false,
        retired boolean NOT NULL DEFAULT false,
        changed_by uuid NOT NULL REFERENCES worker,
        changed_at timestamptz NOT NULL,
        CHECK ((kind IN ('choice', 'choices')) = (list IS NOT NULL))
      );
      CREATE INDEX field_addition_of_form ON form_field_addition (form, code, id);
      CREATE TABLE code_value_addition (
        id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        list text NOT NULL,
        code text NOT NULL CHECK (code ~ '^x_[a-z][a-z0-9_]{0,39}$'),
        label jsonb NOT NULL,
        retired boolean NOT NULL DEFAULT false,
        changed_by uuid NOT NULL REFERENCES worker,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX value_addition_of_list ON code_value_addition (list, code, id);
      -- Counts every change of both. Ids would not do: a lower one may commit after a higher one.
      CREATE TABLE form_addition_version (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        version int NOT NULL
      );
      INSERT INTO form_addition_version (version) VALUES (0);

      CALL guard.protect('form_field_addition');
      CALL guard.protect('code_value_addition');
      CALL guard.protect('form_addition_version');
      CREATE POLICY known ON form_field_addition FOR SELECT USING (true);
      CREATE POLICY known ON code_value_addition FOR SELECT USING (true);
      CREATE POLICY known ON form_addition_version FOR SELECT USING (true);
      CREATE POLICY added_in_own_name ON form_field_addition FOR INSERT WITH CHECK (
        (SELECT guard.has_role('system-admin')) AND changed_by = (SELECT guard.actor_id()));
      CREATE POLICY added_in_own_name ON code_value_addition FOR INSERT WITH CHECK (
        (SELECT guard.has_role('system-admin')) AND changed_by = (SELECT guard.actor_id()));
      GRANT SELECT ON form_field_addition, code_value_addition, form_addition_version TO ben_an_app;
      GRANT INSERT (form, code, kind, list, label, hint, to_complete, retired, changed_by, changed_at)
        ON form_field_addition TO ben_an_app;
      GRANT INSERT (list, code, label, retired, changed_by, changed_at)
        ON code_value_addition TO ben_an_app;

      CREATE FUNCTION guard.form_addition_counts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        -- First of all, so that of two changes at once the second sees the first.
        UPDATE form_addition_version SET version = version + 1;
        IF TG_TABLE_NAME = 'form_field_addition' AND EXISTS (
             SELECT FROM form_field_addition f WHERE f.form = NEW.form AND f.code = NEW.code
                AND (f.kind, f.list) IS DISTINCT FROM (NEW.kind, NEW.list)) THEN
          RAISE EXCEPTION 'a field never gets another meaning' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION guard.form_addition_counts FROM PUBLIC;
      CREATE TRIGGER counts BEFORE INSERT ON form_field_addition
        FOR EACH ROW EXECUTE FUNCTION guard.form_addition_counts();
      CREATE TRIGGER counts BEFORE INSERT ON code_value_addition
        FOR EACH ROW EXECUTE FUNCTION guard.form_addition_counts();
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE form_field_addition, code_value_addition, form_addition_version;
      DROP FUNCTION guard.form_addition_counts;
    `)
  }
}
