import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A consent lives: it ends, is taken back with a reason, is narrowed, and is widened only by another
 * one. What is shared without consent waits for somebody who approves, and is looked at afterwards.
 *
 * `guard.project_referral` keeps its name and gains the shares that were added later: what it did
 * before goes on under `guard.project_what_was_sent`.
 */
export class ConsentLives1780000000019 implements MigrationInterface {
  name = 'ConsentLives1780000000019'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE consent
        ADD COLUMN approval text NOT NULL DEFAULT 'not_needed'
          CHECK (approval IN ('not_needed', 'pending', 'approved', 'declined')),
        -- the wider consent that this one is the rest of
        ADD COLUMN narrows_id uuid REFERENCES consent,
        ADD COLUMN withdrawn_reason text CHECK (withdrawn_reason IN ('person_asked',
          'representative_asked', 'danger', 'no_longer_needed', 'recorded_wrongly', 'narrowed',
          'not_justified')),
        ADD COLUMN withdrawn_by uuid REFERENCES worker,
        ADD COLUMN sealed_withdrawal bytea;
      -- Until now a supervisor was named when it was recorded.
      UPDATE consent SET approval = 'approved'
       WHERE legal_basis NOT IN ('consent', 'vital_interests');
      GRANT UPDATE (withdrawn_reason, withdrawn_by, sealed_withdrawal) ON consent TO ben_an_app;

      CREATE OR REPLACE FUNCTION guard.withdrawn_is_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL AND
           (NEW.withdrawn_at, NEW.withdrawn_reason, NEW.withdrawn_by, NEW.sealed_withdrawal)
           IS DISTINCT FROM
           (OLD.withdrawn_at, OLD.withdrawn_reason, OLD.withdrawn_by, OLD.sealed_withdrawal)
        THEN
          RAISE EXCEPTION 'what was taken back is asked for anew' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.withdrawn_by IS DISTINCT FROM OLD.withdrawn_by
           AND NEW.withdrawn_by IS DISTINCT FROM guard.actor_id() AND guard.actor_id() IS NOT NULL
        THEN
          RAISE EXCEPTION 'nobody withdraws in another''s name' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;

