import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Working through many cases: lists narrowed and sorted by what lies on the row of the case itself,
 * filters that somebody keeps, and handing over many cases to a colleague.
 *
 * `incident_families` and `next_due_at` follow from rows elsewhere and are kept by triggers, so that a
 * list never asks for each case. Where nothing is due it is `infinity`, which sorts last.
 */
export class WorkingThrough1780000000051 implements MigrationInterface {
  name = 'WorkingThrough1780000000051'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE cases
        ADD COLUMN incident_families text[] NOT NULL DEFAULT '{}',
        ADD COLUMN next_due_at timestamptz NOT NULL DEFAULT 'infinity',
        ADD COLUMN risk_rank smallint NOT NULL GENERATED ALWAYS AS (
          CASE risk_level WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END) STORED;

      CREATE FUNCTION guard.families_of_case(p_case uuid) RETURNS text[]
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(array_agg(DISTINCT split_part(t, '.', 1)), '{}')
          FROM incident i, unnest(i.type || i.other_types) t
         WHERE i.case_id = p_case AND i.removed_at IS NULL $$;
      CREATE FUNCTION guard.families_follow_incident() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        touched uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
        families text[] := guard.families_of_case(touched);
      BEGIN
        UPDATE cases SET incident_families = families
         WHERE id = touched AND incident_families <> families;
        RETURN NULL;
      END $$;
      CREATE TRIGGER families_follow_incident
        AFTER INSERT OR DELETE OR UPDATE OF type, other_types, removed_at ON incident
        FOR EACH ROW EXECUTE FUNCTION guard.families_follow_incident();

      -- What the unit that has the case has to do next: its own tasks and those of the team.
      CREATE FUNCTION guard.next_due_of_case(p_case uuid) RETURNS timestamptz
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(min(d.due_at), 'infinity') FROM (
          SELECT t.due_at FROM case_task t WHERE t.case_id = p_case AND t.state = 'open'
          UNION ALL
          SELECT t.due_at FROM team_task t JOIN cases c ON c.id = t.case_id
           WHERE t.case_id = p_case AND t.state = 'open' AND t.unit_id = c.unit_id) d $$;
      CREATE FUNCTION guard.next_due_follows_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        touched uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.case_id ELSE NEW.case_id END;
        due timestamptz := guard.next_due_of_case(touched);
      BEGIN
        UPDATE cases SET next_due_at = due WHERE id = touched AND next_due_at <> due;
        RETURN NULL;
      END $$;
      CREATE TRIGGER next_due_follows_task
        AFTER INSERT OR DELETE OR UPDATE OF state, due_at ON case_task
        FOR EACH ROW EXECUTE FUNCTION guard.next_due_follows_task();
      CREATE TRIGGER next_due_follows_task
        AFTER INSERT OR DELETE OR UPDATE OF state, due_at, unit_id ON team_task
        FOR EACH ROW EXECUTE FUNCTION guard.next_due_follows_task();

      UPDATE cases c SET incident_families = guard.families_of_case(c.id),
             next_due_at = guard.next_due_of_case(c.id);

      CREATE INDEX cases_of_lead_opened ON cases (lead_worker_id, status, opened_at DESC, id DESC);
      CREATE INDEX cases_of_lead_risk
        ON cases (lead_worker_id, status, risk_rank DESC, updated_at DESC, id DESC);
      CREATE INDEX cases_of_lead_due ON cases (lead_worker_id, status, next_due_at, id);
      CREATE INDEX cases_of_unit_opened ON cases (unit_id, status, opened_at DESC, id DESC);
      CREATE INDEX cases_of_unit_risk
        ON cases (unit_id, status, risk_rank DESC, updated_at DESC, id DESC);
      CREATE INDEX cases_of_unit_due ON cases (unit_id, status, next_due_at, id);

      -- What was taken away is not found again either.
      CREATE TRIGGER search_keys_go_with_removal AFTER UPDATE OF removed_at ON person FOR EACH ROW
        WHEN (NEW.removed_at IS NOT NULL) EXECUTE FUNCTION guard.search_keys_go_along();
      CREATE TRIGGER search_keys_go_with_removal AFTER UPDATE OF removed_at ON incident FOR EACH ROW
        WHEN (NEW.removed_at IS NOT NULL) EXECUTE FUNCTION guard.search_keys_go_along();

