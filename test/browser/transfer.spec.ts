import { expect, it } from '@jest/globals'
import { girlsName } from '../../src/features/referrals/testing/referral.builder.js'
import { ReferralWorld, type Cast } from '../../src/features/referrals/testing/use-referrals.js'
import { sections } from '../../src/platform/access/sections.js'
import type { TestUnit } from '../support/world.js'
import { barriersOn } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser, type Stage } from './use-browser.js'

const patience = 180_000
const need = 'Chuyển nơi ở, cần người ở gần.'

describeInBrowser('a case that moves', () => {
  const play = useBrowser()

  const seat = async (stage: Stage, name: string, who: Cast['sender']): Promise<Person> => {
    const person = await stage.person(name)
    await signIn(person, who)
    return person
  }

  const writesOffer = async (
    sender: Person,
    caseId: string,
    { name, sector }: TestUnit,
  ): Promise<void> => {
    const as = sender.words(`code.sector.${sector}`).toLowerCase()
    await sender.visit(`/cases/${caseId}`)
    await sender.press('transfers.case.action')
    await sender.isAt('transfers.offer.title')
    await sender.pick('transfers.offer.unit', { text: `${name} (${as})` })
    await sender.choose('transfers.offer.why', 'code.transfer-reason.person_moves')
    await sender.choose('transfers.offer.urgency', 'code.urgency.urgent')
    await sender.write('transfers.offer.need', need)
    await sender.press('common.continue')
    await sender.isAt('transfers.check.title')
  }

  it(
    'is declined and stays, then goes to another unit, and leaves the old one nothing',
    () =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const cast = await world.parties()
        const other = await world.aUnit('anti-trafficking')
        const newLead = await world.aWorker(other)
        const referral = await world.build.anAcceptedReferral(cast)
        const { caseId } = referral
        const findings: string[] = []

        const sender = await seat(stage, 'sender', cast.sender)
        await writesOffer(sender, caseId, cast.receiver.unit)
        // The person has agreed to some sections, for a referral: not to all of it.
        await sender.reads('transfers.check.not-agreed.title', { text: need })
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('not-agreed')
        await agree(world, cast, caseId, cast.receiver.unit.id)
        await sender.press('transfers.check.again')
        await sender.reads('transfers.check.effect.sees-nothing', { text: need })
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('check')
        await sender.press('transfers.check.submit')
        await sender.reads('said.transfers.offered')
        const path = sender.path

        const desk = await seat(stage, 'desk', cast.receiver)
        await desk.visit(path)
        await desk.reads({ text: need })
        expect(await desk.text()).not.toContain(girlsName)
        await desk.look('offered')
        await desk.press('transfers.move.reject')
        await desk.press('transfers.move.reject')
        // Without a reason nothing happens, and it says so.
        await desk.reads('transfers.reason.missing')
        findings.push(...(await barriersOn(desk.page)))
        await desk.choose('referrals.reason.label', 'code.rejection.no_capacity')
        await desk.press('transfers.move.reject')
        await desk.reads('said.transfers.reject')

        await sender.visit(path)
        await sender.reads('code.rejection.no_capacity', 'code.transfer-status.rejected')
        await sender.look('declined')
        await sender.press('transfers.one.try-another')
        await writesOffer(sender, caseId, other)
        await agree(world, cast, caseId, other.id)
        await sender.press('transfers.check.again')
        await sender.press('transfers.check.submit')
        await sender.reads('said.transfers.offered')
        const second = sender.path
        // The case stays open before the old lead while the other unit accepts.
        await sender.visit(`/cases/${caseId}`)

        const next = await seat(stage, 'next', newLead)
        await next.reloadsUntil('link', ['app.unread', { count: 1 }])
        await next.visit(second)
        expect(await next.text()).not.toContain(girlsName)
        await next.press('transfers.move.accept')
        await next.reads('said.transfers.accept')
        findings.push(...(await barriersOn(next.page)))
        await next.look('accepted')
        await next.press('transfers.one.open-case')
        await next.reads('cases.refer')

        for (const gone of [
          `/cases/${caseId}`,
          `/cases/${caseId}/sections`,
          `/referrals/${referral.id}`,
        ])
          expect((await sender.answerTo(gone)).status).toBe(404)
        await sender.visit(second)
        expect(await sender.text()).not.toContain(need)
        await sender.look('receipt')

        // What the receiver of the referral tells now reaches the new lead.
        await desk.visit(`/referrals/${referral.id}`)
        await desk.press('referrals.move.start')
        await desk.reads('said.referrals.start')
        await next.visit(`/referrals/${referral.id}`)
        await next.reads('code.status.in_progress')

        await next.visit(second)
        await next.press('transfers.move.contact')
        await next.reads('said.transfers.contact')
        await sender.visit(second)
        await sender.reads('transfers.story.contacted')
        findings.push(...(await barriersOn(sender.page)))
        expect(findings).toEqual([])
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})

/** All of it may go there: what the sender records in another tab. */
const agree = (
  world: ReferralWorld,
  { sender }: Cast,
  caseId: string,
  unitId: string,
): Promise<string> => world.build.aConsent(sender, caseId, unitId, sections)
