import { beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Cast } from '../../referrals/testing/use-referrals.js'
import { useTransfers } from '../testing/use-transfers.js'
import { AskForTransfer, type AskedFor } from './ask-for-transfer.js'
import { TransferRequests, type RequestView } from './transfer-requests.js'

describe('asking to take over', () => {
  const given = useTransfers()
  let cast: Cast
  let caseId: string
  let number: string

  beforeEach(async () => {
    cast = await given().parties()
    caseId = (await given().anAgreedCase(cast)).caseId
    const { rows } = await given().owner.query<{ number: string }>(
      'SELECT number FROM cases WHERE id = $1',
      [caseId],
    )
    number = rows[0]?.number ?? ''
  })

  const ask = (actor: WorkerActor, asked: AskedFor): Promise<string> =>
    given().find(AskForTransfer).run(actor, {
      case: asked,
      why: 'person_lives_here',
      text: 'Gần nhà người được hỗ trợ.',
    })
  const requests = () => given().find(TransferRequests)
  const told = async (kind: string): Promise<string[]> => {
    await given().world.deliverAll()
    const { rows } = await given().owner.query<{ worker: string }>(
      'SELECT worker_id AS worker FROM notification WHERE kind = $1 ORDER BY 1',
      [kind],
    )
    return rows.map(({ worker }) => worker)
  }
  const traceOf = async (id: string): Promise<unknown[]> => {
    const { rows } = await given().owner.query<Record<string, unknown>>(
      `SELECT action, case_id, subject_type FROM audit_entry WHERE subject_id = $1
        UNION ALL SELECT type, case_id, payload::text FROM outbox_event WHERE subject_id = $1`,
      [id],
    )
    return rows
  }

  it('answers the same, and leaves the same traces, whether or not there is such a case', async () => {
    const [known, unknown] = [
      await ask(cast.receiver.actor, { caseNumber: number }),
      await ask(cast.receiver.actor, { caseNumber: 'BA-2026-999999' }),
    ]
    const shown = async (id: string): Promise<RequestView> => ({
      ...(await requests().one(cast.receiver.actor, id)),
      id: '',
      caseNumber: '',
      askedAt: new Date(0),
      lapsesAt: new Date(0),
    })
    expect(await shown(known)).toEqual(await shown(unknown))
    expect((await requests().asked(cast.receiver.actor)).map(({ caseId: of }) => of)).toEqual([
      null,
      null,
    ])
    expect(await traceOf(known)).toEqual(await traceOf(unknown))
  })

  it('reaches who has the case, and nobody else', async () => {
    const id = await ask(cast.receiver.actor, { caseNumber: number })

    const desk = [cast.sender.id, cast.sendersSupervisor.id].sort()
    expect((await told('transfer.asked')).filter((one) => desk.includes(one)).sort()).toEqual(desk)
    for (const { actor } of [cast.sender, cast.sendersSupervisor])
      expect(await requests().toAnswer(actor, caseId)).toMatchObject([
        { id, caseId, caseNumber: number, text: 'Gần nhà người được hỗ trợ.', mayAnswer: true },
      ])
    expect(await requests().toAnswer(cast.sendersColleague.actor)).toEqual([])
    for (const { actor } of [cast.sendersColleague, cast.colleague])
      await expect(requests().one(actor, id)).rejects.toThrow(NotFound)
  })

  it('reaches nobody for one’s own unit’s case, a closed one, or one the asker is kept away from', async () => {
    await given().world.block(cast.receiver, caseId)
    await ask(cast.receiver.actor, { caseNumber: number })
    await ask(cast.sendersColleague.actor, { caseNumber: number })
    await given().owner.query(`UPDATE cases SET status = 'closed' WHERE id = $1`, [caseId])
    await ask(cast.colleague.actor, { caseNumber: number })
    await given().owner.query(`UPDATE cases SET status = 'open' WHERE id = $1`, [caseId])

    expect(await requests().toAnswer(cast.sender.actor)).toEqual([])
  })

  it('is hidden from colleagues with a conflict of interest, and from who came to have one', async () => {
    const id = await ask(cast.receiver.actor, { caseNumber: number })
    expect(await requests().asked(cast.supervisor.actor)).toMatchObject([{ id }])
    for (const who of [cast.supervisor, cast.receiver]) {
      await given().world.block(who, caseId)
      expect(await requests().asked(who.actor)).toEqual([])
      await expect(requests().one(who.actor, id)).rejects.toThrow(NotFound)
    }
    expect(await requests().toAnswer(cast.sender.actor)).toMatchObject([{ id }])
  })

  it('about a sealed case reaches its lead alone', async () => {
    await given().owner.query('UPDATE cases SET sealed = true WHERE id = $1', [caseId])
    await given().owner.query('SELECT guard.project_case($1)', [caseId])
    const id = await ask(cast.receiver.actor, { caseNumber: number })

    expect(await requests().toAnswer(cast.sender.actor)).toMatchObject([{ id }])
    expect(await requests().toAnswer(cast.sendersSupervisor.actor)).toEqual([])
    expect(await told('transfer.asked')).not.toContain(cast.sendersSupervisor.id)
  })

  it('is possible through a referral one gives the service of, and no other', async () => {
    const referral = await given().world.build.anAcceptedReferral(cast)
    const stranger = await given().parties()
    const open = () => requests().toAnswer(cast.sender.actor, referral.caseId)
    await ask(cast.colleague.actor, { referralId: referral.id })
    await ask(stranger.receiver.actor, { referralId: referral.id })
    await ask(stranger.receiver.actor, { referralId: randomUUID() })
    expect(await open()).toEqual([])

    const id = await ask(cast.receiver.actor, { referralId: referral.id })
    expect(await open()).toMatchObject([
      { id, referralId: referral.id, caseNumber: expect.any(String) },
    ])
    expect((await requests().one(cast.receiver.actor, id)).caseNumber).toBeNull()
  })

  it('is not for trying numbers out', async () => {
    for (let count = 0; count < 5; count++)
      await ask(cast.receiver.actor, { caseNumber: `BA-2026-99999${count}` })
    await expect(ask(cast.receiver.actor, { caseNumber: number })).rejects.toMatchObject({
      code: 'transfer.asked-too-often',
      kind: 'too-many',
    })
    await ask(cast.colleague.actor, { caseNumber: number })
  })

  it('is declined with a reason that the asker hears', async () => {
    const id = await ask(cast.receiver.actor, { caseNumber: number })
    const decline = (actor: WorkerActor) => requests().decline(actor, id, 1, 'stays_with_us')
    for (const { actor } of [cast.receiver, cast.supervisor, cast.sendersColleague])
      await expect(decline(actor)).rejects.toThrow(NotFound)
    await decline(cast.sendersSupervisor.actor)

    expect(await requests().one(cast.receiver.actor, id)).toMatchObject({
      status: 'declined',
      reason: 'stays_with_us',
      caseId: null,
    })
    expect(await told('transfer.ask-declined')).toContain(cast.receiver.id)
    await expect(decline(cast.sender.actor)).rejects.toMatchObject({
      code: 'transfer.request-ended',
    })
  })

  it('leads to an offer to the asker, which needs what every offer needs', async () => {
    const id = await ask(cast.receiver.actor, { caseNumber: number })
    const other = await given().parties()
    await expect(
      given().offer(cast, caseId, { requestId: id, toUnitId: other.receiver.unit.id }),
    ).rejects.toMatchObject({ code: 'transfer.not-agreed' })
    const { caseId: another } = await given().anAgreedCase(cast)
    await expect(given().offer(cast, another, { requestId: id })).rejects.toThrow(NotFound)

    const transferId = await given().offer(cast, caseId, { requestId: id })
    expect(await requests().one(cast.receiver.actor, id)).toMatchObject({
      status: 'offered',
      transferId,
    })
    await given().accept(cast.receiver.actor, transferId)
  })

  it('lapses when nobody answers, the same for all', async () => {
    const ids = [
      await ask(cast.receiver.actor, { caseNumber: number }),
      await ask(cast.receiver.actor, { caseNumber: 'BA-2026-999999' }),
    ]
    given().world.test.clock.comeTo(given().inDays(15))

    for (const id of ids)
      expect((await requests().one(cast.receiver.actor, id)).status).toBe('lapsed')
    expect(await requests().toAnswer(cast.sender.actor, caseId)).toEqual([])
    await expect(
      requests().decline(cast.sender.actor, ids[0] ?? '', 1, 'stays_with_us'),
    ).rejects.toMatchObject({ code: 'transfer.request-ended' })
  })
})
