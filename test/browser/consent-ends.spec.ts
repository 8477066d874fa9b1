import { expect, it } from '@jest/globals'
import { ReferralWorld } from '../../src/features/referrals/testing/use-referrals.js'
import { girlsName } from '../../src/features/referrals/testing/referral.builder.js'
import { aCast } from './cast.js'
import { barriersOn } from './page-checks.js'
import { isTold, signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 180_000

/** What was shared, and by what the girl would be known. */
const shared = [girlsName, '0905 000 111', '12 Nguyễn Du', 'tiệm may', 'Bị đe doạ phát tán ảnh.']
/** Only for the unit that keeps the case. */
const note = 'Em sợ người nhà biết.'

describeInBrowser('consent withdrawn while the other side reads', () => {
  const play = useBrowser()

  it(
    'shuts what is open at the next request, says what to stop, and brings back that it was understood',
    () =>
      play(async (stage) => {
        const world = new ReferralWorld(stage.app)
        const cast = await aCast(stage.app.given, 'Hoa Cúc')
        const women = cast.receiver.unit
        const { id, caseId } = await world.build.aSentReferral(cast, {
          need: { service: 'MHPSS_FOCUSED' },
        })
        const findings: string[] = []

        // She has accepted, and reads: here what was sent, in another window the case's sections.
        const receiver = await stage.person('receiver')
        await signIn(receiver, cast.receiver)
        await receiver.visit(`/referrals/${id}`)
        await receiver.press('referrals.move.accept')
        await receiver.reads('said.referrals.accept')
        await receiver.reads(...shared.map((text) => ({ text })))
        const window = await receiver.page.context().newPage()
        await window.goto(`${stage.address}/cases/${caseId}/sections`)
        expect(await window.content()).toContain(girlsName)
        const api = await stage.app.apiOf(cast.receiver)
        const section = `/cases/${caseId}/sections/identity`
        expect((await api.get(section)).text).toContain(girlsName)

        // The sender is shown first what ends with it.
        const sender = await stage.person('sender')
        await signIn(sender, cast.sender)
        await sender.visit(`/referrals/${id}`)
        const number = /CG-[\w-]+/.exec(await sender.text())?.[0] ?? ''
        await sender.visit(`/cases/${caseId}`)
        const caseNumber = /BA-\d{4}-\d{6}/.exec(await sender.text())?.[0] ?? ''
        await sender.press('cases.tab.consents')
        await sender.isAt('consents.title')
        const ofUnit = sender.words(['consents.withdraw-of', { unit: women.name }])
        await sender.press({ text: `${sender.words('consents.withdraw')} ${ofUnit}` })
        await sender.isAt('consents.withdraw.title')
        await sender.reads(
          ['consents.withdraw.effect', { unit: women.name }],
          'code.section.identity',
          'code.section.contact',
          'code.section.incident',
          { text: number },
          ['consents.effect.under-way', { name: cast.receiver.displayName }],
        )
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('effects')
        await sender.choose('consents.withdraw.reason', 'code.withdrawal.danger')
        await sender.write('consents.withdraw.note', note)
        await sender.press('consents.withdraw.confirm')
        await sender.reads('said.consents.withdrawn', 'consents.notice.waiting')
        await sender.look('withdrawn')

        // Whatever she asks for next, of the girl there is nothing any more.
        expect((await api.get(section)).status).toBe(404)
        expect((await window.reload())?.status()).toBe(404)
        await receiver.page.reload()
        for (const page of [receiver.page, window]) {
          const html = await page.content()
          for (const words of [...shared, note]) expect(html).not.toContain(words)
        }
        expect((await api.get(`/referrals/${id}`)).text).not.toContain(girlsName)

        // What happened, and what she has to stop, stands there in plain words.
        await receiver.isAt(['referrals.one.title', { number }])
        await receiver.reads(
          'referrals.stop.title',
          'code.stop.withdrawn',
          'referrals.stop.1',
          'referrals.stop.2',
          'referrals.stop.3',
          'referrals.stop.4',
        )
        findings.push(...(await barriersOn(receiver.page)))
        await receiver.look('stop')
        await isTold(receiver, 1, 'notifications.kind.consent.withdrawn')
        await receiver.press(['notifications.open', { number }])
        await receiver.isAt(['referrals.one.title', { number }])
        await receiver.press('referrals.stop.understood')
        await receiver.reads('said.referrals.stop-understood')
        expect(await receiver.text()).not.toContain(receiver.words('referrals.stop.new'))
        await receiver.look('understood')

        // The sender hears who understood it, here and beside the consent.
        await isTold(sender, 2, ['notifications.kind.referral.stop-understood', { to: women.name }])
        const understood = `${cast.receiver.displayName} xác nhận đã hiểu`
        await sender.visit(`/referrals/${id}`)
        await sender.reads('referrals.stop.told.title', { text: understood })
        findings.push(...(await barriersOn(sender.page)))
        await sender.visit(`/cases/${caseId}/consents`)
        await sender.reads('consents.withdrawn', { text: understood }, { text: note })
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('confirmed')

        // Who read what, and who ended it, remains for the auditor.
        const auditor = await stage.person('auditor')
        await signIn(auditor, cast.auditor)
        await auditor.visit('/audit')
        await auditor.write('oversight.filter.case', caseNumber)
        await auditor.press('common.filter.apply')
        await auditor.reads({ text: caseNumber })
        await auditor.look('trail')
        const trail = await auditor.text()
        for (const deed of [
          'oversight.deed.referral.accept',
          'oversight.deed.section.read',
          'oversight.deed.consent.withdraw',
          'oversight.deed.referral.heed',
        ] as const)
          expect(trail).toContain(auditor.words(deed))
        for (const { displayName } of [cast.sender, cast.receiver])
          expect(trail).toContain(displayName)
        for (const words of [...shared, note]) expect(trail).not.toContain(words)
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})
