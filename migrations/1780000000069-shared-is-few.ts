import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A search looks through what others share with the reader, case by case. These are few; to find them it
 * read all that the reader has, for a supervisor of a large unit some 16,000 rows.
 */
export class SharedIsFew1780000000069 implements MigrationInterface {
  name = 'SharedIsFew1780000000069'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX case_access_shared ON case_access (principal, case_id)
        WHERE reason NOT IN ('lead', 'supervision')
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX case_access_shared')
  }
}
