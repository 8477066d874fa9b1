import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Many people who come at once, from one event. Each has a case of their own; the group is what joins
 * them: their incidents carry its id as their event. What a list says of somebody goes into the case,
 * and the list itself waits sealed, for the worker who sent it alone, a day at most.
 */
export class Groups1780000000054 implements MigrationInterface {
  name = 'Groups1780000000054'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- One record a victim and event; several victims in one event are joined by it.
      ALTER TABLE incident ADD COLUMN event_id uuid;
      CREATE INDEX incident_of_event ON incident (event_id) WHERE event_id IS NOT NULL;

      CREATE SEQUENCE group_number_seq;
      GRANT USAGE ON SEQUENCE group_number_seq TO ben_an_app;

      CREATE TABLE victim_group (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        unit_id uuid NOT NULL REFERENCES unit,
        opened_by uuid NOT NULL REFERENCES worker,
        opened_at timestamptz NOT NULL,
        incident_type text NOT NULL,
        -- where they were held, ISO 3166-1
        country text CHECK (country ~ '^[A-Z]{2}$'),
        received_on date NOT NULL,
        province_code text,
        identification text NOT NULL CHECK (identification IN ('presumed', 'identified')),
        -- where they were received, under a key that is not in the database
        sealed_place bytea,
        -- raised by every list that is taken in, so that two never are at once
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX victim_group_of_unit ON victim_group (unit_id, opened_at DESC, id DESC);

      -- Who is in a group, and by which keyed tokens somebody who is sent again is known.
      CREATE TABLE group_person (
        id uuid PRIMARY KEY,
        group_id uuid NOT NULL REFERENCES victim_group ON DELETE CASCADE,
        case_id uuid NOT NULL UNIQUE REFERENCES cases ON DELETE CASCADE,
        added_by uuid NOT NULL REFERENCES worker,
        added_at timestamptz NOT NULL,
        name_mark bytea NOT NULL CHECK (length(name_mark) = 16),
        born_mark bytea CHECK (length(born_mark) = 16),
        document_mark bytea CHECK (length(document_mark) = 16),
        phone_mark bytea CHECK (length(phone_mark) = 16)
      );
      CREATE INDEX group_person_of_group ON group_person (group_id);
      CREATE INDEX group_person_by_name ON group_person (name_mark);
      CREATE INDEX group_person_by_document ON group_person (document_mark);

      -- A list on its way. Its rows are sealed; what was taken in leaves them at once.
      CREATE TABLE group_list (
        id uuid PRIMARY KEY,
        worker_id uuid NOT NULL REFERENCES worker,
        unit_id uuid NOT NULL REFERENCES unit,
        -- the group it adds to; null for one that is new
        group_id uuid REFERENCES victim_group ON DELETE CASCADE,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        step text NOT NULL CHECK (step IN ('columns', 'rows', 'facts', 'check', 'left-over')),
        sealed bytea NOT NULL,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX group_list_of_worker ON group_list (worker_id, sent_at DESC);
      CREATE INDEX group_list_by_expiry ON group_list (expires_at);

      -- Under which headings a unit keeps what; as keyed tokens, since a list without headings has a
      -- person in its first line.
      CREATE TABLE group_column (
        unit_id uuid NOT NULL REFERENCES unit,
        heading_mark bytea NOT NULL CHECK (length(heading_mark) = 16),
        field text,
        PRIMARY KEY (unit_id, heading_mark)
      );

      CALL guard.protect('victim_group');  CALL guard.protect('group_person');
      CALL guard.protect('group_list');    CALL guard.protect('group_column');

      -- Whoever opened the group, the supervisors of its unit, and who manages a case in it.
      CREATE FUNCTION guard.sees_group(p_unit uuid, p_opened_by uuid, p_group uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(p_unit = guard.desk_unit_id() AND (
          p_opened_by = guard.actor_id() OR guard.has_role('supervisor')
          OR EXISTS (SELECT FROM group_person p JOIN case_access a ON a.case_id = p.case_id
                      WHERE p.group_id = p_group AND a.principal = ANY (guard.principals())
                        AND a.valid_until > now() AND a.sections & (1 << 10) <> 0
                        AND p.case_id <> ALL (guard.blocked_cases()))), false) $$;

      CREATE POLICY seen ON victim_group FOR SELECT
        USING (unit_id = (SELECT guard.desk_unit_id())
               AND guard.sees_group(unit_id, opened_by, id));
      CREATE POLICY opened_in_own_name ON victim_group FOR INSERT
        WITH CHECK (unit_id = (SELECT guard.desk_unit_id()) AND opened_by = (SELECT guard.actor_id())
                    AND (SELECT guard.has_role('caseworker')) AND version = 1);
      CREATE POLICY added_to ON victim_group FOR UPDATE
        USING (unit_id = (SELECT guard.desk_unit_id()) AND (SELECT guard.has_role('caseworker'))
               AND guard.sees_group(unit_id, opened_by, id));

      CREATE POLICY of_seen_group ON group_person FOR SELECT
        USING (EXISTS (SELECT FROM victim_group g WHERE g.id = group_id));
      CREATE POLICY added_in_own_name ON group_person FOR INSERT
        WITH CHECK (added_by = (SELECT guard.actor_id())
          AND EXISTS (SELECT FROM victim_group g WHERE g.id = group_id)
          AND EXISTS (SELECT FROM case_access a WHERE a.case_id = group_person.case_id
                         AND a.valid_until > now() AND a.may_write AND a.reason = 'lead'));
      CREATE POLICY not_blocked ON group_person AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      CREATE POLICY own ON group_list
        USING (worker_id = (SELECT guard.actor_id())
               AND unit_id = (SELECT guard.desk_unit_id()));
      -- The service throws away what has waited too long, and opens nothing.
      CREATE POLICY forgotten ON group_list FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY thrown_away ON group_list FOR DELETE USING ((SELECT guard.is_system()));

      CREATE POLICY of_own_unit ON group_column
        USING (unit_id = (SELECT guard.desk_unit_id()) AND (SELECT guard.has_role('caseworker')));

      GRANT SELECT, INSERT ON victim_group, group_person TO ben_an_app;
      GRANT UPDATE (version) ON victim_group TO ben_an_app;
      GRANT SELECT, INSERT, DELETE ON group_list TO ben_an_app;
      GRANT UPDATE (step, sealed, version) ON group_list TO ben_an_app;
      GRANT SELECT, INSERT ON group_column TO ben_an_app;
      GRANT UPDATE (field) ON group_column TO ben_an_app;

      -- Whoever opens the cases of a group gives each to who is to lead it: a caseworker of the same
      -- unit, and only a case that nobody has worked on yet. False where it is not so.
      CREATE FUNCTION guard.give_case_of_group(p_case uuid, p_lead uuid) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE cases c SET lead_worker_id = p_lead
         WHERE c.id = p_case AND c.lead_worker_id = guard.actor_id() AND c.status = 'open'
           AND c.version = 1 AND c.unit_id = guard.desk_unit_id()
           AND EXISTS (SELECT FROM group_person p
                        WHERE p.case_id = c.id AND p.added_by = guard.actor_id())
           AND EXISTS (SELECT FROM worker w WHERE w.id = p_lead AND w.unit_id = c.unit_id
                          AND w.active AND 'caseworker' = ANY (w.roles))
           AND NOT EXISTS (SELECT FROM case_block b
                            WHERE b.worker_id = p_lead AND b.case_id = c.id);
        IF NOT FOUND THEN RETURN false; END IF;
        PERFORM guard.project_case(p_case);
        RETURN true;
      END $$;

      -- Who leads cases of a group now: whom the service tells.
      CREATE FUNCTION guard.leads_of_group(p_group uuid) RETURNS SETOF uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT DISTINCT c.lead_worker_id
          FROM group_person p JOIN cases c ON c.id = p.case_id JOIN victim_group g ON g.id = p.group_id
         WHERE p.group_id = p_group AND c.unit_id = g.unit_id AND guard.is_system() $$;

      REVOKE ALL ON FUNCTION guard.sees_group, guard.give_case_of_group, guard.leads_of_group
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.sees_group, guard.give_case_of_group, guard.leads_of_group
        TO ben_an_app;

      INSERT INTO notification_subject (type, relation) VALUES ('group', 'victim_group');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'group';
      DELETE FROM notification_subject WHERE type = 'group';
      DROP FUNCTION guard.leads_of_group, guard.give_case_of_group;
      DROP TABLE group_column, group_list, group_person, victim_group;
      DROP FUNCTION guard.sees_group;
      DROP SEQUENCE group_number_seq;
      ALTER TABLE incident DROP COLUMN event_id;
    `)
  }
}
