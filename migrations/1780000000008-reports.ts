import type { MigrationInterface, QueryRunner } from 'typeorm'

// What a statement on the facts adds to the figures, and what it takes away.
const moved = {
  INSERT: 'SELECT 1 AS by, * FROM come',
  UPDATE: 'SELECT 1 AS by, * FROM come UNION ALL SELECT -1 AS by, * FROM gone',
  DELETE: 'SELECT -1 AS by, * FROM gone',
} as const

const transitions = {
  INSERT: 'NEW TABLE AS come',
  UPDATE: 'OLD TABLE AS gone NEW TABLE AS come',
  DELETE: 'OLD TABLE AS gone',
} as const

// Rows are touched in the order of their keys, so that two transactions never wait for each other.
const countOn = (operation: keyof typeof moved): string => `
  CREATE FUNCTION guard.count_referrals_on_${operation.toLowerCase()}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    INSERT INTO report_week AS w (unit_id, direction, week, state, count)
    SELECT u.id, side.direction, date_trunc('week', m.sent_at AT TIME ZONE u.time_zone)::date,
           guard.report_state(m.status, m.first_answer_at), sum(m.by)
      FROM (${moved[operation]}) m
     CROSS JOIN LATERAL (VALUES (m.to_unit_id, 'in'), (m.from_unit_id, 'out')) side (unit_id, direction)
      JOIN unit u ON u.id = side.unit_id
     WHERE m.status <> 'entered_in_error'
     GROUP BY 1, 2, 3, 4 HAVING sum(m.by) <> 0
     ORDER BY 1, 2, 3, 4
    ON CONFLICT (unit_id, direction, week, state) DO UPDATE SET count = w.count + excluded.count;
    DELETE FROM report_week WHERE count = 0;

    INSERT INTO report_answers AS a (unit_id, week, service, bucket, count)
    SELECT u.id, date_trunc('week', m.sent_at AT TIME ZONE u.time_zone)::date, m.service,
           width_bucket(extract(epoch FROM m.first_answer_at - m.sent_at) / 3600,
                        ARRAY[2, 24, 72, 168]::numeric[]), sum(m.by)
      FROM (${moved[operation]}) m
      JOIN unit u ON u.id = m.to_unit_id
     WHERE m.status <> 'entered_in_error' AND m.first_answer_at IS NOT NULL
     GROUP BY 1, 2, 3, 4 HAVING sum(m.by) <> 0
     ORDER BY 1, 2, 3, 4
    ON CONFLICT (unit_id, week, service, bucket) DO UPDATE SET count = a.count + excluded.count;
    DELETE FROM report_answers WHERE count = 0;
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION guard.count_referrals_on_${operation.toLowerCase()} FROM PUBLIC;
  CREATE TRIGGER count_on_${operation.toLowerCase()} AFTER ${operation} ON report_referral
    REFERENCING ${transitions[operation]}
    FOR EACH STATEMENT EXECUTE FUNCTION guard.count_referrals_on_${operation.toLowerCase()}();`

/**
 * Figures. `report_referral` holds one fact a referral: parties, service and clocks, nothing about a
 * person and no case. The worker writes it as events arrive; triggers keep the two tables of counts
 * in step with the facts, also when an erased case takes its referrals with it. No page counts what
 * is counted here.
 */
export class Reports1780000000008 implements MigrationInterface {
  name = 'Reports1780000000008'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE report_referral (
        referral_id uuid PRIMARY KEY REFERENCES referral ON DELETE CASCADE,
        -- of the referral when it was read: an older reading never replaces a newer one
        version int NOT NULL,
        from_unit_id uuid NOT NULL REFERENCES unit,
        to_unit_id uuid NOT NULL REFERENCES unit,
        service text NOT NULL,
        urgency text NOT NULL,
        status text NOT NULL,
        sent_at timestamptz NOT NULL,
        answer_due_at timestamptz,
        first_answer_at timestamptz,
        ended_at timestamptz
      );
      CREATE INDEX report_referral_received ON report_referral (to_unit_id, sent_at)
        INCLUDE (service, first_answer_at, answer_due_at) WHERE status <> 'entered_in_error';
      CREATE INDEX report_referral_waiting_in ON report_referral (to_unit_id, answer_due_at)
        INCLUDE (sent_at) WHERE status = 'requested';
      CREATE INDEX report_referral_waiting_out ON report_referral (from_unit_id, answer_due_at)
        WHERE status = 'requested';

