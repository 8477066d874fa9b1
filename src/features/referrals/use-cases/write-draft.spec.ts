import { beforeAll, describe, expect, it } from '@jest/globals'
import { sectionsOf } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { WithdrawConsent } from '../../consents/index.js'
import {
  ReferralAlreadySent,
  ReferralBeyondConsent,
  ReferralConsentMissing,
  ReferralIncomplete,
  ReferralUnitUnfit,
} from '../domain/sending.errors.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { ChooseSharing } from './choose-sharing.js'
import { ChooseUnit } from './choose-unit.js'
import { DescribeNeed } from './describe-need.js'
import { PreviewReferral } from './preview-referral.js'
import { ReadReferral } from './read-referral.js'
import { RejectReferral } from './reject-referral.js'
import { SendReferral } from './send-referral.js'
import { StartReferral } from './start-referral.js'

const counselling = { service: 'PSS_BASIC', urgency: 'urgent', text: 'Cần tư vấn tâm lý' } as const

describe('writing a referral', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const started = async () => {
    const { actor } = parties.sender
    const caseId = await world.build.aCase(parties.sender)
    return { actor, caseId, id: await world.find(StartReferral).run(actor, caseId, counselling) }
  }

  it('begins with the need, and can be left and taken up again', async () => {
    const { actor, id } = await started()
    const view = await world.find(ReadReferral).run(actor, id)
    expect(view.preview).toMatchObject({ need: 'Cần tư vấn tâm lý', urgency: 'urgent' })
    expect(view.referral.number).toMatch(/^CG-\d\d-\d{5}$/)
    expect(view.referral.status).toBe('draft')
  })

  it('is sent only when need, unit and sharing are there', async () => {
    const { actor, caseId, id } = await started()
    const send = (version: number) => world.find(SendReferral).run(actor, id, version)
    await expect(send(1)).rejects.toMatchObject({ step: 'unit' })
    await world.find(ChooseUnit).run(actor, id, 1, parties.receiver.actor.unitId)
    await expect(send(2)).rejects.toMatchObject({ step: 'sharing' })
    await world.build.aConsent(parties.sender, caseId, parties.receiver.actor.unitId)
    await world.find(ChooseSharing).run(actor, id, 2, ['identity'])
    await send(3)
    await expect(send(4)).rejects.toThrow(ReferralAlreadySent)
  })

  it('proposes units that give the service, never the sender’s own', async () => {
    const { actor, id } = await started()
    const { proposals } = await world.find(ChooseUnit).options(actor, id)
    const ids = proposals.map(({ unit }) => unit.id)
    expect(ids).toContain(parties.receiver.actor.unitId)
    expect(ids).not.toContain(actor.unitId)
    expect(proposals.every(({ unit }) => unit.services.includes('PSS_BASIC'))).toBe(true)
  })

  it('proposes no unit that was asked before in the same chain', async () => {
    const { actor } = parties.sender
    const declined = await world.build.aSentReferral(parties)
    await world.find(RejectReferral).run(parties.receiver.actor, declined.id, declined.version, {
      reason: 'no_capacity',
      note: null,
      suggestedUnitId: null,
    })
    const id = await world.find(StartReferral).run(actor, declined.caseId, counselling, declined.id)
    const other = await world.aUnit('womens-services')

    const { proposals } = await world.find(ChooseUnit).options(actor, id)

    const ids = proposals.map(({ unit }) => unit.id)
    expect(ids).toContain(other.id)
    expect(ids).not.toContain(parties.receiver.actor.unitId)
  })

  it('looks in other provinces when no unit of this one gives the service', async () => {
    const { actor } = parties.sender
    const caseId = await world.build.aCase(parties.sender)
    const rare = { service: 'WASH', urgency: 'normal', text: 'Cần nước sạch' } as const
    const id = await world.find(StartReferral).run(actor, caseId, rare)
    const far = await world.aUnit('legal-aid', { provinceCode: '01', services: ['WASH'] })
    const options = () => world.find(ChooseUnit).options(actor, id)

    const wide = await options()
    expect(wide.isWidened).toBe(true)
    expect(wide.proposals.map(({ unit }) => unit.id)).toEqual([far.id])

    const near = await world.aUnit('legal-aid', { services: ['WASH'] })
    const narrow = await options()
    expect(narrow.isWidened).toBe(false)
    expect(narrow.proposals.map(({ unit }) => unit.id)).toEqual([near.id])
  })

  it('goes to no unit that does not give the service, takes nobody, or is one’s own', async () => {
    const { actor, id } = await started()
    const full = await world.aUnit('womens-services', { takingReferrals: false })
    const police = await world.aUnit('police')
    for (const unitId of [full.id, police.id, actor.unitId])
      await expect(world.find(ChooseUnit).run(actor, id, 1, unitId)).rejects.toThrow(
        ReferralUnitUnfit,
      )
  })

  it('shares nothing with whom nobody agreed to', async () => {
    const { actor, caseId, id } = await started()
    await world.build.aConsent(parties.sender, caseId, (await world.aUnit('shelter')).id)
    await world.find(ChooseUnit).run(actor, id, 1, parties.receiver.actor.unitId)
    await expect(world.find(ChooseSharing).run(actor, id, 2, ['identity'])).rejects.toThrow(
      ReferralConsentMissing,
    )
  })

  it('shares no section beyond consent, nor beyond what the sector may see', async () => {
    const { actor, caseId, id } = await started()
    await world.build.aConsent(parties.sender, caseId, parties.receiver.actor.unitId, [
      'identity',
      'psychosocial',
    ])
    await world.find(ChooseUnit).run(actor, id, 1, parties.receiver.actor.unitId)
    const choose = world.find(ChooseSharing)
    const { offered } = await choose.options(actor, id)
    expect(offered).toEqual(['identity'])
    for (const section of ['contact', 'psychosocial'] as const)
      await expect(choose.run(actor, id, 2, ['identity', section])).rejects.toThrow(
        ReferralBeyondConsent,
      )
    await expect(choose.run(actor, id, 2, [])).rejects.toThrow(ReferralIncomplete)
  })

  it('asks for sharing anew when the unit changes', async () => {
    const draft = await world.build.aDraft(parties)
    const other = await world.aUnit('womens-services')
    await world.find(ChooseUnit).run(parties.sender.actor, draft.id, 3, other.id)
    const { referral } = await world.find(ReadReferral).run(parties.sender.actor, draft.id)
    expect(sectionsOf(referral.requestedSections)).toEqual([])
    expect(referral.consentId).toBeNull()
  })

  it('lets the unit go when it does not give what is needed now', async () => {
    const draft = await world.build.aDraft(parties)
    const legalAid = { service: 'LEGAL', urgency: 'normal', text: 'Cần luật sư' } as const
    await world.find(DescribeNeed).run(parties.sender.actor, draft.id, 3, legalAid)
    await expect(
      world.find(PreviewReferral).run(parties.sender.actor, draft.id),
    ).rejects.toMatchObject({ step: 'unit' })
  })

  it('is not sent on a consent withdrawn a moment ago', async () => {
    const { actor } = parties.sender
    const draft = await world.build.aDraft(parties)
    await world.find(WithdrawConsent).run(actor, draft.caseId, draft.consentId)
    await expect(world.find(SendReferral).run(actor, draft.id, draft.version)).rejects.toThrow(
      ReferralConsentMissing,
    )
  })

  it('is written at by one at a time', async () => {
    const draft = await world.build.aDraft(parties)
    await expect(
      world.find(DescribeNeed).run(parties.sender.actor, draft.id, 1, counselling),
    ).rejects.toThrow(Stale)
    await expect(world.find(SendReferral).run(parties.sender.actor, draft.id, 1)).rejects.toThrow(
      Stale,
    )
  })

  it('is nobody else’s to write', async () => {
    const draft = await world.build.aDraft(parties)
    for (const { actor } of [
      parties.receiver,
      parties.sendersColleague,
      parties.sendersSupervisor,
    ]) {
      await expect(world.find(DescribeNeed).run(actor, draft.id, 3, counselling)).rejects.toThrow(
        NotFound,
      )
      await expect(
        world.find(ChooseUnit).run(actor, draft.id, 3, parties.receiver.actor.unitId),
      ).rejects.toThrow(NotFound)
      await expect(world.find(ChooseSharing).run(actor, draft.id, 3, ['identity'])).rejects.toThrow(
        NotFound,
      )
    }
  })
})
