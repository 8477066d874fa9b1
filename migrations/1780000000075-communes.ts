import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The communes of the official list, each with the days on which it stood, and what an older one became.
 * Public reference data: everybody may read it, the database's owner alone writes it. The code and its
 * first day name a row, since a code goes on when a commune is renamed.
 */
export class Communes1780000000075 implements MigrationInterface {
  name = 'Communes1780000000075'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE commune (
        code text NOT NULL CHECK (code ~ '^[0-9]{5}$'),
        -- As it was on that day: seven codes of provinces were given to others in 2025.
        province_code text NOT NULL CHECK (province_code ~ '^[0-9]{2}$'),
        kind text NOT NULL CHECK (kind IN ('xa', 'phuong', 'dac-khu', 'thi-tran')),
        name text NOT NULL CHECK (name <> ''),
        name_en text,
        valid_from date NOT NULL,
        -- The last day on which it stood; null while it stands.
        valid_until date,
        replaced_by text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (code, valid_from),
        CHECK (valid_until >= valid_from),
        CHECK (replaced_by = '{}' OR valid_until IS NOT NULL)
      );
      CREATE UNIQUE INDEX one_commune_stands ON commune (code) WHERE valid_until IS NULL;
      CREATE INDEX commune_of_province ON commune (province_code, code);
      -- Each time something in the list changed; the last id is the version of the list.
      CREATE TABLE place_import (
        id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
        imported_at timestamptz NOT NULL,
        added int NOT NULL,
        changed int NOT NULL
      );
      CALL guard.protect('commune');
      CALL guard.protect('place_import');
      CREATE POLICY known ON commune FOR SELECT USING (true);
      CREATE POLICY known ON place_import FOR SELECT USING (true);
      GRANT SELECT ON commune, place_import TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE commune, place_import')
  }
}
