import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The work list asks for the latest changes in whatever state. Without an index in that order the list
 * of somebody with thousands of cases sorts all of them for each page.
 */
export class NewestFirst1780000000040 implements MigrationInterface {
  name = 'NewestFirst1780000000040'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX cases_of_lead_newest ON cases (lead_worker_id, updated_at DESC, id DESC);
      CREATE INDEX cases_of_unit_newest ON cases (unit_id, updated_at DESC, id DESC);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX cases_of_lead_newest, cases_of_unit_newest')
  }
}
