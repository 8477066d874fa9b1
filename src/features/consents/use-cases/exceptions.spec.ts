import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { useServices } from '../../cases/testing/services.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { ConsentsModule } from '../consents.module.js'
import { AnswerNeedsReason, ExceptionAlreadyAnswered } from '../domain/consent.errors.js'
import { basisRule, legalBases } from '../domain/legal-basis.js'
import { aConsent } from '../testing/a-consent.js'
import { AnswerException } from './answer-exception.js'
import { ConsentReading } from './consent-reading.js'
import { ListConsents } from './list-consents.js'
import { ListExceptions } from './list-exceptions.js'
import { ReadException } from './read-exception.js'
import { ReviewException } from './review-exception.js'

const services = useServices(ConsentsModule)
let unit: StoredUnit
let womensUnit: StoredUnit
let lead: WorkerActor
let supervisor: WorkerActor
let reviewer: WorkerActor
let caseId: string

const secret = 'Bố dượng bị nghi gây hại.'

beforeAll(async () => {
  unit = await services().aUnit('child-protection')
  womensUnit = await services().aUnit('womens-services')
  lead = await services().aWorker(unit)
  supervisor = await services().aWorker(unit, 'supervisor')
  reviewer = await services().aWorker(await services().aUnit('health'), 'safeguarding-reviewer')
})
beforeEach(async () => {
  caseId = (await aCase(services(), lead)).id
})
afterEach(() => {
  services().clock.reset()
})

/** Recorded in the child's interests, without consent. */
const recorded = async (
  basis: 'beneficiary_interests' | 'vital_interests' = 'beneficiary_interests',
  actor = lead,
  ofCase = caseId,
) => {
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const { id, approval } = await aConsent(services(), actor, ofCase, womensUnit.id, {
    basis,
    representativeAnswer: null,
    reason: secret,
    until,
  })
  const { rows } = await services().owner.query<{ id: string; version: number }>(
    'SELECT id, version FROM sharing_exception WHERE consent_id = $1',
    [id],
  )
  return { consentId: id, approval, id: rows[0]?.id ?? '' }
}

const live = async () =>
  (
    await services()
      .find(Transactions)
      .run(lead, () => services().find(ConsentReading).liveFor(caseId, womensUnit.id))
  ).map(({ id }) => id)

const answer = (actor: WorkerActor, id: string, approved: boolean, note: string | null = null) =>
  services().find(AnswerException).run(actor, id, 1, { approved, note })
const listed = async (actor: WorkerActor, list: 'approvals' | 'reviews') =>
  (await services().find(ListExceptions).run(actor, list, { limit: 100 })).items.map(({ id }) => id)

let number = 0
const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
  services()
    .find(Transactions)
    .run(actor, () =>
      services()
        .find(Database)
        .change(statement(`spec.exceptions-${(number += 1)}`, text), values),
    )

