import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Contacts and attempts, and when the person is to be seen next. That follows from the risk and from
 * the last contact, and is written down with whatever changes them, in one row an open case, so that
 * lists ask for it cheaply. What was said stays sealed under `contact`; the rows are for who manages
 * the case.
 */
export class Contacts1780000000049 implements MigrationInterface {
  name = 'Contacts1780000000049'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- src/features/cases/domain/risk.ts; a test holds the two together.
      CREATE TABLE risk_clock (
        level text PRIMARY KEY CHECK (level IN ('none', 'low', 'medium', 'high')),
        first_action_hours int,
        follow_up_days int
      );
      INSERT INTO risk_clock (level, first_action_hours, follow_up_days) VALUES
        ('high', 24, 7), ('medium', 72, 14), ('low', 168, 30), ('none', NULL, NULL);
      GRANT SELECT ON risk_clock TO ben_an_app;

      CREATE TABLE contact_entry (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        at timestamptz NOT NULL,
        channel text NOT NULL
          CHECK (channel IN ('call', 'message', 'in-person', 'through-someone')),
        with_role text NOT NULL CHECK (with_role IN ('person', 'caregiver', 'relative',
                                                     'trusted_person', 'service', 'other')),
        -- who got in touch: the person herself, or somebody with her
        from_person boolean NOT NULL,
        reached boolean NOT NULL,
        was_safe text NOT NULL CHECK (was_safe IN ('yes', 'no', 'unknown')),
        -- against what the person said was safe, as it stood when this was written
        against_rules boolean NOT NULL,
        sealed bytea,
        written_by uuid NOT NULL REFERENCES worker,
        written_at timestamptz NOT NULL,
        struck_by uuid REFERENCES worker,
        struck_at timestamptz,
        CHECK (num_nonnulls(struck_by, struck_at) IN (0, 2)),
        CHECK (NOT from_person OR (reached AND with_role = 'person'))
      );
      CREATE INDEX contact_entry_of_case ON contact_entry (case_id, at DESC, id DESC);
      CALL guard.protect_part('contact_entry', '1 << 10');
      CREATE POLICY in_own_name ON contact_entry AS RESTRICTIVE FOR INSERT TO ben_an_app
        WITH CHECK (written_by = (SELECT guard.actor_id()) AND struck_at IS NULL);
      -- An entry is never rewritten; it can only be struck out, once.
      CREATE POLICY struck_in_own_name ON contact_entry AS RESTRICTIVE FOR UPDATE TO ben_an_app
        USING (struck_at IS NULL) WITH CHECK (struck_by = (SELECT guard.actor_id()));
      GRANT SELECT, INSERT ON contact_entry TO ben_an_app;
      GRANT UPDATE (struck_by, struck_at) ON contact_entry TO ben_an_app;