      -- How many referrals of a week (its Monday, in the unit's zone) are in which state now.
      CREATE TABLE report_week (
        unit_id uuid NOT NULL REFERENCES unit,
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        week date NOT NULL,
        state text NOT NULL
          CHECK (state IN ('waiting', 'under-way', 'done', 'returned', 'lapsed')),
        count int NOT NULL,
        PRIMARY KEY (unit_id, direction, week, state)
      );
      CREATE INDEX report_week_open ON report_week (unit_id, direction, state)
        INCLUDE (count) WHERE state IN ('waiting', 'under-way');
      CREATE INDEX report_week_empty ON report_week (unit_id) WHERE count = 0;

      -- Hours from sending to the first answer: 0 under 2, 1 under 24, 2 under 72, 3 under 168,
      -- 4 longer.
      CREATE TABLE report_answers (
        unit_id uuid NOT NULL REFERENCES unit,
        week date NOT NULL,
        service text NOT NULL,
        bucket int NOT NULL CHECK (bucket BETWEEN 0 AND 4),
        count int NOT NULL,
        PRIMARY KEY (unit_id, week, service, bucket)
      );
      CREATE INDEX report_answers_empty ON report_answers (unit_id) WHERE count = 0;

      CREATE FUNCTION guard.report_state(status text, first_answer_at timestamptz) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN status = 'requested' THEN 'waiting'
          WHEN status IN ('accepted', 'in_progress', 'on_hold') THEN 'under-way'
          WHEN status IN ('completed', 'confirmed', 'failed') THEN 'done'
          WHEN status = 'rejected' THEN 'returned'
          -- taken back after it had been accepted, or before anybody answered
          WHEN status = 'cancelled' AND first_answer_at IS NOT NULL THEN 'done'
          ELSE 'lapsed' END $$;
      REVOKE ALL ON FUNCTION guard.report_state FROM PUBLIC;

      ${countOn('INSERT')}
      ${countOn('UPDATE')}
      ${countOn('DELETE')}

      CALL guard.protect('report_referral');
      CALL guard.protect('report_week');
      CALL guard.protect('report_answers');

      -- Whose counts somebody may read: supervisors their unit's, coordinators those of the units of
      -- their province or of the country. Facts are for the unit's supervisors alone.
      CREATE FUNCTION guard.report_unit_ids() RETURNS uuid[]
      LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(u.id), '{}')
          FROM guard.who() w
          LEFT JOIN public.worker me ON me.id = w.worker_id
          JOIN public.unit u ON ('supervisor' = ANY (w.roles) AND u.id = w.unit_id)
                      OR ('coordinator' = ANY (w.roles)
                          AND (me.scope_province IS NULL OR me.scope_province = u.province_code))
         WHERE w.kind = 'worker' $$;

      CREATE POLICY of_own_unit ON report_referral FOR SELECT USING (
        (SELECT guard.has_role('supervisor'))
        AND (SELECT guard.desk_unit_id()) IN (from_unit_id, to_unit_id));
      CREATE POLICY of_units_in_sight ON report_week FOR SELECT
        USING (unit_id = ANY ((SELECT guard.report_unit_ids())::uuid[]));
      CREATE POLICY of_units_in_sight ON report_answers FOR SELECT
        USING (unit_id = ANY ((SELECT guard.report_unit_ids())::uuid[]));
      CREATE POLICY kept ON report_referral USING ((SELECT guard.is_system()))
        WITH CHECK ((SELECT guard.is_system()));
      CREATE POLICY kept ON report_week USING ((SELECT guard.is_system()));
      CREATE POLICY kept ON report_answers USING ((SELECT guard.is_system()));

      -- Counts are written by the triggers alone; a rebuild clears them.
      GRANT SELECT, INSERT, UPDATE, DELETE ON report_referral TO ben_an_app;
      GRANT SELECT, DELETE ON report_week, report_answers TO ben_an_app;

      -- Coordinators get the number of late answers a unit, never the facts behind it.
      CREATE FUNCTION guard.late_answers(since timestamptz, at timestamptz)
      RETURNS TABLE (unit_id uuid, count int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT r.to_unit_id, count(*)::int FROM report_referral r
         WHERE r.status = 'requested' AND r.answer_due_at < at AND r.sent_at >= since
           AND r.to_unit_id = ANY ((SELECT guard.report_unit_ids())::uuid[])
         GROUP BY 1 $$;

      -- Everything that was told before this moment is counted.
      CREATE FUNCTION guard.figures_as_of() RETURNS timestamptz
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT coalesce(min(o.created_at), now()) FROM outbox_event o
         WHERE o.acknowledged_at IS NULL AND o.failed_at IS NULL AND o.type LIKE 'referral.%'
           AND NOT EXISTS (SELECT FROM inbox_event i
                            WHERE i.consumer = 'reports' AND i.event_id = o.id) $$;

      REVOKE ALL ON FUNCTION guard.report_unit_ids, guard.late_answers, guard.figures_as_of
        FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.report_unit_ids, guard.late_answers, guard.figures_as_of
        TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.figures_as_of, guard.late_answers;
      DROP TABLE report_referral, report_answers, report_week;
      DROP FUNCTION guard.count_referrals_on_insert, guard.count_referrals_on_update,
        guard.count_referrals_on_delete, guard.report_state, guard.report_unit_ids;
    `)
  }
}
