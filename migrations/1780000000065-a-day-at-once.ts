import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the page of today asks for, each list from an index in its own order. */
export class ADayAtOnce1780000000065 implements MigrationInterface {
  name = 'ADayAtOnce1780000000065'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX team_task_of_worker ON team_task (worker_id, due_at, id) WHERE state = 'open';
      CREATE INDEX exception_pending_of_unit ON sharing_exception (unit_id, recorded_at)
        WHERE approval = 'pending';
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX exception_pending_of_unit, team_task_of_worker')
  }
}