      -- Whether a basis waits for approval follows from the basis, not from who writes the row. Kept
      -- in step with src/features/consents/domain/legal-basis.ts by a test.
      CREATE FUNCTION guard.approval_of(p_basis text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN p_basis IN ('consent', 'vital_interests') THEN 'not_needed'
                    ELSE 'pending' END $$;
      REVOKE ALL ON FUNCTION guard.approval_of FROM PUBLIC;

      CREATE FUNCTION guard.approval_is_an_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.narrows_id IS NOT NULL AND NOT EXISTS (
             SELECT FROM consent k
              WHERE k.id = NEW.narrows_id AND k.case_id = NEW.case_id
                AND k.recipient_unit_id = NEW.recipient_unit_id
                AND k.legal_basis = 'consent' AND NEW.legal_basis = 'consent'
                AND NEW.sections & ~k.sections = 0 AND NEW.valid_until <= k.valid_until
                AND string_to_array(NEW.purpose, ' ') <@ string_to_array(k.purpose, ' ')
                AND (k.consents_to_statistics OR NOT NEW.consents_to_statistics))
        THEN RAISE EXCEPTION 'the rest of a consent is never wider than it was'
          USING ERRCODE = 'check_violation';
        END IF;
        NEW.approval := guard.approval_of(NEW.legal_basis);
        RETURN NEW;
      END $$;
      CREATE TRIGGER approval_is_an_act BEFORE INSERT ON consent
        FOR EACH ROW EXECUTE FUNCTION guard.approval_is_an_act();
      REVOKE ALL ON FUNCTION guard.approval_is_an_act FROM PUBLIC;

      -- Everything shared without consent: why, who approved, what the review found. Its texts have a
      -- data key of their own, so that a reviewer can read them and nothing of the case.
      CREATE TABLE sharing_exception (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('basis', 'report')),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit,
        consent_id uuid UNIQUE REFERENCES consent ON DELETE CASCADE,
        legal_basis text NOT NULL CHECK (legal_basis <> 'consent'),
        recipient_unit_id uuid REFERENCES unit,
        duty text,
        authority text,
        sections int NOT NULL,
        -- null for what was recorded before such a row was kept: its grounds lie with the consent
        sealed_key bytea,
        sealed_grounds bytea,
        recorded_by uuid NOT NULL REFERENCES worker,
        recorded_at timestamptz NOT NULL,
        approval text NOT NULL DEFAULT 'pending'
          CHECK (approval IN ('not_needed', 'pending', 'approved', 'declined')),
        -- nobody of the unit can answer: a safeguarding reviewer of another unit does
        escalated_at timestamptz,
        decided_by uuid REFERENCES worker,
        decided_at timestamptz,
        sealed_decision bytea,
        review text CHECK (review IN ('justified', 'not_justified', 'needs_follow_up')),
        reviewed_by uuid REFERENCES worker,
        reviewed_at timestamptz,
        sealed_review bytea,
        version int NOT NULL DEFAULT 1,
        CHECK (CASE kind WHEN 'basis' THEN consent_id IS NOT NULL AND recipient_unit_id IS NOT NULL
                         ELSE consent_id IS NULL AND duty IS NOT NULL AND authority IS NOT NULL END),
        CHECK (kind = 'basis' OR sections & ~11 = 0)
      );
      CREATE INDEX exception_of_case ON sharing_exception (case_id);
      CREATE INDEX exception_to_approve ON sharing_exception (unit_id, recorded_at, id)
        WHERE approval = 'pending';
      CREATE INDEX exception_to_review ON sharing_exception (recorded_at, id)
        WHERE review IS NULL OR review = 'needs_follow_up';
      INSERT INTO sharing_exception (id, kind, case_id, unit_id, consent_id, legal_basis,
                                     recipient_unit_id, sections, recorded_by, recorded_at, approval)
      SELECT gen_random_uuid(), 'basis', k.case_id, c.unit_id, k.id, k.legal_basis,
             k.recipient_unit_id, k.sections, k.recorded_by, k.created_at, k.approval
        FROM consent k JOIN cases c ON c.id = k.case_id WHERE k.legal_basis <> 'consent';

