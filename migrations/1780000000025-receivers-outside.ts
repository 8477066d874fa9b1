import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Units that do not use Bến An, and the one-time link through which such a unit answers one referral.
 * Nobody is signed in behind a link: what comes through it is done by the service itself, and only
 * through the functions below, each of which asks anew whether the link still holds. They give what
 * the receiving desk sees before it accepts, and never a section of a case.
 */
export class ReceiversOutside1780000000025 implements MigrationInterface {
  name = 'ReceiversOutside1780000000025'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit ADD COLUMN on_ben_an boolean NOT NULL DEFAULT true;

      -- Who could sign in there would make the unit one that uses Bến An.
      CREATE FUNCTION guard.nobody_signs_in_outside() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        -- of a worker or of a unit
        row_now jsonb := to_jsonb(NEW);
        id_of_unit uuid := coalesce(row_now ->> 'unit_id', row_now ->> 'id');
      BEGIN
        IF EXISTS (SELECT FROM unit u JOIN worker w ON w.unit_id = u.id
                    WHERE u.id = id_of_unit AND NOT u.on_ben_an AND w.active)
        THEN RAISE EXCEPTION 'a unit that does not use this service has no workers in it'
          USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.nobody_signs_in_outside FROM PUBLIC;
      CREATE TRIGGER nobody_signs_in_outside AFTER INSERT OR UPDATE OF unit_id, active ON worker
        FOR EACH ROW EXECUTE FUNCTION guard.nobody_signs_in_outside();
      CREATE TRIGGER nobody_signs_in_outside AFTER UPDATE OF on_ben_an ON unit
        FOR EACH ROW EXECUTE FUNCTION guard.nobody_signs_in_outside();

      CREATE TABLE external_link (
        id uuid PRIMARY KEY,
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        -- SHA-256 of the 256 random bits in the address; they themselves are stored nowhere
        token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        -- HMAC of the code, under a key that is not in the database: a code is short
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES worker,
        expires_at timestamptz NOT NULL,
        tries_left int NOT NULL DEFAULT 5 CHECK (tries_left BETWEEN 0 AND 5),
        -- first opened with the right code
        opened_at timestamptz,
        -- the last answer given through it
        answered_at timestamptz,
        revoked_at timestamptz,
        CHECK (expires_at > created_at)
      );
      -- A new link takes the place of the old one.
      CREATE UNIQUE INDEX external_link_in_force ON external_link (referral_id)
        WHERE revoked_at IS NULL;
      CREATE INDEX external_link_of_referral ON external_link (referral_id, created_at DESC);
      CREATE INDEX external_link_of_case ON external_link (case_id);

