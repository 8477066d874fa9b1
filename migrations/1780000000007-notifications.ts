import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What people are told of inside the service: that something happened to a referral, never to whom.
 * A worker sees their own rows only, and none about a case they are kept away from.
 */
export class Notifications1780000000007 implements MigrationInterface {
  name = 'Notifications1780000000007'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        worker_id uuid NOT NULL REFERENCES worker,
        -- no reference: the event may be cleared away earlier
        event_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*([.][a-z][a-z-]*)+$'),
        case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
        referral_id uuid NOT NULL REFERENCES referral ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (worker_id, event_id, referral_id)
      );
      CREATE INDEX notification_of_worker ON notification (worker_id, created_at DESC, id DESC);
      CREATE INDEX notification_unread ON notification (worker_id) WHERE read_at IS NULL;
      CREATE INDEX notification_of_referral ON notification (referral_id);
      CREATE INDEX notification_of_case ON notification (case_id);

      CALL guard.protect('notification');
      CREATE POLICY own ON notification FOR SELECT
        USING (worker_id = (SELECT guard.actor_id()));
      CREATE POLICY read_by_owner ON notification FOR UPDATE
        USING (worker_id = (SELECT guard.actor_id()));
      -- Once the desk has answered, its calls are no longer news to anybody.
      CREATE POLICY settled ON notification FOR UPDATE USING ((SELECT guard.is_system()));
      CREATE POLICY looked_up ON notification FOR SELECT USING ((SELECT guard.is_system()));
      CREATE POLICY told ON notification FOR INSERT
        WITH CHECK ((SELECT guard.is_system()));
      CREATE POLICY not_blocked ON notification AS RESTRICTIVE FOR ALL TO ben_an_app
        USING (case_id <> ALL ((SELECT guard.blocked_cases())::uuid[])) WITH CHECK (true);

      GRANT SELECT, INSERT ON notification TO ben_an_app;
      GRANT UPDATE (read_at) ON notification TO ben_an_app;

      -- Before somebody is told of a referral it is asked again whether they may know of it. The
      -- service sees no grants and no blocks: this tells it, and nobody else, what it needs for that,
      -- of the workers named and of everybody at the desk of a unit.
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

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION guard.who_may_hear;
      DROP TABLE notification;
    `)
  }
}
