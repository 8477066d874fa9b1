import { beforeEach, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { ReadCase } from '../../cases/use-cases/read-case.js'
import { ChangeRisk } from '../../cases/use-cases/change-risk.js'
import { ReadSections } from '../../cases/use-cases/read-sections.js'
import { RecordSection } from '../../cases/index.js'
import { WithdrawConsent } from '../../consents/index.js'
import {
  CancelReferral,
  ConfirmReferral,
  ReadReferral,
  StartReferral,
} from '../../referrals/index.js'
import type { Cast } from '../../referrals/testing/use-referrals.js'
import { useTransfers } from '../testing/use-transfers.js'
import { ConfirmContact } from './confirm-contact.js'
import { ListTransfers } from './list-transfers.js'
import { ReadTransfer } from './read-transfer.js'
import { RejectTransfer } from './reject-transfer.js'
import { WithdrawTransfer } from './withdraw-transfer.js'

const tables = [
  'cases',
  'person',
  'case_section',
  'incident',
  'consent',
  'case_key',
  'access_grant',
  'case_access',
  'transfer_content',
] as const

describe('a case that moves', () => {
  const given = useTransfers()
  let cast: Cast

  beforeEach(async () => {
    cast = await given().parties()
  })

  /** How many rows of the case somebody sees, by table; referrals too. */
  const rowsSeenBy = (actor: WorkerActor, caseId: string): Promise<Record<string, number>> =>
    given()
      .find(Transactions)
      .run(actor, async () => {
        const seen: Record<string, number> = {}
        for (const table of [...tables, 'referral'] as const) {
          const count = statement(
            `test.rows-of-${table}`,
            `SELECT count(*)::int AS count FROM ${table} WHERE case_id = $1`.replace(
              'cases WHERE case_id',
              'cases WHERE id',
            ),
          )
          const row = await given().find(Database).first<{ count: number }>(count, [caseId])
          seen[table] = row?.count ?? -1
        }
        return seen
      })
  const nothing = Object.fromEntries([...tables, 'referral'].map((table) => [table, 0]))
  const read = (actor: WorkerActor, id: string) => given().find(ReadTransfer).run(actor, id)
  const eventsOf = async (subjectId: string): Promise<string[]> => {
    const { rows } = await given().owner.query<{ type: string }>(
      'SELECT type FROM outbox_event WHERE subject_id = $1 ORDER BY created_at, id',
      [subjectId],
    )
    return rows.map(({ type }) => type)
  }

  it('is previewed without a name, and moves nothing before it is accepted', async () => {
    const { id, caseId } = await given().anOffer(cast)

    const seen = await read(cast.receiver.actor, id)
    expect(seen).toMatchObject({ side: 'to', hasCase: false, caseNumber: null, kept: null })
    expect(seen.preview).toEqual({
      riskLevel: 'high',
      immediateDanger: false,
      ageBand: '16-17',
      sex: 'female',
      language: 'vi',
      provinceCode: '48',
      commune: 'Phường Hải Châu',
      openReferrals: 0,
    })
    expect(seen.need).toContain('địa bàn khác')
    expect(seen.moves).toEqual(['accept', 'reject'])
    expect(JSON.stringify(seen)).not.toMatch(/Mai|0905 000|BA-20/)
    expect(await rowsSeenBy(cast.receiver.actor, caseId)).toEqual({
      ...nothing,
      transfer_content: 1,
    })
    expect((await rowsSeenBy(cast.sender.actor, caseId))['cases']).toBe(1)
    expect(await eventsOf(id)).toEqual(['transfer.offered'])
  })

  it('moves whole: the new lead sees all, the old lead and unit nothing in any table', async () => {
    const { id, caseId } = await given().anOffer(cast)
    const before = await rowsSeenBy(cast.sender.actor, caseId)
    await given().accept(cast.receiver.actor, id)

    expect(await rowsSeenBy(cast.sender.actor, caseId)).toEqual(nothing)
    expect(await rowsSeenBy(cast.sendersSupervisor.actor, caseId)).toEqual(nothing)
    const after = await rowsSeenBy(cast.receiver.actor, caseId)
    // Grants that ended stay written; the sight itself is one for the lead.
    expect({ ...after, access_grant: 0 }).toEqual({ ...before, access_grant: 0 })
    expect((await rowsSeenBy(cast.supervisor.actor, caseId))['cases']).toBe(1)
    expect(await rowsSeenBy(cast.colleague.actor, caseId)).toEqual(nothing)

    const overview = await given().find(ReadCase).run(cast.receiver.actor, caseId)
    expect(overview.row).toMatchObject({
      unitId: cast.receiver.unit.id,
      leadWorkerId: cast.receiver.id,
      status: 'open',
    })
    expect(overview.initials).not.toBe('')
    await expect(given().find(ReadCase).run(cast.sender.actor, caseId)).rejects.toThrow(NotFound)
    expect(await eventsOf(id)).toEqual(['transfer.offered', 'transfer.accepted'])
  })

  it('leaves the old unit a receipt with number, units and dates, and nothing else', async () => {
    const { id } = await given().anAcceptedTransfer(cast)

    const seen = await read(cast.sender.actor, id)
    expect(seen).toMatchObject({ side: 'from', hasCase: false, why: null, need: null, kept: null })
    expect(seen.preview).toBeNull()
    expect(seen.moves).toEqual([])
    expect(seen.caseNumber).toMatch(/^BA-/)
    expect(seen.story.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['offered', cast.sender.displayName],
      ['accepted', null],
    ])
    const list = await given().find(ListTransfers).run(cast.sender.actor, { direction: 'out' })
    expect(list.items).toMatchObject([{ id, status: 'accepted', caseNumber: seen.caseNumber }])
    await expect(read(cast.sendersColleague.actor, id)).rejects.toThrow(NotFound)
  })

  it('tells the old unit when the person has been reached', async () => {
    const { id } = await given().anAcceptedTransfer(cast)
    const contact = (actor: WorkerActor, version: number) =>
      given().find(ConfirmContact).run(actor, id, version)

    await expect(contact(cast.sender.actor, 2)).rejects.toThrow(NotFound)
    await expect(contact(cast.colleague.actor, 2)).rejects.toThrow(NotFound)
    await contact(cast.receiver.actor, 2)
    expect((await read(cast.sender.actor, id)).transfer.firstContactAt).not.toBeNull()
    await expect(contact(cast.receiver.actor, 3)).rejects.toMatchObject({
      code: 'transfer.already-contacted',
    })
    expect((await eventsOf(id)).at(-1)).toBe('transfer.contacted')
  })

  it('needs one agreement that covers all that is recorded, also at the moment of acceptance', async () => {
    const { caseId } = await given().anAgreedCase(cast, ['identity', 'contact', 'incident'])
    await expect(given().offer(cast, caseId)).rejects.toMatchObject({ code: 'transfer.not-agreed' })

    const agreed = await given().anAgreedCase(cast, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    const id = await given().offer(cast, agreed.caseId)
    await given()
      .find(RecordSection)
      .notes(cast.sender.actor, agreed.caseId, 'psychosocial', 0, 'Buổi tư vấn đầu tiên.')
    await expect(given().accept(cast.receiver.actor, id)).rejects.toMatchObject({
      code: 'transfer.not-agreed',
    })

    const withdrawn = await given().anOffer(cast)
    await given()
      .find(WithdrawConsent)
      .run(cast.sender.actor, withdrawn.caseId, withdrawn.consentId, {
        reason: 'person_asked',
        note: null,
      })
    await expect(given().accept(cast.receiver.actor, withdrawn.id)).rejects.toMatchObject({
      code: 'transfer.not-agreed',
    })
    await given().world.deliverAll()
    expect((await read(cast.sender.actor, withdrawn.id)).transfer).toMatchObject({
      status: 'withdrawn',
      reason: 'consent_withdrawn',
    })
  })

  it('takes its referrals along: the new lead is their sender, the old one is nobody', async () => {
    const referral = await given().world.build.aCompletedReferral({
      sender: cast.sender,
      receiver: cast.receiver,
    })
    const elsewhere = await given().world.parties()
    const { caseId } = referral
    const toThird = { ...cast, receiver: elsewhere.receiver }
    await given().world.build.aConsent(cast.sender, caseId, elsewhere.receiver.unit.id, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    const id = await given().offer(toThird, caseId)
    await given().accept(elsewhere.receiver.actor, id)

    const feedback = { received: 'yes', safe: 'yes', helpful: 'yes' } as const
    const confirm = (actor: WorkerActor, version: number) =>
      given().find(ConfirmReferral).run(actor, referral.id, version, feedback)
    await expect(confirm(cast.sender.actor, referral.version + 1)).rejects.toThrow(NotFound)
    await expect(given().find(ReadReferral).run(cast.sender.actor, referral.id)).rejects.toThrow(
      NotFound,
    )
    expect(
      await given().find(ReadReferral).run(elsewhere.receiver.actor, referral.id),
    ).toMatchObject({ side: 'sender', referral: { fromUnitId: elsewhere.receiver.unit.id } })
    // Who gave the service sees from whom the answer will come now.
    expect(
      (await given().find(ReadReferral).run(cast.receiver.actor, referral.id)).referral.fromUnitId,
    ).toBe(elsewhere.receiver.unit.id)
    await confirm(elsewhere.receiver.actor, referral.version + 1)
  })

  it('lets the new lead take back what waits at another desk, and drops what nobody has sent', async () => {
    const referral = await given().world.build.aSentReferral(cast)
    const { caseId } = referral
    const draft = await given()
      .find(StartReferral)
      .run(cast.sender.actor, caseId, { service: 'LEGAL', urgency: 'normal', text: 'Tư vấn luật.' })
    const third = await given().world.parties()
    await given().world.build.aConsent(cast.sender, caseId, third.receiver.unit.id, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    const id = await given().offer({ ...cast, receiver: third.receiver }, caseId)
    expect((await read(third.receiver.actor, id)).preview?.openReferrals).toBe(1)
    await given().accept(third.receiver.actor, id)

    const cancel = (actor: WorkerActor, version: number) =>
      given()
        .find(CancelReferral)
        .run(actor, referral.id, version, { code: 'no_longer_needed', note: null })
    await expect(cancel(cast.sender.actor, referral.version + 1)).rejects.toThrow(NotFound)
    await cancel(third.receiver.actor, referral.version + 1)
    const { rowCount } = await given().owner.query('SELECT FROM referral WHERE id = $1', [draft])
    expect(rowCount).toBe(0)
  })

  it('ends a referral to the very unit that takes the case', async () => {
    const referral = await given().world.build.anAcceptedReferral(cast)
    const { caseId } = referral
    await given().world.build.aConsent(cast.sender, caseId, cast.receiver.unit.id, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    const id = await given().offer(cast, caseId)
    await given().accept(cast.receiver.actor, id)

    const { rows } = await given().owner.query<Record<string, unknown>>(
      `SELECT status, reason, from_unit_id = to_unit_id AS "isOwn", sent_by_unit_id AS "sentBy"
         FROM referral WHERE id = $1`,
      [referral.id],
    )
    expect(rows).toEqual([
      {
        status: 'cancelled',
        reason: 'case_transferred',
        isOwn: true,
        sentBy: cast.sender.unit.id,
      },
    ])
    expect(await eventsOf(referral.id)).toContain('referral.cancelled')
    await given().world.deliverAll()
  })

  it('leaves the old unit what it goes on helping with: to read, agreed to, until a day', async () => {
    const { caseId } = await given().anAgreedCase(cast)
    const keeping = {
      sections: ['identity', 'contact', 'psychosocial'],
      reason: 'service_under_way',
      until: given().inDays(20),
    } as const
    await expect(given().offer(cast, caseId, { keeping })).rejects.toMatchObject({
      code: 'transfer.keeping-not-agreed',
    })
    const consentId = await given().world.build.aConsent(cast.sender, caseId, cast.sender.unit.id, [
      'identity',
      'contact',
      'psychosocial',
    ])
    const id = await given().offer(cast, caseId, { keeping })
    await given().accept(cast.receiver.actor, id)

    // Child protection never gets counselling from others, and this is another's case now.
    expect((await read(cast.sender.actor, id)).kept?.sections).toEqual(['identity', 'contact'])
    await expect(given().find(ReadCase).run(cast.sender.actor, caseId)).rejects.toThrow(NotFound)
    await expect(
      given().find(RecordSection).notes(cast.sender.actor, caseId, 'legal', 0, 'x'),
    ).rejects.toThrow(NotFound)
    expect((await rowsSeenBy(cast.sender.actor, caseId))['cases']).toBe(0)

    await given()
      .find(WithdrawConsent)
      .run(cast.receiver.actor, caseId, consentId, { reason: 'person_asked', note: null })
    expect((await read(cast.sender.actor, id)).kept).toBeNull()
    expect(await rowsSeenBy(cast.sender.actor, caseId)).toEqual(nothing)
  })

  it('is declined with a reason and a suggestion, and stays', async () => {
    const { id, caseId } = await given().anOffer(cast)
    const third = await given().world.parties()
    const reject = (actor: WorkerActor) =>
      given().find(RejectTransfer).run(actor, id, 1, {
        reason: 'no_capacity',
        note: 'Đang quá tải.',
        suggestedUnitId: third.receiver.unit.id,
      })
    await expect(reject(cast.sender.actor)).rejects.toThrow(NotFound)
    await expect(reject(third.receiver.actor)).rejects.toThrow(NotFound)
    await reject(cast.receiver.actor)

    const seen = await read(cast.sender.actor, id)
    expect(seen.transfer).toMatchObject({ status: 'rejected', reason: 'no_capacity' })
    expect(seen.suggestedUnitName).toBe(third.receiver.unit.name)
    expect(seen.story.at(-1)).toMatchObject({ kind: 'rejected', note: 'Đang quá tải.' })
    expect((await rowsSeenBy(cast.sender.actor, caseId))['cases']).toBe(1)
    expect(await rowsSeenBy(cast.receiver.actor, caseId)).toEqual(nothing)
    // Another may be asked at once.
    await given().world.build.aConsent(cast.sender, caseId, third.receiver.unit.id, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    await given().offer({ ...cast, receiver: third.receiver }, caseId)
  })

  it('is taken back by its owner only, and then nobody at the desk sees it', async () => {
    const { id } = await given().anOffer(cast)
    const withdraw = (actor: WorkerActor, version = 1) =>
      given()
        .find(WithdrawTransfer)
        .run(actor, id, version, { code: 'person_declined', note: null })
    await expect(withdraw(cast.receiver.actor)).rejects.toThrow(NotFound)
    await expect(withdraw(cast.sendersColleague.actor)).rejects.toThrow(NotFound)
    await withdraw(cast.sendersSupervisor.actor)

    await expect(read(cast.receiver.actor, id)).rejects.toThrow(NotFound)
    await expect(given().accept(cast.receiver.actor, id, 2)).rejects.toThrow(NotFound)
    await expect(withdraw(cast.sender.actor, 2)).rejects.toMatchObject({
      code: 'transfer.already-ended',
    })
  })

  it('is offered to one unit at a time, open, and on Bến An', async () => {
    const { caseId } = await given().anOffer(cast)
    await expect(given().offer(cast, caseId)).rejects.toMatchObject({
      code: 'transfer.already-offered',
    })
    const offer = (changes: object) => given().offer(cast, caseId, changes)
    await expect(offer({ toUnitId: cast.sender.unit.id })).rejects.toMatchObject({
      code: 'transfer.unit-unfit',
    })
    const outside = await given().world.aUnit('health')
    await given().owner.query('UPDATE unit SET on_ben_an = false WHERE id = $1', [outside.id])
    await expect(offer({ toUnitId: outside.id })).rejects.toMatchObject({
      code: 'transfer.unit-unfit',
    })
    for (const stranger of [cast.sendersColleague, cast.receiver, cast.supervisor])
      await expect(
        given().offer({ ...cast, sender: stranger }, caseId, {
          toUnitId: cast.receiver.unit.id,
        }),
      ).rejects.toThrow(NotFound)
  })

  it('is accepted once, however many say yes at the same time', async () => {
    const { id, caseId } = await given().anOffer(cast)
    const answers = await Promise.allSettled(
      [cast.receiver, cast.colleague, cast.receiver, cast.colleague].map(({ actor }) =>
        given().accept(actor, id),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await given().owner.query<{ count: number }>(
      `SELECT count(*)::int FROM outbox_event WHERE subject_id = $1 AND type = 'transfer.accepted'`,
      [id],
    )
    expect(rows).toEqual([{ count: 1 }])
    const { rows: leads } = await given().owner.query(
      `SELECT FROM case_access WHERE case_id = $1 AND reason = 'lead'`,
      [caseId],
    )
    expect(leads).toHaveLength(1)
  })

  it('is accepted or taken back, never both', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, caseId } = await given().anOffer(cast)
      const both = [
        () => given().accept(cast.receiver.actor, id),
        () =>
          given()
            .find(WithdrawTransfer)
            .run(cast.sender.actor, id, 1, { code: 'person_declined', note: null }),
      ]
      const answers = await Promise.allSettled(
        (round % 2 === 0 ? both : both.reverse()).map((one) => one()),
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { rows } = await given().owner.query<{ status: string; unit: string }>(
        `SELECT t.status, c.unit_id AS unit FROM case_transfer t JOIN cases c ON c.id = t.case_id
          WHERE t.id = $1`,
        [id],
      )
      expect(rows[0]?.unit).toBe(
        rows[0]?.status === 'accepted' ? cast.receiver.unit.id : cast.sender.unit.id,
      )
      expect(caseId).toBeDefined()
    }
  })

  it('that changed since it was looked at is looked at again', async () => {
    const { id, caseId } = await given().anOffer(cast)
    await given().find(ChangeRisk).run(cast.sender.actor, caseId, 1, { immediateDanger: true })

    await expect(given().accept(cast.receiver.actor, id, 1)).rejects.toThrow(Stale)
    const seen = await read(cast.receiver.actor, id)
    expect(seen.preview?.immediateDanger).toBe(true)
    await given().accept(cast.receiver.actor, id, seen.transfer.version)
  })

  it('is led by who accepts, or by whom a supervisor names – never over a conflict of interest', async () => {
    const { id, caseId } = await given().anOffer(cast)
    await given().world.block(cast.colleague, caseId)

    const unfit = { code: 'transfer.lead-unfit' }
    const accept = (actor: WorkerActor, leadId?: string) => given().accept(actor, id, 1, leadId)
    await expect(accept(cast.receiver.actor, cast.supervisor.id)).rejects.toMatchObject(unfit)
    await expect(accept(cast.supervisor.actor)).rejects.toMatchObject(unfit)
    await expect(accept(cast.supervisor.actor, cast.sender.id)).rejects.toMatchObject(unfit)
    await expect(accept(cast.supervisor.actor, cast.colleague.id)).rejects.toMatchObject(unfit)
    await accept(cast.supervisor.actor, cast.receiver.id)
    expect((await rowsSeenBy(cast.receiver.actor, caseId))['cases']).toBe(1)
  })

  it('is hidden from whoever is kept away from it, before and after', async () => {
    const { id, caseId } = await given().anOffer(cast)
    await given().world.block(cast.receiver, caseId)

    await expect(read(cast.receiver.actor, id)).rejects.toThrow(NotFound)
    await expect(given().accept(cast.receiver.actor, id)).rejects.toThrow(NotFound)
    const list = () => given().find(ListTransfers).run(cast.receiver.actor, { direction: 'in' })
    expect((await list()).items).toEqual([])
    await given().accept(cast.colleague.actor, id)
    expect((await list()).items).toEqual([])
    expect(await rowsSeenBy(cast.receiver.actor, caseId)).toEqual(nothing)
  })

  it('that is sealed is no supervisor’s, on either side', async () => {
    const { caseId } = await given().anAgreedCase(cast)
    await given().owner.query('UPDATE cases SET sealed = true WHERE id = $1', [caseId])
    await given().owner.query('SELECT guard.project_case($1)', [caseId])
    await expect(
      given().offer({ ...cast, sender: cast.sendersSupervisor }, caseId),
    ).rejects.toThrow(NotFound)
    const id = await given().offer(cast, caseId)

    for (const { actor } of [cast.supervisor, cast.sendersSupervisor])
      await expect(read(actor, id)).rejects.toThrow(NotFound)
    await expect(given().accept(cast.supervisor.actor, id, 1, cast.receiver.id)).rejects.toThrow(
      NotFound,
    )
    await given().accept(cast.receiver.actor, id)
    for (const { actor } of [cast.supervisor, cast.sendersSupervisor]) {
      await expect(read(actor, id)).rejects.toThrow(NotFound)
      expect(await rowsSeenBy(actor, caseId)).toEqual(nothing)
    }
    expect((await read(cast.sender.actor, id)).caseNumber).toMatch(/^BA-/)
  })

  it('cannot be moved past its rules by SQL alone', async () => {
    const { id, caseId } = await given().anOffer(cast)
    const smuggle = (actor: WorkerActor, name: string, text: string) =>
      given()
        .find(Transactions)
        .run(actor, () =>
          given()
            .find(Database)
            .change(statement(`test.${name}`, text), [id]),
        )
    const taken = `UPDATE case_transfer SET status = 'accepted', ended_at = now(),
      answered_by = guard.actor_id() WHERE id = $1`
    await expect(smuggle(cast.receiver.actor, 'taken', taken)).rejects.toThrow()
    const wider = 'UPDATE case_transfer SET kept_sections = 1023 WHERE id = $1'
    await expect(smuggle(cast.sender.actor, 'wider', wider)).rejects.toThrow(/permission denied/)
    const back = `UPDATE case_transfer SET status = 'withdrawn', reason = 'person_declined',
      ended_at = now() WHERE id = $1`
    await expect(smuggle(cast.receiver.actor, 'back', back)).rejects.toThrow(/row-level security/)
    expect(await smuggle(cast.sendersColleague.actor, 'back', back)).toBe(0)
    const referral = `UPDATE referral SET sent_by_unit_id = from_unit_id WHERE case_id =
      (SELECT case_id FROM case_transfer WHERE id = $1)`
    await given().world.build.aSentReferral(cast)
    expect(await smuggle(cast.sender.actor, 'sent-by', referral)).toBe(0)
    expect((await rowsSeenBy(cast.sender.actor, caseId))['cases']).toBe(1)
  })

  it('runs out, goes back to its owner, and is nobody’s to answer any more', async () => {
    const { id } = await given().anOffer(cast, { urgency: 'emergency' })
    const { test } = given().world
    await test.ringTimers(given().inDays(1))

    expect((await read(cast.sender.actor, id)).transfer.status).toBe('expired')
    await expect(given().accept(cast.receiver.actor, id, 2)).rejects.toThrow(NotFound)
    const { rows } = await given().owner.query<{ worker: string; kind: string }>(
      `SELECT worker_id AS worker, kind FROM notification
        WHERE subject_id = $1 AND kind = 'transfer.expired' ORDER BY 1`,
      [id],
    )
    expect(rows.map(({ worker }) => worker).sort()).toEqual(
      [cast.sender.id, cast.sendersSupervisor.id].sort(),
    )
  })

  it('calls the desk, and tells who offered it and their supervisors what was answered', async () => {
    const { id } = await given().anOffer(cast)
    await given().world.deliverAll()
    const told = async (kind: string): Promise<string[]> => {
      const { rows } = await given().owner.query<{ worker: string }>(
        'SELECT worker_id AS worker FROM notification WHERE subject_id = $1 AND kind = $2',
        [id, kind],
      )
      return rows.map(({ worker }) => worker).sort()
    }
    const desk = [cast.receiver, cast.colleague, cast.supervisor].map((one) => one.id).sort()
    expect(await told('transfer.offered')).toEqual(desk)
    await given().accept(cast.supervisor.actor, id, 1, cast.receiver.id)
    await given().world.deliverAll()
    expect(await told('transfer.accepted')).toEqual(
      [cast.sender, cast.sendersSupervisor, cast.receiver].map((one) => one.id).sort(),
    )
  })

  it('can move on, and back', async () => {
    const { caseId } = await given().anAcceptedTransfer(cast)
    await given().world.build.aConsent(cast.receiver, caseId, cast.sender.unit.id, [
      'identity',
      'contact',
      'family',
      'incident',
      'safety',
    ])
    const back = { ...cast, sender: cast.receiver, receiver: cast.sender }
    const id = await given().offer(back, caseId)
    await given().accept(cast.sender.actor, id)

    expect((await rowsSeenBy(cast.sender.actor, caseId))['cases']).toBe(1)
    expect(await rowsSeenBy(cast.receiver.actor, caseId)).toEqual(nothing)
    await given().find(ReadSections).all(cast.sender.actor, caseId)
  })

  it('is not offered by who only helps with it', async () => {
    const referral = await given().world.build.anAcceptedReferral(cast)
    await expect(
      given().offer({ ...cast, sender: cast.receiver, receiver: cast.sender }, referral.caseId),
    ).rejects.toThrow(NotFound)
  })
})
