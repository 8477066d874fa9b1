import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What is written in the forms of a case, one row a record; and what stood in a part of a case before
 * it was written anew, as it was sealed, so that it opens at the same place under the same key.
 *
 * Nobody writes history but the database itself, and nobody changes it. What was removed is absent for
 * everybody and stays in the history.
 */
export class Records1780000000043 implements MigrationInterface {
  name = 'Records1780000000043'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE section_record (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        form text NOT NULL CHECK (form ~ '^[a-z][a-z0-9-]*$'),
        -- a case holds one of it
        only_one boolean NOT NULL,
        -- plain codes, for lists and statistics; all else is sealed
        codes jsonb NOT NULL DEFAULT '{}',
        sealed bytea NOT NULL,
        version int NOT NULL DEFAULT 1,
        -- of the form it was written with
        form_version int NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES worker,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL REFERENCES worker,
        removed_at timestamptz,
        removed_reason text
      );
      CREATE INDEX record_of_case ON section_record (case_id, section) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX one_live_record ON section_record (case_id, form)
        WHERE only_one AND removed_at IS NULL;
      CALL guard.protect_part('section_record', '1 << section_record.section');
      CREATE POLICY added_in_own_name ON section_record AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (created_by = (SELECT guard.actor_id()) AND updated_by = (SELECT guard.actor_id()));
      CREATE POLICY changed_in_own_name ON section_record AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (true) WITH CHECK (updated_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON section_record TO ben_an_app;
      GRANT UPDATE (codes, sealed, version, form_version, updated_at, updated_by)
        ON section_record TO ben_an_app;

      -- The victim, who is around them and what happened have rows of their own and are written through
      -- forms as well.
      ALTER TABLE person ADD COLUMN removed_at timestamptz, ADD COLUMN removed_reason text;
      ALTER TABLE incident
        ADD COLUMN codes jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN updated_at timestamptz,
        ADD COLUMN removed_at timestamptz, ADD COLUMN removed_reason text;
      GRANT UPDATE (role) ON person TO ben_an_app;
      GRANT UPDATE (codes, updated_at) ON incident TO ben_an_app;
      GRANT UPDATE (age_band, sex) ON cases TO ben_an_app;

      CREATE POLICY not_removed ON person AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (removed_at IS NULL);
      CREATE POLICY not_removed ON incident AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (removed_at IS NULL);
      CREATE POLICY not_removed ON section_record AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (removed_at IS NULL);

      CREATE TABLE section_history (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        -- where it stood: the table is part of the place at which the text opens
        source text NOT NULL
          CHECK (source IN ('person', 'case_section', 'incident', 'section_record')),
        -- null for a section's own text, of which there is one a section
        row_id uuid,
        form text,
        version int NOT NULL,
        codes jsonb NOT NULL,
        sealed bytea,
        replaced_at timestamptz NOT NULL,
        -- null where the service itself did it
        replaced_by uuid REFERENCES worker,
        -- it was not written anew but taken away
        removed_reason text
      );
      CREATE INDEX history_of_section ON section_history (case_id, section, id);
      CALL guard.protect_part('section_history', '1 << section_history.section');
      -- What stood there once was shared with nobody: it is for who manages the case.
      CREATE POLICY of_managed_case ON section_history AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (EXISTS (SELECT FROM case_access a WHERE a.case_id = section_history.case_id
                          AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      GRANT SELECT ON section_history TO ben_an_app;

      CREATE FUNCTION guard.keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        h section_history;
      BEGIN
        h.id := uuidv7();
        h.case_id := OLD.case_id;
        h.source := TG_TABLE_NAME;
        h.version := OLD.version;
        h.sealed := OLD.sealed;
        h.codes := '{}';
        h.replaced_by := guard.actor_id();
        CASE TG_TABLE_NAME
          WHEN 'person' THEN
            h.section := OLD.section;
            h.row_id := OLD.id;
            h.replaced_at := NEW.updated_at;
            h.removed_reason := NEW.removed_reason;
            h.codes := jsonb_build_object('role', OLD.role, 'sex', OLD.sex);
            -- Of the victim some things are plain and lie with the case.
            IF OLD.role = 'victim' THEN
              SELECT h.codes || jsonb_build_object('language', c.language, 'provinceCode', c.province_code,
                                                   'commune', c.commune)
                INTO h.codes FROM cases c WHERE c.id = OLD.case_id;
            END IF;
          WHEN 'case_section' THEN
            h.section := OLD.section;
            h.replaced_at := NEW.updated_at;
          WHEN 'incident' THEN
            h.section := 3;
            h.row_id := OLD.id;
            h.replaced_at := coalesce(NEW.updated_at, now());
            h.removed_reason := NEW.removed_reason;
            h.codes := OLD.codes || jsonb_build_object(
              'type', OLD.type, 'otherTypes', OLD.other_types, 'hanoiArticles', OLD.hanoi_articles,
              'ageAtIncident', OLD.age_at_incident, 'occurredOn', OLD.occurred_on,
              'ongoing', OLD.ongoing);
          WHEN 'section_record' THEN
            h.section := OLD.section;
            h.row_id := OLD.id;
            h.form := OLD.form;
            h.codes := OLD.codes;
            h.replaced_at := NEW.updated_at;
            h.removed_reason := NEW.removed_reason;
        END CASE;
        INSERT INTO section_history SELECT h.*;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.keep_version FROM PUBLIC;
      CREATE TRIGGER keep_version AFTER UPDATE ON person FOR EACH ROW
        WHEN ((OLD.sealed, OLD.sex, OLD.role, OLD.version, OLD.removed_at)
              IS DISTINCT FROM (NEW.sealed, NEW.sex, NEW.role, NEW.version, NEW.removed_at))
        EXECUTE FUNCTION guard.keep_version();
      CREATE TRIGGER keep_version AFTER UPDATE ON case_section FOR EACH ROW
        WHEN (OLD.sealed IS DISTINCT FROM NEW.sealed) EXECUTE FUNCTION guard.keep_version();
      CREATE TRIGGER keep_version AFTER UPDATE ON incident FOR EACH ROW
        WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION guard.keep_version();
      CREATE TRIGGER keep_version AFTER UPDATE ON section_record FOR EACH ROW
        WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION guard.keep_version();

      -- Takes a record away, for a reason. Through here alone, since a row that is absent cannot be
      -- written by who must not see it. Who may write the section may do it; the victim and the last
      -- incident stay, or it would be nobody's case. Returns null where there is none for the actor.
      CREATE FUNCTION guard.remove_record(p_source text, p_id uuid, p_version int, p_reason text,
                                          p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        r record;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' OR p_reason IS NULL THEN RETURN NULL; END IF;
        CASE p_source
          WHEN 'person' THEN
            SELECT p.case_id, p.section, p.version, p.role = 'victim' AS stays INTO r
              FROM person p WHERE p.id = p_id AND p.removed_at IS NULL FOR NO KEY UPDATE;
          WHEN 'incident' THEN
            SELECT i.case_id, 3 AS section, i.version, NOT EXISTS (
                     SELECT FROM incident o WHERE o.case_id = i.case_id AND o.id <> i.id
                        AND o.removed_at IS NULL) AS stays INTO r
              FROM incident i WHERE i.id = p_id AND i.removed_at IS NULL FOR NO KEY UPDATE;
          WHEN 'section_record' THEN
            SELECT s.case_id, s.section, s.version, false AS stays INTO r
              FROM section_record s WHERE s.id = p_id AND s.removed_at IS NULL FOR NO KEY UPDATE;
          ELSE RETURN NULL;
        END CASE;
        IF NOT FOUND OR r.case_id = ANY (guard.blocked_cases()) OR NOT EXISTS (
             SELECT FROM case_access a WHERE a.case_id = r.case_id AND a.valid_until > now()
                AND a.principal = ANY (actor.principals) AND a.may_write
                AND a.sections & (1 << r.section) <> 0)
        THEN RETURN NULL; END IF;
        IF r.stays THEN RETURN 'stays'; END IF;
        IF r.version <> p_version THEN RETURN 'stale'; END IF;
        CASE p_source
          WHEN 'person' THEN
            UPDATE person SET removed_at = p_at, removed_reason = p_reason, updated_at = p_at,
                   version = version + 1 WHERE id = p_id;
          WHEN 'incident' THEN
            UPDATE incident SET removed_at = p_at, removed_reason = p_reason, updated_at = p_at,
                   version = version + 1 WHERE id = p_id;
          ELSE
            UPDATE section_record SET removed_at = p_at, removed_reason = p_reason, updated_at = p_at,
                   updated_by = actor.worker_id, version = version + 1 WHERE id = p_id;
        END CASE;
        RETURN 'removed';
      END $$;
      REVOKE ALL ON FUNCTION guard.remove_record FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.remove_record TO ben_an_app;
    `)
    await this.countRecords(queryRunner, withoutRecords, withRecords)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.countRecords(queryRunner, withRecords, withoutRecords)
    await queryRunner.query(`
      DROP FUNCTION guard.remove_record;
      DROP TRIGGER keep_version ON person;
      DROP TRIGGER keep_version ON case_section;
      DROP TRIGGER keep_version ON incident;
      DROP TABLE section_record;
      DROP FUNCTION guard.keep_version;
      DROP TABLE section_history;
      DROP POLICY not_removed ON person;
      DROP POLICY not_removed ON incident;
      REVOKE UPDATE (age_band, sex) ON cases FROM ben_an_app;
      REVOKE UPDATE (role) ON person FROM ben_an_app;
      ALTER TABLE person DROP COLUMN removed_at, DROP COLUMN removed_reason;
      ALTER TABLE incident DROP COLUMN codes, DROP COLUMN updated_at, DROP COLUMN removed_at,
        DROP COLUMN removed_reason;
    `)
  }

  /**
   * All of a case moves with it, records and their history as well: what a transfer counts gains them.
   * Changes that one clause of both functions, and leaves the rest of them as it is.
   */
  private async countRecords(
    queryRunner: QueryRunner,
    from: (caseId: string) => string,
    to: (caseId: string) => string,
  ): Promise<void> {
    for (const [name, caseId] of [
      ['sections_recorded', 'p_case'],
      ['accept_transfer', 'c.id'],
    ] as const) {
      const [row] = (await queryRunner.query(
        `SELECT pg_get_functiondef(p.oid) AS definition FROM pg_proc p
          WHERE p.pronamespace = 'guard'::regnamespace AND p.proname = $1`,
        [name],
      )) as { definition: string }[]
      if (row?.definition.includes(from(caseId)) !== true)
        throw new Error(`guard.${name} counts sections in another way`)
      await queryRunner.query(row.definition.replace(from(caseId), to(caseId)))
    }
  }
}

const withoutRecords = (caseId: string): string =>
  `UNION ALL SELECT 1 << 3 FROM incident i WHERE i.case_id = ${caseId}) s`
const withRecords = (caseId: string): string =>
  `UNION ALL SELECT 1 << 3 FROM incident i WHERE i.case_id = ${caseId}
          UNION ALL SELECT 1 << r.section FROM section_record r WHERE r.case_id = ${caseId}) s`
