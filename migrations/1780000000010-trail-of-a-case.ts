import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who manages a case may see who read it. Whoever is blocked from a case sees nothing of its trail,
 * auditors included.
 */
export class TrailOfACase1780000000010 implements MigrationInterface {
  name = 'TrailOfACase1780000000010'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE POLICY of_managed_case ON audit_entry FOR SELECT TO ben_an_app
        USING (case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                                      WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY not_blocked ON audit_entry AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (case_id IS NULL OR case_id <> ALL ((SELECT guard.blocked_cases())::uuid[]));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY not_blocked ON audit_entry;
      DROP POLICY of_managed_case ON audit_entry;
    `)
  }
}
