import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The plan of a case (needs, goals, actions), what is to be done, and flags. All of it is for who
 * manages the case (bit 10). The texts are sealed under `services`, of the general class; of the two
 * walls the stricter holds: a unit to which `services` is shared sees nothing of the planning.
 */
export class PlansAndTasks1780000000048 implements MigrationInterface {
  name = 'PlansAndTasks1780000000048'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_plan (
        case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
        version int NOT NULL DEFAULT 0
      );
      CREATE TABLE plan_version (
        case_id uuid NOT NULL REFERENCES case_plan ON DELETE CASCADE,
        version int NOT NULL,
        change text NOT NULL CHECK (change IN ('basis', 'need', 'goal', 'action', 'progress')),
        changed_by uuid NOT NULL REFERENCES worker,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, version)
      );
      -- A wording is never rewritten: it holds from one version of the plan until another.
      CREATE TABLE plan_item (
        id uuid PRIMARY KEY,
        -- stays through all its wordings
        item_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES case_plan ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('basis', 'need', 'goal', 'action')),
        -- the need of a goal, the goal of an action: their item_id
        parent_id uuid,
        from_version int NOT NULL,
        until_version int,
        position int NOT NULL,
        -- how far the person took part; the domain of a need; who does an action
        code text NOT NULL,
        priority text CHECK (priority IN ('urgent', 'soon', 'later')),
        state text NOT NULL CHECK (state IN ('open', 'reached', 'partly', 'not_reached', 'done',
                                             'dropped')),
        reason text,
        due_on date,
        worker_id uuid REFERENCES worker,
        service text,
        referral_id uuid REFERENCES referral,
        sealed bytea NOT NULL,
        CHECK (until_version IS NULL OR until_version > from_version),
        CHECK ((kind IN ('goal', 'action')) = (parent_id IS NOT NULL)),
        CHECK ((state = 'dropped') = (reason IS NOT NULL))
      );
      CREATE INDEX plan_item_of_case ON plan_item (case_id, position);
      CREATE UNIQUE INDEX plan_item_holds_once ON plan_item (item_id) WHERE until_version IS NULL;
      CREATE UNIQUE INDEX plan_has_one_basis ON plan_item (case_id)
        WHERE kind = 'basis' AND until_version IS NULL;
      CREATE INDEX plan_item_of_referral ON plan_item (referral_id) WHERE referral_id IS NOT NULL;

      CREATE TABLE case_task (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('action', 'service', 'review', 'unreached', 'other')),
        worker_id uuid NOT NULL REFERENCES worker,
        due_on date NOT NULL,
        -- the end of that day
        due_at timestamptz NOT NULL,
        reminds boolean NOT NULL DEFAULT true,
        -- null where the kind says all
        sealed bytea,
        -- the action of the plan that it comes from
        item_id uuid,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
        reason text,
        sealed_note bytea,
        created_by uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL,
        ended_by uuid REFERENCES worker,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'open') = (ended_at IS NULL)),
        CHECK ((state = 'cancelled') = (reason IS NOT NULL))
      );
      CREATE INDEX case_task_of_case ON case_task (case_id, state, due_at);
      CREATE INDEX case_task_of_worker ON case_task (worker_id, due_at, id) WHERE state = 'open';
      CREATE UNIQUE INDEX case_task_of_action ON case_task (item_id) WHERE state = 'open';
      CREATE UNIQUE INDEX case_task_once_of_kind ON case_task (case_id, kind)
        WHERE state = 'open' AND kind IN ('review', 'unreached');

      CREATE TABLE case_flag (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        sealed bytea NOT NULL,
        due_on date NOT NULL,
        raised_by uuid NOT NULL REFERENCES worker,
        raised_at timestamptz NOT NULL,
        removed_by uuid REFERENCES worker,
        removed_at timestamptz,
        sealed_reason bytea,
        version int NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(removed_by, removed_at, sealed_reason) IN (0, 3))
      );
      CREATE INDEX case_flag_of_case ON case_flag (case_id, due_on);

      CALL guard.protect_part('case_plan', '1 << 10');
      CALL guard.protect_part('plan_version', '1 << 10');
      CALL guard.protect_part('plan_item', '1 << 10');
      CREATE POLICY in_own_name ON plan_version AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (changed_by = (SELECT guard.actor_id()));

      -- Supervisors write tasks and flags as well, though nothing else in a case: so their tables have
      -- policies of their own.
      CREATE FUNCTION guard.answers_for_case(p_case uuid, p_worker uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.manages_case(p_case, false) AND EXISTS (
          SELECT FROM cases c JOIN worker w ON w.id = p_worker AND w.active
           WHERE c.id = p_case
             AND (w.id = c.lead_worker_id
                  OR (w.unit_id = c.unit_id AND 'supervisor' = ANY (w.roles) AND NOT c.sealed))
             AND NOT EXISTS (SELECT FROM case_block b
                              WHERE b.worker_id = w.id AND b.case_id = p_case)) $$;
      REVOKE ALL ON FUNCTION guard.answers_for_case FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.answers_for_case TO ben_an_app;

      DO $$
      DECLARE
        relation text;
      BEGIN
        FOREACH relation IN ARRAY ARRAY['case_task', 'case_flag'] LOOP
          EXECUTE format($p$
            CALL guard.protect(%1$L);
            CREATE POLICY granted ON %1$I FOR SELECT USING (EXISTS (
              SELECT FROM case_access a WHERE a.case_id = %1$I.case_id AND a.valid_until > now()
                 AND a.sections & (1 << 10) <> 0));
            CREATE POLICY carried ON %1$I FOR SELECT USING ((SELECT guard.is_system()));
            CREATE POLICY not_blocked ON %1$I AS RESTRICTIVE FOR ALL TO ben_an_app
              USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
          $p$, relation);
        END LOOP;
      END $$;
      CREATE POLICY given ON case_task FOR INSERT
        WITH CHECK (created_by = (SELECT guard.actor_id()) AND state = 'open'
                    AND guard.answers_for_case(case_id, worker_id));
      -- Whose it is ends it, and who leads; in their own name.
      CREATE POLICY changed ON case_task FOR UPDATE
        USING (guard.manages_case(case_id, true)
               OR (worker_id = (SELECT guard.actor_id()) AND guard.manages_case(case_id, false)));
      CREATE POLICY ended_in_own_name ON case_task AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (state = 'open')
        WITH CHECK (state = 'open' OR ended_by = (SELECT guard.actor_id()));
      CREATE POLICY raised ON case_flag FOR INSERT
        WITH CHECK (raised_by = (SELECT guard.actor_id()) AND removed_at IS NULL
                    AND guard.manages_case(case_id, false));
      CREATE POLICY taken_down ON case_flag FOR UPDATE
        USING (removed_at IS NULL AND guard.manages_case(case_id, false))
        WITH CHECK (removed_by = (SELECT guard.actor_id()));

      GRANT SELECT, INSERT ON case_plan, plan_version, plan_item, case_task, case_flag TO ben_an_app;
      GRANT UPDATE (version) ON case_plan TO ben_an_app;
      GRANT UPDATE (until_version) ON plan_item TO ben_an_app;
      GRANT UPDATE (worker_id, due_on, due_at, sealed, kind, state, reason, sealed_note, ended_by,
                    ended_at, version) ON case_task TO ben_an_app;
      GRANT UPDATE (removed_by, removed_at, sealed_reason, version) ON case_flag TO ben_an_app;

      -- Nothing is left with somebody who no longer has the case, and nothing in a case that is over.
      CREATE FUNCTION guard.tasks_follow_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.status <> 'open' THEN
          UPDATE case_task SET state = 'cancelled', reason = 'case_closed', ended_at = now(),
                 version = version + 1
           WHERE case_id = NEW.id AND state = 'open';
        ELSE
          UPDATE case_task SET worker_id = NEW.lead_worker_id, version = version + 1
           WHERE case_id = NEW.id AND state = 'open' AND worker_id <> NEW.lead_worker_id
             AND (NEW.unit_id <> OLD.unit_id OR worker_id = OLD.lead_worker_id);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tasks_follow_case AFTER UPDATE OF status, lead_worker_id, unit_id ON cases
        FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status
                           OR NEW.lead_worker_id IS DISTINCT FROM OLD.lead_worker_id
                           OR NEW.unit_id IS DISTINCT FROM OLD.unit_id)
        EXECUTE FUNCTION guard.tasks_follow_case();

      -- An approval keeps a case from going on, never sends it back; what was done stays done.
      CREATE OR REPLACE FUNCTION guard.follow_step(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        steps text[] := ARRAY['assessment', 'case_plan', 'service_provision', 'services_implemented'];
        reached int;
        assessed boolean;
        agreed boolean;
        asked boolean;
        needs int;
        under_way int;
        done int;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND OR c.status <> 'open' THEN RETURN; END IF;
        -- 0 for what has not begun
        reached := coalesce(array_position(steps, c.step), 0);
        SELECT coalesce(bool_or(a.kind = 'assessment' AND a.state = 'approved'), false),
               coalesce(bool_or(a.kind = 'plan' AND a.state = 'approved'), false),
               coalesce(bool_or(a.kind = 'assessment' AND a.state IN ('requested', 'approved')), false)
          INTO assessed, agreed, asked
          FROM case_approval a WHERE a.case_id = p_case;
        SELECT count(*) FILTER (WHERE i.kind = 'need'),
               count(*) FILTER (WHERE i.kind = 'action' AND i.state = 'open'),
               count(*) FILTER (WHERE i.kind = 'action' AND i.state = 'done')
          INTO needs, under_way, done
          FROM plan_item i WHERE i.case_id = p_case AND i.until_version IS NULL;
        IF asked OR needs > 0 THEN reached := greatest(reached, 1); END IF;
        IF assessed OR (needs > 0 AND NOT guard.needs_approval(p_case, 'assessment'))
        THEN reached := greatest(reached, 2); END IF;
        IF reached = 2 AND under_way + done > 0
           AND (agreed OR NOT guard.needs_approval(p_case, 'plan'))
        THEN reached := 3; END IF;
        IF reached >= 3 THEN
          reached := CASE WHEN under_way = 0 AND done > 0 THEN 4 ELSE 3 END;
        END IF;
        IF reached > 0 THEN
          UPDATE cases SET step = steps[reached] WHERE id = p_case AND step <> steps[reached];
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION guard.tasks_follow_case FROM PUBLIC;

      INSERT INTO notification_subject (type, relation)
      VALUES ('case-task', 'case_task'), ('case-flag', 'case_flag');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type IN ('case-task', 'case-flag');
      DELETE FROM notification_subject WHERE type IN ('case-task', 'case-flag');
      DROP TRIGGER tasks_follow_case ON cases;
      DROP FUNCTION guard.tasks_follow_case;
      CREATE OR REPLACE FUNCTION guard.follow_step(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND OR c.status <> 'open' THEN RETURN; END IF;
        IF c.step IN ('new', 'reopened', 'assessment') AND EXISTS (
             SELECT FROM case_approval a WHERE a.case_id = p_case AND a.kind = 'assessment'
                AND a.state IN ('requested', 'approved')) THEN
          c.step := CASE WHEN EXISTS (
              SELECT FROM case_approval a WHERE a.case_id = p_case AND a.kind = 'assessment'
                 AND a.state = 'approved') THEN 'case_plan' ELSE 'assessment' END;
          UPDATE cases SET step = c.step WHERE id = p_case AND step <> c.step;
        END IF;
      END $$;
      DROP TABLE case_flag, case_task, plan_item, plan_version, case_plan;
      DROP FUNCTION guard.answers_for_case;
    `)
  }
}
