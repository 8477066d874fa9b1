import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A person takes back what was agreed at any time, also once the case is closed; and a case that was
 * merged away is not written in any more, while what others do for the person in it goes on. Both are
 * the same wall: nobody's grant on a case that is not open may write, and who leads it ends and goes on
 * with what is under way.
 */
export class UnderWay1780000000070 implements MigrationInterface {
  name = 'UnderWay1780000000070'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
      SELECT guard.project_case(id) FROM cases WHERE status = 'duplicate';

      -- A consent ends whatever the case is. Only its withdrawal can be written at all, and that once.
      ALTER POLICY changed ON consent USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = consent.case_id AND a.valid_until > now()
           AND (a.may_write OR a.reason = 'lead') AND a.sections & (1 << 10) <> 0));
      -- And the rest of one, which adds nothing.
      CREATE POLICY narrowed ON consent FOR INSERT WITH CHECK (
        narrows_id IS NOT NULL AND EXISTS (
          SELECT FROM case_access a WHERE a.case_id = consent.case_id AND a.valid_until > now()
             AND a.reason = 'lead' AND a.sections & (1 << 10) <> 0));
      -- As before, and there is no rest of what was taken back.
      CREATE OR REPLACE FUNCTION guard.approval_is_an_act() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.narrows_id IS NOT NULL AND NOT EXISTS (
             SELECT FROM consent k
              WHERE k.id = NEW.narrows_id AND k.case_id = NEW.case_id
                AND k.recipient_unit_id = NEW.recipient_unit_id AND k.withdrawn_at IS NULL
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

      -- A referral that was sent is gone on with; a draft of one is sent in an open case only.
      ALTER POLICY moved_by_sender ON referral USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = referral.case_id AND a.valid_until > now()
           AND (a.may_write OR (a.reason = 'lead' AND referral.status <> 'draft'))
           AND a.sections & (1 << 10) <> 0));
      ALTER POLICY added ON referral_share WITH CHECK (
        added_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = referral_share.case_id
                      AND (a.may_write OR a.reason = 'lead')
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id
                      AND r.from_unit_id = (SELECT guard.desk_unit_id())));
      ALTER POLICY answered ON share_request USING (
        answer IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = share_request.case_id
                      AND (a.may_write OR a.reason = 'lead')
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      ALTER POLICY made ON external_link WITH CHECK (
        created_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id
                      AND (a.may_write OR a.reason = 'lead')
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r JOIN unit t ON t.id = r.to_unit_id
                     WHERE r.id = referral_id AND r.case_id = external_link.case_id
                       AND r.from_unit_id = (SELECT guard.desk_unit_id()) AND NOT t.on_ben_an
                       AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')));
      ALTER POLICY taken_back ON external_link USING (
        revoked_at IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id
                      AND (a.may_write OR a.reason = 'lead')
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));

      -- Nothing new is given to do or raised.
      ALTER POLICY given ON case_task
        WITH CHECK (created_by = (SELECT guard.actor_id()) AND state = 'open'
                    AND guard.answers_for_case(case_id, worker_id)
                    AND EXISTS (SELECT FROM cases c WHERE c.id = case_id AND c.status = 'open'));
      ALTER POLICY raised ON case_flag
        WITH CHECK (raised_by = (SELECT guard.actor_id()) AND removed_at IS NULL
                    AND guard.manages_case(case_id, false)
                    AND EXISTS (SELECT FROM cases c WHERE c.id = case_id AND c.status = 'open'));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER POLICY raised ON case_flag
        WITH CHECK (raised_by = (SELECT guard.actor_id()) AND removed_at IS NULL
                    AND guard.manages_case(case_id, false));
      ALTER POLICY given ON case_task
        WITH CHECK (created_by = (SELECT guard.actor_id()) AND state = 'open'
                    AND guard.answers_for_case(case_id, worker_id));
      ALTER POLICY taken_back ON external_link USING (
        revoked_at IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      ALTER POLICY made ON external_link WITH CHECK (
        created_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r JOIN unit t ON t.id = r.to_unit_id
                     WHERE r.id = referral_id AND r.case_id = external_link.case_id
                       AND r.from_unit_id = (SELECT guard.desk_unit_id()) AND NOT t.on_ben_an
                       AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')));
      ALTER POLICY answered ON share_request USING (
        answer IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = share_request.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      ALTER POLICY added ON referral_share WITH CHECK (
        added_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = referral_share.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r WHERE r.id = referral_id
                      AND r.from_unit_id = (SELECT guard.desk_unit_id())));
      ALTER POLICY moved_by_sender ON referral USING (
        EXISTS (SELECT FROM case_access a WHERE a.case_id = referral.case_id AND a.may_write
                  AND a.valid_until > now() AND a.sections & (1 << 10) <> 0));
      CREATE OR REPLACE FUNCTION guard.approval_is_an_act() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
      DROP POLICY narrowed ON consent;
      ALTER POLICY changed ON consent USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = consent.case_id AND a.valid_until > now()
           AND a.may_write AND a.sections & (1 << 10) <> 0));
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
      SELECT guard.project_case(id) FROM cases WHERE status = 'duplicate';
    `)
  }
}
