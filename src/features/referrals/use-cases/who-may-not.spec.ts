import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { ReferralAlreadyAnswered, ReferralMoveNotAllowed } from '../domain/referral.errors.js'
import { ReferralClaimedByColleague } from '../domain/sending.errors.js'
import type { Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AcceptReferral } from './accept-referral.js'
import { CancelReferral } from './cancel-referral.js'
import { ClaimReferral } from './claim-referral.js'
import { CompleteReferral } from './complete-referral.js'
import { ConfirmReferral } from './confirm-referral.js'
import { FailReferral } from './fail-referral.js'
import { ReadReferral } from './read-referral.js'
import { RejectReferral } from './reject-referral.js'
import { ReleaseReferral } from './release-referral.js'
import { SendReferral } from './send-referral.js'
import { StartReferral } from './start-referral.js'
import { StartService } from './start-service.js'

const moves = {
  read: (world, actor, { id }) => world.find(ReadReferral).run(actor, id),
  claim: (world, actor, { id, version }) => world.find(ClaimReferral).run(actor, id, version),
  release: (world, actor, { id, version }) => world.find(ReleaseReferral).run(actor, id, version),
  accept: (world, actor, { id, version }) => world.find(AcceptReferral).run(actor, id, version),
  reject: (world, actor, { id, version }) =>
    world.find(RejectReferral).run(actor, id, version, {
      reason: 'no_capacity',
      note: null,
      suggestedUnitId: null,
    }),
  start: (world, actor, { id, version }) => world.find(StartService).run(actor, id, version),
  complete: (world, actor, { id, version }) =>
    world
      .find(CompleteReferral)
      .run(actor, id, version, { outcome: 'given_in_full', text: 'Xong' }),
  fail: (world, actor, { id, version }) =>
    world.find(FailReferral).run(actor, id, version, { code: 'contact_lost', note: null }),
  cancel: (world, actor, { id, version }) =>
    world.find(CancelReferral).run(actor, id, version, { code: 'no_longer_needed', note: null }),
  confirm: (world, actor, { id, version }) =>
    world
      .find(ConfirmReferral)
      .run(actor, id, version, { received: 'yes', safe: 'yes', helpful: 'yes' }),
  send: (world, actor, { id, version }) => world.find(SendReferral).run(actor, id, version),
} as const satisfies Record<
  string,
  (world: ReferralWorld, actor: WorkerActor, handed: Handed) => Promise<unknown>
>

type Move = keyof typeof moves

const answers: readonly Move[] = ['claim', 'release', 'accept', 'reject']
const service: readonly Move[] = ['start', 'complete', 'fail']
const ofTheSender: readonly Move[] = ['cancel', 'confirm', 'send']
const all: readonly Move[] = ['read', ...answers, ...service, ...ofTheSender]

