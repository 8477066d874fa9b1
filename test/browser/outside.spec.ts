import { expect, it } from '@jest/globals'
import { ExchangeWorld } from '../../src/features/exchange/testing/use-exchange.js'
import { barriersOn, widths } from './page-checks.js'
import { signIn } from './story.js'
import { testPassword } from '../support/world.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 180_000

describeInBrowser('a unit without Bến An', () => {
  const play = useBrowser()

  it(
    'is given a link and, by another way, a code; it answers on a telephone',
    () =>
      play(async (stage) => {
        const world = await ExchangeWorld.in(stage.app)
        const referral = await world.aReferral()
        const findings: string[] = []

        const sender = await stage.person('sender')
        await signIn(sender, world.sender, testPassword)
        await sender.visit(`/referrals/${referral.id}`)
        findings.push(...(await barriersOn(sender.page)))
        await sender.press('exchange.panel.link')
        await sender.isAt('exchange.link.title')
        findings.push(...(await barriersOn(sender.page)))
        await sender.press('exchange.link.make.action')
        await sender.isAt('exchange.made.title')
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('made')
        const text = await sender.text()
        const path = /\/x\/[\w-]{43}/.exec(text)?.[0] ?? ''
        const code = /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? ''

        // On paper the code is not there, and with the form the link still is.
        await sender.page.emulateMedia({ media: 'print' })
        expect(await sender.page.getByText(code).isVisible()).toBe(false)
        await sender.page.emulateMedia({ media: 'screen' })
        await sender.press('exchange.made.paper')
        await sender.isAt(['exchange.form.title', { number: referral.number }])
        await sender.reads('exchange.form.qr.link')
        findings.push(...(await barriersOn(sender.page)))
        await sender.look('form')
        expect(await sender.text()).not.toContain(code)

        const nurse = await stage.person('nurse')
        await nurse.page.setViewportSize({ width: widths[0], height: 700 })
        await nurse.visit(path)
        await nurse.isAt('exchange.external.code.title')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.look('code')
        await nurse.write('exchange.external.code.label', '00000000')
        await nurse.press('exchange.external.code.action')
        await nurse.reads('exchange.external.code.wrong')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.write('exchange.external.code.label', code)
        await nurse.press('exchange.external.code.action')
        await nurse.isAt('exchange.external.asked')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.look('asked')

        await nurse.press('exchange.external.move.accept')
        await nurse.press('exchange.external.move.accept')
        await nurse.reads('exchange.external.name.missing')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.look('errors')
        await nurse.write('exchange.external.name', 'Y Sĩ Bông')
        await nurse.write('exchange.external.position', 'Y sĩ')
        await nurse.press('exchange.external.move.accept')
        await nurse.isAt('exchange.external.accepted')
        findings.push(...(await barriersOn(nurse.page)))

        await nurse.press('exchange.external.move.complete')
        await nurse.choose('referrals.complete.outcome', 'code.outcome.given_in_full')
        await nurse.write('referrals.complete.text', 'Đã khám.')
        await nurse.write('exchange.external.name', 'Y Sĩ Bông')
        await nurse.write('exchange.external.position', 'Y sĩ')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.press('exchange.external.move.complete')
        await nurse.isAt('exchange.external.done.title')
        findings.push(...(await barriersOn(nurse.page)))
        await nurse.press('app.hide-page')
        await nurse.visit(path)
        await nurse.isAt('exchange.external.closed.title')
        findings.push(...(await barriersOn(nurse.page)))

        await sender.visit(`/referrals/${referral.id}`)
        await sender.reads({ text: 'Đã khám.' }, { text: 'Y Sĩ Bông, Y sĩ' })
        await sender.look('answered')
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})

describeInBrowser('the person’s copy', () => {
  const play = useBrowser()

  it(
    'is reached from the referral, read in another language, and fits on half a page',
    () =>
      play(async (stage) => {
        const world = await ExchangeWorld.in(stage.app)
        const referral = await world.aReferral()
        const findings: string[] = []

        const sender = await stage.person('sender')
        await signIn(sender, world.sender, testPassword)
        await sender.visit(`/referrals/${referral.id}`)
        await sender.press('exchange.panel.copy')
        await sender.isAt('exchange.copy.title')
        await sender.reads('exchange.copy.sheet.title')
        findings.push(...(await barriersOn(sender.page)))
        await sender.pick('exchange.copy.language', 'code.language.fr')
        await sender.press('exchange.copy.language.show')
        await sender.reads({ text: 'Aide-mémoire' })
        findings.push(...(await barriersOn(sender.page)))

        await sender.page.emulateMedia({ media: 'print' })
        for (const words of ['exchange.copy.title', 'exchange.copy.ask-first'] as const)
          expect(await sender.page.getByText(sender.words(words)).isVisible()).toBe(false)
        await sender.look('printed')
        for (const format of ['A4', 'A5']) {
          const paper = await sender.page.pdf({ format, preferCSSPageSize: true })
          const pages = paper.toString('latin1').match(/\/Type \/Page\b/g)?.length
          expect({ format, pages }).toEqual({ format, pages: 1 })
        }
        expect({ findings, complaints: stage.complaints }).toEqual({ findings: [], complaints: [] })
      }),
    patience,
  )
})
