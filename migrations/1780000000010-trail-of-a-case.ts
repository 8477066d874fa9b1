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

      -- The numbers by which people speak of cases: an auditor sees these, and nothing else of a case.
      CREATE FUNCTION guard.audited_cases(p_ids uuid[], p_number text)
      RETURNS TABLE (id uuid, number text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.id, c.number FROM cases c
         WHERE (SELECT guard.has_role('auditor')) AND (c.id = ANY (p_ids) OR c.number = p_number)
           AND c.id <> ALL ((SELECT guard.blocked_cases())::uuid[]) $$;
      REVOKE ALL ON FUNCTION guard.audited_cases FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.audited_cases TO ben_an_app;

      -- Entries are written in the order of time, so a coarse index finds a day of them.
      CREATE INDEX audit_entry_by_time ON audit_entry USING brin (at);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX audit_entry_by_time;
      DROP FUNCTION guard.audited_cases;
      DROP POLICY not_blocked ON audit_entry;
      DROP POLICY of_managed_case ON audit_entry;
    `)
  }
}
