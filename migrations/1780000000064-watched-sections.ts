import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who wants to be told when somebody else changes a section of a case. The lead watches all of hers
 * unless she says otherwise; a row is somebody's own choice. What is told of is a row of its own,
 * seen by who sees the section and the case.
 */
export class WatchedSections1780000000064 implements MigrationInterface {
  name = 'WatchedSections1780000000064'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE section_watch (
        worker_id uuid NOT NULL REFERENCES worker,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        watching boolean NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (worker_id, case_id, section)
      );
      CREATE INDEX watch_of_case ON section_watch (case_id, section) WHERE watching;
      CALL guard.protect('section_watch');
      CREATE POLICY own ON section_watch FOR SELECT USING (worker_id = (SELECT guard.actor_id()));
      CREATE POLICY chosen ON section_watch FOR INSERT WITH CHECK (
        worker_id = (SELECT guard.actor_id()) AND EXISTS (
          SELECT FROM case_access a WHERE a.case_id = section_watch.case_id AND a.valid_until > now()
             AND a.sections & (1 << 10) <> 0 AND a.sections & (1 << section_watch.section) <> 0));
      CREATE POLICY changed ON section_watch FOR UPDATE
        USING (worker_id = (SELECT guard.actor_id()))
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      CREATE POLICY not_blocked ON section_watch AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON section_watch TO ben_an_app;
      GRANT UPDATE (watching, updated_at) ON section_watch TO ben_an_app;

      CREATE TABLE watched_section (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        UNIQUE (case_id, section)
      );
      CALL guard.protect_part('watched_section', '1 << watched_section.section');
      CREATE POLICY of_managed_case ON watched_section AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (EXISTS (
          SELECT FROM case_access a WHERE a.case_id = watched_section.case_id
             AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)) WITH CHECK (true);
      GRANT SELECT ON watched_section TO ben_an_app;
      INSERT INTO notification_subject (type, relation) VALUES ('watched-section', 'watched_section');

      -- For the service that tells: who watches, other than who changed it, and has not yet to read
      -- that it changed. One word is enough until it is read.
      CREATE FUNCTION guard.section_watchers(p_case uuid, p_section int, p_actor uuid)
      RETURNS TABLE (watched_id uuid, worker_id uuid)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      BEGIN
        IF NOT guard.is_system() THEN RETURN; END IF;
        INSERT INTO watched_section (case_id, section) VALUES (p_case, p_section)
          ON CONFLICT DO NOTHING;
        RETURN QUERY
          SELECT s.id, w.worker FROM watched_section s
           CROSS JOIN LATERAL (
             SELECT c.lead_worker_id AS worker FROM cases c WHERE c.id = p_case
                AND NOT EXISTS (SELECT FROM section_watch o
                                 WHERE o.worker_id = c.lead_worker_id AND o.case_id = p_case
                                   AND o.section = p_section AND NOT o.watching)
             UNION
             SELECT o.worker_id FROM section_watch o
              WHERE o.case_id = p_case AND o.section = p_section AND o.watching) w
           WHERE s.case_id = p_case AND s.section = p_section
             AND w.worker IS DISTINCT FROM p_actor
             AND NOT EXISTS (SELECT FROM notification n
                              WHERE n.worker_id = w.worker AND n.subject_id = s.id
                                AND n.subject_type = 'watched-section' AND n.read_at IS NULL);
      END $$;
      REVOKE ALL ON FUNCTION guard.section_watchers FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.section_watchers TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'watched-section';
      DELETE FROM notification_subject WHERE type = 'watched-section';
      DROP FUNCTION guard.section_watchers;
      DROP TABLE watched_section, section_watch;
    `)
  }
}
