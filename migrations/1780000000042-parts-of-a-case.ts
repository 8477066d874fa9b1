import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One way to wall off a table whose rows belong to a section of a case, for all features that bring one. */
export class PartsOfACase1780000000042 implements MigrationInterface {
  name = 'PartsOfACase1780000000042'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The table has a column case_id; mask is an expression over its row that gives the mask of what
      -- the actor must be let into: '1 << part.section', '1 << 3', '1 << 10' for the management.
      -- Reading wants the grant, writing a grant that may write, and a conflict of interest hides all.
      CREATE PROCEDURE guard.protect_part(relation regclass, mask text) LANGUAGE plpgsql AS $$
      BEGIN
        CALL guard.protect(relation);
        EXECUTE format($p$
          CREATE POLICY granted ON %1$s FOR SELECT USING (EXISTS (
            SELECT FROM case_access a WHERE a.case_id = %1$s.case_id AND a.valid_until > now()
               AND a.sections & (%2$s) <> 0));
          CREATE POLICY added ON %1$s FOR INSERT WITH CHECK (EXISTS (
            SELECT FROM case_access a WHERE a.case_id = %1$s.case_id AND a.valid_until > now()
               AND a.may_write AND a.sections & (%2$s) <> 0));
          CREATE POLICY changed ON %1$s FOR UPDATE USING (EXISTS (
            SELECT FROM case_access a WHERE a.case_id = %1$s.case_id AND a.valid_until > now()
               AND a.may_write AND a.sections & (%2$s) <> 0));
          CREATE POLICY not_blocked ON %1$s AS RESTRICTIVE FOR ALL TO ben_an_app
            USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
        $p$, relation, mask);
      END $$;
      REVOKE ALL ON PROCEDURE guard.protect_part(regclass, text) FROM PUBLIC;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP PROCEDURE guard.protect_part(regclass, text)')
  }
}
