import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Looks for places as before, but so that the work is the same whoever asks. Now and then the planner read
 * a token in the units of others, for the sake of what they might share with the reader: that took the
 * time of their rows, and a stopwatch could have told something of them. What is shared is gathered
 * first now and looked through case by case. A plan is made for each question, since the one for any
 * question looked each hit up in all grants of its case.
 */
export class PlacesInOnePlan1780000000082 implements MigrationInterface {
  name = 'PlacesInOnePlan1780000000082'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.find_places(p_keys bigint[], p_weights real[], p_most int)
      RETURNS TABLE (case_id uuid, section smallint, source int, weight real)
      LANGUAGE plpgsql STABLE SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
      #variable_conflict use_column
      DECLARE
        actor guard.actor := guard.who();
        own_scope int := guard.search_scope(actor.unit_id);
        blocked uuid[] := guard.blocked_cases();
        shared uuid[];
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN; END IF;
        shared := ARRAY (SELECT DISTINCT a.case_id FROM case_access a
                          WHERE a.principal = ANY (actor.principals)
                            AND a.reason NOT IN ('lead', 'supervision') AND a.valid_until > now());
        RETURN QUERY
        SELECT hit.case_id, hit.section, hit.source, hit.weight
          FROM (
            SELECT h.case_id, h.section, h.source, sum(h.weight)::real AS weight
              FROM (
                SELECT k.case_id, k.section, k.source, q.weight
                  FROM unnest(p_keys, p_weights) q (key, weight)
                 -- OFFSET keeps each lookup by itself.
                 CROSS JOIN LATERAL (SELECT s.case_id, s.section, s.source FROM search_key s
                                      WHERE s.scope = own_scope AND s.key = q.key OFFSET 0) k
                UNION ALL
                SELECT k.case_id, k.section, k.source, q.weight
                  FROM unnest(shared) x (id)
                 CROSS JOIN LATERAL (SELECT s.key, s.case_id, s.section, s.source FROM search_key s
                                      WHERE s.case_id = x.id AND s.scope <> own_scope OFFSET 0) k
                  JOIN unnest(p_keys, p_weights) q (key, weight) ON q.key = k.key) h
             GROUP BY h.case_id, h.section, h.source
             ORDER BY 4 DESC, 1) hit
         CROSS JOIN LATERAL (
           SELECT FROM case_access a
            WHERE a.principal = ANY (actor.principals) AND a.case_id = hit.case_id
              AND a.valid_until > now() AND a.sections & (1 << hit.section) <> 0
            LIMIT 1) seen
         WHERE hit.case_id <> ALL (blocked)
         ORDER BY hit.weight DESC, hit.case_id
         LIMIT p_most;
      END $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.find_places(p_keys bigint[], p_weights real[], p_most int)
      RETURNS TABLE (case_id uuid, section smallint, source int, weight real)
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        actor guard.actor := guard.who();
        own_scope int := guard.search_scope(actor.unit_id);
        blocked uuid[] := guard.blocked_cases();
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' THEN RETURN; END IF;
        RETURN QUERY
        SELECT hit.case_id, hit.section, hit.source, hit.weight
          FROM (
            SELECT h.case_id, h.section, h.source, sum(h.weight)::real AS weight
              FROM (
                SELECT k.case_id, k.section, k.source, q.weight
                  FROM unnest(p_keys, p_weights) q (key, weight)
                  JOIN search_key k ON k.scope = own_scope AND k.key = q.key
                UNION ALL
                SELECT k.case_id, k.section, k.source, q.weight
                  FROM (SELECT DISTINCT a.case_id FROM case_access a
                         WHERE a.principal = ANY (actor.principals)
                           AND a.reason NOT IN ('lead', 'supervision') AND a.valid_until > now()) s
                  JOIN search_key k ON k.case_id = s.case_id AND k.scope <> own_scope
                  JOIN unnest(p_keys, p_weights) q (key, weight) ON q.key = k.key) h
             GROUP BY h.case_id, h.section, h.source
             ORDER BY 4 DESC, 1) hit
         CROSS JOIN LATERAL (
           SELECT FROM case_access a
            WHERE a.principal = ANY (actor.principals) AND a.case_id = hit.case_id
              AND a.valid_until > now() AND a.sections & (1 << hit.section) <> 0
            LIMIT 1) seen
         WHERE hit.case_id <> ALL (blocked)
         ORDER BY hit.weight DESC, hit.case_id
         LIMIT p_most;
      END $$;
    `)
  }
}
