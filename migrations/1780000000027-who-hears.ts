import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Notifications tell of anything, no longer of referrals only: of a subject by type and id. Whether
 * its owner may still know of the subject is asked of the subject's own table, under that table's
 * own row-level security, whenever a notification is read or counted.
 *
 * A migration that brings something to be told of registers it: a row in `notification_subject`,
 * and takes the row (and its notifications) away again on its way back.
 */
export class WhoHears1780000000027 implements MigrationInterface {
  name = 'WhoHears1780000000027'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notification_subject (
        type text PRIMARY KEY CHECK (type ~ '^[a-z][a-z-]*$'),
        -- the table whose rows, as far as the reader sees them, may be told of; its key is "id"
        relation text,
        -- or, where no row can be shown to anybody: the role that is told
        role text,
        CHECK (num_nonnulls(relation, role) = 1)
      );
      INSERT INTO notification_subject (type, relation, role) VALUES
        ('referral', 'referral', NULL),
        -- what waits too long, for those who see figures and no case content
        ('escalation', NULL, 'coordinator'),
        -- what could not be delivered, for those who look after the service
        ('delivery', NULL, 'system-admin');
      GRANT SELECT ON notification_subject TO ben_an_app;

      -- Asks with the eyes of whoever asks.
      CREATE FUNCTION guard.sees_subject(p_type text, p_id uuid) RETURNS boolean
      LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        known notification_subject;
        seen boolean;
      BEGIN
        SELECT * INTO known FROM notification_subject s WHERE s.type = p_type;
        IF NOT FOUND THEN RETURN false; END IF;
        IF known.relation IS NULL THEN RETURN guard.has_role(known.role); END IF;
        EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1)', known.relation)
           INTO seen USING p_id;
        RETURN seen;
      END $$;
      REVOKE ALL ON FUNCTION guard.sees_subject FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.sees_subject TO ben_an_app;

      ALTER TABLE notification
        ADD COLUMN subject_type text REFERENCES notification_subject,
        ADD COLUMN subject_id uuid,
        ADD COLUMN weight text NOT NULL DEFAULT 'news'
          CHECK (weight IN ('emergency', 'to-do', 'news'));
      UPDATE notification SET subject_type = 'referral', subject_id = referral_id,
             weight = CASE kind WHEN 'referral.requested' THEN 'to-do' ELSE 'news' END;
      -- Of one event a worker is told once, whatever else it touches.
      DELETE FROM notification n USING notification earlier
       WHERE n.worker_id = earlier.worker_id AND n.event_id = earlier.event_id
         AND n.id > earlier.id;
      ALTER TABLE notification
        ALTER COLUMN subject_type SET NOT NULL, ALTER COLUMN subject_id SET NOT NULL,
        ALTER COLUMN case_id DROP NOT NULL,
        DROP COLUMN referral_id,
        ADD CONSTRAINT one_of_an_event UNIQUE (worker_id, event_id);
      CREATE INDEX notification_of_subject ON notification (subject_id);

      DROP POLICY not_blocked ON notification;
      CREATE POLICY not_blocked ON notification AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id IS NULL OR case_id <> ALL ((SELECT guard.blocked_cases())::uuid[]))
        WITH CHECK (true);

      DROP FUNCTION guard.who_may_hear;
      -- Before somebody is told of anything it is asked again whether they may know of it. The
      -- service sees no grants and no blocks: this tells it, and nobody else, what it needs for that,
      -- of the workers named, of everybody at the desk of a unit, of a unit's supervisors, of the
      -- coordinators of a province and of everybody in a role. Where one who is named is away, the others of their unit hear too:
      -- nobody is a single point of failure.
      CREATE FUNCTION guard.who_may_hear(p_case uuid, p_workers uuid[], p_desk uuid,
                                         p_supervised uuid, p_province text, p_role text,
                                         p_at timestamptz)
      RETURNS TABLE (worker_id uuid, unit_id uuid, agency_id uuid, sector text, roles text[],
                     principals uuid[], blocked boolean, sealed boolean, grants jsonb)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        units_of_absent uuid[];
      BEGIN
        IF NOT guard.is_system() THEN RETURN; END IF;
        SELECT array_agg(DISTINCT w.unit_id) INTO units_of_absent
          FROM worker w WHERE w.id = ANY (p_workers) AND guard.cannot_answer(w.id, p_at);
        RETURN QUERY
          SELECT w.id, w.unit_id, u.agency_id, u.sector, w.roles, p.principals,
                 EXISTS (SELECT FROM case_block b WHERE b.worker_id = w.id AND b.case_id = p_case),
                 EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.sealed),
                 coalesce((SELECT jsonb_agg(jsonb_build_object('reason', a.reason,
                             'sections', a.sections, 'mayWrite', a.may_write,
                             'validUntil', nullif(a.valid_until, 'infinity')))
                             FROM case_access a
                            WHERE a.principal = ANY (p.principals) AND a.case_id = p_case
                              AND a.valid_until > now()), '[]')
            FROM worker w JOIN unit u ON u.id = w.unit_id
           CROSS JOIN LATERAL (SELECT CASE WHEN 'supervisor' = ANY (w.roles)
                                           THEN ARRAY[w.id, u.supervision_id]
                                           ELSE ARRAY[w.id] END AS principals) p
           WHERE w.active
             AND (w.id = ANY (p_workers)
                  OR ((w.unit_id = p_desk OR w.unit_id = ANY (units_of_absent))
                      AND w.roles && ARRAY['caseworker', 'supervisor'])
                  OR (w.unit_id = p_supervised AND 'supervisor' = ANY (w.roles))
                  OR (p_province IS NOT NULL AND 'coordinator' = ANY (w.roles)
                      AND (w.scope_province IS NULL OR w.scope_province = p_province))
                  OR p_role = ANY (w.roles));
      END $$;
      -- No longer at work here, or away for a time.
      CREATE FUNCTION guard.cannot_answer(p_worker uuid, p_at timestamptz) RETURNS boolean
      LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        away boolean := false;
      BEGIN
        IF to_regprocedure('guard.is_away(uuid, timestamptz)') IS NOT NULL THEN
          EXECUTE 'SELECT guard.is_away($1, $2)' INTO away USING p_worker, p_at;
        END IF;
        RETURN away OR EXISTS (SELECT FROM worker w WHERE w.id = p_worker AND NOT w.active);
      END $$;
      REVOKE ALL ON FUNCTION guard.who_may_hear, guard.cannot_answer FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.who_may_hear TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.who_may_hear, guard.cannot_answer;
      DROP POLICY not_blocked ON notification;
      CREATE POLICY not_blocked ON notification AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      -- The table before knew of referrals only.
      DELETE FROM notification WHERE subject_type <> 'referral';
      ALTER TABLE notification
        ADD COLUMN referral_id uuid REFERENCES referral ON DELETE CASCADE;
      UPDATE notification SET referral_id = subject_id;
      ALTER TABLE notification
        ALTER COLUMN referral_id SET NOT NULL, ALTER COLUMN case_id SET NOT NULL,
        DROP COLUMN subject_type, DROP COLUMN subject_id, DROP COLUMN weight,
        DROP CONSTRAINT one_of_an_event,
        ADD UNIQUE (worker_id, event_id, referral_id);
      CREATE INDEX notification_of_referral ON notification (referral_id);
      DROP FUNCTION guard.sees_subject;
      DROP TABLE notification_subject;

      CREATE FUNCTION guard.who_may_hear(p_case uuid, p_workers uuid[], p_desk uuid)
      RETURNS TABLE (worker_id uuid, unit_id uuid, agency_id uuid, sector text, roles text[],
                     blocked boolean, sealed boolean, manages boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT w.id, w.unit_id, u.agency_id, u.sector, w.roles,
               EXISTS (SELECT FROM case_block b WHERE b.worker_id = w.id AND b.case_id = p_case),
               EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.sealed),
               EXISTS (SELECT FROM case_access a
                        WHERE a.principal = w.id AND a.case_id = p_case AND a.valid_until > now()
                          AND a.sections & (1 << 10) <> 0)
          FROM worker w JOIN unit u ON u.id = w.unit_id
         WHERE guard.is_system() AND w.active
           AND (w.id = ANY (p_workers)
                OR (w.unit_id = p_desk AND w.roles && ARRAY['caseworker', 'supervisor'])) $$;
      REVOKE ALL ON FUNCTION guard.who_may_hear FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.who_may_hear TO ben_an_app;
    `)
  }
}