      CALL guard.protect('external_link');
      CREATE POLICY managed ON external_link FOR SELECT USING (
        case_id = ANY (ARRAY (SELECT a.case_id FROM case_access a
                               WHERE a.valid_until > now() AND a.sections & (1 << 10) <> 0)));
      CREATE POLICY made ON external_link FOR INSERT WITH CHECK (
        created_by = (SELECT guard.actor_id())
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0)
        AND EXISTS (SELECT FROM referral r JOIN unit t ON t.id = r.to_unit_id
                     WHERE r.id = referral_id AND r.case_id = external_link.case_id
                       AND r.from_unit_id = (SELECT guard.desk_unit_id()) AND NOT t.on_ben_an
                       AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold')));
      CREATE POLICY taken_back ON external_link FOR UPDATE USING (
        revoked_at IS NULL
        AND EXISTS (SELECT FROM case_access a WHERE a.case_id = external_link.case_id AND a.may_write
                      AND a.valid_until > now() AND a.sections & (1 << 10) <> 0))
        WITH CHECK (revoked_at IS NOT NULL);
      CREATE POLICY not_blocked ON external_link AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      -- Nobody reads a code's hash, gives tries back or makes a link live longer.
      GRANT SELECT (id, referral_id, case_id, token_hash, created_at, created_by, expires_at,
                    tries_left, opened_at, answered_at, revoked_at),
            INSERT (id, referral_id, case_id, token_hash, code_hash, created_at, created_by,
                    expires_at),
            UPDATE (revoked_at) ON external_link TO ben_an_app;

      -- Whether something may come through the link now: it is in force, the referral still asks
      -- something of that unit, and the person (or the law) still lets it be shared.
      CREATE FUNCTION guard.external_link_holds(p_link uuid) RETURNS boolean
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

      -- What stands behind an address: nothing for one that is unknown. 'done' once it has led to an
      -- end of the referral.
      CREATE FUNCTION guard.external_door(p_token_hash bytea)
      RETURNS TABLE (link_id uuid, holds boolean, done boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT l.id, guard.external_link_holds(l.id),
               l.answered_at IS NOT NULL AND r.status IN ('rejected', 'completed', 'failed')
          FROM external_link l JOIN referral r ON r.id = l.referral_id
         WHERE guard.is_system() AND l.token_hash = p_token_hash $$;

      -- One try. The row is locked first, so that a hundred guesses at once are counted one by one.
      -- 'opened' | 'wrong' | 'locked' (by this very try) | 'closed'; no row for an unknown address.
      CREATE FUNCTION guard.try_external_code(p_token_hash bytea, p_code_hash bytea)
      RETURNS TABLE (link_id uuid, referral_id uuid, case_id uuid, result text)
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        l external_link%ROWTYPE;
        left_now int;
      BEGIN
        IF NOT guard.is_system() THEN RETURN; END IF;
        SELECT * INTO l FROM external_link e WHERE e.token_hash = p_token_hash FOR UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        link_id := l.id; referral_id := l.referral_id; case_id := l.case_id;
        IF NOT guard.external_link_holds(l.id) THEN
          result := 'closed';
        ELSIF l.code_hash = p_code_hash THEN
          result := 'opened';
          UPDATE external_link e SET opened_at = coalesce(e.opened_at, now()) WHERE e.id = l.id;
          -- The right code was typed at the other side: receipt is acknowledged.
          UPDATE referral r SET claimed_at = now(), updated_at = now(), version = r.version + 1
           WHERE r.id = l.referral_id AND r.status = 'requested' AND r.claimed_at IS NULL;
          IF l.opened_at IS NULL THEN
            INSERT INTO referral_event (id, referral_id, at, actor_unit_id, kind)
            SELECT gen_random_uuid(), r.id, now(), r.to_unit_id, 'external-opened'
              FROM referral r WHERE r.id = l.referral_id;
          END IF;
        ELSE
          UPDATE external_link e SET tries_left = e.tries_left - 1 WHERE e.id = l.id
            RETURNING e.tries_left INTO left_now;
          result := CASE WHEN left_now = 0 THEN 'locked' ELSE 'wrong' END;
          IF left_now = 0 THEN
            INSERT INTO referral_event (id, referral_id, at, kind)
            VALUES (gen_random_uuid(), l.referral_id, now(), 'external-locked');
          END IF;
        END IF;
        RETURN NEXT;
      END $$;

      -- What the desk of a unit that uses the service would see before it accepts, and whom to call.
      CREATE FUNCTION guard.external_preview(p_link uuid)
      RETURNS TABLE (referral_id uuid, case_id uuid, number text, status text, service text,
        urgency text, age_band text, sex text, language text, province_code text, commune text,
        sealed_key bytea, sealed_need bytea, answer_due_at timestamptz, service_due_at timestamptz,
        from_unit_id uuid, time_zone text, version int)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT r.id, r.case_id, r.number, r.status, r.service, r.urgency, r.age_band, r.sex,
               r.language, r.province_code, r.commune, r.sealed_key, r.sealed_need, r.answer_due_at,
               r.service_due_at, r.from_unit_id, t.time_zone, r.version
          FROM external_link l
          JOIN referral r ON r.id = l.referral_id
          JOIN unit t ON t.id = r.to_unit_id
         WHERE guard.is_system() AND l.id = p_link AND l.opened_at IS NOT NULL
           AND guard.external_link_holds(l.id) $$;

      -- The answer of somebody whom only the code has let in: the receiver's moves, and of these only
      -- what can be said without working here. With its lines in the story, in one go.
      CREATE FUNCTION guard.external_move(p_link uuid, p_to text, p_reason text, p_outcome text,
        p_sealed_outcome bytea, p_event uuid, p_sealed_note bytea, p_answerer_event uuid,
        p_sealed_answerer bytea) RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        l external_link%ROWTYPE;
        r referral%ROWTYPE;
      BEGIN
        IF NOT guard.is_system() THEN RETURN false; END IF;
        SELECT * INTO l FROM external_link e WHERE e.id = p_link FOR UPDATE;
        IF NOT FOUND OR l.opened_at IS NULL THEN RETURN false; END IF;
        SELECT * INTO r FROM referral q WHERE q.id = l.referral_id FOR UPDATE;
        IF NOT guard.external_link_holds(l.id)
           OR p_to NOT IN ('accepted', 'rejected', 'completed', 'failed')
           OR NOT EXISTS (SELECT FROM referral_transition t WHERE t.from_status = r.status
                             AND t.to_status = p_to AND t.side = 'receiver')
           OR (p_to IN ('rejected', 'failed')) <> (p_reason IS NOT NULL)
           OR (p_to = 'completed') <> (p_outcome IS NOT NULL)
        THEN RETURN false; END IF;
        UPDATE referral q SET status = p_to, updated_at = now(), version = q.version + 1,
               claimed_at = coalesce(q.claimed_at, now()),
               answered_at = coalesce(q.answered_at, now()),
               started_at = CASE WHEN p_to = 'completed' THEN coalesce(q.started_at, now())
                                 ELSE q.started_at END,
               ended_at = CASE WHEN p_to = 'accepted' THEN NULL ELSE now() END,
               reason = p_reason, outcome = p_outcome,
               sealed_outcome = coalesce(p_sealed_outcome, q.sealed_outcome)
         WHERE q.id = r.id;
        INSERT INTO referral_event (id, referral_id, at, actor_unit_id, kind, from_status, to_status,
                                    reason, sealed_note)
        VALUES (p_event, r.id, clock_timestamp(), r.to_unit_id, p_to, r.status, p_to, p_reason,
                p_sealed_note),
               (p_answerer_event, r.id, clock_timestamp(), r.to_unit_id, 'external-answered', NULL,
                NULL, NULL, p_sealed_answerer);
        UPDATE external_link e SET answered_at = now() WHERE e.id = l.id;
        PERFORM guard.project_referral(r.id);
        RETURN true;
      END $$;

      -- What the sender has to hear of the link in force, if anything: 'locked' | 'expired' | null.
      -- The clock that rang may be a moment ahead of the database's.
      CREATE FUNCTION guard.external_link_trouble(p_referral uuid, p_now timestamptz) RETURNS text
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE WHEN l.tries_left = 0 THEN 'locked' 
                    WHEN l.expires_at <= greatest(now(), p_now) THEN 'expired' END
          FROM external_link l JOIN referral r ON r.id = l.referral_id
         WHERE guard.is_system() AND l.referral_id = p_referral AND l.revoked_at IS NULL
           AND r.status IN ('requested', 'accepted', 'in_progress', 'on_hold') $$;

      REVOKE ALL ON FUNCTION guard.external_link_holds, guard.external_door,
        guard.try_external_code, guard.external_preview, guard.external_move,
        guard.external_link_trouble FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.external_door, guard.try_external_code,
        guard.external_preview, guard.external_move, guard.external_link_trouble TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.external_link_trouble, guard.external_move, guard.external_preview,
        guard.try_external_code, guard.external_door, guard.external_link_holds;
      DROP TABLE external_link;
      DROP TRIGGER nobody_signs_in_outside ON unit;
      DROP TRIGGER nobody_signs_in_outside ON worker;
      DROP FUNCTION guard.nobody_signs_in_outside;
      ALTER TABLE unit DROP COLUMN on_ben_an;
    `)
  }
}
