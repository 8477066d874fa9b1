import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Two cases of one person in one unit. The one that is not gone on with keeps all it holds, under its
 * own keys and its own consents, and points to the other; what others are doing for the person in it
 * goes on. Nothing is copied and nothing moves, so that it can be undone at any time.
 */
export class Merging1780000000056 implements MigrationInterface {
  name = 'Merging1780000000056'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_merge (
        id uuid PRIMARY KEY,
        main_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        duplicate_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        merged_by uuid NOT NULL REFERENCES worker,
        merged_at timestamptz NOT NULL,
        -- who led the duplicate until then
        old_lead_id uuid NOT NULL REFERENCES worker,
        undone_by uuid REFERENCES worker,
        undone_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK (main_id <> duplicate_id),
        CHECK (num_nonnulls(undone_by, undone_at) <> 1)
      );
      CREATE UNIQUE INDEX case_merge_once ON case_merge (duplicate_id) WHERE undone_at IS NULL;
      CREATE INDEX case_merge_of_main ON case_merge (main_id);

      CALL guard.protect('case_merge');
      CREATE POLICY of_managed_case ON case_merge FOR SELECT USING (
        EXISTS (SELECT FROM case_access a WHERE a.case_id IN (main_id, duplicate_id)
                   AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        OR old_lead_id = (SELECT guard.actor_id()));
      CREATE POLICY carried ON case_merge FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY not_blocked ON case_merge AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (main_id <> ALL ((SELECT guard.blocked_cases())::uuid[])
               AND duplicate_id <> ALL ((SELECT guard.blocked_cases())::uuid[]));
      GRANT SELECT ON case_merge TO ben_an_app;

      -- As before, and who leads a duplicate goes on with what others are doing in it, and takes back
      -- consents: its management. Its content is written no more.
      CREATE OR REPLACE FUNCTION guard.project_case(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        everything int := (1 << 11) - 1;
        counselling int := 1 << 6;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(c.id);
        PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, everything,
                                c.status = 'open', 'infinity');
        IF c.status = 'duplicate' THEN
          PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, 1 << 10, true, 'infinity');
        END IF;
        IF NOT c.sealed THEN
          PERFORM guard.add_grant(c.id, u.supervision_id, 'supervision', c.id,
                                  everything & ~counselling, false, 'infinity')
             FROM unit u WHERE u.id = c.unit_id;
        END IF;
      END $$;

