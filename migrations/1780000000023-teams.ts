import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The joint case: several units work on one case, one leads. What a member sees is what the receiver
 * of a referral sees, *asked for* ∩ *agreed* ∩ *sector default*, and is computed here from rows the
 * member cannot write.
 *
 * Bit 11 of a grant is the shared safety plan: it opens with the person's agreement that the unit may
 * know of her safety, but never where she is sheltered, which stays in the section `safety`.
 */
export class Teams1780000000023 implements MigrationInterface {
  name = 'Teams1780000000023'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A membership may belong to a unit's desk instead of one worker: the desk is a principal too,
      -- known by the unit's id. Only to caseworkers: supervisors have a principal that sees less.
      CREATE OR REPLACE FUNCTION guard.principals() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(w.principals, '{}'::uuid[])
                  || CASE WHEN w.unit_id IS NOT NULL AND 'caseworker' = ANY (w.roles)
                          THEN ARRAY[w.unit_id] ELSE '{}'::uuid[] END
                FROM guard.who() w $$;

      CREATE SEQUENCE team_number_seq;
      GRANT USAGE ON SEQUENCE team_number_seq TO ben_an_app;

      -- One for a case, ever: who comes back finds what was agreed before.
      CREATE TABLE case_team (
        case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
        number text NOT NULL UNIQUE,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
        -- for what all members may read: where a conference is held, the safety plan
        sealed_key bytea NOT NULL,
        plan_version int NOT NULL DEFAULT 0,
        opened_by uuid NOT NULL REFERENCES worker,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        close_reason text CHECK (close_reason IN ('goals_met', 'no_longer_needed', 'person_asked',
          'too_risky')),
        version int NOT NULL DEFAULT 1
      );

      -- An invitation and what became of it.
      CREATE TABLE team_member (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        team_number text NOT NULL,
        from_unit_id uuid NOT NULL REFERENCES unit,
        invited_by uuid NOT NULL REFERENCES worker,
        unit_id uuid NOT NULL REFERENCES unit,
        -- null: the unit's desk
        worker_id uuid REFERENCES worker,
        purpose text NOT NULL,
        urgency text NOT NULL CHECK (urgency IN ('emergency', 'urgent', 'normal')),
        requested_sections int NOT NULL CHECK (requested_sections BETWEEN 1 AND 1023),
        consent_id uuid NOT NULL REFERENCES consent,
        -- what the desk sees before it answers: never who
        age_band text,
        sex text,
        language text,
        province_code text,
        commune text,
        sealed_key bytea NOT NULL,
        sealed_need bytea NOT NULL,
        status text NOT NULL DEFAULT 'invited' CHECK (status IN ('invited', 'joined', 'declined',
          'expired', 'withdrawn', 'left', 'removed', 'ended')),
        reason text,
        sealed_note bytea,
        invited_at timestamptz NOT NULL,
        answer_due_at timestamptz NOT NULL,
        answered_at timestamptz,
        answered_by uuid REFERENCES worker,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK (unit_id <> from_unit_id)
      );
      CREATE UNIQUE INDEX team_member_once ON team_member (case_id, unit_id)
        WHERE status IN ('invited', 'joined');
      CREATE INDEX team_member_of_unit ON team_member (unit_id, status, answer_due_at, id);
      CREATE INDEX team_member_by_consent ON team_member (consent_id);

