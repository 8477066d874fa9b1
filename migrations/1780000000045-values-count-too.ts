import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A value that is added has no form: the rule about fields must not look for one. */
export class ValuesCountToo1780000000045 implements MigrationInterface {
  name = 'ValuesCountToo1780000000045'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.form_addition_counts() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        -- First of all, so that of two changes at once the second sees the first.
        UPDATE form_addition_version SET version = version + 1;
        IF TG_TABLE_NAME = 'form_field_addition' THEN
          IF EXISTS (SELECT FROM form_field_addition f WHERE f.form = NEW.form AND f.code = NEW.code
                        AND (f.kind, f.list) IS DISTINCT FROM (NEW.kind, NEW.list)) THEN
            RAISE EXCEPTION 'a field never gets another meaning' USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.form_addition_counts() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE form_addition_version SET version = version + 1;
        IF TG_TABLE_NAME = 'form_field_addition' AND EXISTS (
             SELECT FROM form_field_addition f WHERE f.form = NEW.form AND f.code = NEW.code
                AND (f.kind, f.list) IS DISTINCT FROM (NEW.kind, NEW.list)) THEN
          RAISE EXCEPTION 'a field never gets another meaning' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
    `)
  }
}