      -- Nothing new is begun in a case that is not open.
      CREATE FUNCTION guard.begins_in_open_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.status <> 'open') THEN
          RAISE EXCEPTION 'the case is not open' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      REVOKE ALL ON FUNCTION guard.begins_in_open_case FROM PUBLIC;
      CREATE TRIGGER begins_in_open_case BEFORE INSERT ON referral
        FOR EACH ROW EXECUTE FUNCTION guard.begins_in_open_case();

      -- As before, and what is still done in a duplicate holds its main case open.
      CREATE OR REPLACE FUNCTION guard.holds_case_open(p_case uuid) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE
          WHEN NOT guard.manages_case(p_case, false) THEN 'hidden'
          WHEN EXISTS (SELECT FROM referral r
                        WHERE r.case_id IN (SELECT p_case UNION ALL
                                SELECT m.duplicate_id FROM case_merge m
                                 WHERE m.main_id = p_case AND m.undone_at IS NULL)
                          AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold'))
            THEN 'open-referrals'
          WHEN EXISTS (SELECT FROM case_transfer t WHERE t.case_id = p_case
                          AND t.status = 'offered') THEN 'offered'
          WHEN EXISTS (SELECT FROM case_team t WHERE t.case_id = p_case AND t.status = 'open')
            THEN 'team-open'
          ELSE NULL END $$;

      -- The unit that has the case: its lead, and where it is not sealed its supervisors.
      CREATE FUNCTION guard.owns_case(p_case uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p_case <> ALL (guard.blocked_cases()) AND EXISTS (
          SELECT FROM case_access a JOIN cases c ON c.id = a.case_id
           WHERE a.case_id = p_case AND a.principal = ANY (guard.principals())
             AND a.valid_until > now() AND a.reason IN ('lead', 'supervision')
             AND a.sections & (1 << 10) <> 0 AND c.unit_id = guard.desk_unit_id()) $$;

      -- Whole or not at all. Gives 'merged', or why not: 'hidden', 'not-open', 'offered', 'team-open',
      -- 'chained' (the duplicate is the main case of others), 'lead-unfit' (who leads the main case may
      -- not see the other).
      CREATE FUNCTION guard.merge_cases(p_id uuid, p_main uuid, p_duplicate uuid, p_at timestamptz)
      RETURNS text LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        m cases%ROWTYPE;
        d cases%ROWTYPE;
      BEGIN
        -- In one order, whichever is which: two who merge crosswise do not wait for each other.
        PERFORM 1 FROM cases WHERE id IN (p_main, p_duplicate) ORDER BY id FOR NO KEY UPDATE;
        SELECT * INTO m FROM cases WHERE id = p_main;
        SELECT * INTO d FROM cases WHERE id = p_duplicate;
        IF m.id IS NULL OR d.id IS NULL OR m.id = d.id OR m.unit_id <> d.unit_id
           OR NOT guard.owns_case(m.id) OR NOT guard.owns_case(d.id) THEN RETURN 'hidden'; END IF;
        IF m.status <> 'open' OR d.status <> 'open' THEN RETURN 'not-open'; END IF;
        IF EXISTS (SELECT FROM case_merge x WHERE x.main_id = d.id AND x.undone_at IS NULL) THEN
          RETURN 'chained';
        END IF;
        IF EXISTS (SELECT FROM case_transfer t WHERE t.case_id = d.id AND t.status = 'offered') THEN
          RETURN 'offered';
        END IF;
        IF EXISTS (SELECT FROM case_team t WHERE t.case_id = d.id AND t.status = 'open') THEN
          RETURN 'team-open';
        END IF;
        IF EXISTS (SELECT FROM case_block b
                    WHERE b.case_id = d.id AND b.worker_id = m.lead_worker_id) THEN
          RETURN 'lead-unfit';
        END IF;
        INSERT INTO case_merge (id, main_id, duplicate_id, unit_id, merged_by, merged_at, old_lead_id)
        VALUES (p_id, m.id, d.id, m.unit_id, guard.actor_id(), p_at, d.lead_worker_id);
        UPDATE cases SET status = 'duplicate', closed_at = p_at, updated_at = p_at,
               lead_worker_id = m.lead_worker_id, version = version + 1 WHERE id = d.id;
        UPDATE cases SET updated_at = p_at, version = version + 1 WHERE id = m.id;
        PERFORM guard.project_case(d.id);
        RETURN 'merged';
      END $$;

      -- Both as they were. Gives 'undone', or why not: 'hidden', 'stale'.
      CREATE FUNCTION guard.undo_merge(p_id uuid, p_version int, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        x case_merge%ROWTYPE;
      BEGIN
        SELECT * INTO x FROM case_merge WHERE id = p_id FOR NO KEY UPDATE;
        IF NOT FOUND OR NOT guard.owns_case(x.main_id) OR NOT guard.owns_case(x.duplicate_id) THEN
          RETURN 'hidden';
        END IF;
        IF x.undone_at IS NOT NULL OR x.version <> p_version THEN RETURN 'stale'; END IF;
        UPDATE case_merge SET undone_by = guard.actor_id(), undone_at = p_at, version = version + 1
         WHERE id = x.id;
        UPDATE cases c SET status = 'open', closed_at = NULL, updated_at = p_at,
               version = c.version + 1,
               lead_worker_id = CASE WHEN EXISTS (
                   SELECT FROM worker w WHERE w.id = x.old_lead_id AND w.active
                      AND w.unit_id = c.unit_id AND 'caseworker' = ANY (w.roles))
                 THEN x.old_lead_id ELSE c.lead_worker_id END
         WHERE c.id = x.duplicate_id;
        PERFORM guard.project_case(x.duplicate_id);
        RETURN 'undone';
      END $$;

      REVOKE ALL ON FUNCTION guard.owns_case, guard.merge_cases, guard.undo_merge FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.owns_case, guard.merge_cases, guard.undo_merge TO ben_an_app;
      INSERT INTO notification_subject (type, relation) VALUES ('case-merge', 'case_merge');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'case-merge';
      DELETE FROM notification_subject WHERE type = 'case-merge';
      DROP FUNCTION guard.undo_merge, guard.merge_cases, guard.owns_case;
      DROP TRIGGER begins_in_open_case ON referral;
      DROP FUNCTION guard.begins_in_open_case;
      CREATE OR REPLACE FUNCTION guard.holds_case_open(p_case uuid) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE
          WHEN NOT guard.manages_case(p_case, false) THEN 'hidden'
          WHEN EXISTS (SELECT FROM referral r WHERE r.case_id = p_case
                          AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold'))
            THEN 'open-referrals'
          WHEN EXISTS (SELECT FROM case_transfer t WHERE t.case_id = p_case
                          AND t.status = 'offered') THEN 'offered'
          WHEN EXISTS (SELECT FROM case_team t WHERE t.case_id = p_case AND t.status = 'open')
            THEN 'team-open'
          ELSE NULL END $$;
      CREATE OR REPLACE FUNCTION guard.project_case(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        everything int := (1 << 11) - 1;
        counselling int := 1 << 6;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(c.id);
        PERFORM guard.add_grant(c.id, c.lead_worker_id, 'lead', c.id, everything,
                                c.status = 'open', 'infinity');
        IF NOT c.sealed THEN
          PERFORM guard.add_grant(c.id, u.supervision_id, 'supervision', c.id,
                                  everything & ~counselling, false, 'infinity')
             FROM unit u WHERE u.id = c.unit_id;
        END IF;
      END $$;
      DROP TABLE case_merge;
    `)
  }
}
