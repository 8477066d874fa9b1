import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Whoever has many cases pages through them as fast as whoever has few. The policy on `cases` made a
 * list of all cases of the reader for each statement and looked each row up in it; a supervisor of a unit
 * with 16,000 cases paid 20 ms before the first row, and no index gave the order of a list. Asked row
 * by row, it is asked of the rows of one page only.
 *
 * Lists without a status are read status by status since: what was in order for that alone goes.
 */
export class ListsInOrder1780000000068 implements MigrationInterface {
  name = 'ListsInOrder1780000000068'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY granted ON cases;
      -- OFFSET keeps the planner from making the list after all, as a hash: it does not see that a page
      -- ends soon.
      CREATE POLICY granted ON cases FOR SELECT
        USING (EXISTS (SELECT FROM case_access a
                        WHERE a.case_id = cases.id AND a.valid_until > now()
                          AND a.sections & (1 << 10) <> 0 OFFSET 0));
      DROP INDEX cases_of_lead_newest, cases_of_unit_newest;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX cases_of_lead_newest ON cases (lead_worker_id, updated_at DESC, id DESC);
      CREATE INDEX cases_of_unit_newest ON cases (unit_id, updated_at DESC, id DESC);
      DROP POLICY granted ON cases;
      CREATE POLICY granted ON cases FOR SELECT
        USING (id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                                 WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
    `)
  }
}
