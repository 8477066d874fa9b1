import { expect, it } from '@jest/globals'
import { ReferralWorld } from '../../src/features/referrals/testing/use-referrals.js'
import { barriersOn } from './page-checks.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 180_000

describeInBrowser('a referral that comes back', () => {
  const play = useBrowser()

  it(
    'is declined with a reason, and goes to the next unit as one story',
    () =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const cast = await world.parties()
        const other = await world.aUnit('womens-services')
        const neighbour = await world.aWorker(other)
        const { id, caseId } = await world.build.aSentReferral(cast)
        await world.build.aConsent(cast.sender, caseId, other.id)
        const findings: string[] = []

        const receiver = await stage.person('receiver')
        await signIn(receiver, cast.receiver)
        await receiver.visit(`/referrals/${id}`)
        await receiver.press('referrals.move.reject')
        await receiver.press('referrals.move.reject')
        // Without a reason nothing happens, and it says so.
        await receiver.reads('referral.reason-missing')
        findings.push(...(await barriersOn(receiver.page)))
        await receiver.choose('referrals.reason.label', 'code.rejection.no_capacity')
        await receiver.pick('referrals.suggest.label', { text: other.name })
        await receiver.press('referrals.move.reject')
        await receiver.reads('said.referrals.reject')

        const sender = await stage.person('sender')
        await signIn(sender, cast.sender)
        await sender.visit(`/referrals/${id}`)
        await sender.reads('code.rejection.no_capacity', { text: other.name })
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('came-back')
        await sender.press(['referrals.again.send-to', { unit: other.name }])
        await sender.isAt('referrals.check.title')
        await sender.press('referrals.check.send')
        await sender.reads('said.referrals.sent')
        // The earlier one stands beside it.
        const path = sender.path
        expect(await sender.firstLink(new RegExp(`/referrals/${id}$`))).toBe(`/referrals/${id}`)
        await sender.look('second')

        const next = await stage.person('next')
        await signIn(next, neighbour)
        await next.visit(path)
        await next.press('referrals.move.accept')
        await next.reads('said.referrals.accept')
        // Who comes after is not told who declined before.
        expect(await next.text()).not.toContain(cast.receiver.unit.name)
        expect(findings).toEqual([])
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})

describeInBrowser('a referral that nobody answers', () => {
  const play = useBrowser()

  it(
    'is told to the supervisor and the coordinator over a holiday, and comes back to its sender',
    () =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const { app } = stage
        // The last working day before Tết 2027.
        app.clock.standAt(new Date('2027-02-04T15:00:00+07:00'))
        const cast = await world.parties()
        const office = await world.aUnit('hotline', { services: [] })
        const coordinator = await world.aWorker(office, ['coordinator'])
        const other = await world.aUnit('womens-services')
        const { id, caseId } = await world.build.aSentReferral(cast, {
          need: { urgency: 'normal' },
        })
        await world.build.aConsent(cast.sender, caseId, other.id)
        const findings: string[] = []

        // Three working days, but a whole holiday in between: a week later nothing is late yet.
        await app.ringTimers(new Date('2027-02-10T15:00:00+07:00'))
        const { rows } = await app.owner.query<{ status: string; late: boolean }>(
          `SELECT status, answer_due_at < '2027-02-10T15:00:00+07:00' AS late FROM referral
            WHERE id = $1`,
          [id],
        )
        expect(rows).toEqual([{ status: 'requested', late: false }])

        await app.ringTimers(new Date('2027-03-10T15:00:00+07:00'))

        const chief = await stage.person('supervisor')
        await signIn(chief, cast.supervisor)
        await chief.visit('/notifications')
        await chief.reads('notifications.kind.referral.escalated')

        const over = await stage.person('coordinator')
        await signIn(over, coordinator)
        await over.visit('/notifications')
        await over.reads('notifications.kind.referral.escalated')
        await over.look('coordinator')

        const sender = await stage.person('sender')
        await signIn(sender, cast.sender)
        await sender.visit(`/referrals/${id}`)
        await sender.reads('code.status.expired')
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('expired')
        await sender.press(['referrals.again.send-to', { unit: other.name }])
        // Consent has run out meanwhile: the person is asked anew before anything is shared again.
        await sender.isAt('referrals.sharing.title')
        await sender.reads('referrals.sharing.consent.title')
        expect(findings).toEqual([])
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})
