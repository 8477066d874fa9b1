import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { ApprovalKind } from '../domain/approval.js'
import {
  ApprovalAlreadyAsked,
  ApprovalAnswered,
  ApprovalMissing,
  CaseIsClosed,
  ReasonMissing,
} from '../domain/planning.errors.js'
import { usePlanning, type PlannedCase, type PlanningWorld } from '../testing/use-planning.js'
import { AnswerApproval } from './answer-approval.js'
import { ApprovalOf } from './approval-of.js'
import { ApprovalRules } from './approval-rules.js'
import { ReadApprovals } from './read-approvals.js'
import { ReadPlan } from './read-plan.js'
import { RequestApproval } from './request-approval.js'

describe('an approval', () => {
  const planning = usePlanning()
  let given: PlanningWorld

  beforeAll(() => {
    given = planning()
  })

  const find: PlanningWorld['find'] = (type) => given.find(type)
  let number = 0
  const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.approvals-${(number += 1)}`, text), values),
    )

  const ask = (
    { lead, caseId }: PlannedCase,
    kind: ApprovalKind = 'closing',
    pin = '1',
  ): Promise<string> =>
    find(RequestApproval).run(lead.actor, caseId, { kind, pin, note: 'Mong chị xem giúp.' })
  const answer = (actor: WorkerActor, id: string, to: 'approved' | 'returned', version = 1) =>
    find(AnswerApproval).run(actor, id, version, {
      to,
      reason: to === 'returned' ? 'Thiếu.' : null,
    })
  const stepOf = async ({ caseId }: PlannedCase): Promise<string | undefined> =>
    (await given.owner.query<{ step: string }>('SELECT step FROM cases WHERE id = $1', [caseId]))
      .rows[0]?.step

  it('goes to the supervisors of the unit, and back to who asked', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned, 'assessment')
    await given.deliverAll()
    expect(await given.toldOf(planned.supervisor)).toContain('approval.requested')
    expect(await given.toldOf(planned.colleague)).toEqual([])
    const waiting = await find(ReadApprovals).waiting(planned.supervisor.actor)
    expect(waiting.items).toMatchObject([{ id, kind: 'assessment', isOwn: false }])

    const one = await find(ReadApprovals).one(planned.supervisor.actor, id)
    expect(one).toMatchObject({ mayAnswer: true, approval: { note: 'Mong chị xem giúp.' } })
    await answer(planned.supervisor.actor, id, 'approved')
    await given.deliverAll()

    expect(await given.toldOf(planned.lead)).toContain('approval.approved')
    expect((await find(ReadApprovals).waiting(planned.supervisor.actor)).items).toEqual([])
    const after = await find(ApprovalOf).run(planned.lead.actor, planned.caseId, 'assessment', '1')
    expect(after).toMatchObject({ isNeeded: true, isGiven: true, isSatisfied: true })
  })

  it('is never given by oneself, not even past the service', async () => {
    const unit = await given.aUnit('child-protection')
    const both = await given.aWorker(unit, ['caseworker', 'supervisor'])
    const caseId = await given.build.aCase(both)
    const id = await find(RequestApproval).run(both.actor, caseId, {
      kind: 'closing',
      pin: '1',
      note: null,
    })
    await expect(answer(both.actor, id, 'approved')).rejects.toThrow(NotFound)
    const { rows } = await find(Transactions).run(both.actor, async () => ({
      rows: await find(Database).query<{ became: string }>(
        statement(
          'spec.approve-oneself',
          `SELECT guard.move_approval($1, 1, 'approved', NULL, now()) AS became`,
        ),
        [id],
      ),
    }))
    expect(rows).toEqual([{ became: 'absent' }])
    await expect(
      given.owner.query(
        `UPDATE case_approval SET state = 'approved', decided_by = requested_by, decided_at = now()
          WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'never_oneself' })
    // A colleague who supervises may.
    const other = await given.aWorker(unit, ['supervisor'])
    await answer(other.actor, id, 'approved')
  })

  it('is not given by who leads the case by now, whoever asked', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned)
    await given.owner.query('UPDATE cases SET lead_worker_id = $2 WHERE id = $1', [
      planned.caseId,
      planned.supervisor.id,
    ])
    await expect(answer(planned.supervisor.actor, id, 'approved')).rejects.toThrow(NotFound)
  })

  it('is nobody’s to see or to give but the unit’s own supervisors’', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned)
    for (const { actor } of [planned.colleague, planned.stranger]) {
      await expect(answer(actor, id, 'approved')).rejects.toThrow(NotFound)
      await expect(find(ReadApprovals).one(actor, id)).rejects.toThrow(NotFound)
      await expect(find(ApprovalOf).run(actor, planned.caseId, 'closing', '1')).rejects.toThrow(
        NotFound,
      )
    }
    await expect(answer(planned.lead.actor, id, 'approved')).rejects.toThrow(NotFound)
    await expect(find(ReadApprovals).waiting(planned.lead.actor)).rejects.toThrow(NotFound)
    expect((await find(ReadApprovals).waiting(planned.stranger.actor)).items).toEqual([])
    await given.block(planned.supervisor, planned.caseId)
    await expect(answer(planned.supervisor.actor, id, 'approved')).rejects.toThrow(NotFound)
    expect((await find(ReadApprovals).waiting(planned.supervisor.actor)).items).toEqual([])
  })

  it('cannot be written past its door', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned)
    for (const { actor } of [planned.lead, planned.supervisor])
      await expect(
        smuggled(
          actor,
          `UPDATE case_approval SET state = 'approved', decided_at = now() WHERE id = $1`,
          [id],
        ),
      ).rejects.toMatchObject({ code: '42501' })
    await expect(
      smuggled(
        planned.lead.actor,
        `INSERT INTO case_approval (id, case_id, unit_id, kind, pin, requested_by, requested_at)
         VALUES (gen_random_uuid(), $1, $2, 'plan', '1', $3, now())`,
        [planned.caseId, planned.unit.id, planned.supervisor.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('counts for what was there when it was asked for', async () => {
    const planned = await given.aPlannedCase()
    await answer(planned.supervisor.actor, await ask(planned, 'closing', '1'), 'approved')
    const of = find(ApprovalOf)
    await of.mustBeGiven(planned.lead.actor, planned.caseId, 'closing', '1')
    await expect(
      of.mustBeGiven(planned.lead.actor, planned.caseId, 'closing', '2'),
    ).rejects.toThrow(ApprovalMissing)
    const later = await of.run(planned.lead.actor, planned.caseId, 'closing', '2')
    expect(later).toMatchObject({ isOutdated: true, isSatisfied: false })
    await ask(planned, 'closing', '2')
  })

  it('of an assessment counts no more once a form of it says something else', async () => {
    const { lead, caseId, supervisor } = await given.aPlannedCase()
    const pin = (actor: WorkerActor) => find(ReadPlan).pin(actor, caseId, 'assessment')
    const before = await pin(lead.actor)
    expect(await pin(supervisor.actor)).toBe(before)
    const aRecord = (section: number, form: string) =>
      given.owner.query<{ id: string }>(
        `INSERT INTO section_record (id, case_id, section, form, only_one, sealed, form_version,
                                     created_at, created_by, updated_at, updated_by)
         VALUES (gen_random_uuid(), $1, $3, $4, false, 'x', 1, now(), $2, now(), $2) RETURNING id`,
        [caseId, lead.id, section, form],
      )
    await aRecord(6, 'counselling')
    expect(await pin(lead.actor)).toBe(before)
    const { rows } = await aRecord(4, 'risk-assessment')
    const added = await pin(lead.actor)
    expect(added).not.toBe(before)
    await given.owner.query('UPDATE section_record SET version = version + 1 WHERE id = $1', [
      rows[0]?.id,
    ])
    expect(await pin(lead.actor)).not.toBe(added)
    expect(await pin(supervisor.actor)).toBe(await pin(lead.actor))
  })

  it('holds for no closing that is rewritten under the same version', async () => {
    const { lead, caseId } = await given.aPlannedCase()
    await smuggled(
      lead.actor,
      `INSERT INTO case_closure (id, case_id, reason, goals, sealed, prepared_by, prepared_at)
       VALUES (gen_random_uuid(), $1, 'goals_met', 'met', 'x', $2, now())`,
      [caseId, lead.id],
    )
    const rewrite = (version: string) =>
      smuggled(
        lead.actor,
        `UPDATE case_closure SET reason = 'death', version = ${version} WHERE case_id = $1`,
        [caseId],
      )
    await expect(rewrite('version')).rejects.toMatchObject({ code: '23514' })
    expect(await rewrite('version + 1')).toBe(1)
  })

  it('is asked for once at a time, and answered once', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned)
    await expect(ask(planned)).rejects.toThrow(ApprovalAlreadyAsked)
    await expect(answer(planned.supervisor.actor, id, 'approved', 2)).rejects.toThrow(Stale)
    await answer(planned.supervisor.actor, id, 'returned')
    await expect(answer(planned.supervisor.actor, id, 'approved')).rejects.toThrow(ApprovalAnswered)
    const { latest } = await find(ApprovalOf).run(
      planned.lead.actor,
      planned.caseId,
      'closing',
      '1',
    )
    expect(latest).toMatchObject({ state: 'returned', reason: 'Thiếu.' })
    await ask(planned)
  })

  it('is not returned without a word of why', async () => {
    const planned = await given.aPlannedCase()
    const id = await ask(planned)
    await expect(
      find(AnswerApproval).run(planned.supervisor.actor, id, 1, { to: 'returned', reason: null }),
    ).rejects.toThrow(ReasonMissing)
  })

  it('is taken back by who leads, and then nobody’s to give', async () => {
    const planned = await given.aPlannedCase()
    const other = await given.aPlannedCase()
    const id = await ask(planned)
    const requests = find(RequestApproval)
    await expect(requests.withdraw(other.lead.actor, other.caseId, id, 1)).rejects.toThrow(NotFound)
    await expect(
      requests.withdraw(planned.supervisor.actor, planned.caseId, id, 1),
    ).rejects.toThrow(NotFound)
    await requests.withdraw(planned.lead.actor, planned.caseId, id, 1)
    await expect(requests.withdraw(planned.lead.actor, planned.caseId, id, 1)).rejects.toThrow(
      Stale,
    )
    await expect(answer(planned.supervisor.actor, id, 'approved', 2)).rejects.toThrow(
      ApprovalAnswered,
    )
  })

  it('is not asked for in a closed case', async () => {
    const planned = await given.aPlannedCase()
    await given.owner.query(`UPDATE cases SET status = 'closed' WHERE id = $1`, [planned.caseId])
    await expect(ask(planned)).rejects.toThrow(CaseIsClosed)
    expect(await stepOf(planned)).toBe('closed')
    await given.owner.query(`UPDATE cases SET status = 'open' WHERE id = $1`, [planned.caseId])
    expect(await stepOf(planned)).toBe('reopened')
  })

  it('moves the case on: asked for, it is being assessed; given, it is being planned', async () => {
    const planned = await given.aPlannedCase()
    expect(await stepOf(planned)).toBe('new')
    const id = await ask(planned, 'assessment')
    expect(await stepOf(planned)).toBe('assessment')
    await answer(planned.supervisor.actor, id, 'approved')
    expect(await stepOf(planned)).toBe('case_plan')
  })

  describe('is wanted', () => {
    const isNeeded = async (planned: PlannedCase, kind: ApprovalKind): Promise<boolean> =>
      (await find(ApprovalOf).run(planned.lead.actor, planned.caseId, kind, '1')).isNeeded

    it('for every closing, and where the risk is high, as long as the unit has not said otherwise', async () => {
      const high = await given.aPlannedCase()
      const low = await given.aPlannedCase({
        risk: { assessed: 'low', reasons: [], immediateDanger: false, danger: null },
      })
      expect(await Promise.all([isNeeded(high, 'closing'), isNeeded(low, 'closing')])).toEqual([
        true,
        true,
      ])
      expect(await Promise.all([isNeeded(high, 'plan'), isNeeded(low, 'plan')])).toEqual([
        true,
        false,
      ])
    })

    it('as the supervisors of the unit say, in their unit only', async () => {
      const planned = await given.aPlannedCase()
      const other = await given.aPlannedCase()
      const rules = { assessment: 'never', plan: 'always', closing: 'never' } as const
      await expect(find(ApprovalRules).set(planned.lead.actor, rules)).rejects.toThrow(NotFound)
      await find(ApprovalRules).set(planned.supervisor.actor, rules)
      expect(await find(ApprovalRules).read(planned.supervisor.actor)).toEqual(rules)
      expect(await isNeeded(planned, 'closing')).toBe(false)
      expect(await isNeeded(other, 'closing')).toBe(true)
      await expect(
        smuggled(
          planned.supervisor.actor,
          `INSERT INTO approval_rule (unit_id, kind, needed, changed_by, changed_at)
           VALUES ($1, 'plan', 'never', $2, now())`,
          [other.unit.id, planned.supervisor.id],
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })

    it('by a supervisor for a case that she leads, whatever she said herself', async () => {
      const planned = await given.aPlannedCase()
      await find(ApprovalRules).set(planned.supervisor.actor, {
        assessment: 'never',
        plan: 'always',
        closing: 'never',
      })
      expect(await isNeeded(planned, 'closing')).toBe(false)
      await given.owner.query('UPDATE approval_rule SET changed_by = $1 WHERE unit_id = $2', [
        planned.lead.id,
        planned.unit.id,
      ])
      expect(await isNeeded(planned, 'closing')).toBe(true)
      expect(await isNeeded(planned, 'assessment')).toBe(true)
      expect(await isNeeded(planned, 'plan')).toBe(true)
    })

    it('of nobody where supervisors see nothing: in a sealed case', async () => {
      const planned = await given.aPlannedCase()
      await given.owner.query('UPDATE cases SET sealed = true WHERE id = $1', [planned.caseId])
      await given.owner.query('SELECT guard.project_case($1)', [planned.caseId])
      expect(await isNeeded(planned, 'closing')).toBe(false)
      const id = await ask(planned)
      await expect(answer(planned.supervisor.actor, id, 'approved')).rejects.toThrow(NotFound)
    })
  })
})
