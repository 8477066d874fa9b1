import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the row of a case was before it is what it is: risk, danger, status and who leads it. Written by
 * the database itself, so that no way of changing a case leaves a hole in its story. Codes only.
 */
export class StoryOfACase1780000000058 implements MigrationInterface {
  name = 'StoryOfACase1780000000058'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE case_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        at timestamptz NOT NULL,
        -- null for the service itself
        by_id uuid REFERENCES worker,
        kind text NOT NULL CHECK (kind IN ('risk', 'danger', 'status', 'lead')),
        from_code text,
        to_code text,
        from_worker_id uuid REFERENCES worker,
        to_worker_id uuid REFERENCES worker
      );
      CREATE INDEX case_event_story ON case_event (case_id, at DESC, id DESC);
      CALL guard.protect_part('case_event', '1 << 10');
      GRANT SELECT ON case_event TO ben_an_app;

      CREATE FUNCTION guard.tell_story_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        told_at timestamptz := CASE WHEN NEW.updated_at IS DISTINCT FROM OLD.updated_at
                                    THEN NEW.updated_at ELSE now() END;
      BEGIN
        INSERT INTO case_event (case_id, at, by_id, kind, from_code, to_code, from_worker_id,
                                to_worker_id)
        SELECT NEW.id, told_at, guard.actor_id(), c.kind, c.was, c.became, c.was_led_by, c.is_led_by
          FROM (VALUES
            ('risk', OLD.risk_level, NEW.risk_level, NULL::uuid, NULL::uuid),
            ('danger', OLD.immediate_danger::text, NEW.immediate_danger::text, NULL, NULL),
            ('status', OLD.status, NEW.status, NULL, NULL),
            -- a case that goes to another unit is told by its transfer
            ('lead', NULL, NULL, OLD.lead_worker_id,
             CASE WHEN NEW.unit_id = OLD.unit_id THEN NEW.lead_worker_id ELSE OLD.lead_worker_id END)
          ) c (kind, was, became, was_led_by, is_led_by)
         WHERE (c.was, c.was_led_by) IS DISTINCT FROM (c.became, c.is_led_by);
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION guard.tell_story_of_case FROM PUBLIC;
      CREATE TRIGGER tell_story_of_case AFTER UPDATE ON cases FOR EACH ROW
        WHEN ((OLD.risk_level, OLD.immediate_danger, OLD.status, OLD.lead_worker_id)
              IS DISTINCT FROM
              (NEW.risk_level, NEW.immediate_danger, NEW.status, NEW.lead_worker_id))
        EXECUTE FUNCTION guard.tell_story_of_case();
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tell_story_of_case ON cases;
      DROP FUNCTION guard.tell_story_of_case;
      DROP TABLE case_event;
    `)
  }
}
