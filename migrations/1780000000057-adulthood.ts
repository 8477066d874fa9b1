import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was decided, with the person, when a child became an adult. */
export class Adulthood1780000000057 implements MigrationInterface {
  name = 'Adulthood1780000000057'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE adulthood_decision (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        decision text NOT NULL CHECK (decision IN ('stays', 'transfer', 'closes')),
        -- what the person wants: it is hers to say now
        person_wants text NOT NULL CHECK (person_wants IN ('agrees', 'wants_otherwise', 'not_asked')),
        sealed_note bytea,
        decided_by uuid NOT NULL REFERENCES worker,
        decided_at timestamptz NOT NULL
      );
      CREATE INDEX adulthood_decision_of_case ON adulthood_decision (case_id, decided_at DESC);
      CALL guard.protect_part('adulthood_decision', '1 << 10');
      CREATE POLICY in_own_name ON adulthood_decision AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (decided_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON adulthood_decision TO ben_an_app;
      INSERT INTO notification_subject (type, relation) VALUES ('adulthood', 'cases');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'adulthood';
      DELETE FROM notification_subject WHERE type = 'adulthood';
      DROP TABLE adulthood_decision;
    `)
  }
}