      CREATE TABLE team_task (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        kind text NOT NULL,
        unit_id uuid NOT NULL REFERENCES unit,
        -- null: the unit's desk
        worker_id uuid REFERENCES worker,
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        due_at timestamptz NOT NULL,
        sealed_text bytea NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'cancelled')),
        reason text,
        sealed_note bytea,
        -- the decision of a conference it comes from
        decision_id uuid,
        created_by uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL,
        ended_by uuid REFERENCES worker,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'open') = (ended_at IS NULL))
      );
      CREATE INDEX team_task_of_case ON team_task (case_id, state, due_at);

      CREATE TABLE case_conference (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        time_zone text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('in_person', 'phone', 'video')),
        sealed_place bytea NOT NULL,
        status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'held', 'cancelled')),
        reason text,
        created_by uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX conference_of_case ON case_conference (case_id, starts_at);

      CREATE TABLE conference_invitee (
        conference_id uuid NOT NULL REFERENCES case_conference ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        answer text CHECK (answer IN ('yes', 'no', 'substitute')),
        answered_by uuid REFERENCES worker,
        answered_at timestamptz,
        attended boolean,
        PRIMARY KEY (conference_id, unit_id)
      );

      -- What is on the agenda, and what was said and decided: each line belongs to a section.
      CREATE TABLE conference_entry (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES case_conference ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('agenda', 'view', 'decision', 'dissent')),
        section int NOT NULL CHECK (section BETWEEN 0 AND 9),
        position int NOT NULL,
        -- who dissents
        unit_id uuid REFERENCES unit,
        sealed bytea NOT NULL,
        created_by uuid NOT NULL REFERENCES worker,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX entry_of_conference ON conference_entry (conference_id, position);
      ALTER TABLE team_task ADD FOREIGN KEY (decision_id) REFERENCES conference_entry;

      -- A step is never rewritten: it holds from one version of the plan until another.
      CREATE TABLE team_plan_step (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        from_version int NOT NULL,
        until_version int,
        kind text NOT NULL CHECK (kind IN ('warning_sign', 'own_action', 'safe_person',
          'unit_action', 'emergency_call')),
        -- who acts, where a unit does
        unit_id uuid REFERENCES unit,
        -- besides the unit that leads
        audience uuid[] NOT NULL,
        sealed bytea NOT NULL,
        position int NOT NULL,
        CHECK (until_version IS NULL OR until_version > from_version)
      );
      CREATE INDEX plan_step_of_case ON team_plan_step (case_id, position);
      CREATE TABLE team_plan_version (
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        version int NOT NULL,
        change text NOT NULL CHECK (change IN ('added', 'changed', 'removed')),
        changed_by uuid NOT NULL REFERENCES worker,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, version)
      );
      CREATE TABLE team_plan_reading (
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        version int NOT NULL,
        worker_id uuid NOT NULL REFERENCES worker,
        unit_id uuid NOT NULL REFERENCES unit,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, version, worker_id)
      );
      CREATE TABLE team_plan_proposal (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES case_team ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        proposed_by uuid NOT NULL REFERENCES worker,
        proposed_at timestamptz NOT NULL,
        sealed bytea NOT NULL,
        answer text CHECK (answer IN ('taken_up', 'not_taken_up')),
        answered_by uuid REFERENCES worker,
        answered_at timestamptz
      );
      CREATE INDEX plan_proposal_of_case ON team_plan_proposal (case_id, proposed_at);

      CALL guard.protect('case_team');          CALL guard.protect('team_member');
      CALL guard.protect('team_task');          CALL guard.protect('case_conference');
      CALL guard.protect('conference_invitee'); CALL guard.protect('conference_entry');
      CALL guard.protect('team_plan_step');     CALL guard.protect('team_plan_version');
      CALL guard.protect('team_plan_reading');  CALL guard.protect('team_plan_proposal');

      -- What a member's membership opens at this moment.
      CREATE FUNCTION guard.team_sections(p_member uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((
          SELECT (m.requested_sections & k.sections & d.sections)
                 | CASE WHEN k.sections & (1 << 4) <> 0 THEN 1 << 11 ELSE 0 END
            FROM team_member m
            JOIN consent k ON k.id = m.consent_id AND k.case_id = m.case_id
                          AND k.recipient_unit_id = m.unit_id
                          AND k.withdrawn_at IS NULL AND k.valid_until > now()
                          AND k.approval IN ('not_needed', 'approved')
                          AND 'sharing' = ANY (string_to_array(k.purpose, ' '))
            JOIN unit u ON u.id = m.unit_id
            JOIN sector_default d ON d.sector = u.sector
           WHERE m.id = p_member AND m.requested_sections & k.sections & d.sections <> 0
             AND (k.legal_basis = 'consent'
                  OR EXISTS (SELECT FROM sharing_exception e WHERE e.consent_id = k.id))), 0) $$;

      -- Sight follows state: open from joining, closed when a member goes, when its consent ends, when
      -- the team or the case is closed. Safe to call at any time by anyone.
      CREATE FUNCTION guard.project_team(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        t case_team%ROWTYPE;
        m team_member%ROWTYPE;
        shared int;
        until timestamptz;
        why text;
      BEGIN
        SELECT * INTO t FROM case_team WHERE case_id = p_case FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        -- Of a consent that was narrowed the rest goes on.
        UPDATE team_member x SET consent_id = rest.id
          FROM consent k JOIN consent rest ON rest.narrows_id = k.id AND rest.withdrawn_at IS NULL
         WHERE x.case_id = p_case AND x.status IN ('invited', 'joined') AND k.id = x.consent_id
           AND k.withdrawn_at IS NOT NULL;
        FOR m IN SELECT * FROM team_member WHERE case_id = p_case ORDER BY id LOOP
          PERFORM guard.end_grants(m.id);
          IF m.status NOT IN ('invited', 'joined') THEN CONTINUE; END IF;
          shared := guard.team_sections(m.id);
          why := CASE
            WHEN t.status = 'closed' THEN 'team_closed'
            WHEN EXISTS (SELECT FROM cases c WHERE c.id = p_case
                            AND c.status IN ('closed', 'duplicate')) THEN 'case_closed'
            WHEN shared = 0 THEN 'consent_ended' END;
          IF why IS NOT NULL THEN
            UPDATE team_member SET status = 'ended', reason = why, ended_at = now(),
                   version = version + 1 WHERE id = m.id;
          ELSIF m.status = 'joined' THEN
            SELECT valid_until INTO until FROM consent WHERE id = m.consent_id;
            PERFORM guard.add_grant(p_case, coalesce(m.worker_id, m.unit_id), 'team', m.id, shared,
                                    false, until);
            PERFORM guard.add_grant(p_case, u.supervision_id, 'team', m.id, shared & ~(1 << 6),
                                    false, until)
               FROM unit u WHERE u.id = m.unit_id;
          END IF;
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION guard.team_sections, guard.project_team FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.project_team TO ben_an_app;

      -- Whatever ends a consent ends the sight that stands on it in the same transaction. At its end,
      -- so that the rest of a narrowed consent is there by then.
      CREATE FUNCTION guard.team_follows_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM team_member WHERE consent_id = NEW.id AND status IN ('invited', 'joined'))
        THEN PERFORM guard.project_team(NEW.case_id); END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER team_follows_consent AFTER UPDATE ON consent
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard.team_follows_consent();
      CREATE FUNCTION guard.team_follows_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM guard.project_team(NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER team_follows_case AFTER UPDATE OF status ON cases
        FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status)
        EXECUTE FUNCTION guard.team_follows_case();
      REVOKE ALL ON FUNCTION guard.team_follows_consent, guard.team_follows_case FROM PUBLIC;

      -- Is the actor on the team now, or does she manage the case?
      CREATE FUNCTION guard.on_team(p_case uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p_case <> ALL (guard.blocked_cases()) AND EXISTS (
          SELECT FROM case_access a
           WHERE a.case_id = p_case AND a.principal = ANY (guard.principals())
             AND a.valid_until > now()
             AND (a.reason = 'team' OR a.sections & (1 << 10) <> 0)) $$;
      CREATE FUNCTION guard.leads_team(p_case uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT p_case <> ALL (guard.blocked_cases()) AND EXISTS (
          SELECT FROM case_access a
           WHERE a.case_id = p_case AND a.principal = ANY (guard.principals())
             AND a.valid_until > now() AND a.may_write AND a.sections & (1 << 10) <> 0) $$;

      -- Who is on the team, for who is on it: nobody's need, nobody's note, nothing of the case.
      CREATE FUNCTION guard.team_roster(p_case uuid)
      RETURNS TABLE (member_id uuid, unit_id uuid, worker_id uuid, purpose text, status text,
                     sections int, since timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT NULL::uuid, c.unit_id, c.lead_worker_id, NULL::text, 'lead', (1 << 12) - 1, t.opened_at
          FROM case_team t JOIN cases c ON c.id = t.case_id
         WHERE t.case_id = p_case AND guard.on_team(p_case)
        UNION ALL
        SELECT m.id, m.unit_id, m.worker_id, m.purpose, m.status, guard.team_sections(m.id),
               coalesce(m.answered_at, m.invited_at)
          FROM team_member m
         WHERE m.case_id = p_case AND m.status IN ('invited', 'joined') AND guard.on_team(p_case)
           -- a consent that has run out counts at once, whether or not somebody has tidied up
           AND guard.team_sections(m.id) <> 0 $$;

      -- All that is to be done, by unit and day: neither what nor about what.
      CREATE FUNCTION guard.team_outline(p_case uuid)
      RETURNS TABLE (task_id uuid, unit_id uuid, due_at timestamptz, state text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT k.id, k.unit_id, k.due_at, k.state FROM team_task k
         WHERE k.case_id = p_case AND guard.on_team(p_case) $$;

      -- How many lines of each kind a conference has: who may not see a section sees that there is one.
      CREATE FUNCTION guard.conference_outline(p_conference uuid)
      RETURNS TABLE (kind text, lines int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT e.kind, count(*)::int FROM conference_entry e
         WHERE e.conference_id = p_conference AND guard.on_team(e.case_id) GROUP BY e.kind $$;

      -- Sections that a task given to this unit may be about: what the unit sees itself.
      CREATE FUNCTION guard.unit_on_team_sees(p_case uuid, p_unit uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE WHEN NOT guard.on_team(p_case) THEN 0
                    WHEN EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.unit_id = p_unit)
                    THEN (1 << 12) - 1
                    ELSE coalesce((SELECT guard.team_sections(m.id) FROM team_member m
                                    WHERE m.case_id = p_case AND m.unit_id = p_unit
                                      AND m.status = 'joined'), 0) END $$;

      -- The only way in and out of a team. Says what became of it: done, stale (no such move from
      -- here, or not the actor's to make), or consent (nothing is agreed that could be shared).
      CREATE FUNCTION guard.move_team_member(p_member uuid, p_version int, p_to text, p_worker uuid,
        p_reason text, p_note bytea, p_at timestamptz) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        m team_member%ROWTYPE;
        at_desk boolean;
        own boolean;
      BEGIN
        SELECT * INTO m FROM team_member WHERE id = p_member FOR UPDATE;
        IF NOT FOUND OR m.version <> p_version OR m.case_id = ANY (guard.blocked_cases())
        THEN RETURN 'stale'; END IF;
        at_desk := coalesce(actor.kind = 'worker' AND actor.unit_id = m.unit_id
                            AND actor.roles && ARRAY['caseworker', 'supervisor'], false);
        own := at_desk AND (m.worker_id = actor.worker_id OR 'supervisor' = ANY (actor.roles)
                            OR (m.worker_id IS NULL AND 'caseworker' = ANY (actor.roles)));
        IF NOT coalesce(CASE m.status || ' ' || p_to
             WHEN 'invited joined' THEN at_desk
             WHEN 'invited declined' THEN at_desk
             WHEN 'invited withdrawn' THEN guard.leads_team(m.case_id)
             WHEN 'invited expired' THEN actor.kind = 'system' AND m.answer_due_at <= p_at
             WHEN 'joined joined' THEN own
             WHEN 'joined left' THEN own
             WHEN 'joined removed' THEN guard.leads_team(m.case_id) END, false)
        THEN RETURN 'stale'; END IF;
        IF p_to = 'joined' THEN
          IF p_worker IS NOT NULL AND NOT EXISTS (
               SELECT FROM worker w WHERE w.id = p_worker AND w.unit_id = m.unit_id AND w.active
                  AND 'caseworker' = ANY (w.roles)
                  AND NOT EXISTS (SELECT FROM case_block b
                                   WHERE b.worker_id = w.id AND b.case_id = m.case_id))
          THEN RETURN 'stale'; END IF;
          IF guard.team_sections(m.id) = 0 THEN RETURN 'consent'; END IF;
        END IF;
        UPDATE team_member
           SET status = p_to, reason = p_reason, sealed_note = p_note, version = version + 1,
               worker_id = CASE WHEN p_to = 'joined' THEN p_worker ELSE worker_id END,
               answered_at = CASE WHEN m.status = 'invited' AND p_to IN ('joined', 'declined')
                                  THEN p_at ELSE answered_at END,
               answered_by = CASE WHEN m.status = 'invited' AND p_to IN ('joined', 'declined')
                                  THEN actor.worker_id ELSE answered_by END,
               ended_at = CASE WHEN p_to <> 'joined' THEN p_at END
         WHERE id = m.id;
        PERFORM guard.project_team(m.case_id);
        RETURN 'done';
      END $$;

      REVOKE ALL ON FUNCTION guard.on_team, guard.leads_team, guard.team_roster, guard.team_outline,
        guard.conference_outline, guard.unit_on_team_sees, guard.move_team_member FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.on_team, guard.leads_team, guard.team_roster,
        guard.team_outline, guard.conference_outline, guard.unit_on_team_sees,
        guard.move_team_member TO ben_an_app;

      -- Three ways to see: whoever manages the case, whoever is on its team, and by section.
      DO $$
      DECLARE
        part record;
        managed text := $m$ %1$I.case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
          WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)) $m$;
        led text := $m$ EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$I.case_id
          AND a.may_write AND a.valid_until > now() AND a.sections & (1 << 10) <> 0) $m$;
        member text := $m$ %1$I.case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
          WHERE a.valid_until > now() AND a.reason = 'team')) $m$;
        with_plan text := $m$ %1$I.case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
          WHERE a.valid_until > now() AND a.reason = 'team' AND a.sections & (1 << 11) <> 0)) $m$;
        by_section text := $m$ EXISTS (SELECT FROM case_access a WHERE a.case_id = %1$I.case_id
          AND a.valid_until > now() AND (a.reason = 'team' OR a.sections & (1 << 10) <> 0)
          AND a.sections & (1 << %1$I.section) <> 0) $m$;
      BEGIN
        FOR part IN SELECT * FROM (VALUES
          ('case_team', managed || ' OR ' || member),
          ('team_member', managed),
          ('team_task', by_section),
          ('case_conference', managed || ' OR ' || member),
          ('conference_invitee', managed || ' OR ' || member),
          ('conference_entry', by_section),
          ('team_plan_step', managed || ' OR (' || with_plan
             || ' AND (SELECT guard.desk_unit_id()) = ANY (audience))'),
          ('team_plan_version', managed || ' OR ' || with_plan),
          ('team_plan_reading', managed || ' OR ' || with_plan),
          ('team_plan_proposal', managed || ' OR (' || with_plan
             || ' AND unit_id = (SELECT guard.desk_unit_id()))')) v(relation, seen)
        LOOP
          EXECUTE format('CREATE POLICY seen ON %1$I FOR SELECT USING (' || part.seen || ')',
                         part.relation);
          EXECUTE format('CREATE POLICY not_blocked ON %1$I AS RESTRICTIVE FOR ALL TO ben_an_app
            USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true)',
            part.relation);
        END LOOP;
        FOR part IN SELECT * FROM (VALUES
          ('case_team', 'opened_by'), ('team_member', 'invited_by'), ('team_task', 'created_by'),
          ('case_conference', 'created_by'), ('conference_entry', 'created_by'),
          ('team_plan_version', 'changed_by')) v(relation, author)
        LOOP
          EXECUTE format('CREATE POLICY by_lead ON %1$I FOR INSERT WITH CHECK (' || led
            || ' AND %2$I = (SELECT guard.actor_id()))', part.relation, part.author);
        END LOOP;
        FOR part IN SELECT * FROM (VALUES ('conference_invitee'), ('team_plan_step')) v(relation)
        LOOP
          EXECUTE format('CREATE POLICY by_lead ON %1$I FOR INSERT WITH CHECK (' || led || ')',
                         part.relation);
        END LOOP;
        FOR part IN SELECT * FROM (VALUES ('case_team'), ('team_task'), ('case_conference'),
          ('conference_invitee'), ('team_plan_step'), ('team_plan_proposal')) v(relation)
        LOOP
          EXECUTE format('CREATE POLICY changed_by_lead ON %1$I FOR UPDATE USING (' || led || ')',
                         part.relation);
        END LOOP;
      END $$;

      -- At the desk: what waits for an answer, and what the actor is a member by.
      CREATE POLICY at_desk ON team_member FOR SELECT USING (
        unit_id = (SELECT guard.desk_unit_id()) AND (status = 'invited'
          OR (status = 'joined' AND case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                WHERE a.valid_until > now() AND a.reason = 'team')))));
      -- A unit is invited under its own number, and to nothing but what was agreed for it.
      CREATE POLICY only_agreed ON team_member AS RESTRICTIVE FOR INSERT TO ben_an_app WITH CHECK (
        status = 'invited' AND worker_id IS NULL AND answered_by IS NULL
        AND from_unit_id = (SELECT guard.desk_unit_id())
        AND EXISTS (SELECT FROM case_team t WHERE t.case_id = team_member.case_id
                       AND t.status = 'open' AND t.number = team_number)
        AND EXISTS (SELECT FROM consent k WHERE k.id = consent_id AND k.case_id = team_member.case_id
                       AND k.recipient_unit_id = unit_id AND requested_sections & ~k.sections = 0));
      -- Nobody is asked to do what is about something they may not see.
      CREATE POLICY within_sight ON team_task AS RESTRICTIVE FOR INSERT TO ben_an_app WITH CHECK (
        state = 'open' AND guard.unit_on_team_sees(case_id, unit_id) & (1 << section) <> 0);
      CREATE POLICY done_by_unit ON team_task FOR UPDATE USING (
        unit_id = (SELECT guard.desk_unit_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = team_task.case_id
                      AND a.valid_until > now() AND a.reason = 'team'
                      AND a.sections & (1 << section) <> 0));
      CREATE POLICY answered_by_unit ON conference_invitee FOR UPDATE USING (
        unit_id = (SELECT guard.desk_unit_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = conference_invitee.case_id
                      AND a.valid_until > now() AND a.reason = 'team'));
      CREATE POLICY while_planned ON conference_entry AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (EXISTS (SELECT FROM case_conference c WHERE c.id = conference_id
                               AND c.case_id = conference_entry.case_id AND c.status = 'planned'));
      -- Shown to nobody whose consent does not cover the person's safety.
      CREATE POLICY audience_agreed ON team_plan_step AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (NOT EXISTS (
          SELECT FROM unnest(audience) u
           WHERE guard.unit_on_team_sees(case_id, u) & (1 << 11) = 0));
      CREATE POLICY in_own_name ON team_plan_reading FOR INSERT WITH CHECK (
        worker_id = (SELECT guard.actor_id()) AND unit_id = (SELECT guard.desk_unit_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = team_plan_reading.case_id
                      AND a.valid_until > now()
                      AND ((a.reason = 'team' AND a.sections & (1 << 11) <> 0)
                           OR a.sections & (1 << 10) <> 0)));
      CREATE POLICY proposed ON team_plan_proposal FOR INSERT WITH CHECK (
        proposed_by = (SELECT guard.actor_id()) AND unit_id = (SELECT guard.desk_unit_id())
        AND answer IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = team_plan_proposal.case_id
                      AND a.valid_until > now() AND a.reason = 'team'
                      AND a.sections & (1 << 11) <> 0));
      -- Who is told and reminded: ids and days for the service, never the sealed text.
      CREATE POLICY carried ON team_member FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY carried ON team_task FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY carried ON case_conference FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY carried ON conference_invitee FOR SELECT USING ((SELECT guard.is_system()));

      GRANT SELECT, INSERT ON case_team, team_member, team_task, case_conference,
        conference_invitee, conference_entry, team_plan_step, team_plan_version, team_plan_reading,
        team_plan_proposal TO ben_an_app;
      GRANT UPDATE (status, opened_by, opened_at, closed_at, close_reason, plan_version, version)
        ON case_team TO ben_an_app;
      GRANT UPDATE (state, reason, sealed_note, ended_by, ended_at, version) ON team_task TO ben_an_app;
      GRANT UPDATE (status, reason, ended_at, version) ON case_conference TO ben_an_app;
      GRANT UPDATE (answer, answered_by, answered_at, attended) ON conference_invitee TO ben_an_app;
      GRANT UPDATE (until_version) ON team_plan_step TO ben_an_app;
      GRANT UPDATE (answer, answered_by, answered_at) ON team_plan_proposal TO ben_an_app;

      -- A task ends once: done by the unit it was given to, cancelled by who leads.
      CREATE FUNCTION guard.task_ends_once() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        IF OLD.state <> 'open' OR NEW.ended_by IS DISTINCT FROM actor.worker_id
           OR NOT (CASE NEW.state
                WHEN 'done' THEN actor.unit_id = OLD.unit_id
                  AND (OLD.worker_id IS NULL OR OLD.worker_id = actor.worker_id
                       OR 'supervisor' = ANY (actor.roles) OR guard.leads_team(OLD.case_id))
                WHEN 'cancelled' THEN guard.leads_team(OLD.case_id)
                ELSE false END)
        THEN RAISE EXCEPTION 'a task is ended once, by those whose it is'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER task_ends_once BEFORE UPDATE ON team_task
        FOR EACH ROW EXECUTE FUNCTION guard.task_ends_once();
      -- A unit says itself whether it comes; who leads notes who was there.
      CREATE FUNCTION guard.invitee_as_oneself() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        IF ((NEW.answer, NEW.answered_by, NEW.answered_at)
              IS DISTINCT FROM (OLD.answer, OLD.answered_by, OLD.answered_at)
            AND (actor.unit_id IS DISTINCT FROM OLD.unit_id
                 OR NEW.answered_by IS DISTINCT FROM actor.worker_id))
           OR (NEW.attended IS DISTINCT FROM OLD.attended AND NOT guard.leads_team(OLD.case_id))
        THEN RAISE EXCEPTION 'each answers for itself' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER invitee_as_oneself BEFORE UPDATE ON conference_invitee
        FOR EACH ROW EXECUTE FUNCTION guard.invitee_as_oneself();
      -- What was held or called off stays as it was.
      CREATE FUNCTION guard.conference_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'planned' THEN
          RAISE EXCEPTION 'a conference that has ended stays as it was'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER conference_ends_once BEFORE UPDATE ON case_conference
        FOR EACH ROW EXECUTE FUNCTION guard.conference_ends_once();
      REVOKE ALL ON FUNCTION guard.task_ends_once, guard.invitee_as_oneself,
        guard.conference_ends_once FROM PUBLIC;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT guard.end_grants(id) FROM team_member;
      DELETE FROM access_grant WHERE reason = 'team';
      DROP TRIGGER team_follows_consent ON consent;
      DROP TRIGGER team_follows_case ON cases;
      ALTER TABLE team_task DROP COLUMN decision_id;
      DROP TABLE team_plan_proposal, team_plan_reading, team_plan_version, team_plan_step,
        conference_entry, conference_invitee, case_conference, team_task, team_member, case_team;
      DROP FUNCTION guard.team_follows_consent, guard.team_follows_case, guard.move_team_member,
        guard.unit_on_team_sees, guard.conference_outline, guard.team_outline, guard.team_roster,
        guard.project_team, guard.team_sections, guard.leads_team, guard.on_team,
        guard.task_ends_once, guard.invitee_as_oneself, guard.conference_ends_once;
      DROP SEQUENCE team_number_seq;
      CREATE OR REPLACE FUNCTION guard.principals() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce((guard.who()).principals, '{}'::uuid[]) $$;
    `)
  }
}
