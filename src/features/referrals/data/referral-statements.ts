import { statement } from '../../../platform/database/statement.js'
import { referralColumns } from './referral-row.js'

// The hot reads and writes of a referral, written by hand.

// Row-level security takes away the cases the actor is blocked from: a row that came is not blocked.
export const see = statement(
  'referrals.see',
  `SELECT ${referralColumns},
          EXISTS (SELECT FROM cases c WHERE c.id = r.case_id AND c.sealed) AS sealed,
          coalesce((SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                      'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
                      FROM case_access a
                     WHERE a.case_id = r.case_id AND a.valid_until > now()), '[]') AS grants
     FROM referral r
     JOIN unit f ON f.id = r.from_unit_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE r.id = $1`,
)
export const nextNumber = statement(
  'referrals.next-number',
  `SELECT nextval('referral_number_seq')::int AS sequence`,
)
export const draft = statement(
  'referrals.draft',
  `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, age_band, sex, language,
                         province_code, commune, sealed_key, sealed_need, service, urgency,
                         supersedes_id, created_at, updated_at, bundle_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $17)`,
)
export const redraft = statement(
  'referrals.redraft',
  `UPDATE referral SET service = $3, urgency = $4, sealed_need = $5, to_unit_id = $6,
          requested_sections = $7, consent_id = $8, updated_at = $9, version = version + 1
    WHERE id = $1 AND version = $2 AND status = 'draft'`,
)
// Those that are still written, in the order in which they were begun.
export const bundle = statement(
  'referrals.bundle',
  `SELECT id FROM referral WHERE bundle_id = $1 AND from_worker_id = $2 AND status = 'draft'
    ORDER BY number`,
)
export const leaveBundle = statement(
  'referrals.leave-bundle',
  `UPDATE referral SET bundle_id = NULL, updated_at = $3, version = version + 1
    WHERE id = $1 AND version = $2 AND status = 'draft'`,
)
// All that has to be true at the moment of sending, from the rows the policies let the sender see.
export const readiness = statement(
  'referrals.readiness',
  `SELECT c.status = 'open' AS "caseIsOpen", c.age_band AS "ageBand", c.sex, c.language,
          c.province_code AS "provinceCode", c.commune,
          u.active AND a.active AND u.taking_referrals AND r.service = ANY (u.services)
            AS "unitFits",
          EXISTS (SELECT FROM consent k
                   WHERE k.id = r.consent_id AND k.case_id = r.case_id
                     AND k.recipient_unit_id = r.to_unit_id AND k.withdrawn_at IS NULL
                     AND k.given_at <= $2 AND k.valid_until > $2
                     AND k.approval IN ('not_needed', 'approved')
                     AND string_to_array(k.purpose, ' ') @> '{services,sharing}'
                     AND r.requested_sections & ~k.sections = 0) AS "isConsented"
     FROM referral r
     JOIN cases c ON c.id = r.case_id
     JOIN unit u ON u.id = r.to_unit_id
     JOIN agency a ON a.id = u.agency_id
    WHERE r.id = $1`,
)
// The hand-off, its line in the story and the timer of its clocks, in one trip.
export const send = statement(
  'referrals.send',
  `WITH moved AS (
     UPDATE referral SET status = 'requested', sent_at = $3, acknowledge_due_at = $4,
            answer_due_at = $5, service_due_at = $6, age_band = $7, sex = $8, language = $9,
            province_code = $10, commune = $11, expires_at = $15, updated_at = $3,
            version = version + 1
      WHERE id = $1 AND version = $2 AND status = 'draft' RETURNING id, case_id),
   told AS (
     INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, from_status,
                                 to_status)
     SELECT $12::uuid, id, $3, $13::uuid, $14::uuid, 'requested', 'draft', 'requested' FROM moved)
   SELECT guard.set_timer($16, 'referral.clock', id, case_id, '{}', 'clock') FROM moved`,
)
export const move = statement(
  'referrals.move',
  `WITH moved AS (
     UPDATE referral SET status = $3, updated_at = $4, claimed_by = $5, claimed_at = $6,
            handler_id = $7, answered_at = $8, started_at = $9, ended_at = $10, confirmed_at = $11,
            reason = $12, suggested_unit_id = $13, outcome = $14, sealed_outcome = $15,
            received_service = $16, felt_safe = $17, was_helpful = $18, cancel_asked_at = $25,
            cancel_asked_reason = $26, appointment_at = $27, question_at = $28, service_due_at = $29,
            version = version + 1
      WHERE id = $1 AND version = $2 RETURNING id)
   INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, from_status,
                               to_status, reason, sealed_note)
   SELECT $19::uuid, id, $4, $20::uuid, $21::uuid, $22, $23, $3, $30, $24::bytea FROM moved`,
)
export const pauses = statement(
  'referrals.pauses',
  'SELECT from_at AS "from", to_at AS "to" FROM guard.pauses_of($1)',
)
export const fitColleagues = statement(
  'referrals.fit-colleagues',
  `SELECT w.id, w.display_name AS "displayName" FROM worker w
    WHERE w.unit_id = $1 AND w.active AND guard.may_handle(w.id, $2)
    ORDER BY w.display_name, w.id`,
)
export const project = statement('referrals.project', 'SELECT guard.project_referral($1)')
