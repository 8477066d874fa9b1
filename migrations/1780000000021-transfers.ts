import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The case moves. `case_transfer` is what both sides keep of it: number, units, dates, and how it
 * ended. What is said about the person lies in `transfer_content`, which goes with the case. Until
 * somebody accepts, nothing moves and the desk sees a preview; `guard.accept_transfer` moves all of it
 * at once, and is the only way to do so.
 */
export class Transfers1780000000021 implements MigrationInterface {
  name = 'Transfers1780000000021'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE transfer_number_seq;
      GRANT USAGE ON SEQUENCE transfer_number_seq TO ben_an_app;

      CREATE TABLE case_transfer (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        from_unit_id uuid NOT NULL REFERENCES unit,
        offered_by uuid NOT NULL REFERENCES worker,
        old_lead_id uuid NOT NULL REFERENCES worker,
        to_unit_id uuid NOT NULL REFERENCES unit,
        urgency text NOT NULL CHECK (urgency IN ('emergency', 'urgent', 'normal')),
        -- as the case is while it is offered: supervisors see nothing of a sealed one
        case_sealed boolean NOT NULL,
        consent_id uuid NOT NULL REFERENCES consent,
        status text NOT NULL DEFAULT 'offered'
          CHECK (status IN ('offered', 'accepted', 'rejected', 'withdrawn', 'expired')),
        reason text,
        suggested_unit_id uuid REFERENCES unit,
        answered_by uuid REFERENCES worker,
        new_lead_id uuid REFERENCES worker,
        -- what the old unit goes on seeing, because it goes on helping and the person agreed
        kept_sections int NOT NULL DEFAULT 0,
        kept_for text,
        kept_until timestamptz,
        kept_consent_id uuid REFERENCES consent,
        offered_at timestamptz NOT NULL,
        answer_due_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        first_contact_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK (to_unit_id <> from_unit_id),
        CHECK ((status = 'offered') = (ended_at IS NULL)),
        CHECK ((status = 'accepted') = (new_lead_id IS NOT NULL)),
        CHECK ((status IN ('accepted', 'rejected')) = (answered_by IS NOT NULL)),
        CHECK (suggested_unit_id IS NULL OR status = 'rejected'),
        CHECK (status NOT IN ('rejected', 'withdrawn') OR reason IS NOT NULL),
        CHECK (first_contact_at IS NULL OR status = 'accepted'),
        CHECK (CASE WHEN kept_sections = 0
          THEN kept_for IS NULL AND kept_until IS NULL AND kept_consent_id IS NULL
          ELSE kept_for IS NOT NULL AND kept_until IS NOT NULL AND kept_consent_id IS NOT NULL END)
      );
      CREATE UNIQUE INDEX transfer_offered ON case_transfer (case_id) WHERE status = 'offered';
      CREATE INDEX transfer_of_case ON case_transfer (case_id, offered_at);
      CREATE INDEX transfer_inbox ON case_transfer (to_unit_id, offered_at DESC, id DESC);
      CREATE INDEX transfer_outbox ON case_transfer (from_unit_id, offered_at DESC, id DESC);
      CREATE INDEX transfer_by_consent ON case_transfer (consent_id) WHERE status = 'offered';
      CREATE INDEX transfer_by_kept_consent ON case_transfer (kept_consent_id)
        WHERE kept_consent_id IS NOT NULL;

      -- What is said to the desk, under a data key of its own. It goes with the case: the old unit
      -- keeps the receipt, not the words.
      CREATE TABLE transfer_content (
        transfer_id uuid PRIMARY KEY REFERENCES case_transfer ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        why text NOT NULL,
        sealed_key bytea NOT NULL,
        sealed_need bytea NOT NULL
      );
      CREATE INDEX transfer_content_of_case ON transfer_content (case_id);

      CREATE TABLE transfer_event (
        id uuid PRIMARY KEY,
        transfer_id uuid NOT NULL REFERENCES case_transfer ON DELETE CASCADE,
        at timestamptz NOT NULL,
        -- null for the service itself
        actor_id uuid REFERENCES worker,
        actor_unit_id uuid REFERENCES unit,
        kind text NOT NULL,
        reason text,
        sealed_note bytea
      );
      CREATE INDEX transfer_event_story ON transfer_event (transfer_id, at, id);