describe('sharing without consent', () => {
  it('opens nothing until a supervisor has approved', async () => {
    const { id, consentId, approval } = await recorded()
    expect(approval).toBe('pending')
    expect(await live()).toEqual([])
    expect(await services().eventsOf(caseId)).toContain('consent.approval-asked')

    await answer(supervisor, id, true)

    expect(await live()).toEqual([consentId])
    expect(await services().eventsOf(caseId)).toContain('consent.approved')
    const trail = await services().trailOf(caseId)
    expect(trail).toContainEqual(
      expect.objectContaining({ action: 'exception.approve', actorId: supervisor.workerId }),
    )
  })

  it('shows the approver the whole reason, sealed on disk', async () => {
    const { id } = await recorded()
    const { exception, mayApprove } = await services().find(ReadException).run(supervisor, id)
    expect([exception.reason, mayApprove]).toEqual([secret, true])
    const { rows } = await services().owner.query(
      `SELECT encode(sealed_grounds, 'escape') AS text FROM sharing_exception WHERE id = $1`,
      [id],
    )
    expect(JSON.stringify(rows)).not.toContain('gây hại')
  })

  it('opens nothing when it is declined, and tells who recorded it why', async () => {
    const { id } = await recorded()
    await expect(answer(supervisor, id, false)).rejects.toThrow(AnswerNeedsReason)
    await answer(supervisor, id, false, 'Hãy hỏi bà ngoại trước.')

    expect(await live()).toEqual([])
    const { consents } = await services().find(ListConsents).run(lead, caseId)
    expect(consents[0]).toMatchObject({
      isLive: false,
      exception: { approval: 'declined', decisionNote: 'Hãy hỏi bà ngoại trước.' },
    })
    await expect(answer(supervisor, id, true)).rejects.toThrow(ExceptionAlreadyAnswered)
  })

  it('is approved by nobody who recorded it, and by nobody of another unit', async () => {
    const both = await services().aWorker(unit, 'caseworker', 'supervisor')
    const own = await aCase(services(), both)
    const { id } = await recorded('beneficiary_interests', both, own.id)
    const strangers = [
      both,
      lead,
      await services().aWorker(unit),
      await services().aWorker(womensUnit, 'supervisor'),
      await services().aWorker(unit, 'auditor'),
      await services().aWorker(unit, 'unit-admin'),
      reviewer,
    ]
    for (const stranger of strangers)
      await expect(answer(stranger, id, true)).rejects.toThrow(NotFound)
    for (const stranger of strangers.slice(1))
      await expect(services().find(ReadException).run(stranger, id)).rejects.toThrow(NotFound)
    expect(await listed(both, 'approvals')).not.toContain(id)
    expect(await listed(supervisor, 'approvals')).toContain(id)
    await expect(answer(supervisor, randomUUID(), true)).rejects.toThrow(NotFound)
  })

  it('is nothing to a supervisor with a conflict of interest', async () => {
    const { id } = await recorded()
    const blocked = await services().aWorker(unit, 'supervisor')
    await services().block(blocked, caseId)
    await expect(answer(blocked, id, true)).rejects.toThrow(NotFound)
    expect(await listed(blocked, 'approvals')).not.toContain(id)
  })

  it('goes to a reviewer of another unit at once where the unit has nobody else to answer', async () => {
    const small = await services().aUnit('legal-aid')
    const alone = await services().aWorker(small, 'caseworker', 'supervisor')
    const own = await aCase(services(), alone)
    const { id } = await recorded('beneficiary_interests', alone, own.id)

    expect(await listed(reviewer, 'approvals')).toContain(id)
    const seen = await services().find(ReadException).run(reviewer, id)
    expect(seen).toMatchObject({ mayApprove: true, case: null, exception: { reason: secret } })
    await answer(reviewer, id, true)
    // Who approved does not review.
    expect(await listed(reviewer, 'reviews')).not.toContain(id)
    await expect(
      services().find(ReviewException).run(reviewer, id, 2, { outcome: 'justified', note: null }),
    ).rejects.toThrow(NotFound)
  })

  it('goes to reviewers after a day without an answer', async () => {
    const { id } = await recorded()
    expect(await listed(reviewer, 'approvals')).not.toContain(id)
    await services().owner.query(
      `UPDATE sharing_exception SET recorded_at = recorded_at - interval '25 hours' WHERE id = $1`,
      [id],
    )
    expect(await listed(reviewer, 'approvals')).toContain(id)
    await answer(reviewer, id, true)
    expect(await live()).toHaveLength(1)
  })

  it('is judged by nobody of the unit that would receive it', async () => {
    const receiving = await services().aWorker(womensUnit, 'safeguarding-reviewer')
    const { id } = await recorded()
    await services().owner.query(
      `UPDATE sharing_exception SET escalated_at = now() WHERE id = $1`,
      [id],
    )
    const emergency = await recorded('vital_interests')

    expect(await listed(reviewer, 'approvals')).toContain(id)
    expect(await listed(receiving, 'approvals')).not.toContain(id)
    expect(await listed(receiving, 'reviews')).not.toContain(emergency.id)
    await expect(answer(receiving, id, true)).rejects.toThrow(NotFound)
    expect(await smuggled(receiving, 'SELECT FROM sharing_exception WHERE id = $1', [id])).toBe(0)
    await smuggled(receiving, `SELECT guard.answer_exception($1, 1, 'approved', NULL, now())`, [id])
    await smuggled(receiving, `SELECT guard.review_exception($1, 1, 'justified', NULL, now())`, [
      emergency.id,
    ])
    const { rows } = await services().owner.query(
      'SELECT approval, review FROM sharing_exception WHERE id = ANY ($1::uuid[]) ORDER BY approval',
      [[id, emergency.id]],
    )
    expect(rows).toEqual([
      { approval: 'not_needed', review: null },
      { approval: 'pending', review: null },
    ])
  })

  it('with the old version is refused', async () => {
    const { id } = await recorded()
    const late = services().find(AnswerException)
    await expect(late.run(supervisor, id, 7, { approved: true, note: null })).rejects.toThrow(Stale)
    expect(await live()).toEqual([])
  })

  it('in an emergency goes at once, and is listed for review', async () => {
    const { id, consentId, approval } = await recorded('vital_interests')
    expect(approval).toBe('not_needed')
    expect(await live()).toEqual([consentId])
    for (const who of [supervisor, reviewer]) expect(await listed(who, 'reviews')).toContain(id)
    expect(await listed(supervisor, 'approvals')).not.toContain(id)
  })
})

