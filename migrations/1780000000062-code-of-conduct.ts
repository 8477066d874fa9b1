import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who has accepted which version of the code of conduct, and when. Nobody accepts for another, and
 * nothing is taken back: whoever has not accepted the version in force is shown no case.
 */
export class CodeOfConduct1780000000062 implements MigrationInterface {
  name = 'CodeOfConduct1780000000062'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE conduct_acceptance (
        worker_id uuid NOT NULL REFERENCES worker,
        version int NOT NULL CHECK (version > 0),
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (worker_id, version)
      );
      CALL guard.protect('conduct_acceptance');
      CREATE POLICY own ON conduct_acceptance FOR SELECT
        USING (worker_id = (SELECT guard.actor_id()));
      -- Supervisors and administrators of the unit have to know who has not.
      CREATE POLICY of_unit ON conduct_acceptance FOR SELECT USING (
        ((SELECT guard.has_role('supervisor')) OR (SELECT guard.has_role('unit-admin')))
        AND worker_id IN (SELECT w.id FROM worker w
                           WHERE w.unit_id = (SELECT (guard.who()).unit_id)));
      -- Signing in asks before it lets anybody on.
      CREATE POLICY asked ON conduct_acceptance FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY accepted ON conduct_acceptance FOR INSERT
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON conduct_acceptance TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE conduct_acceptance')
  }
}
