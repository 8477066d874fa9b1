import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Who stands in for an absent colleague sees a preview until they take over: not what the two sides
 * wrote to each other after the acceptance, where somebody may be named.
 */
export class PreviewIsAPreview1780000000034 implements MigrationInterface {
  name = 'PreviewIsAPreview1780000000034'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard.sees_only_preview(p_referral uuid) RETURNS boolean
      LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (SELECT FROM referral r
                        WHERE r.id = p_referral
                          AND r.to_unit_id = (SELECT guard.desk_unit_id())
                          AND r.status IN ('accepted', 'in_progress', 'on_hold')
                          AND r.handler_id <> (SELECT guard.actor_id())
                          AND NOT (SELECT guard.has_role('supervisor'))) $$;
      REVOKE ALL ON FUNCTION guard.sees_only_preview FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.sees_only_preview TO ben_an_app;

      CREATE POLICY no_words_in_a_preview ON referral_event AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (sealed_note IS NULL OR NOT guard.sees_only_preview(referral_id));
      CREATE POLICY no_words_in_a_preview ON share_request AS RESTRICTIVE FOR SELECT TO ben_an_app
        USING (NOT guard.sees_only_preview(referral_id));
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY no_words_in_a_preview ON share_request;
      DROP POLICY no_words_in_a_preview ON referral_event;
      DROP FUNCTION guard.sees_only_preview;
    `)
  }
}
