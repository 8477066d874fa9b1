import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Case content. Section masks: bit n is the n-th section of src/platform/access/sections.ts
 * (identity 0 … reintegration 9); bit 10 is the management of the case itself: its consents,
 * its referrals and who is on it.
 *
 * `access_grant` is the record of who may see what and why; `case_access` is its live projection,
 * written in the same transaction, and the only thing the policies read.
 */
export class CasesAndGrants1780000000005 implements MigrationInterface {
  name = 'CasesAndGrants1780000000005'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE case_number_seq;
      GRANT USAGE ON SEQUENCE case_number_seq TO ben_an_app;

      CREATE TABLE cases (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        unit_id uuid NOT NULL REFERENCES unit,
        lead_worker_id uuid NOT NULL REFERENCES worker,
        status text NOT NULL DEFAULT 'open'
          CHECK (status IN ('open', 'closed', 'transferred', 'duplicate')),
        risk_level text NOT NULL CHECK (risk_level IN ('none', 'low', 'medium', 'high')),
        immediate_danger boolean NOT NULL DEFAULT false,
        sealed boolean NOT NULL DEFAULT false,
        -- plain codes, for routing and for statistics
        age_band text NOT NULL,
        sex text NOT NULL CHECK (sex IN ('female', 'male', 'other', 'unknown')),
        language text NOT NULL DEFAULT 'vi',
        province_code text,
        commune text,
        opened_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        closed_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX cases_of_lead ON cases (lead_worker_id, status, updated_at DESC, id DESC);
      CREATE INDEX cases_of_unit ON cases (unit_id, status, updated_at DESC, id DESC);

      -- The data keys of a case, one a class, wrapped by a key that is not in the database.
      CREATE TABLE case_key (
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        class text NOT NULL CHECK (class IN ('identity', 'clinical', 'general')),
        sections int NOT NULL,
        wrapped bytea NOT NULL,
        PRIMARY KEY (case_id, class)
      );

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        role text NOT NULL
          CHECK (role IN ('victim', 'dependant', 'guardian', 'contact', 'alleged-perpetrator')),
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        sex text NOT NULL DEFAULT 'unknown',
        sealed bytea NOT NULL,
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX person_of_case ON person (case_id);

      CREATE TABLE case_section (
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        sealed bytea NOT NULL,
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        updated_by uuid NOT NULL REFERENCES worker,
        PRIMARY KEY (case_id, section)
      );

      CREATE TABLE incident (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        type text NOT NULL,
        other_types text[] NOT NULL DEFAULT '{}',
        -- derived from the types when written; kept so that a later rule does not rewrite history
        hanoi_articles text[] NOT NULL DEFAULT '{}',
        age_at_incident int,
        occurred_on date,
        ongoing boolean NOT NULL DEFAULT false,
        sealed bytea,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX incident_of_case ON incident (case_id);

      CREATE TABLE consent (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        legal_basis text NOT NULL,
        given_by text NOT NULL,
        mode text NOT NULL,
        child_assents boolean,
        recipient_unit_id uuid NOT NULL REFERENCES unit,
        sections int NOT NULL,
        purpose text NOT NULL,
        consents_to_statistics boolean NOT NULL DEFAULT false,
        given_at timestamptz NOT NULL,
        valid_until timestamptz NOT NULL,
        withdrawn_at timestamptz,
        sealed bytea,
        recorded_by uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL,
        CHECK (valid_until > given_at)
      );
      CREATE INDEX consent_of_case ON consent (case_id, created_at);

      CREATE TABLE case_block (
        worker_id uuid NOT NULL REFERENCES worker,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        reason text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (worker_id, case_id)
      );

      CREATE TABLE access_grant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        principal uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('lead', 'supervision', 'referral')),
        -- the case or the referral that causes it
        source_id uuid NOT NULL,
        sections int NOT NULL,
        may_write boolean NOT NULL,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz NOT NULL DEFAULT 'infinity',
        ended_at timestamptz
      );
      CREATE INDEX grant_by_source ON access_grant (source_id) WHERE ended_at IS NULL;
      CREATE INDEX grant_by_case ON access_grant (case_id);

      CREATE TABLE case_access (
        principal uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        grant_id uuid NOT NULL REFERENCES access_grant ON DELETE CASCADE,
        reason text NOT NULL,
        sections int NOT NULL,
        may_write boolean NOT NULL,
        valid_until timestamptz NOT NULL,
        PRIMARY KEY (principal, case_id, grant_id)
      );
      CREATE INDEX case_access_by_grant ON case_access (grant_id);
      CREATE INDEX case_access_by_case ON case_access (case_id);
      CREATE INDEX case_access_covering ON case_access (principal, case_id)
        INCLUDE (sections, may_write, valid_until);

      CALL guard.protect('cases');       CALL guard.protect('case_key');
      CALL guard.protect('person');      CALL guard.protect('case_section');
      CALL guard.protect('incident');    CALL guard.protect('consent');
      CALL guard.protect('case_block');  CALL guard.protect('access_grant');
      CALL guard.protect('case_access');

      CREATE FUNCTION guard.blocked_cases() RETURNS uuid[]
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(array_agg(b.case_id), '{}') FROM case_block b
         WHERE b.worker_id = guard.actor_id() $$;

      CREATE POLICY mine ON case_access FOR SELECT
        USING (principal = ANY ((SELECT guard.principals())::uuid[]));

