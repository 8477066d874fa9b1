import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people are told of consents and of sharing without them; who is away answers for nothing. */
export class ToldOfConsent1780000000032 implements MigrationInterface {
  name = 'ToldOfConsent1780000000032'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO notification_subject (type, relation, role) VALUES
        ('consent', 'consent', NULL),
        -- one table, three pages: to be approved, to be reviewed, and what became of it in the case
        ('approval', 'sharing_exception', NULL),
        ('review', 'sharing_exception', NULL),
        ('exception', 'sharing_exception', NULL);

      -- The service sees no consents: this tells it what a reminder needs, and nobody else.
      CREATE FUNCTION guard.consent_facts(p_consent uuid)
      RETURNS TABLE (case_id uuid, lead_id uuid, valid_until timestamptz, withdrawn boolean,
                     replaced boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT k.case_id, c.lead_worker_id, k.valid_until,
               k.withdrawn_at IS NOT NULL OR k.approval IN ('pending', 'declined'),
               -- asked anew in time: a later consent covers all of it
               EXISTS (SELECT FROM consent n
                        WHERE n.case_id = k.case_id AND n.recipient_unit_id = k.recipient_unit_id
                          AND n.id <> k.id AND n.withdrawn_at IS NULL
                          AND n.approval IN ('not_needed', 'approved')
                          AND n.valid_until > k.valid_until AND k.sections & ~n.sections = 0)
          FROM consent k JOIN cases c ON c.id = k.case_id
         WHERE k.id = p_consent AND guard.is_system() $$;

      -- Who leads a case now, for the service alone.
      CREATE FUNCTION guard.lead_of(p_case uuid) RETURNS uuid
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT c.lead_worker_id FROM cases c WHERE c.id = p_case AND guard.is_system() $$;

      -- The unit's own supervisors have not answered in time: reviewers of other units may.
      CREATE FUNCTION guard.escalate_exception(p_id uuid, p_at timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        UPDATE sharing_exception SET escalated_at = p_at
         WHERE id = p_id AND approval = 'pending' AND escalated_at IS NULL AND guard.is_system() $$;
      REVOKE ALL ON FUNCTION guard.consent_facts, guard.lead_of, guard.escalate_exception FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION guard.consent_facts, guard.lead_of, guard.escalate_exception
        TO ben_an_app;

      -- A supervisor who is away cannot answer either.
      CREATE OR REPLACE FUNCTION guard.has_approver(p_case uuid, p_unit uuid, p_recorder uuid)
      RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM worker w
           WHERE w.unit_id = p_unit AND w.active AND 'supervisor' = ANY (w.roles)
             AND w.id <> p_recorder AND NOT guard.cannot_answer(w.id, now())
             AND NOT EXISTS (SELECT FROM case_block b WHERE b.worker_id = w.id AND b.case_id = p_case)
             AND NOT EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.sealed)) $$;
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION guard.has_approver(p_case uuid, p_unit uuid, p_recorder uuid)
      RETURNS boolean
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM worker w
           WHERE w.unit_id = p_unit AND w.active AND 'supervisor' = ANY (w.roles)
             AND w.id <> p_recorder
             AND NOT EXISTS (SELECT FROM case_block b WHERE b.worker_id = w.id AND b.case_id = p_case)
             AND NOT EXISTS (SELECT FROM cases c WHERE c.id = p_case AND c.sealed)) $$;
      DROP FUNCTION guard.escalate_exception, guard.lead_of, guard.consent_facts;
      DELETE FROM notification WHERE subject_type IN ('consent', 'approval', 'review', 'exception');
      DELETE FROM notification_subject
       WHERE type IN ('consent', 'approval', 'review', 'exception');
    `)
  }
}