      -- A filter that somebody keeps: codes, and a name of their own for it.
      CREATE TABLE saved_filter (
        id uuid PRIMARY KEY,
        worker_id uuid NOT NULL REFERENCES worker ON DELETE CASCADE,
        sealed_name bytea NOT NULL,
        query jsonb NOT NULL CHECK (jsonb_typeof(query) = 'object'),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX saved_filter_of_worker ON saved_filter (worker_id, created_at, id);
      CALL guard.protect('saved_filter');
      CREATE POLICY own ON saved_filter FOR ALL
        USING (worker_id = (SELECT guard.actor_id()))
        WITH CHECK (worker_id = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT, DELETE ON saved_filter TO ben_an_app;
      GRANT UPDATE (sealed_name) ON saved_filter TO ben_an_app;

      -- Many cases to a colleague: asked by a supervisor, done case by case by the worker.
      CREATE TABLE bulk_reassign (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES unit,
        requested_by uuid NOT NULL REFERENCES worker,
        to_worker_id uuid NOT NULL REFERENCES worker,
        requested_at timestamptz NOT NULL
      );
      CREATE INDEX bulk_reassign_of_unit ON bulk_reassign (unit_id, requested_at DESC, id DESC);
      CREATE TABLE bulk_reassign_line (
        id uuid PRIMARY KEY,
        bulk_id uuid NOT NULL REFERENCES bulk_reassign ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        position int NOT NULL CHECK (position BETWEEN 1 AND 100),
        -- who led it when it was asked
        from_worker_id uuid NOT NULL REFERENCES worker,
        state text NOT NULL DEFAULT 'waiting'
          CHECK (state IN ('waiting', 'done', 'gone', 'unfit', 'stale')),
        done_at timestamptz,
        UNIQUE (bulk_id, case_id),
        CHECK ((state = 'waiting') = (done_at IS NULL))
      );
      CREATE INDEX bulk_reassign_line_of_case ON bulk_reassign_line (case_id);
      CALL guard.protect('bulk_reassign'); CALL guard.protect('bulk_reassign_line');
      CREATE POLICY asked_for ON bulk_reassign FOR SELECT
        USING (requested_by = (SELECT guard.actor_id()) AND unit_id = (SELECT guard.desk_unit_id()));
      CREATE POLICY carried ON bulk_reassign FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY asked ON bulk_reassign FOR INSERT
        WITH CHECK (requested_by = (SELECT guard.actor_id()) AND unit_id = (SELECT guard.desk_unit_id())
                    AND (SELECT guard.has_role('supervisor')));
      CREATE POLICY asked_for ON bulk_reassign_line FOR SELECT
        USING (EXISTS (SELECT FROM bulk_reassign b WHERE b.id = bulk_id));
      -- Who leads a case now, and who led it, are told of it.
      CREATE POLICY given_to ON bulk_reassign FOR SELECT
        USING (to_worker_id = (SELECT guard.actor_id()));
      CREATE POLICY told ON bulk_reassign_line FOR SELECT
        USING (state = 'done' AND (from_worker_id = (SELECT guard.actor_id())
          OR EXISTS (SELECT FROM bulk_reassign b
                      WHERE b.id = bulk_id AND b.to_worker_id = (SELECT guard.actor_id()))));
      CREATE POLICY asked ON bulk_reassign_line FOR INSERT
        WITH CHECK (state = 'waiting'
                    AND EXISTS (SELECT FROM bulk_reassign b
                                 WHERE b.id = bulk_id AND b.requested_by = (SELECT guard.actor_id()))
                    AND EXISTS (SELECT FROM cases c
                                 WHERE c.id = case_id AND c.lead_worker_id = from_worker_id
                                   AND c.unit_id = (SELECT guard.desk_unit_id())));
      CREATE POLICY not_blocked ON bulk_reassign_line AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON bulk_reassign, bulk_reassign_line TO ben_an_app;

      -- A referral goes on with the new lead as its sender inside the unit, as it does where the case
      -- moves: nobody but the owner's functions changes who sent it.
      DO $do$ BEGIN
        EXECUTE format('CREATE OR REPLACE TRIGGER keep_what_was_agreed BEFORE UPDATE ON referral
          FOR EACH ROW WHEN (current_user <> %L OR (NEW.from_unit_id = OLD.from_unit_id
                                                    AND NEW.from_worker_id = OLD.from_worker_id))
          EXECUTE FUNCTION guard.keep_what_was_agreed()', current_user);
      END $do$;

      -- One line of what a supervisor asked, as herself and whole or not at all. Gives what became of it:
      -- done; gone (the case is not hers to give any more); unfit (this colleague cannot lead it, for
      -- whatever reason); stale (somebody else was faster); null where it was answered before.
      CREATE FUNCTION guard.reassign_case(p_line uuid, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        b bulk_reassign%ROWTYPE;
        l bulk_reassign_line%ROWTYPE;
        c cases%ROWTYPE;
        outcome text;
      BEGIN
        SELECT * INTO l FROM bulk_reassign_line WHERE id = p_line FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN NULL; END IF;
        SELECT * INTO b FROM bulk_reassign WHERE id = l.bulk_id;
        IF l.state <> 'waiting' OR actor.kind IS DISTINCT FROM 'worker'
           OR b.requested_by <> actor.worker_id THEN RETURN NULL; END IF;
        SELECT * INTO c FROM cases WHERE id = l.case_id FOR NO KEY UPDATE;
        outcome := CASE
          WHEN NOT 'supervisor' = ANY (actor.roles) OR c.unit_id <> actor.unit_id
               OR b.unit_id <> actor.unit_id OR c.status NOT IN ('open', 'closed')
               OR NOT guard.manages_case(c.id, false) THEN 'gone'
          WHEN c.lead_worker_id <> l.from_worker_id AND c.lead_worker_id <> b.to_worker_id THEN 'stale'
          WHEN NOT EXISTS (SELECT FROM worker w
                            WHERE w.id = b.to_worker_id AND w.unit_id = c.unit_id AND w.active
                              AND 'caseworker' = ANY (w.roles))
               OR EXISTS (SELECT FROM case_block x
                           WHERE x.worker_id = b.to_worker_id AND x.case_id = c.id) THEN 'unfit'
          ELSE 'done' END;
        UPDATE bulk_reassign_line SET state = outcome, done_at = p_at WHERE id = l.id;
        IF outcome <> 'done' OR c.lead_worker_id = b.to_worker_id THEN RETURN outcome; END IF;

        UPDATE cases SET lead_worker_id = b.to_worker_id, updated_at = p_at, version = version + 1
         WHERE id = c.id;
        -- What the old lead still had to do, the new one has to; unsent thoughts are not handed on.
        DELETE FROM referral r
         WHERE r.case_id = c.id AND r.status = 'draft' AND r.from_worker_id = c.lead_worker_id;
        UPDATE referral SET from_worker_id = b.to_worker_id
         WHERE case_id = c.id AND from_unit_id = c.unit_id AND from_worker_id = c.lead_worker_id
           AND status IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed', 'rejected');
        UPDATE case_transfer SET old_lead_id = b.to_worker_id
         WHERE case_id = c.id AND status = 'offered';
        UPDATE team_task SET worker_id = b.to_worker_id, version = version + 1
         WHERE case_id = c.id AND unit_id = c.unit_id AND worker_id = c.lead_worker_id
           AND state = 'open';
        UPDATE case_task SET worker_id = b.to_worker_id, version = version + 1
         WHERE case_id = c.id AND worker_id = c.lead_worker_id AND state = 'open';
        PERFORM guard.project_case(c.id);
        RETURN 'done';
      END $$;

      -- For whom the supervisor who asked is no longer there: nothing moves any more.
      CREATE FUNCTION guard.give_up_reassign(p_bulk uuid, p_at timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        UPDATE bulk_reassign_line SET state = 'gone', done_at = p_at
         WHERE bulk_id = p_bulk AND state = 'waiting' AND guard.is_system() $$;

      -- Whom the service tells that a case has another lead.
      CREATE FUNCTION guard.reassigned(p_line uuid)
      RETURNS TABLE (case_id uuid, from_worker_id uuid, to_worker_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT l.case_id, l.from_worker_id, b.to_worker_id
          FROM bulk_reassign_line l JOIN bulk_reassign b ON b.id = l.bulk_id
         WHERE l.id = p_line AND l.state = 'done' AND guard.is_system() $$;

      REVOKE ALL ON FUNCTION guard.families_of_case, guard.families_follow_incident,
        guard.next_due_of_case, guard.next_due_follows_task, guard.reassign_case,
        guard.give_up_reassign, guard.reassigned FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.reassign_case, guard.give_up_reassign, guard.reassigned
        TO ben_an_app;

      INSERT INTO notification_subject (type, relation)
      VALUES ('reassigned-case', 'bulk_reassign_line');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'reassigned-case';
      DELETE FROM notification_subject WHERE type = 'reassigned-case';
      DROP FUNCTION guard.reassigned, guard.give_up_reassign, guard.reassign_case;
      DO $do$ BEGIN
        EXECUTE format('CREATE OR REPLACE TRIGGER keep_what_was_agreed BEFORE UPDATE ON referral
          FOR EACH ROW WHEN (current_user <> %L OR NEW.from_unit_id = OLD.from_unit_id)
          EXECUTE FUNCTION guard.keep_what_was_agreed()', current_user);
      END $do$;
      DROP TABLE bulk_reassign_line, bulk_reassign, saved_filter;
      DROP TRIGGER search_keys_go_with_removal ON incident;
      DROP TRIGGER search_keys_go_with_removal ON person;
      DROP TRIGGER next_due_follows_task ON team_task;
      DROP TRIGGER next_due_follows_task ON case_task;
      DROP TRIGGER families_follow_incident ON incident;
      DROP FUNCTION guard.next_due_follows_task, guard.next_due_of_case,
        guard.families_follow_incident, guard.families_of_case;
      DROP INDEX cases_of_unit_due, cases_of_unit_risk, cases_of_unit_opened, cases_of_lead_due,
        cases_of_lead_risk, cases_of_lead_opened;
      ALTER TABLE cases DROP COLUMN risk_rank, DROP COLUMN next_due_at, DROP COLUMN incident_families;
    `)
  }
}
