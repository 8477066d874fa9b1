import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * In a unit that does not use Bến An nobody reads a notice of what to stop: it waits for whoever has
 * the case, who calls there and answers for the unit. The link given out before leads nowhere from
 * then on; one made anew holds for as long as anything is shared.
 */
export class ToldByPhone1780000000036 implements MigrationInterface {
  name = 'ToldByPhone1780000000036'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- As before; and for a unit outside a notice also where nobody handles the referral.
      CREATE OR REPLACE FUNCTION guard.project_consent(p_consent uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        k consent%ROWTYPE;
        ended_by text;
        r record;
        under_way boolean;
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
          SELECT f.id, f.status, f.handler_id, f.answered_at, NOT u.on_ben_an AS is_outside,
                 (CASE WHEN f.consent_id = k.id THEN f.requested_sections ELSE 0 END
                  | coalesce((SELECT bit_or(x.sections) FROM referral_share x
                               WHERE x.referral_id = f.id AND x.consent_id = k.id), 0))
                 & k.sections & d.sections AS stood_for
            FROM referral f
            JOIN unit u ON u.id = f.to_unit_id
            JOIN sector_default d ON d.sector = u.sector
           WHERE f.id = ANY (ARRAY (
                SELECT s.id FROM referral s WHERE s.consent_id = k.id
                UNION SELECT x.referral_id FROM referral_share x WHERE x.consent_id = k.id))
           ORDER BY f.id
        LOOP
          IF r.status IN ('accepted', 'in_progress', 'on_hold') THEN
            PERFORM guard.project_referral(r.id);
          END IF;
          under_way := r.status IN ('accepted', 'in_progress', 'on_hold')
                       OR (r.is_outside AND r.status = 'requested');
          -- Nobody handles it in a unit outside. What waits for its answer may have reached it by a link
          -- or on paper; what has ended did, if it answered.
          IF ended_by IS NULL OR r.status IN ('draft', 'rejected')
             OR k.approval NOT IN ('not_needed', 'approved')
             OR (ended_by = 'expired' AND NOT under_way)
             OR (r.is_outside AND NOT under_way AND r.answered_at IS NULL)
             OR (NOT r.is_outside AND (r.handler_id IS NULL OR r.status = 'requested'))
          THEN CONTINUE; END IF;
          SELECT r.stood_for & ~coalesce(bit_or(s.sections), 0) INTO lost
            FROM guard.shares_of(r.id) s;
          IF lost <> 0 THEN
            INSERT INTO stop_notice (referral_id, consent_id, case_id, why, sections)
            VALUES (r.id, k.id, k.case_id, ended_by, lost)
            ON CONFLICT (referral_id, consent_id) DO NOTHING;
            -- What was given out with more behind it leads nowhere now, also where less remains.
            IF r.is_outside THEN
              UPDATE external_link SET revoked_at = now()
               WHERE referral_id = r.id AND revoked_at IS NULL;
            END IF;
          END IF;
        END LOOP;
      END $$;

      -- As before; but of all that is shared now, not only of what the referral was sent with.
      CREATE OR REPLACE FUNCTION guard.external_link_holds(p_link uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM external_link l
            JOIN referral r ON r.id = l.referral_id
            JOIN unit t ON t.id = r.to_unit_id
           WHERE l.id = p_link AND l.revoked_at IS NULL AND l.tries_left > 0
             AND l.expires_at > now() AND NOT t.on_ben_an
             AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')
             AND EXISTS (SELECT FROM guard.shares_of(r.id) s WHERE s.sections <> 0)
             AND NOT EXISTS (SELECT FROM referral s WHERE s.case_id = r.case_id
                                AND s.supersedes_id = r.id AND s.status <> 'draft')) $$;

      CREATE POLICY told_by_phone ON stop_notice FOR UPDATE
        USING (acknowledged_at IS NULL
          AND EXISTS (SELECT FROM referral r JOIN unit t ON t.id = r.to_unit_id
                       WHERE r.id = referral_id AND NOT t.on_ben_an)
          AND EXISTS (SELECT FROM case_access a
                       WHERE a.case_id = stop_notice.case_id AND a.valid_until > now()
                         AND a.reason IN ('lead', 'supervision') AND a.sections & (1 << 10) <> 0))
        WITH CHECK (acknowledged_by = (SELECT guard.actor_id()));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY told_by_phone ON stop_notice;
      CREATE OR REPLACE FUNCTION guard.external_link_holds(p_link uuid) RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM external_link l
            JOIN referral r ON r.id = l.referral_id
            JOIN unit t ON t.id = r.to_unit_id
           WHERE l.id = p_link AND l.revoked_at IS NULL AND l.tries_left > 0
             AND l.expires_at > now() AND NOT t.on_ben_an
             AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')
             AND guard.shared_sections(r.id) <> 0
             AND NOT EXISTS (SELECT FROM referral s WHERE s.case_id = r.case_id
                                AND s.supersedes_id = r.id AND s.status <> 'draft')) $$;

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
    `)
  }
}