describe('the walls around an approval', () => {
  it('wait for it by the same bases as the rules', async () => {
    for (const basis of legalBases) {
      const { rows } = await services().owner.query<{ approval: string }>(
        'SELECT guard.approval_of($1) AS approval',
        [basis],
      )
      const needed = basisRule(basis).needsApproval
      expect([basis, rows[0]?.approval]).toEqual([basis, needed ? 'pending' : 'not_needed'])
    }
  })

  it('let nobody write it into the row', async () => {
    const { consentId } = await recorded()
    for (const text of [
      `UPDATE consent SET approval = 'approved' WHERE id = '${consentId}'`,
      `UPDATE sharing_exception SET approval = 'approved'`,
    ])
      await expect(smuggled(lead, text)).rejects.toMatchObject({ code: '42501' })
  })

  it('let nobody record a basis as approved', async () => {
    const { consentId } = await recorded()
    await smuggled(
      lead,
      `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
         purpose, given_at, valid_until, approval, recorded_by, created_at)
       SELECT gen_random_uuid(), case_id, legal_basis, '', '', recipient_unit_id, sections, purpose,
              given_at, valid_until, 'approved', recorded_by, now() FROM consent WHERE id = $1`,
      [consentId],
    )
    const { rows } = await services().owner.query(
      'SELECT DISTINCT approval FROM consent WHERE case_id = $1',
      [caseId],
    )
    expect(rows).toEqual([{ approval: 'pending' }])
  })

  it('let the recorder answer by no statement', async () => {
    const { id } = await recorded()
    await smuggled(lead, `SELECT guard.answer_exception($1, 1, 'approved', NULL, now())`, [id])
    await smuggled(reviewer, `SELECT guard.answer_exception($1, 1, 'approved', NULL, now())`, [id])
    expect(await live()).toEqual([])

    const both = await services().aWorker(unit, 'caseworker', 'supervisor')
    const own = await aCase(services(), both)
    const theirs = await recorded('vital_interests', both, own.id)
    const waiting = await recorded('beneficiary_interests', both, own.id)
    await smuggled(both, `SELECT guard.answer_exception($1, 1, 'approved', NULL, now())`, [
      waiting.id,
    ])
    await smuggled(both, `SELECT guard.review_exception($1, 1, 'justified', NULL, now())`, [
      theirs.id,
    ])
    const { rows } = await services().owner.query(
      'SELECT DISTINCT decided_by, review FROM sharing_exception WHERE case_id = $1',
      [own.id],
    )
    expect(rows).toEqual([{ decided_by: null, review: null }])
  })

  it('show a reviewer nothing of the case', async () => {
    await recorded('vital_interests')
    for (const table of ['cases', 'case_section', 'person', 'incident', 'case_key', 'consent'])
      expect(await smuggled(reviewer, `SELECT FROM ${table}`)).toBe(0)
  })
})

describe('the review', () => {
  const review = (
    actor: WorkerActor,
    id: string,
    outcome: 'justified' | 'not_justified' | 'needs_follow_up',
    version = 1,
  ) =>
    services()
      .find(ReviewException)
      .run(actor, id, version, { outcome, note: outcome === 'justified' ? null : 'Thiếu căn cứ.' })

  it('ends what was not justified, and tells', async () => {
    const { id } = await recorded('vital_interests')
    await review(reviewer, id, 'not_justified')

    expect(await live()).toEqual([])
    const { consents } = await services().find(ListConsents).run(lead, caseId)
    expect(consents[0]).toMatchObject({
      withdrawnReason: 'not_justified',
      exception: { review: 'not_justified', reviewNote: 'Thiếu căn cứ.' },
    })
    const events = await services().eventsOf(caseId)
    expect(events).toEqual(expect.arrayContaining(['consent.reviewed', 'consent.withdrawn']))
    await expect(review(supervisor, id, 'justified', 2)).rejects.toThrow(ExceptionAlreadyAnswered)
  })

  it('keeps on the list what needs follow-up, until it is settled', async () => {
    const { id } = await recorded('vital_interests')
    await review(supervisor, id, 'needs_follow_up')
    expect(await listed(reviewer, 'reviews')).toContain(id)
    await review(reviewer, id, 'justified', 2)
    expect(await listed(supervisor, 'reviews')).not.toContain(id)
    expect(await live()).toHaveLength(1)
  })

  it('is overdue after three days', async () => {
    const { id } = await recorded('vital_interests')
    const seen = async () => (await services().find(ReadException).run(reviewer, id)).exception
    expect((await seen()).isReviewOverdue).toBe(false)
    services().clock.passDays(3)
    expect((await seen()).isReviewOverdue).toBe(true)
  })

  it('asks for words unless it was justified', async () => {
    const { id } = await recorded('vital_interests')
    const deed = services()
      .find(ReviewException)
      .run(reviewer, id, 1, { outcome: 'not_justified', note: null })
    await expect(deed).rejects.toThrow(AnswerNeedsReason)
    expect(await live()).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const { id } = await recorded('vital_interests')
    for (const stranger of [
      lead,
      await services().aWorker(womensUnit, 'supervisor'),
      await services().aWorker(unit, 'safeguarding-reviewer'),
      await services().aWorker(womensUnit, 'auditor'),
    ])
      await expect(review(stranger, id, 'justified')).rejects.toThrow(NotFound)
    expect(await listed(supervisor, 'reviews')).toContain(id)
  })
})