      -- Who can approve in the unit itself: a supervisor other than who recorded it, kept away by no
      -- conflict of interest. Supervisors see nothing of a sealed case.
      CREATE FUNCTION guard.has_approver(p_case uuid, p_unit uuid, p_recorder uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM worker w
           WHERE w.unit_id = p_unit AND w.active AND 'supervisor' = ANY (w.roles)
             AND w.id <> p_recorder
             AND NOT EXISTS (SELECT FROM case_block b WHERE b.worker_id = w.id AND b.case_id = p_case)
             AND NOT EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.sealed)) $$;
      REVOKE ALL ON FUNCTION guard.has_approver FROM PUBLIC;

      CREATE FUNCTION guard.exception_begins() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.kind = 'basis' AND NOT EXISTS (
             SELECT FROM consent k
              WHERE k.id = NEW.consent_id AND k.case_id = NEW.case_id
                AND k.recipient_unit_id = NEW.recipient_unit_id
                AND k.legal_basis = NEW.legal_basis AND k.sections = NEW.sections)
        THEN RAISE EXCEPTION 'an exception tells what its consent row says'
          USING ERRCODE = 'check_violation';
        END IF;
        NEW.approval := guard.approval_of(NEW.legal_basis);
        NEW.escalated_at := CASE WHEN NEW.approval = 'pending'
          AND NOT guard.has_approver(NEW.case_id, NEW.unit_id, NEW.recorded_by) THEN NEW.recorded_at END;
        NEW.decided_by := NULL;  NEW.decided_at := NULL;   NEW.sealed_decision := NULL;
        NEW.review := NULL;      NEW.reviewed_by := NULL;  NEW.reviewed_at := NULL;
        NEW.sealed_review := NULL;
        NEW.version := 1;
        RETURN NEW;
      END $$;
      CREATE TRIGGER exception_begins BEFORE INSERT ON sharing_exception
        FOR EACH ROW EXECUTE FUNCTION guard.exception_begins();
      REVOKE ALL ON FUNCTION guard.exception_begins FROM PUBLIC;

      CALL guard.protect('sharing_exception');
      CREATE POLICY of_managed_case ON sharing_exception FOR SELECT USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = sharing_exception.case_id AND a.valid_until > now()
           AND a.sections & (1 << 10) <> 0));
      -- From another unit. One that still waits for its own unit's supervisors becomes theirs after a
      -- day without an answer, or at once where the unit has nobody who could give one.
      CREATE POLICY for_reviewers ON sharing_exception FOR SELECT USING (
        (SELECT guard.has_role('safeguarding-reviewer'))
        AND unit_id <> (SELECT (guard.who()).unit_id)
        AND (approval IN ('not_needed', 'approved')
             OR (approval = 'pending'
                 AND (escalated_at IS NOT NULL OR recorded_at < now() - interval '24 hours'))));
      -- Who is told, and whom it escalates to: ids and codes for the service.
      CREATE POLICY carried ON sharing_exception FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY recorded ON sharing_exception FOR INSERT WITH CHECK (
        recorded_by = (SELECT guard.actor_id()) AND unit_id = (SELECT guard.desk_unit_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = sharing_exception.case_id
                      AND a.may_write AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      CREATE POLICY not_blocked ON sharing_exception AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON sharing_exception TO ben_an_app;

      -- May the present actor answer for this exception at all? A supervisor of the unit, or a
      -- safeguarding reviewer of another; never who recorded it, never over a conflict of interest.
      CREATE FUNCTION guard.answers_for(e sharing_exception) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(a.kind = 'worker' AND e.recorded_by <> a.worker_id
           AND e.case_id <> ALL (guard.blocked_cases())
           AND (('supervisor' = ANY (a.roles) AND a.unit_id = e.unit_id
                 AND NOT EXISTS (SELECT FROM cases c WHERE c.id = e.case_id AND c.sealed))
             OR ('safeguarding-reviewer' = ANY (a.roles) AND a.unit_id <> e.unit_id
                 AND (e.approval <> 'pending' OR e.escalated_at IS NOT NULL
                      OR e.recorded_at < now() - interval '24 hours'))), false)
          FROM guard.who() a $$;
      REVOKE ALL ON FUNCTION guard.answers_for FROM PUBLIC;

      -- The only way to an approval. False when it is not (or no longer) the actor's to give.
      CREATE FUNCTION guard.answer_exception(p_id uuid, p_version int, p_answer text, p_sealed bytea,
        p_at timestamptz) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        e sharing_exception%ROWTYPE;
      BEGIN
        SELECT * INTO e FROM sharing_exception WHERE id = p_id FOR UPDATE;
        IF NOT FOUND OR p_answer NOT IN ('approved', 'declined') OR e.approval <> 'pending'
           OR e.version <> p_version OR NOT guard.answers_for(e) THEN RETURN false; END IF;
        UPDATE sharing_exception SET approval = p_answer, decided_by = guard.actor_id(),
               decided_at = p_at, sealed_decision = p_sealed, version = version + 1
         WHERE id = p_id;
        UPDATE consent SET approval = p_answer WHERE id = e.consent_id;
        RETURN true;
      END $$;

      -- What the review found. What was not justified ends with it.
      CREATE FUNCTION guard.review_exception(p_id uuid, p_version int, p_outcome text, p_sealed bytea,
        p_at timestamptz) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        e sharing_exception%ROWTYPE;
      BEGIN
        SELECT * INTO e FROM sharing_exception WHERE id = p_id FOR UPDATE;
        IF NOT FOUND OR p_outcome NOT IN ('justified', 'not_justified', 'needs_follow_up')
           OR e.approval NOT IN ('not_needed', 'approved') OR e.version <> p_version
           OR e.review IN ('justified', 'not_justified')
           OR e.decided_by = guard.actor_id() OR NOT guard.answers_for(e) THEN RETURN false; END IF;
        UPDATE sharing_exception SET review = p_outcome, reviewed_by = guard.actor_id(),
               reviewed_at = p_at, sealed_review = p_sealed, version = version + 1
         WHERE id = p_id;
        IF p_outcome = 'not_justified' AND e.consent_id IS NOT NULL THEN
          UPDATE consent SET withdrawn_at = p_at, withdrawn_reason = 'not_justified',
                 withdrawn_by = guard.actor_id()
           WHERE id = e.consent_id AND withdrawn_at IS NULL;
          PERFORM guard.project_consent(e.consent_id);
        END IF;
        RETURN true;
      END $$;
      REVOKE ALL ON FUNCTION guard.answer_exception, guard.review_exception FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.answer_exception, guard.review_exception TO ben_an_app;

      -- A report that the law obliges to: a notice to an authority, not a referral. What is reported
      -- is case content, sealed with the case.
      CREATE SEQUENCE duty_report_number_seq;
      GRANT USAGE ON SEQUENCE duty_report_number_seq TO ben_an_app;
      CREATE TABLE duty_report (
        id uuid PRIMARY KEY REFERENCES sharing_exception ON DELETE CASCADE,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        sealed_report bytea NOT NULL,
        told_at timestamptz,
        told_by uuid REFERENCES worker,
        channel text CHECK (channel IN ('phone', 'in_person', 'letter', 'online')),
        acknowledged_at timestamptz,
        sealed_acknowledgement bytea,
        version int NOT NULL DEFAULT 1,
        CHECK (acknowledged_at IS NULL OR told_at IS NOT NULL),
        CHECK ((told_at IS NULL) = (told_by IS NULL))
      );
      CREATE INDEX duty_report_of_case ON duty_report (case_id);
      CALL guard.protect('duty_report');
      CREATE POLICY granted ON duty_report FOR SELECT USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = duty_report.case_id AND a.valid_until > now()
           AND a.sections & (1 << 10) <> 0));
      CREATE POLICY added ON duty_report FOR INSERT WITH CHECK (
        EXISTS (SELECT FROM case_access a WHERE a.case_id = duty_report.case_id AND a.may_write
                  AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM sharing_exception e WHERE e.id = duty_report.id
                      AND e.case_id = duty_report.case_id AND e.kind = 'report'));
      CREATE POLICY changed ON duty_report FOR UPDATE USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = duty_report.case_id AND a.may_write
           AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      CREATE POLICY not_blocked ON duty_report AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON duty_report TO ben_an_app;
      GRANT UPDATE (told_at, told_by, channel, acknowledged_at, sealed_acknowledgement, version)
        ON duty_report TO ben_an_app;

      CREATE FUNCTION guard.report_once_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.told_at IS NOT NULL AND NOT EXISTS (
             SELECT FROM sharing_exception e
              WHERE e.id = NEW.id AND e.approval IN ('not_needed', 'approved'))
        THEN RAISE EXCEPTION 'a report is made once it is approved' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.told_by IS NOT NULL AND TG_OP = 'UPDATE' AND OLD.told_by IS DISTINCT FROM NEW.told_by
           AND (OLD.told_by IS NOT NULL OR NEW.told_by <> guard.actor_id())
        THEN RAISE EXCEPTION 'who reported is who says so' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER report_once_approved BEFORE INSERT OR UPDATE ON duty_report
        FOR EACH ROW EXECUTE FUNCTION guard.report_once_approved();
      REVOKE ALL ON FUNCTION guard.report_once_approved FROM PUBLIC;

      -- A sent referral keeps what was agreed; what is shared on top stands here, each row on a
      -- consent of its own.
      CREATE TABLE referral_share (
        id uuid PRIMARY KEY,
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        consent_id uuid NOT NULL REFERENCES consent ON DELETE CASCADE,
        sections int NOT NULL CHECK (sections > 0),
        added_by uuid NOT NULL REFERENCES worker,
        added_at timestamptz NOT NULL
      );
      CREATE INDEX share_of_referral ON referral_share (referral_id, added_at);
      CREATE INDEX share_by_consent ON referral_share (consent_id);
      CALL guard.protect('referral_share');
      CREATE POLICY of_seen_referral ON referral_share FOR SELECT USING (
        EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
      CREATE POLICY added ON referral_share FOR INSERT WITH CHECK (
        added_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = referral_share.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id
                      AND r.from_unit_id = (SELECT guard.desk_unit_id())));
      CREATE POLICY not_blocked ON referral_share AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON referral_share TO ben_an_app;

      CREATE FUNCTION guard.share_is_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM referral r
            JOIN consent k ON k.id = NEW.consent_id AND k.case_id = r.case_id
                          AND k.recipient_unit_id = r.to_unit_id AND k.withdrawn_at IS NULL
                          AND k.valid_until > now() AND k.approval IN ('not_needed', 'approved')
                          AND string_to_array(k.purpose, ' ') @> '{services,sharing}'
           WHERE r.id = NEW.referral_id AND r.case_id = NEW.case_id
             AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')
             AND NEW.sections & ~k.sections = 0)
        THEN RAISE EXCEPTION 'more is shared only where it was agreed to'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER share_is_agreed BEFORE INSERT ON referral_share
        FOR EACH ROW EXECUTE FUNCTION guard.share_is_agreed();
      REVOKE ALL ON FUNCTION guard.share_is_agreed FROM PUBLIC;

      -- The receiver asks for more; a person at the sending side answers. Texts are sealed under the
      -- referral's key.
      CREATE TABLE share_request (
        id uuid PRIMARY KEY,
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        sections int NOT NULL CHECK (sections > 0),
        sealed_reason bytea NOT NULL,
        asked_by uuid NOT NULL REFERENCES worker,
        asked_at timestamptz NOT NULL,
        answer text CHECK (answer IN ('shared', 'declined')),
        sealed_answer bytea,
        answered_by uuid REFERENCES worker,
        answered_at timestamptz
      );
      CREATE UNIQUE INDEX share_request_open ON share_request (referral_id) WHERE answer IS NULL;
      CREATE INDEX share_request_of_case ON share_request (case_id) WHERE answer IS NULL;
      CALL guard.protect('share_request');
      CREATE POLICY of_seen_referral ON share_request FOR SELECT USING (
        EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
      CREATE POLICY asked ON share_request FOR INSERT WITH CHECK (
        asked_by = (SELECT guard.actor_id()) AND answer IS NULL
        AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id
                      AND r.case_id = share_request.case_id
                      AND r.to_unit_id = (SELECT guard.desk_unit_id())
                      AND r.handler_id = (SELECT guard.actor_id())
                      AND r.status IN ('accepted', 'in_progress', 'on_hold')));
      CREATE POLICY answered ON share_request FOR UPDATE
        USING (answer IS NULL
          AND EXISTS (SELECT FROM case_access a WHERE a.case_id = share_request.case_id AND a.may_write
                        AND a.valid_until > now() AND a.sections & (1 << 10) <> 0))
        WITH CHECK (answered_by = (SELECT guard.actor_id()));
      CREATE POLICY not_blocked ON share_request AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT, INSERT ON share_request TO ben_an_app;
      GRANT UPDATE (answer, sealed_answer, answered_by, answered_at) ON share_request TO ben_an_app;

      -- What a recipient is told to stop doing, and when somebody there said that they understood.
      CREATE TABLE stop_notice (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        consent_id uuid NOT NULL REFERENCES consent ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        why text NOT NULL CHECK (why IN ('withdrawn', 'expired', 'narrowed', 'not_justified')),
        sections int NOT NULL,
        told_at timestamptz NOT NULL DEFAULT now(),
        acknowledged_at timestamptz,
        acknowledged_by uuid REFERENCES worker,
        UNIQUE (referral_id, consent_id)
      );
      CREATE INDEX stop_notice_of_case ON stop_notice (case_id);
      CALL guard.protect('stop_notice');
      CREATE POLICY of_seen_referral ON stop_notice FOR SELECT USING (
        EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
      CREATE POLICY understood ON stop_notice FOR UPDATE
        USING (acknowledged_at IS NULL AND EXISTS (
          SELECT FROM referral r WHERE r.id = referral_id
             AND r.to_unit_id = (SELECT guard.desk_unit_id())
             AND (r.handler_id = (SELECT guard.actor_id()) OR (SELECT guard.has_role('supervisor')))))
        WITH CHECK (acknowledged_by = (SELECT guard.actor_id()));
      CREATE POLICY not_blocked ON stop_notice AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT ON stop_notice TO ben_an_app;
      GRANT UPDATE (acknowledged_at, acknowledged_by) ON stop_notice TO ben_an_app;

      -- What each agreement opens to the receiver of a referral at this moment, and until when: what
      -- was sent with it, and what was added. A basis that waits for approval opens nothing, nor does
      -- one that nobody would ever review.
      CREATE FUNCTION guard.shares_of(p_referral uuid)
      RETURNS TABLE (consent_id uuid, added boolean, sections int, until timestamptz)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT k.id, s.added, s.sections & k.sections & d.sections, k.valid_until
          FROM referral r
         CROSS JOIN LATERAL (
           SELECT r.consent_id, false AS added, r.requested_sections AS sections
           UNION ALL
           SELECT x.consent_id, true, x.sections FROM referral_share x WHERE x.referral_id = r.id) s
          JOIN consent k ON k.id = s.consent_id AND k.case_id = r.case_id
                        AND k.recipient_unit_id = r.to_unit_id
                        AND k.withdrawn_at IS NULL AND k.valid_until > now()
                        AND k.approval IN ('not_needed', 'approved')
          JOIN unit u ON u.id = r.to_unit_id
          JOIN sector_default d ON d.sector = u.sector
         WHERE r.id = p_referral
           AND (k.legal_basis = 'consent'
                OR EXISTS (SELECT FROM sharing_exception e WHERE e.consent_id = k.id)) $$;

      -- What was sent with the referral itself, as before: asked for ∩ agreed ∩ sector default.
      CREATE OR REPLACE FUNCTION guard.shared_sections(p_referral uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((SELECT bit_or(s.sections) FROM guard.shares_of(p_referral) s
                          WHERE NOT s.added), 0) $$;

      ALTER FUNCTION guard.project_referral(uuid) RENAME TO project_what_was_sent;
      REVOKE ALL ON FUNCTION guard.project_what_was_sent FROM PUBLIC, ben_an_app;

      -- Sight follows state, and each share ends with its own consent.
      CREATE FUNCTION guard.project_referral(p_referral uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        PERFORM guard.project_what_was_sent(p_referral);
        PERFORM guard.add_grant(r.case_id, p.principal, 'referral', r.id, s.sections & p.mask, false,
                                s.until)
           FROM referral r
          CROSS JOIN LATERAL guard.shares_of(r.id) s
          CROSS JOIN LATERAL (
            SELECT w.id AS principal, ~0 AS mask FROM worker w
             WHERE w.id = r.handler_id AND w.unit_id = r.to_unit_id
            UNION ALL
            SELECT u.supervision_id, ~(1 << 6) FROM unit u WHERE u.id = r.to_unit_id) p
          WHERE r.id = p_referral AND s.added AND s.sections & p.mask <> 0
            AND r.status IN ('accepted', 'in_progress', 'on_hold') AND r.handler_id IS NOT NULL;
      END $$;

      -- A consent that has ended ends all sharing that stands on it, at once, and leaves each unit
      -- that was shown something a notice of what to stop: of a withdrawal all of them hear, of an
      -- expiry those who were still at work. Safe to call by anyone at any time.
      CREATE OR REPLACE FUNCTION guard.project_consent(p_consent uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        k consent%ROWTYPE;
        ended_by text;
        r record;
        lost int;
      BEGIN
        SELECT * INTO k FROM consent WHERE id = p_consent;
        IF NOT FOUND THEN RETURN; END IF;
        ended_by := CASE
          WHEN k.withdrawn_at IS NOT NULL THEN
            CASE WHEN k.withdrawn_reason IN ('narrowed', 'not_justified') THEN k.withdrawn_reason
                 ELSE 'withdrawn' END
          WHEN k.valid_until <= now() THEN 'expired' END;
        FOR r IN
          SELECT f.id, f.status, f.handler_id,
                 (CASE WHEN f.consent_id = k.id THEN f.requested_sections ELSE 0 END
                  | coalesce((SELECT bit_or(x.sections) FROM referral_share x
                               WHERE x.referral_id = f.id AND x.consent_id = k.id), 0))
                 & k.sections & d.sections AS stood_for
            FROM referral f
            JOIN unit u ON u.id = f.to_unit_id
            JOIN sector_default d ON d.sector = u.sector
           WHERE f.consent_id = k.id
              OR f.id IN (SELECT x.referral_id FROM referral_share x WHERE x.consent_id = k.id)
           ORDER BY f.id
        LOOP
          IF r.status IN ('accepted', 'in_progress', 'on_hold') THEN
            PERFORM guard.project_referral(r.id);
          END IF;
          IF ended_by IS NULL OR r.handler_id IS NULL
             OR r.status IN ('draft', 'requested', 'rejected')
             OR k.approval NOT IN ('not_needed', 'approved')
             OR (ended_by = 'expired' AND r.status NOT IN ('accepted', 'in_progress', 'on_hold'))
          THEN CONTINUE; END IF;
          SELECT r.stood_for & ~coalesce(bit_or(s.sections), 0) INTO lost
            FROM guard.shares_of(r.id) s;
          IF lost <> 0 THEN
            INSERT INTO stop_notice (referral_id, consent_id, case_id, why, sections)
            VALUES (r.id, k.id, k.case_id, ended_by, lost)
            ON CONFLICT (referral_id, consent_id) DO NOTHING;
          END IF;
        END LOOP;
      END $$;

      -- The same for whatever a referral stands on: who opens it after its consent ran out finds the
      -- notice there, whether or not a clock has rung. Only for what has ended by itself.
      CREATE FUNCTION guard.note_expired(p_referral uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.project_consent(k.id) FROM consent k
         WHERE k.withdrawn_at IS NULL AND k.valid_until <= now()
           AND (k.id = (SELECT r.consent_id FROM referral r WHERE r.id = p_referral)
                OR k.id IN (SELECT x.consent_id FROM referral_share x WHERE x.referral_id = p_referral))
           AND NOT EXISTS (SELECT FROM stop_notice n
                            WHERE n.referral_id = p_referral AND n.consent_id = k.id) $$;

      REVOKE ALL ON FUNCTION guard.shares_of, guard.project_referral, guard.note_expired FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.project_referral, guard.note_expired TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.note_expired, guard.project_referral;
      ALTER FUNCTION guard.project_what_was_sent(uuid) RENAME TO project_referral;
      GRANT EXECUTE ON FUNCTION guard.project_referral TO ben_an_app;
      CREATE OR REPLACE FUNCTION guard.project_consent(p_consent uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.project_referral(r.id) FROM referral r
         WHERE r.consent_id = p_consent
           AND r.status IN ('accepted', 'in_progress', 'on_hold') $$;
      CREATE OR REPLACE FUNCTION guard.shared_sections(p_referral uuid) RETURNS int
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce((
          SELECT r.requested_sections & k.sections & d.sections
            FROM referral r
            JOIN consent k ON k.id = r.consent_id AND k.case_id = r.case_id
                          AND k.recipient_unit_id = r.to_unit_id
                          AND k.withdrawn_at IS NULL AND k.valid_until > now()
            JOIN unit u ON u.id = r.to_unit_id
            JOIN sector_default d ON d.sector = u.sector
           WHERE r.id = p_referral), 0) $$;
      DROP FUNCTION guard.shares_of, guard.review_exception, guard.answer_exception;
      DROP FUNCTION guard.answers_for;
      DROP TABLE stop_notice, share_request, referral_share, duty_report, sharing_exception;
      DROP SEQUENCE duty_report_number_seq;
      DROP FUNCTION guard.share_is_agreed, guard.report_once_approved, guard.exception_begins,
        guard.has_approver;
      DROP TRIGGER approval_is_an_act ON consent;
      DROP FUNCTION guard.approval_is_an_act, guard.approval_of;
      CREATE OR REPLACE FUNCTION guard.withdrawn_is_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
          RAISE EXCEPTION 'what was taken back is asked for anew' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      -- What waited for approval or was refused it must not open by going back.
      UPDATE consent SET withdrawn_at = now()
       WHERE approval IN ('pending', 'declined') AND withdrawn_at IS NULL;
      ALTER TABLE consent DROP COLUMN approval, DROP COLUMN narrows_id, DROP COLUMN withdrawn_reason,
        DROP COLUMN withdrawn_by, DROP COLUMN sealed_withdrawal;
    `)
  }
}