describe('who may not', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const isNotFound = async (who: WorkerActor, handed: Handed, tried: readonly Move[]) => {
    for (const move of tried)
      expect([move, await outcomeOf(moves[move](world, who, handed))]).toEqual([move, NotFound])
  }

  it.each([
    ['a police unit', 'police'],
    ['another women’s unit', 'womens-services'],
    ['another child-protection unit', 'child-protection'],
  ] as const)('%s finds nothing at all', async (_, sector) => {
    const stranger = await world.aWorker(await world.aUnit(sector), ['caseworker', 'supervisor'])
    await isNotFound(stranger.actor, await world.build.aDraft(parties), all)
    await isNotFound(stranger.actor, await world.build.aSentReferral(parties), all)
    await isNotFound(stranger.actor, await world.build.anAcceptedReferral(parties), all)
    await isNotFound(stranger.actor, await world.build.aCompletedReferral(parties), all)
  })

  it('a receiver finds nothing of a draft', async () => {
    await isNotFound(parties.receiver.actor, await world.build.aDraft(parties), all)
  })

  it('a sender never answers its own referral, nor gives its service', async () => {
    const { actor } = parties.sender
    await isNotFound(actor, await world.build.aSentReferral(parties), [...answers, ...service])
    await isNotFound(actor, await world.build.anAcceptedReferral(parties), [...answers, ...service])
  })

  it('a receiver neither takes back nor confirms', async () => {
    await isNotFound(parties.receiver.actor, await world.build.aSentReferral(parties), ofTheSender)
    await isNotFound(parties.receiver.actor, await world.build.aCompletedReferral(parties), [
      'cancel',
      'confirm',
    ])
  })

  it('a colleague at the desk loses sight of it once it was accepted', async () => {
    await isNotFound(parties.colleague.actor, await world.build.anAcceptedReferral(parties), all)
  })

  it('a colleague of the sender does not know the case, and so not its referrals', async () => {
    await isNotFound(parties.sendersColleague.actor, await world.build.aSentReferral(parties), all)
  })

  it('the sender’s supervisor reads, and moves nothing', async () => {
    const handed = await world.build.aSentReferral(parties)
    const { actor } = parties.sendersSupervisor
    await world.find(ReadReferral).run(actor, handed.id)
    await isNotFound(actor, handed, [...answers, ...service, ...ofTheSender])
  })

  it.each([
    'unit-admin',
    'coordinator',
    'auditor',
    'system-admin',
    'safeguarding-reviewer',
  ] as const)('the receiving unit’s %s finds nothing', async (role) => {
    const admin = await world.aWorker(parties.receiver.unit, [role])
    await isNotFound(admin.actor, await world.build.aSentReferral(parties), all)
    await isNotFound(admin.actor, await world.build.anAcceptedReferral(parties), all)
  })

  it('a worker with a conflict of interest finds nothing, at the desk or as the handler', async () => {
    const sent = await world.build.aSentReferral(parties)
    const accepted = await world.build.anAcceptedReferral(parties)
    for (const { caseId } of [sent, accepted]) await world.block(parties.receiver, caseId)
    await isNotFound(parties.receiver.actor, sent, all)
    await isNotFound(parties.receiver.actor, accepted, all)
  })

  it('nobody refers from a case that is not theirs, nor after a referral of another case', async () => {
    const { caseId, id } = await world.build.aSentReferral(parties)
    const need = { service: 'PSS_BASIC', urgency: 'normal', text: 'Cần tư vấn' } as const
    const start = world.find(StartReferral)
    for (const { actor } of [parties.receiver, parties.sendersColleague, parties.sendersSupervisor])
      await expect(start.run(actor, caseId, need)).rejects.toThrow(NotFound)
    const other = await world.build.aCase(parties.sender)
    await expect(start.run(parties.sender.actor, other, need, id)).rejects.toThrow(NotFound)
  })

  it('a colleague is told who was faster while both see it', async () => {
    const handed = await world.build.aSentReferral(parties)
    await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
    for (const move of ['accept', 'release', 'reject'] as const)
      expect(
        await outcomeOf(moves[move](world, parties.colleague.actor, { ...handed, version: 5 })),
      ).toBe(ReferralClaimedByColleague)
    await world.find(AcceptReferral).run(parties.receiver.actor, handed.id, 5)
    const again = world.find(AcceptReferral).run(parties.receiver.actor, handed.id, 6)
    await expect(again).rejects.toThrow(ReferralAlreadyAnswered)
  })

  it('nobody moves what somebody else has changed meanwhile', async () => {
    const handed = await world.build.aSentReferral(parties)
    await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
    for (const move of ['claim', 'release', 'accept', 'reject'] as const)
      expect(await outcomeOf(moves[move](world, parties.receiver.actor, handed))).toBe(Stale)
    expect(await outcomeOf(moves.cancel(world, parties.sender.actor, handed))).toBe(Stale)
  })

  it('the handler starts what is accepted, and completes nothing twice', async () => {
    const handed = await world.build.aCompletedReferral(parties)
    for (const move of service)
      expect(await outcomeOf(moves[move](world, parties.receiver.actor, handed))).toBe(
        ReferralMoveNotAllowed,
      )
  })

  it('the sender takes nothing back once the service has begun', async () => {
    const handed = await world.build.anAcceptedReferral(parties)
    await world.find(StartService).run(parties.receiver.actor, handed.id, handed.version)
    const cancel = moves.cancel(world, parties.sender.actor, { ...handed, version: 6 })
    expect(await outcomeOf(cancel)).not.toBe('done')
  })
})

const outcomeOf = (tried: Promise<unknown>): Promise<unknown> =>
  tried.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.constructor : error),
  )
