import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who comes of age among the cases one leads. The birth date is sealed, so that no statement can ask for
 * it; but somebody was told when the time came, and that stands with the case, whoever leads it now.
 */
export class WhoComesOfAge1780000000077 implements MigrationInterface {
  name = 'WhoComesOfAge1780000000077'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard.comes_of_age() RETURNS TABLE (case_id uuid, told_at timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.id, max(n.created_at) FROM cases c JOIN notification n ON n.case_id = c.id
         WHERE c.lead_worker_id = guard.actor_id() AND c.status = 'open'
           AND c.age_band IN ('12-15', '16-17') AND c.id <> ALL (guard.blocked_cases())
           AND n.kind IN ('case.adult-soon', 'case.adult')
         GROUP BY c.id $$;
      REVOKE ALL ON FUNCTION guard.comes_of_age FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.comes_of_age TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION guard.comes_of_age')
  }
}