      -- Its own row-level security narrows the inner query to the actor's principals. The case row is
      -- for those who manage the case; whom a section is shared with sees that section, not the case.
      CREATE POLICY granted ON cases FOR SELECT
        USING (id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                                 WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY opened_by_lead ON cases FOR INSERT
        WITH CHECK (unit_id = (SELECT guard.desk_unit_id())
                    AND lead_worker_id = (SELECT guard.actor_id()));
      CREATE POLICY written ON cases FOR UPDATE
        USING (EXISTS (SELECT FROM case_access a WHERE a.case_id = id AND a.may_write
                         AND a.valid_until > now()))
        WITH CHECK (unit_id = (SELECT guard.desk_unit_id()));
      CREATE POLICY not_blocked ON cases AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      DO $$
      DECLARE
        part record;
      BEGIN
        FOR part IN SELECT * FROM (VALUES
          ('person', '1 << person.section'), ('case_section', '1 << case_section.section'),
          ('incident', '1 << 3'), ('consent', '1 << 10'), ('case_key', 'case_key.sections')) v(relation, bit)
        LOOP
          EXECUTE format($p$
            CREATE POLICY granted ON %1$I FOR SELECT USING (EXISTS (
              SELECT FROM case_access a WHERE a.case_id = %1$I.case_id AND a.valid_until > now()
                 AND a.sections & (%2$s) <> 0));
            CREATE POLICY added ON %1$I FOR INSERT WITH CHECK (EXISTS (
              SELECT FROM case_access a WHERE a.case_id = %1$I.case_id AND a.valid_until > now()
                 AND a.may_write AND a.sections & (%2$s) <> 0));
            CREATE POLICY changed ON %1$I FOR UPDATE USING (EXISTS (
              SELECT FROM case_access a WHERE a.case_id = %1$I.case_id AND a.valid_until > now()
                 AND a.may_write AND a.sections & (%2$s) <> 0));
            CREATE POLICY not_blocked ON %1$I AS RESTRICTIVE FOR ALL TO ben_an_app
              USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
          $p$, part.relation, part.bit);
        END LOOP;
      END $$;

      CREATE POLICY of_managed_cases ON access_grant FOR SELECT USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = access_grant.case_id AND a.valid_until > now()
           AND a.sections & (1 << 10) <> 0));
      CREATE POLICY not_blocked ON access_grant AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[]));

      -- Nobody writes in another's name.
      CREATE POLICY in_own_name ON consent AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (recorded_by = (SELECT guard.actor_id()));
      CREATE POLICY added_in_own_name ON case_section AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (updated_by = (SELECT guard.actor_id()));
      CREATE POLICY changed_in_own_name ON case_section AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (true) WITH CHECK (updated_by = (SELECT guard.actor_id()));

      GRANT SELECT, INSERT ON cases, person, case_section, incident, consent, case_key TO ben_an_app;
      GRANT SELECT ON case_access, access_grant TO ben_an_app;
      GRANT UPDATE (risk_level, immediate_danger, language, province_code, commune, status,
                    updated_at, closed_at, version) ON cases TO ben_an_app;
      GRANT UPDATE (sealed, sex, version, updated_at) ON person TO ben_an_app;
      GRANT UPDATE (sealed, version, updated_at, updated_by) ON case_section TO ben_an_app;
      GRANT UPDATE (type, other_types, hanoi_articles, age_at_incident, occurred_on, ongoing, sealed,
                    version) ON incident TO ben_an_app;
      -- A consent is never rewritten; it can only be withdrawn.
      GRANT UPDATE (withdrawn_at) ON consent TO ben_an_app;
      CREATE FUNCTION guard.withdrawn_is_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
          RAISE EXCEPTION 'what was taken back is asked for anew' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER withdrawn_is_withdrawn BEFORE UPDATE ON consent
        FOR EACH ROW EXECUTE FUNCTION guard.withdrawn_is_withdrawn();
      REVOKE ALL ON FUNCTION guard.withdrawn_is_withdrawn FROM PUBLIC;

      CREATE FUNCTION guard.add_grant(p_case uuid, p_principal uuid, p_reason text, p_source uuid,
        p_sections int, p_may_write boolean, p_until timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH g AS (
          INSERT INTO access_grant
            (case_id, principal, reason, source_id, sections, may_write, valid_until)
          VALUES (p_case, p_principal, p_reason, p_source, p_sections, p_may_write, p_until)
          RETURNING *)
        INSERT INTO case_access
          (principal, case_id, grant_id, reason, sections, may_write, valid_until)
        SELECT principal, case_id, id, reason, sections, may_write, valid_until FROM g $$;
      REVOKE ALL ON FUNCTION guard.add_grant FROM PUBLIC;

      CREATE FUNCTION guard.end_grants(p_source uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        WITH ended AS (
          UPDATE access_grant SET ended_at = now()
           WHERE source_id = p_source AND ended_at IS NULL RETURNING id)
        DELETE FROM case_access c USING ended WHERE c.grant_id = ended.id $$;
      REVOKE ALL ON FUNCTION guard.end_grants FROM PUBLIC;

      -- Projects what follows from the case row itself: its lead sees all; its unit's supervisors see
      -- all but the counselling text, and nothing of a sealed case. Safe to call by anyone at any
      -- time, since it grants only what the row says.
      CREATE FUNCTION guard.project_case(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        everything int := (1 << 11) - 1;
        counselling int := 1 << 6;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(c.id);
        PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, everything, true, 'infinity');
        IF NOT c.sealed THEN
          PERFORM guard.add_grant(c.id, u.supervision_id, 'supervision', c.id,
                                  everything & ~counselling, false, 'infinity')
             FROM unit u WHERE u.id = c.unit_id;
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION guard.project_case, guard.blocked_cases FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.project_case, guard.blocked_cases TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.project_case, guard.end_grants, guard.add_grant;
      DROP TABLE case_access, access_grant, case_block, consent, incident, case_section, person,
        case_key, cases;
      DROP FUNCTION guard.blocked_cases, guard.withdrawn_is_withdrawn;
      DROP SEQUENCE case_number_seq;
    `)
  }
}
