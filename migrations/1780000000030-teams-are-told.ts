import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people on a team are told of, and who they are: for the service, which sees no case. */
export class TeamsAreTold1780000000030 implements MigrationInterface {
  name = 'TeamsAreTold1780000000030'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A subject is looked up by "id"; a team is known by its case.
      ALTER TABLE case_team ADD COLUMN id uuid GENERATED ALWAYS AS (case_id) STORED;
      CREATE UNIQUE INDEX case_team_by_id ON case_team (id);
      INSERT INTO notification_subject (type, relation, role) VALUES
        ('team', 'case_team', NULL), ('invitation', 'team_member', NULL), ('task', 'team_task', NULL),
        ('conference', 'case_conference', NULL),
        -- who is no longer on a team sees nothing of it, but is told that it is so
        ('left-team', NULL, 'caseworker');

      CREATE FUNCTION guard.team_parties(p_case uuid)
      RETURNS TABLE (unit_id uuid, worker_id uuid, leads boolean, sections int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.unit_id, c.lead_worker_id, true, (1 << 12) - 1
          FROM case_team t JOIN cases c ON c.id = t.case_id
         WHERE t.case_id = p_case AND guard.is_system()
        UNION ALL
        SELECT m.unit_id, m.worker_id, false, guard.team_sections(m.id) FROM team_member m
         WHERE m.case_id = p_case AND m.status = 'joined' AND guard.is_system() $$;
      REVOKE ALL ON FUNCTION guard.team_parties FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.team_parties TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.team_parties;
      DELETE FROM notification
       WHERE subject_type IN ('team', 'invitation', 'task', 'conference', 'left-team');
      DELETE FROM notification_subject
       WHERE type IN ('team', 'invitation', 'task', 'conference', 'left-team');
      ALTER TABLE case_team DROP COLUMN id;
    `)
  }
}
