import type { MigrationInterface, QueryRunner } from 'typeorm'

const needsApproval = (needed: string): string => `
  CREATE OR REPLACE FUNCTION guard.needs_approval(p_case uuid, p_kind text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce((
      SELECT NOT c.sealed AND CASE coalesce(${needed}, CASE p_kind WHEN 'closing' THEN 'always'
                                                             ELSE 'high_risk' END)
               WHEN 'always' THEN true
               WHEN 'high_risk' THEN c.risk_level = 'high' OR c.immediate_danger
               ELSE false END
        FROM cases c LEFT JOIN approval_rule r ON r.unit_id = c.unit_id AND r.kind = p_kind
       WHERE c.id = p_case AND guard.manages_case(p_case, false)), false) $$;
`

/**
 * A supervisor who leads cases as well says when an approval is needed. What she said does not free her
 * own cases: for these, what holds without a rule is the least.
 */
export class NotForOneself1780000000081 implements MigrationInterface {
  name = 'NotForOneself1780000000081'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      needsApproval(
        `CASE WHEN r.changed_by <> c.lead_worker_id OR r.needed = 'always' THEN r.needed END`,
      ),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(needsApproval('r.needed'))
  }
}
