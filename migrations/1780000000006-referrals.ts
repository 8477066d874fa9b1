import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The referral, its story, and the one function that turns its state into sight: what the receiver
 * may see is always *asked for* ∩ *consented* ∩ *sector default*, computed here from rows the
 * receiver cannot write.
 */
export class Referrals1780000000006 implements MigrationInterface {
  name = 'Referrals1780000000006'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SEQUENCE referral_number_seq;
      GRANT USAGE ON SEQUENCE referral_number_seq TO ben_an_app;

      -- What a receiving sector may see at most. Filled from src/features/referrals/domain; a test
      -- holds the two together.
      CREATE TABLE sector_default (
        sector text PRIMARY KEY,
        sections int NOT NULL
      );
      INSERT INTO sector_default (sector, sections) VALUES
        ('child-protection', 959), ('womens-services', 927), ('police', 139), ('health', 107),
        ('shelter', 823), ('legal-aid', 143), ('anti-trafficking', 927), ('hotline', 275);
      GRANT SELECT ON sector_default TO ben_an_app;

      CREATE TABLE referral (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        from_unit_id uuid NOT NULL REFERENCES unit,
        from_worker_id uuid NOT NULL REFERENCES worker,
        to_unit_id uuid REFERENCES unit,
        service text,
        urgency text CHECK (urgency IN ('emergency', 'urgent', 'normal')),
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'requested', 'accepted',
          'in_progress', 'on_hold', 'completed', 'confirmed', 'rejected', 'cancelled', 'expired',
          'failed', 'entered_in_error')),
        requested_sections int NOT NULL DEFAULT 0,
        consent_id uuid REFERENCES consent,
        -- what the desk sees before it accepts: never who
        age_band text,
        sex text,
        language text,
        province_code text,
        commune text,
        -- free text, sealed under the referral's own data key
        sealed_key bytea,
        sealed_need bytea,
        sealed_outcome bytea,
        outcome text,
        reason text,
        suggested_unit_id uuid REFERENCES unit,
        claimed_by uuid REFERENCES worker,
        claimed_at timestamptz,
        handler_id uuid REFERENCES worker,
        sent_at timestamptz,
        acknowledge_due_at timestamptz,
        answer_due_at timestamptz,
        service_due_at timestamptz,
        answered_at timestamptz,
        started_at timestamptz,
        ended_at timestamptz,
        confirmed_at timestamptz,
        received_service text CHECK (received_service IN ('yes', 'partly', 'no', 'not_asked')),
        felt_safe text CHECK (felt_safe IN ('yes', 'partly', 'no', 'not_asked')),
        was_helpful text CHECK (was_helpful IN ('yes', 'partly', 'no', 'not_asked')),
        supersedes_id uuid REFERENCES referral,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK (status = 'draft' OR (to_unit_id IS NOT NULL AND service IS NOT NULL
               AND urgency IS NOT NULL AND consent_id IS NOT NULL)),
        CHECK (to_unit_id IS NULL OR to_unit_id <> from_unit_id)
      );
      CREATE INDEX referral_inbox ON referral (to_unit_id, status, answer_due_at, id);
      CREATE INDEX referral_outbox ON referral (from_worker_id, status, updated_at DESC, id DESC);
      CREATE INDEX referral_of_unit ON referral (from_unit_id, status, updated_at DESC, id DESC);
      CREATE INDEX referral_of_case ON referral (case_id, created_at);
      CREATE INDEX referral_of_handler ON referral (handler_id, status, updated_at DESC);
      CREATE INDEX referral_by_consent ON referral (consent_id);

      CREATE TABLE referral_event (
        id uuid PRIMARY KEY,
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES worker,
        actor_unit_id uuid REFERENCES unit,
        kind text NOT NULL,
        from_status text,
        to_status text,
        reason text,
        sealed_note bytea
      );
      CREATE INDEX referral_event_story ON referral_event (referral_id, at, id);

      CALL guard.protect('referral');
      CALL guard.protect('referral_event');

      -- The sender's side sees the referrals of the cases it manages. The receiving side sees what
      -- lies unanswered on its desk (a preview: the row holds no name), then only who handles it and
      -- the unit's supervisors. Drafts are the sender's alone.
      CREATE POLICY sent ON referral FOR SELECT USING (
        case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                               WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY received ON referral FOR SELECT USING (
        to_unit_id = (SELECT guard.desk_unit_id()) AND status <> 'draft' AND (
          status = 'requested' OR handler_id = (SELECT guard.actor_id())
          OR (SELECT guard.has_role('supervisor'))));
      -- The worker hands on events: it needs the parties and the clocks, never the sealed text.
      CREATE POLICY carried ON referral FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY drafted ON referral FOR INSERT WITH CHECK (
        status = 'draft' AND handler_id IS NULL
        AND from_unit_id = (SELECT guard.desk_unit_id()) AND from_worker_id = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = referral.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      CREATE POLICY moved_by_sender ON referral FOR UPDATE USING (
        EXISTS (SELECT FROM case_access a WHERE a.case_id = referral.case_id AND a.may_write
                  AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      CREATE POLICY moved_by_receiver ON referral FOR UPDATE USING (
        to_unit_id = (SELECT guard.desk_unit_id()) AND status <> 'draft'
        AND (status = 'requested' OR handler_id = (SELECT guard.actor_id())));
      CREATE POLICY not_blocked ON referral AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      CREATE POLICY of_seen_referral ON referral_event FOR SELECT USING (
        EXISTS (SELECT FROM referral r WHERE r.id = referral_id));
      CREATE POLICY told ON referral_event FOR INSERT WITH CHECK (
        actor_id = (SELECT guard.actor_id()) AND actor_unit_id = (SELECT (guard.who()).unit_id)
        AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id));

      GRANT SELECT, INSERT, UPDATE ON referral TO ben_an_app;
      GRANT SELECT, INSERT ON referral_event TO ben_an_app;

      -- What was agreed when it was sent stays as it was, and neither side may become the other.
      CREATE FUNCTION guard.keep_what_was_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.from_unit_id <> OLD.from_unit_id
           OR NEW.from_worker_id <> OLD.from_worker_id OR NEW.number <> OLD.number
           OR (OLD.status <> 'draft' AND (NEW.to_unit_id <> OLD.to_unit_id
               OR NEW.requested_sections <> OLD.requested_sections OR NEW.status = 'draft'
               OR NEW.consent_id <> OLD.consent_id OR NEW.service <> OLD.service))
        THEN RAISE EXCEPTION 'a sent referral keeps its parties, service, sections and consent'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER keep_what_was_agreed BEFORE UPDATE ON referral
        FOR EACH ROW EXECUTE FUNCTION guard.keep_what_was_agreed();

      -- The moves each side may make. Kept in step with src/features/referrals/domain by a test.
      CREATE TABLE referral_transition (
        from_status text NOT NULL,
        to_status text NOT NULL,
        side text NOT NULL CHECK (side IN ('sender', 'receiver')),
        PRIMARY KEY (from_status, to_status, side)
      );
      INSERT INTO referral_transition (from_status, to_status, side) VALUES
        ('draft', 'requested', 'sender'),
        ('requested', 'accepted', 'receiver'), ('requested', 'rejected', 'receiver'),
        ('requested', 'cancelled', 'sender'),
        ('accepted', 'in_progress', 'receiver'), ('accepted', 'on_hold', 'receiver'),
        ('accepted', 'completed', 'receiver'), ('accepted', 'failed', 'receiver'),
        ('accepted', 'cancelled', 'sender'), ('accepted', 'cancelled', 'receiver'),
        ('in_progress', 'on_hold', 'receiver'), ('in_progress', 'completed', 'receiver'),
        ('in_progress', 'failed', 'receiver'), ('in_progress', 'cancelled', 'receiver'),
        ('on_hold', 'in_progress', 'receiver'), ('on_hold', 'completed', 'receiver'),
        ('on_hold', 'failed', 'receiver'), ('on_hold', 'cancelled', 'receiver'),
        ('completed', 'confirmed', 'sender');
      INSERT INTO referral_transition (from_status, to_status, side)
        SELECT DISTINCT s, 'entered_in_error', side
          FROM unnest(ARRAY['draft', 'requested', 'accepted', 'in_progress', 'on_hold', 'completed',
                            'confirmed', 'rejected', 'cancelled', 'expired', 'failed']) s,
               unnest(ARRAY['sender', 'receiver']) side;
      GRANT SELECT ON referral_transition TO ben_an_app;

      -- Sight follows state, so a smuggled statement must not reach a state that its actor could not
      -- reach by asking: nobody makes themselves the handler of what a colleague answered, takes up
      -- again what has ended, or writes on the other side's half of the sheet.
      CREATE FUNCTION guard.move_as_oneself() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        acts_as text;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN NEW; END IF;
        acts_as := CASE WHEN OLD.from_unit_id = actor.unit_id THEN 'sender' ELSE 'receiver' END;
        IF (NEW.status <> OLD.status AND NOT EXISTS (SELECT FROM referral_transition t
              WHERE t.from_status = OLD.status AND t.to_status = NEW.status AND t.side = acts_as))
           OR (NEW.handler_id IS DISTINCT FROM OLD.handler_id AND NOT (
                 acts_as = 'receiver' AND OLD.handler_id IS NULL AND NEW.handler_id = actor.worker_id
                 AND OLD.status = 'requested' AND NEW.status IN ('accepted', 'rejected')))
           OR (OLD.status <> 'draft' AND
                 (NEW.urgency, NEW.age_band, NEW.sex, NEW.language, NEW.province_code, NEW.commune,
                  NEW.sealed_key, NEW.sealed_need, NEW.supersedes_id, NEW.sent_at,
                  NEW.acknowledge_due_at, NEW.answer_due_at, NEW.service_due_at, NEW.created_at)
                 IS DISTINCT FROM
                 (OLD.urgency, OLD.age_band, OLD.sex, OLD.language, OLD.province_code, OLD.commune,
                  OLD.sealed_key, OLD.sealed_need, OLD.supersedes_id, OLD.sent_at,
                  OLD.acknowledge_due_at, OLD.answer_due_at, OLD.service_due_at, OLD.created_at))
           OR (acts_as = 'receiver' AND
                 (NEW.received_service, NEW.felt_safe, NEW.was_helpful, NEW.confirmed_at)
                 IS DISTINCT FROM
                 (OLD.received_service, OLD.felt_safe, OLD.was_helpful, OLD.confirmed_at))
           OR (acts_as = 'sender' AND
                 (NEW.outcome, NEW.sealed_outcome, NEW.claimed_by)
                 IS DISTINCT FROM
                 (OLD.outcome, OLD.sealed_outcome, OLD.claimed_by))
        THEN RAISE EXCEPTION 'a referral is moved by its sides, each in its own way'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER move_as_oneself BEFORE UPDATE ON referral
        FOR EACH ROW EXECUTE FUNCTION guard.move_as_oneself();
      REVOKE ALL ON FUNCTION guard.move_as_oneself FROM PUBLIC;

      CREATE FUNCTION guard.shared_sections(p_referral uuid) RETURNS int
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

      -- Sight follows state: open at acceptance, closed when the service ends, when consent is
      -- withdrawn or when it expires (valid_until). Safe to call at any time by anyone.
      CREATE FUNCTION guard.project_referral(p_referral uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        r referral%ROWTYPE;
        shared int;
        until timestamptz;
      BEGIN
        SELECT * INTO r FROM referral WHERE id = p_referral FOR NO KEY UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM guard.end_grants(r.id);
        IF r.status NOT IN ('accepted', 'in_progress', 'on_hold') OR r.handler_id IS NULL THEN
          RETURN;
        END IF;
        shared := guard.shared_sections(r.id);
        IF shared = 0 THEN RETURN; END IF;
        SELECT valid_until INTO until FROM consent WHERE id = r.consent_id;
        PERFORM guard.add_grant(r.case_id, w.id, 'referral', r.id, shared, false, until)
           FROM worker w WHERE w.id = r.handler_id AND w.unit_id = r.to_unit_id;
        PERFORM guard.add_grant(r.case_id, u.supervision_id, 'referral', r.id,
                                shared & ~(1 << 6), false, until)
           FROM unit u WHERE u.id = r.to_unit_id;
      END $$;

      -- A withdrawn consent ends sharing at once for every referral that stands on it.
      CREATE FUNCTION guard.project_consent(p_consent uuid) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT guard.project_referral(r.id) FROM referral r
         WHERE r.consent_id = p_consent
           AND r.status IN ('accepted', 'in_progress', 'on_hold') $$;

      REVOKE ALL ON FUNCTION guard.shared_sections, guard.project_referral, guard.project_consent,
        guard.keep_what_was_agreed FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.project_referral, guard.project_consent TO ben_an_app;
      GRANT EXECUTE ON FUNCTION guard.keep_what_was_agreed TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.project_consent, guard.project_referral, guard.shared_sections;
      DROP TABLE referral_event, referral, referral_transition, sector_default;
      DROP FUNCTION guard.keep_what_was_agreed, guard.move_as_oneself;
      DROP SEQUENCE referral_number_seq;
    `)
  }
}
