import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Referrals that are written and sent together: one person, several services, each its own receiver. */
export class Bundles1780000000015 implements MigrationInterface {
  name = 'Bundles1780000000015'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE referral ADD COLUMN bundle_id uuid;
      CREATE INDEX referral_of_bundle ON referral (bundle_id) WHERE bundle_id IS NOT NULL;

      -- Which referrals were sent together concerns their sender; a receiver must not even be able to
      -- tell that there are others.
      CREATE FUNCTION guard.bundle_is_the_senders() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, public, pg_temp AS $$
      BEGIN
        IF (guard.who()).kind = 'worker' AND (OLD.status <> 'draft' OR NEW.bundle_id IS NOT NULL) THEN
          RAISE EXCEPTION 'a referral leaves its bundle only while it is written'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER bundle_is_the_senders BEFORE UPDATE ON referral FOR EACH ROW
        WHEN (NEW.bundle_id IS DISTINCT FROM OLD.bundle_id)
        EXECUTE FUNCTION guard.bundle_is_the_senders();
      REVOKE ALL ON FUNCTION guard.bundle_is_the_senders FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.bundle_is_the_senders TO ben_an_app;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER bundle_is_the_senders ON referral;
      DROP FUNCTION guard.bundle_is_the_senders;
      ALTER TABLE referral DROP COLUMN bundle_id;
    `)
  }
}