      -- Another unit asks to take over. What it asked about is what it typed; whether there is such a
      -- case only its owner learns, from the row beside it.
      CREATE TABLE transfer_request (
        id uuid PRIMARY KEY,
        case_number text,
        referral_id uuid REFERENCES referral ON DELETE SET NULL,
        from_unit_id uuid NOT NULL REFERENCES unit,
        asked_by uuid NOT NULL REFERENCES worker,
        why text NOT NULL,
        sealed_key bytea NOT NULL,
        sealed_text bytea,
        asked_at timestamptz NOT NULL,
        lapses_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'declined', 'offered')),
        reason text,
        transfer_id uuid REFERENCES case_transfer ON DELETE SET NULL,
        ended_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK (status <> 'declined' OR reason IS NOT NULL)
      );
      CREATE INDEX transfer_request_asked ON transfer_request (asked_by, asked_at DESC);
      CREATE INDEX transfer_request_of_unit ON transfer_request (from_unit_id, asked_at DESC);

      CREATE TABLE transfer_request_target (
        request_id uuid PRIMARY KEY REFERENCES transfer_request ON DELETE CASCADE,
        -- null where there is no such case, or none this worker may ask about
        case_id uuid REFERENCES cases ON DELETE CASCADE
      );
      CREATE INDEX transfer_request_target_of_case ON transfer_request_target (case_id);

      CALL guard.protect('case_transfer');     CALL guard.protect('transfer_content');
      CALL guard.protect('transfer_event');    CALL guard.protect('transfer_request');
      CALL guard.protect('transfer_request_target');

      -- Who manages the case sees every transfer of it. The old unit's own people keep the receipt of
      -- theirs. The receiving desk sees what waits for it; afterwards, who answered and the
      -- supervisors. Supervisors see nothing of a sealed case, on either side.
      CREATE POLICY of_managed_case ON case_transfer FOR SELECT USING (
        case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                               WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY handed_over ON case_transfer FOR SELECT USING (
        from_unit_id = (SELECT guard.desk_unit_id()) AND (
          offered_by = (SELECT guard.actor_id()) OR old_lead_id = (SELECT guard.actor_id())
          OR (NOT case_sealed AND (SELECT guard.has_role('supervisor')))));
      CREATE POLICY received ON case_transfer FOR SELECT USING (
        to_unit_id = (SELECT guard.desk_unit_id()) AND CASE
          WHEN status = 'offered' THEN NOT case_sealed OR (SELECT guard.has_role('caseworker'))
          ELSE answered_by = (SELECT guard.actor_id()) OR new_lead_id = (SELECT guard.actor_id())
               OR (NOT case_sealed AND (SELECT guard.has_role('supervisor'))) END);
      -- The service carries the news and lets offers run out; ids, codes and clocks.
      CREATE POLICY carried ON case_transfer FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY offered ON case_transfer FOR INSERT WITH CHECK (
        status = 'offered' AND answered_by IS NULL AND suggested_unit_id IS NULL AND version = 1
        AND from_unit_id = (SELECT guard.desk_unit_id()) AND offered_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM cases c WHERE c.id = case_id AND c.status = 'open'
                       AND c.unit_id = from_unit_id AND c.lead_worker_id = old_lead_id
                       AND c.sealed = case_sealed)
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = case_transfer.case_id
                       AND a.valid_until > now() AND a.reason IN ('lead', 'supervision')));
      -- Policies of one kind are not paired: each check says by itself who may reach that state.
      CREATE POLICY withdrawn_by_owner ON case_transfer FOR UPDATE
        USING (status = 'offered' AND from_unit_id = (SELECT guard.desk_unit_id())
          AND EXISTS (SELECT FROM case_access a WHERE a.case_id = case_transfer.case_id
                         AND a.valid_until > now() AND a.reason IN ('lead', 'supervision')))
        WITH CHECK (status = 'withdrawn' AND from_unit_id = (SELECT guard.desk_unit_id()));
      CREATE POLICY rejected_by_desk ON case_transfer FOR UPDATE
        USING (status = 'offered' AND to_unit_id = (SELECT guard.desk_unit_id())
          AND (NOT case_sealed OR (SELECT guard.has_role('caseworker'))))
        WITH CHECK (status = 'rejected' AND to_unit_id = (SELECT guard.desk_unit_id())
          AND answered_by = (SELECT guard.actor_id()));
      CREATE POLICY contacted_by_new_lead ON case_transfer FOR UPDATE
        USING (status = 'accepted' AND to_unit_id = (SELECT guard.desk_unit_id())
          AND EXISTS (SELECT FROM case_access a WHERE a.case_id = case_transfer.case_id
                         AND a.valid_until > now() AND a.may_write AND a.reason = 'lead'))
        WITH CHECK (status = 'accepted' AND to_unit_id = (SELECT guard.desk_unit_id()));
      CREATE POLICY ended_by_service ON case_transfer FOR UPDATE
        USING (status = 'offered' AND (SELECT guard.is_system()))
        WITH CHECK (status IN ('expired', 'withdrawn') AND (SELECT guard.is_system()));
      CREATE POLICY not_blocked ON case_transfer AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      CREATE POLICY of_managed_case ON transfer_content FOR SELECT USING (
        case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                               WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY waits_at_desk ON transfer_content FOR SELECT USING (
        EXISTS (SELECT FROM case_transfer t WHERE t.id = transfer_id AND t.status = 'offered'
                   AND t.to_unit_id = (SELECT guard.desk_unit_id())));
      CREATE POLICY offered ON transfer_content FOR INSERT WITH CHECK (
        EXISTS (SELECT FROM case_transfer t WHERE t.id = transfer_id AND t.status = 'offered'
                   AND t.case_id = transfer_content.case_id
                   AND t.offered_by = (SELECT guard.actor_id())));
      CREATE POLICY not_blocked ON transfer_content AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      CREATE POLICY of_seen_transfer ON transfer_event FOR SELECT USING (
        EXISTS (SELECT FROM case_transfer t WHERE t.id = transfer_id));
      CREATE POLICY told ON transfer_event FOR INSERT WITH CHECK (
        actor_id IS NOT DISTINCT FROM (SELECT guard.actor_id())
        AND actor_unit_id IS NOT DISTINCT FROM (SELECT (guard.who()).unit_id)
        AND EXISTS (SELECT FROM case_transfer t WHERE t.id = transfer_id));

      CREATE POLICY asked ON transfer_request FOR SELECT USING (
        from_unit_id = (SELECT guard.desk_unit_id())
        AND (asked_by = (SELECT guard.actor_id()) OR (SELECT guard.has_role('supervisor'))));
      CREATE POLICY of_owned_case ON transfer_request FOR SELECT USING (
        EXISTS (SELECT FROM transfer_request_target x WHERE x.request_id = id));
      CREATE POLICY carried ON transfer_request FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY answered ON transfer_request FOR UPDATE
        USING (status = 'open'
          AND EXISTS (SELECT FROM transfer_request_target x WHERE x.request_id = id))
        WITH CHECK (EXISTS (SELECT FROM transfer_request_target x WHERE x.request_id = id));

      CREATE POLICY of_owned_case ON transfer_request_target FOR SELECT USING (
        case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                               WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0
                                 AND a.reason IN ('lead', 'supervision'))));
      CREATE POLICY carried ON transfer_request_target FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY not_blocked ON transfer_request_target AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id IS NULL OR case_id <> ALL ((SELECT guard.blocked_cases())::uuid[]))
        WITH CHECK (true);

      GRANT SELECT, INSERT ON case_transfer, transfer_content, transfer_event TO ben_an_app;
      GRANT UPDATE (status, reason, suggested_unit_id, answered_by, ended_at, first_contact_at, version)
        ON case_transfer TO ben_an_app;
      GRANT SELECT ON transfer_request, transfer_request_target TO ben_an_app;
      GRANT UPDATE (status, reason, transfer_id, ended_at, version) ON transfer_request TO ben_an_app;

      -- What the desk is asked to take on is what the case is at this moment: who looked before it
      -- changed looks again. Locks the case first and the offer then, as acceptance does.
      CREATE FUNCTION guard.offer_follows_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE case_transfer SET version = version + 1, case_sealed = NEW.sealed
         WHERE case_id = NEW.id AND status = 'offered';
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.offer_follows_case FROM PUBLIC;
      CREATE TRIGGER offer_follows_case AFTER UPDATE ON cases FOR EACH ROW
        WHEN ((OLD.risk_level, OLD.immediate_danger, OLD.sealed, OLD.language, OLD.province_code,
               OLD.commune, OLD.status, OLD.lead_worker_id)
              IS DISTINCT FROM
              (NEW.risk_level, NEW.immediate_danger, NEW.sealed, NEW.language, NEW.province_code,
               NEW.commune, NEW.status, NEW.lead_worker_id))
        EXECUTE FUNCTION guard.offer_follows_case();

      -- Whom the service tells that somebody asks for a case.
      CREATE FUNCTION guard.owner_of_case(p_case uuid) RETURNS TABLE (unit_id uuid, lead_id uuid)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.unit_id, c.lead_worker_id FROM cases c
         WHERE c.id = p_case AND guard.is_system() $$;

      -- The preview: never who, nor the number. For the desk while it is asked, and for the owner who
      -- checks what the desk will see.
      CREATE FUNCTION guard.preview_of_transfer(p_case uuid)
      RETURNS TABLE (risk_level text, immediate_danger boolean, age_band text, sex text, language text,
                     province_code text, commune text, open_referrals int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.risk_level, c.immediate_danger, c.age_band, c.sex, c.language, c.province_code,
               c.commune,
               (SELECT count(*)::int FROM referral r WHERE r.case_id = c.id
                   AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold'))
          FROM cases c
         WHERE c.id = p_case AND c.id <> ALL (guard.blocked_cases()) AND (
           EXISTS (SELECT FROM case_access a WHERE a.case_id = c.id AND a.valid_until > now()
                      AND a.principal = ANY (guard.principals()) AND a.sections & (1 << 10) <> 0)
           OR EXISTS (SELECT FROM case_transfer t WHERE t.case_id = c.id AND t.status = 'offered'
                         AND t.to_unit_id = guard.desk_unit_id()
                         AND (NOT t.case_sealed OR guard.has_role('caseworker')))) $$;

      -- The number by which the old unit and the new one speak of the case: for the one always, for the
      -- other once the case is there.
      CREATE FUNCTION guard.numbers_of_transfers(p_transfers uuid[])
      RETURNS TABLE (transfer_id uuid, number text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT t.id, c.number
          FROM case_transfer t JOIN cases c ON c.id = t.case_id
         WHERE t.id = ANY (p_transfers) AND c.id <> ALL (guard.blocked_cases())
           AND (t.from_unit_id = guard.desk_unit_id()
                OR (t.to_unit_id = guard.desk_unit_id() AND t.status = 'accepted'))
           AND (guard.actor_id() IN (t.offered_by, t.old_lead_id, t.answered_by, t.new_lead_id)
                OR (NOT t.case_sealed AND guard.has_role('supervisor'))) $$;

      -- In which sections of the case something is recorded: all of it moves, so all of it has to be
      -- agreed to. For who manages the case, also where a section is not theirs to read.
      CREATE FUNCTION guard.sections_recorded(p_case uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(bit_or(s.bit), 0) FROM (
          SELECT 1 << p.section AS bit FROM person p WHERE p.case_id = p_case
          UNION ALL SELECT 1 << x.section FROM case_section x WHERE x.case_id = p_case
          UNION ALL SELECT 1 << 3 FROM incident i WHERE i.case_id = p_case) s
         WHERE p_case <> ALL (guard.blocked_cases())
           AND EXISTS (SELECT FROM case_access a WHERE a.case_id = p_case AND a.valid_until > now()
                          AND a.principal = ANY (guard.principals())
                          AND a.sections & (1 << 10) <> 0) $$;

      -- The sections that a consent (or an approved basis) opens to a unit at this moment.
      CREATE FUNCTION guard.sections_agreed(p_consent uuid, p_case uuid, p_unit uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((
          SELECT k.sections FROM consent k
           WHERE k.id = p_consent AND k.case_id = p_case AND k.recipient_unit_id = p_unit
             AND k.withdrawn_at IS NULL AND k.valid_until > now()
             AND k.approval IN ('not_needed', 'approved')
             AND string_to_array(k.purpose, ' ') @> '{sharing}'
             AND (k.legal_basis = 'consent'
                  OR EXISTS (SELECT FROM sharing_exception e WHERE e.consent_id = k.id))), 0) $$;

      -- What the old unit keeps: asked for ∩ agreed ∩ what its sector may see, to read, until its day.
      -- Safe to call by anyone at any time, since it grants only what the rows say.
      CREATE FUNCTION guard.project_transfer(p_transfer uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        t case_transfer%ROWTYPE;
        kept int;
        until timestamptz;
      BEGIN
        SELECT * INTO t FROM case_transfer WHERE id = p_transfer FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(t.id);
        -- A case that came back is theirs again, and needs no keeping.
        IF t.status <> 'accepted' OR t.kept_sections = 0
           OR EXISTS (SELECT FROM cases c WHERE c.id = t.case_id AND c.unit_id = t.from_unit_id) THEN
          RETURN;
        END IF;
        SELECT t.kept_sections & guard.sections_agreed(k.id, t.case_id, t.from_unit_id) & d.sections,
               least(t.kept_until, k.valid_until)
          INTO kept, until
          FROM consent k, unit u JOIN sector_default d ON d.sector = u.sector
         WHERE k.id = t.kept_consent_id AND u.id = t.from_unit_id;
        IF coalesce(kept, 0) = 0 OR until <= now() THEN RETURN; END IF;
        PERFORM guard.add_grant(t.case_id, w.id, 'kept', t.id, kept, false, until)
           FROM worker w WHERE w.id = t.old_lead_id AND w.unit_id = t.from_unit_id;
        IF NOT t.case_sealed AND kept & ~(1 << 6) <> 0 THEN
          PERFORM guard.add_grant(t.case_id, u.supervision_id, 'kept', t.id, kept & ~(1 << 6), false,
                                  until)
             FROM unit u WHERE u.id = t.from_unit_id;
        END IF;
      END $$;

      CREATE FUNCTION guard.kept_follows_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM guard.project_transfer(t.id) FROM case_transfer t
          WHERE t.kept_consent_id = NEW.id AND t.status = 'accepted';
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.kept_follows_consent FROM PUBLIC;
      CREATE TRIGGER kept_follows_consent AFTER UPDATE ON consent FOR EACH ROW
        WHEN (OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at
              OR OLD.approval IS DISTINCT FROM NEW.approval)
        EXECUTE FUNCTION guard.kept_follows_consent();

      -- The sender's side of a referral is whoever has the case. Who sent it stays written beside it.
      ALTER TABLE referral ADD COLUMN sent_by_unit_id uuid REFERENCES unit;
      ALTER TABLE referral DROP CONSTRAINT referral_check1,
        ADD CONSTRAINT referral_goes_elsewhere CHECK (
          to_unit_id IS NULL OR to_unit_id <> from_unit_id OR sent_by_unit_id IS NOT NULL);
    `)
    // Both triggers stay as they are for everybody, but for the function below when it moves the
    // sender's side: nobody else runs as the owner.
    for (const trigger of ['keep_what_was_agreed', 'move_as_oneself'])
      await queryRunner.query(`
        DO $do$ BEGIN
          EXECUTE format('CREATE OR REPLACE TRIGGER ${trigger} BEFORE UPDATE ON referral FOR EACH ROW
            WHEN (current_user <> %L OR NEW.from_unit_id = OLD.from_unit_id)
            EXECUTE FUNCTION guard.${trigger}()', current_user);
        END $do$`)
    await queryRunner.query(`
      CREATE FUNCTION guard.sender_is_written() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'who sent a referral is written when its case moves'
          USING ERRCODE = 'check_violation';
      END $$;
      REVOKE ALL ON FUNCTION guard.sender_is_written FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.sender_is_written TO ben_an_app;
      DO $do$ BEGIN
        EXECUTE format('CREATE TRIGGER sender_is_written BEFORE UPDATE ON referral FOR EACH ROW
          WHEN (current_user <> %L AND NEW.sent_by_unit_id IS DISTINCT FROM OLD.sent_by_unit_id)
          EXECUTE FUNCTION guard.sender_is_written()', current_user);
        EXECUTE format('CREATE TRIGGER sender_is_not_made_up BEFORE INSERT ON referral FOR EACH ROW
          WHEN (current_user <> %L AND NEW.sent_by_unit_id IS NOT NULL)
          EXECUTE FUNCTION guard.sender_is_written()', current_user);
      END $do$;

      -- Acceptance, whole or not at all. Locks the case and then the offer: of two who answer at once,
      -- or of one who answers and one who takes back, the second finds it answered. Gives 'moved', or
      -- why not: 'hidden', 'answered', 'stale', 'case-closed', 'unit-closed', 'lead-unfit',
      -- 'not-agreed'; and the referrals that ended, since their receiver has the case now.
      CREATE FUNCTION guard.accept_transfer(p_transfer uuid, p_version int, p_lead uuid, p_event uuid,
        p_at timestamptz, OUT outcome text, OUT ended_referrals uuid[])
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        c cases%ROWTYPE;
        t case_transfer%ROWTYPE;
        recorded int;
      BEGIN
        ended_referrals := '{}';
        outcome := 'hidden';
        SELECT x.* INTO c FROM cases x JOIN case_transfer o ON o.case_id = x.id
         WHERE o.id = p_transfer FOR NO KEY UPDATE OF x;
        IF NOT FOUND OR actor.kind IS DISTINCT FROM 'worker' THEN RETURN; END IF;
        SELECT * INTO t FROM case_transfer WHERE id = p_transfer FOR NO KEY UPDATE;
        IF t.to_unit_id <> actor.unit_id OR NOT actor.roles && ARRAY['caseworker', 'supervisor']
           OR (c.sealed AND NOT 'caseworker' = ANY (actor.roles))
           OR c.id = ANY (guard.blocked_cases()) THEN RETURN; END IF;

        outcome := CASE
          WHEN t.status <> 'offered' THEN 'answered'
          WHEN t.version <> p_version THEN 'stale'
          WHEN c.status <> 'open' OR c.unit_id <> t.from_unit_id THEN 'case-closed'
          WHEN NOT EXISTS (SELECT FROM unit u JOIN agency a ON a.id = u.agency_id
                            WHERE u.id = t.to_unit_id AND u.active AND a.active) THEN 'unit-closed'
          -- A caseworker takes it on; a supervisor may name one. Never over a conflict of interest.
          WHEN NOT EXISTS (SELECT FROM worker w
                            WHERE w.id = p_lead AND w.unit_id = t.to_unit_id AND w.active
                              AND 'caseworker' = ANY (w.roles)
                              AND (w.id = actor.worker_id OR 'supervisor' = ANY (actor.roles)))
               OR EXISTS (SELECT FROM case_block b WHERE b.worker_id = p_lead AND b.case_id = c.id)
            THEN 'lead-unfit'
          ELSE NULL END;
        IF outcome IS NOT NULL THEN RETURN; END IF;
        SELECT coalesce(bit_or(s.bit), 0) INTO recorded FROM (
          SELECT 1 << p.section AS bit FROM person p WHERE p.case_id = c.id
          UNION ALL SELECT 1 << x.section FROM case_section x WHERE x.case_id = c.id
          UNION ALL SELECT 1 << 3 FROM incident i WHERE i.case_id = c.id) s;
        IF NOT EXISTS (SELECT FROM consent k WHERE k.case_id = c.id
                          AND k.recipient_unit_id = t.to_unit_id
                          AND guard.sections_agreed(k.id, c.id, t.to_unit_id) <> 0
                          AND recorded & ~guard.sections_agreed(k.id, c.id, t.to_unit_id) = 0) THEN
          outcome := 'not-agreed';
          RETURN;
        END IF;

        UPDATE case_transfer SET status = 'accepted', answered_by = actor.worker_id,
               new_lead_id = p_lead, ended_at = p_at, version = version + 1
         WHERE id = t.id;
        INSERT INTO transfer_event (id, transfer_id, at, actor_id, actor_unit_id, kind)
        VALUES (p_event, t.id, p_at, actor.worker_id, actor.unit_id, 'accepted');
        UPDATE cases SET unit_id = t.to_unit_id, lead_worker_id = p_lead, updated_at = p_at,
               version = version + 1
         WHERE id = c.id;

        -- Referrals go on, with the new unit as their sender. What was sent to that very unit ends:
        -- it has the case now. What nobody has sent yet was the old lead's thought, and goes with it.
        DELETE FROM referral r WHERE r.case_id = c.id AND r.status = 'draft';
        WITH before AS (
          SELECT r.id, r.status,
                 r.to_unit_id = t.to_unit_id
                   AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold') AS ends
            FROM referral r WHERE r.case_id = c.id ORDER BY r.id FOR NO KEY UPDATE),
        moved AS (
          UPDATE referral r SET
                 sent_by_unit_id = coalesce(r.sent_by_unit_id, r.from_unit_id),
                 from_unit_id = t.to_unit_id, from_worker_id = p_lead,
                 status = CASE WHEN b.ends THEN 'cancelled' ELSE r.status END,
                 reason = CASE WHEN b.ends THEN 'case_transferred' ELSE r.reason END,
                 ended_at = CASE WHEN b.ends THEN p_at ELSE r.ended_at END,
                 version = r.version + 1
            FROM before b WHERE b.id = r.id
          RETURNING r.id),
        told AS (
          INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, from_status,
                                      to_status, reason)
          SELECT gen_random_uuid(), b.id, p_at, actor.worker_id, actor.unit_id,
                 CASE WHEN b.ends THEN 'cancelled' ELSE 'case-transferred' END, b.status,
                 CASE WHEN b.ends THEN 'cancelled' ELSE b.status END,
                 CASE WHEN b.ends THEN 'case_transferred' END
            FROM before b JOIN moved m ON m.id = b.id
           WHERE b.ends OR b.status IN ('requested', 'accepted', 'in_progress', 'on_hold', 'completed')
          RETURNING referral_id, to_status)
        SELECT coalesce(array_agg(referral_id), '{}') INTO ended_referrals FROM told
         WHERE to_status = 'cancelled';
        -- Who worked along now leads; what the old unit still had to do, the new lead has to.
        UPDATE team_member SET status = 'ended', reason = 'leads_now', ended_at = p_at,
               version = version + 1
         WHERE case_id = c.id AND unit_id = t.to_unit_id AND status IN ('invited', 'joined');
        UPDATE team_task SET unit_id = t.to_unit_id, worker_id = p_lead, version = version + 1
         WHERE case_id = c.id AND unit_id = t.from_unit_id AND state = 'open';
        PERFORM guard.project_team(c.id);
        -- Who approves sharing without consent is a supervisor of who has the case.
        UPDATE sharing_exception SET unit_id = t.to_unit_id
         WHERE case_id = c.id AND approval = 'pending';

        -- Nobody of the old unit sees anything any more, on whatever ground.
        WITH ended AS (
          UPDATE access_grant g SET ended_at = now()
           WHERE g.case_id = c.id AND g.ended_at IS NULL AND g.principal IN (
             SELECT t.from_unit_id
             UNION ALL SELECT w.id FROM worker w WHERE w.unit_id = t.from_unit_id
             UNION ALL SELECT u.supervision_id FROM unit u WHERE u.id = t.from_unit_id)
          RETURNING g.id)
        DELETE FROM case_access a USING ended WHERE a.grant_id = ended.id;
        PERFORM guard.project_case(c.id);
        PERFORM guard.project_referral(x) FROM unnest(ended_referrals) x;
        PERFORM guard.project_transfer(x.id) FROM case_transfer x WHERE x.case_id = c.id;
        outcome := 'moved';
      END $$;

      -- Asks for a case by its number or through a referral, and answers the same whether there is
      -- such a case or not: false only where this worker has asked too often today. One's own unit's
      -- case, a closed one and one the worker is kept away from are like none.
      CREATE FUNCTION guard.ask_for_transfer(p_id uuid, p_number text, p_referral uuid, p_why text,
        p_key bytea, p_text bytea, p_at timestamptz, p_lapses_at timestamptz, p_most int)
      RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        brought_by uuid;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker'
           OR NOT actor.roles && ARRAY['caseworker', 'supervisor']
           OR (p_number IS NULL) = (p_referral IS NULL)
        THEN RAISE EXCEPTION 'nobody asks so' USING ERRCODE = 'check_violation'; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('transfer_request ' || actor.worker_id, 0));
        IF (SELECT count(*) FROM transfer_request q WHERE q.asked_by = actor.worker_id
               AND q.asked_at > p_at - interval '24 hours') >= p_most THEN RETURN false; END IF;
        SELECT r.id INTO brought_by FROM referral r
         WHERE r.id = p_referral AND r.to_unit_id = actor.unit_id
           AND r.status IN ('accepted', 'in_progress', 'on_hold', 'completed', 'confirmed')
           AND (r.handler_id = actor.worker_id OR 'supervisor' = ANY (actor.roles));
        INSERT INTO transfer_request (id, case_number, referral_id, from_unit_id, asked_by, why,
                                      sealed_key, sealed_text, asked_at, lapses_at)
        VALUES (p_id, p_number, brought_by, actor.unit_id, actor.worker_id, p_why, p_key, p_text, p_at,
                p_lapses_at);
        INSERT INTO transfer_request_target (request_id, case_id)
        SELECT p_id, (
          SELECT c.id FROM cases c
           WHERE c.status = 'open' AND c.unit_id <> actor.unit_id
             AND c.id <> ALL (guard.blocked_cases())
             AND (c.number = p_number
                  OR c.id = (SELECT r.case_id FROM referral r WHERE r.id = brought_by)));
        RETURN true;
      END $$;

      REVOKE ALL ON FUNCTION guard.owner_of_case, guard.preview_of_transfer, guard.numbers_of_transfers,
        guard.sections_recorded, guard.sections_agreed, guard.project_transfer, guard.accept_transfer,
        guard.ask_for_transfer FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.owner_of_case, guard.preview_of_transfer, guard.numbers_of_transfers,
        guard.sections_recorded, guard.project_transfer, guard.accept_transfer, guard.ask_for_transfer
        TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.ask_for_transfer, guard.accept_transfer;
      CREATE OR REPLACE TRIGGER move_as_oneself BEFORE UPDATE ON referral
        FOR EACH ROW EXECUTE FUNCTION guard.move_as_oneself();
      CREATE OR REPLACE TRIGGER keep_what_was_agreed BEFORE UPDATE ON referral
        FOR EACH ROW EXECUTE FUNCTION guard.keep_what_was_agreed();
      -- A referral between a unit and itself cannot be told without the column.
      DELETE FROM referral WHERE to_unit_id = from_unit_id;
      DROP TRIGGER sender_is_written ON referral;
      DROP TRIGGER sender_is_not_made_up ON referral;
      DROP FUNCTION guard.sender_is_written;
      ALTER TABLE referral DROP CONSTRAINT referral_goes_elsewhere,
        ADD CONSTRAINT referral_check1 CHECK (to_unit_id IS NULL OR to_unit_id <> from_unit_id),
        DROP COLUMN sent_by_unit_id;
      DROP TRIGGER kept_follows_consent ON consent;
      DROP TRIGGER offer_follows_case ON cases;
      DELETE FROM access_grant WHERE reason = 'kept';
      DROP FUNCTION guard.kept_follows_consent, guard.project_transfer, guard.sections_agreed,
        guard.sections_recorded, guard.numbers_of_transfers, guard.preview_of_transfer,
        guard.owner_of_case, guard.offer_follows_case;
      DROP TABLE transfer_request_target, transfer_request, transfer_event, transfer_content,
        case_transfer;
      DROP SEQUENCE transfer_number_seq;
    `)
  }
}
