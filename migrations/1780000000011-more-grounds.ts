import type { MigrationInterface, QueryRunner } from 'typeorm'

/** More grounds on which sections of a case are seen: being on its team, and what a transfer left behind. */
export class MoreGrounds1780000000011 implements MigrationInterface {
  name = 'MoreGrounds1780000000011'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE access_grant DROP CONSTRAINT access_grant_reason_check,
        ADD CONSTRAINT access_grant_reason_check
          CHECK (reason IN ('lead', 'supervision', 'referral', 'team', 'kept'));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE access_grant DROP CONSTRAINT access_grant_reason_check,
        ADD CONSTRAINT access_grant_reason_check
          CHECK (reason IN ('lead', 'supervision', 'referral'));
    `)
  }
}
