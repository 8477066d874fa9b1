import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * How many places a unit has, and how many of them are free. The directory is written by the owner
 * alone; the count of their own unit is the one thing its supervisors tell, through one door.
 */
export class Places1780000000016 implements MigrationInterface {
  name = 'Places1780000000016'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit
        ADD COLUMN places_total int,
        ADD COLUMN places_free int,
        -- when somebody last counted
        ADD COLUMN places_at timestamptz,
        ADD CONSTRAINT places_add_up CHECK (
          num_nonnulls(places_total, places_free, places_at) IN (0, 3)
          AND (places_total IS NULL OR (0 <= places_free AND places_free <= places_total)));

      -- Of the supervisor's own unit and no other; nulls: it does not count its places. False where
      -- somebody else changed the unit since.
      CREATE FUNCTION guard.tell_places(p_total int, p_free int, p_version int, p_at timestamptz)
      RETURNS boolean
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF NOT guard.has_role('supervisor') THEN RETURN false; END IF;
        UPDATE unit u SET places_total = p_total, places_free = p_free, version = u.version + 1,
               places_at = CASE WHEN p_total IS NULL THEN NULL ELSE p_at END
         WHERE u.id = guard.desk_unit_id() AND u.active AND u.version = p_version;
        RETURN FOUND;
      END $$;
      REVOKE ALL ON FUNCTION guard.tell_places FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.tell_places TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.tell_places;
      ALTER TABLE unit DROP CONSTRAINT places_add_up, DROP COLUMN places_total,
        DROP COLUMN places_free, DROP COLUMN places_at;
    `)
  }
}
