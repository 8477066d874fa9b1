import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Transfers, and requests to take over, are told of. */
export class TransfersAreTold1780000000031 implements MigrationInterface {
  name = 'TransfersAreTold1780000000031'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO notification_subject (type, relation)
      VALUES ('transfer', 'case_transfer'), ('transfer-request', 'transfer_request');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type IN ('transfer', 'transfer-request');
      DELETE FROM notification_subject WHERE type IN ('transfer', 'transfer-request');
    `)
  }
}
