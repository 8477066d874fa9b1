import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What belongs to a consent beside the answer: when and in which language the limits of confidentiality
 * were explained, who spoke for the child, the child's own words, what is to be kept back and why. A
 * consent is never rewritten, and so is none of this: nobody may update it.
 */
export class ConsentInFull1780000000061 implements MigrationInterface {
  name = 'ConsentInFull1780000000061'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consent
        ADD COLUMN explained_on date,
        ADD COLUMN explained_language text,
        ADD COLUMN withheld_reason text
          CHECK (withheld_reason IN ('fear_of_harm', 'wants_to_tell', 'other')),
        -- names and words: who explained and interpreted, who represents, what the child says
        ADD COLUMN sealed_detail bytea;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consent
        DROP COLUMN sealed_detail, DROP COLUMN withheld_reason, DROP COLUMN explained_language,
        DROP COLUMN explained_on;
    `)
  }
}
