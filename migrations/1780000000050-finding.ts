import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Cases are found again by keyed tokens of names, numbers and accounts, never by plain ones. A token is
 * the beginning of an HMAC under a key that is not in the database; the service itself cannot read the
 * table: it is written and asked through two functions, which let nobody further than the sections
 * they may write or see.
 *
 * `scope` is made of the unit that has the case: a lookup reads what lies within the asker's unit, and
 * its work says nothing about what other units have. What is shared from elsewhere is looked through
 * case by case. `source` tells the rows of one section apart. `version` names the key.
 */
export class Finding1780000000050 implements MigrationInterface {
  name = 'Finding1780000000050'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE search_key (
        key bigint NOT NULL,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        scope int NOT NULL,
        source int NOT NULL,
        section smallint NOT NULL CHECK (section BETWEEN 0 AND 9),
        version smallint NOT NULL,
        PRIMARY KEY (scope, key, case_id, source, section)
      );
      CREATE INDEX search_key_of_case ON search_key (case_id);
      CALL guard.protect('search_key');

      CREATE FUNCTION guard.search_scope(p_unit uuid) RETURNS int
      LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
        AS $$ SELECT ('x' || left(p_unit::text, 8))::bit(32)::int $$;

      -- Replaces the tokens of places of a case: a place is a section and a source, a key belongs to the
      -- n-th place. For who may write all of these sections.
      CREATE FUNCTION guard.write_search_keys(p_case uuid, p_version int, p_sections int[],
        p_sources int[], p_places int[], p_keys bigint[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        actor guard.actor := guard.who();
        mask int := (SELECT coalesce(bit_or(1 << s), 0) FROM unnest(p_sections) s);
        scope int;
      BEGIN
        IF actor.kind IS DISTINCT FROM 'worker' OR p_case = ANY (guard.blocked_cases())
           OR mask & ~(SELECT coalesce(bit_or(a.sections), 0) FROM case_access a
                        WHERE a.case_id = p_case AND a.principal = ANY (actor.principals)
                          AND a.may_write AND a.valid_until > now()) <> 0
        THEN RAISE EXCEPTION 'nobody makes findable what they may not write'
          USING ERRCODE = 'insufficient_privilege';
        END IF;
        DELETE FROM search_key k USING unnest(p_sections, p_sources) p (section, source)
         WHERE k.case_id = p_case AND k.section = p.section AND k.source = p.source;
        SELECT guard.search_scope(c.unit_id) INTO scope FROM cases c WHERE c.id = p_case;
        INSERT INTO search_key (key, case_id, scope, source, section, version)
        SELECT k.key, p_case, scope, p_sources[k.place], p_sections[k.place], p_version
          FROM unnest(p_places, p_keys) k (place, key)
        ON CONFLICT DO NOTHING;
      END $$;

      -- The places at which the most of what was asked for stands, best first, of cases and sections
      -- that the asker may see. What is not theirs is left out before anything is counted.
      CREATE FUNCTION guard.find_places(p_keys bigint[], p_weights real[], p_most int)
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

      -- Who has the case finds it: the tokens move with it.
      CREATE FUNCTION guard.search_keys_follow_case() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        UPDATE search_key k SET scope = guard.search_scope(NEW.unit_id) WHERE k.case_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER search_keys_follow_case AFTER UPDATE OF unit_id ON cases FOR EACH ROW
        WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id)
        EXECUTE FUNCTION guard.search_keys_follow_case();

      -- What is erased is not found again.
      CREATE FUNCTION guard.search_keys_go_along() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        DELETE FROM search_key k
         WHERE k.case_id = OLD.case_id AND k.source = guard.search_scope(OLD.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER search_keys_go_along AFTER DELETE ON person FOR EACH ROW
        EXECUTE FUNCTION guard.search_keys_go_along();
      CREATE TRIGGER search_keys_go_along AFTER DELETE ON incident FOR EACH ROW
        EXECUTE FUNCTION guard.search_keys_go_along();

      -- How often somebody searches: a search is a question about people.
      CREATE TABLE search_pace (
        worker_id uuid PRIMARY KEY REFERENCES worker ON DELETE CASCADE,
        minute_began timestamptz NOT NULL,
        in_minute int NOT NULL,
        day_began timestamptz NOT NULL,
        in_day int NOT NULL
      );
      CALL guard.protect('search_pace');

      -- Counts one search of the asker's; false where it is one too many.
      CREATE FUNCTION guard.count_search(p_at timestamptz, p_per_minute int, p_per_day int)
      RETURNS boolean
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        INSERT INTO search_pace AS p (worker_id, minute_began, in_minute, day_began, in_day)
        SELECT w.worker_id, p_at, 1, p_at, 1 FROM guard.who() w WHERE w.kind = 'worker'
        ON CONFLICT (worker_id) DO UPDATE SET
          minute_began = CASE WHEN p.minute_began > p_at - interval '1 minute'
                              THEN p.minute_began ELSE p_at END,
          in_minute = CASE WHEN p.minute_began > p_at - interval '1 minute'
                           THEN p.in_minute + 1 ELSE 1 END,
          day_began = CASE WHEN p.day_began > p_at - interval '1 day' THEN p.day_began ELSE p_at END,
          in_day = CASE WHEN p.day_began > p_at - interval '1 day' THEN p.in_day + 1 ELSE 1 END
        RETURNING p.in_minute <= p_per_minute AND p.in_day <= p_per_day $$;

      REVOKE ALL ON FUNCTION guard.search_scope, guard.write_search_keys, guard.find_places,
        guard.search_keys_follow_case, guard.search_keys_go_along, guard.count_search FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.write_search_keys, guard.find_places, guard.count_search
        TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER search_keys_go_along ON incident;
      DROP TRIGGER search_keys_go_along ON person;
      DROP TRIGGER search_keys_follow_case ON cases;
      DROP FUNCTION guard.count_search, guard.search_keys_go_along, guard.search_keys_follow_case,
        guard.find_places, guard.write_search_keys, guard.search_scope;
      DROP TABLE search_pace, search_key;
    `)
  }
}