      CREATE TABLE case_due (
        case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
        -- when the risk was last said to be another, or the case was opened
        assessed_at timestamptz NOT NULL,
        -- when somebody last reached the person
        last_contact_at timestamptz,
        -- null where no clock runs
        contact_due_at timestamptz
      );
      CREATE INDEX case_due_by_time ON case_due (contact_due_at, case_id)
        WHERE contact_due_at IS NOT NULL;
      CALL guard.protect('case_due');
      CREATE POLICY granted ON case_due FOR SELECT USING (EXISTS (
        SELECT FROM case_access a WHERE a.case_id = case_due.case_id AND a.valid_until > now()
           AND a.sections & (1 << 10) <> 0));
      CREATE POLICY carried ON case_due FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY not_blocked ON case_due AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);
      GRANT SELECT ON case_due TO ben_an_app;

      -- Nobody has been seen since the risk was assessed: the first action is due. Else the follow-up.
      CREATE FUNCTION guard.next_contact(p_level text, p_assessed timestamptz, p_last timestamptz)
      RETURNS timestamptz
      LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT CASE WHEN p_last IS NULL OR p_last < p_assessed
                    THEN p_assessed + make_interval(hours => k.first_action_hours)
                    ELSE p_last + make_interval(hours => 24 * k.follow_up_days) END
          FROM risk_clock k WHERE k.level = p_level $$;

      -- A reminder a day ahead, or half-way where the whole time is shorter than two; and the end.
      CREATE FUNCTION guard.set_contact_timers(p_case uuid, p_from timestamptz, p_due timestamptz)
      RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        DELETE FROM timer WHERE subject_id = p_case AND key IN ('contact-soon', 'contact-overdue');
        -- What has passed already is seen in the lists; nobody is woken for the past.
        IF p_due IS NULL OR p_due <= now() THEN RETURN; END IF;
        INSERT INTO timer (subject_id, key, due_at, type, case_id) VALUES
          (p_case, 'contact-soon',
           greatest(p_due - interval '1 day', p_from + (p_due - p_from) / 2),
           'contact.due-soon', p_case),
          (p_case, 'contact-overdue', p_due, 'contact.overdue', p_case);
      END $$;

      -- Writes down anew when the person is to be seen next. Safe to call at any time by anyone: it
      -- writes nothing but what follows from the rows.
      CREATE FUNCTION guard.follow_due(p_case uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        c cases%ROWTYPE;
        d case_due%ROWTYPE;
        last timestamptz;
        due timestamptz;
      BEGIN
        SELECT * INTO c FROM cases WHERE id = p_case;
        SELECT * INTO d FROM case_due WHERE case_id = p_case FOR UPDATE;
        IF NOT FOUND THEN RETURN; END IF;
        SELECT max(e.at) INTO last FROM contact_entry e
         WHERE e.case_id = p_case AND e.reached AND e.with_role = 'person' AND e.struck_at IS NULL;
        due := guard.next_contact(c.risk_level, d.assessed_at, last);
        UPDATE case_due SET last_contact_at = last, contact_due_at = due WHERE case_id = p_case;
        IF due IS DISTINCT FROM d.contact_due_at OR last IS DISTINCT FROM d.last_contact_at THEN
          PERFORM guard.set_contact_timers(p_case, greatest(d.assessed_at, last), due);
        END IF;
      END $$;

      -- Many cases may come at once: all rows of one statement together.
      CREATE FUNCTION guard.due_of_new_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        INSERT INTO case_due (case_id, assessed_at, contact_due_at)
        SELECT n.id, n.opened_at, guard.next_contact(n.risk_level, n.opened_at, NULL)
          FROM fresh n WHERE n.status = 'open';
        PERFORM guard.set_contact_timers(n.id, n.opened_at, d.contact_due_at)
           FROM fresh n JOIN case_due d ON d.case_id = n.id WHERE d.contact_due_at > now();
        RETURN NULL;
      END $$;
      CREATE TRIGGER due_of_new_cases AFTER INSERT ON cases REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION guard.due_of_new_cases();

      -- The risk is another, or the case ends or begins again.
      CREATE FUNCTION guard.due_follows_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NEW.status <> 'open' THEN
          DELETE FROM case_due WHERE case_id = NEW.id;
          DELETE FROM timer WHERE subject_id = NEW.id AND key IN ('contact-soon', 'contact-overdue');
          RETURN NULL;
        END IF;
        INSERT INTO case_due (case_id, assessed_at) VALUES (NEW.id, NEW.updated_at)
        ON CONFLICT (case_id) DO UPDATE SET assessed_at = excluded.assessed_at;
        PERFORM guard.follow_due(NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER due_follows_case AFTER UPDATE OF risk_level, status ON cases
        FOR EACH ROW WHEN (NEW.risk_level IS DISTINCT FROM OLD.risk_level
                           OR NEW.status IS DISTINCT FROM OLD.status)
        EXECUTE FUNCTION guard.due_follows_case();

      INSERT INTO case_due (case_id, assessed_at, contact_due_at)
      SELECT c.id, c.opened_at, guard.next_contact(c.risk_level, c.opened_at, NULL)
        FROM cases c WHERE c.status = 'open';

      REVOKE ALL ON FUNCTION guard.next_contact, guard.set_contact_timers, guard.follow_due,
        guard.due_of_new_cases, guard.due_follows_case FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.follow_due TO ben_an_app;

      -- A subject is looked up by "id"; when a person is to be seen is known by the case.
      ALTER TABLE case_due ADD COLUMN id uuid GENERATED ALWAYS AS (case_id) STORED;
      CREATE UNIQUE INDEX case_due_by_id ON case_due (id);
      INSERT INTO notification_subject (type, relation) VALUES ('case-due', 'case_due');
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM notification WHERE subject_type = 'case-due';
      DELETE FROM notification_subject WHERE type = 'case-due';
      DROP TRIGGER due_follows_case ON cases;
      DROP TRIGGER due_of_new_cases ON cases;
      DROP FUNCTION guard.due_follows_case, guard.due_of_new_cases, guard.follow_due,
        guard.set_contact_timers, guard.next_contact;
      DELETE FROM timer WHERE key IN ('contact-soon', 'contact-overdue');
      DROP TABLE case_due, contact_entry, risk_clock;
    `)
  }
}
