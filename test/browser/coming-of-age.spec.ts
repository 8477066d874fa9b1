import { expect, it } from '@jest/globals'
import { PlanningWorld } from '../../src/features/planning/testing/use-planning.js'
import { sections } from '../../src/platform/access/sections.js'
import { anIntake } from '../../src/features/cases/testing/an-intake.js'
import type { TestUnit, TestWorker } from '../support/world.js'
import { aCast } from './cast.js'
import { widths } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { Tour } from './tour.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 600_000

const morningOf = (day: string): Date => new Date(`${day}T09:00:00+07:00`)
/** Ninety-nine days before she is an adult; then a day within the ninety; then the day itself. */
const [early, soon, theDay] = [
  morningOf('2027-01-11'),
  morningOf('2027-01-21'),
  morningOf('2027-04-20'),
]
const birthDate = '2009-04-20'
const need = 'Cần chỗ học nghề và người đồng hành là nữ.'
const wish = 'Em muốn tự quyết định và muốn học nghề may.'

describeInBrowser('a girl of seventeen who becomes an adult', () => {
  const play = useBrowser()

  const comeBack = async (person: Person, worker: TestWorker): Promise<void> => {
    await person.page.context().clearCookies()
    await signIn(person, worker)
  }

  /** She herself says what this unit may see; nobody is asked beside her. */
  const herOwnYes = async (
    worker: Person,
    unit: TestUnit,
    shown: 'some' | 'whole',
    tour: Tour,
  ): Promise<void> => {
    await worker.isAt('consents.new')
    await worker.reads({ text: unit.name })
    // Her mother is not even offered an answer any more.
    expect(await worker.page.locator('[name="representativeAnswer"]').count()).toBe(0)
    await worker.agreeTo('consents.explained')
    const some = shown === 'whole' ? sections : (['identity', 'contact', 'incident'] as const)
    await worker.tick(
      'consents.form.sections',
      ...some.map((section) => `code.section.${section}` as const),
    )
    await worker.tick('consents.form.purposes', 'code.purpose.services', 'code.purpose.sharing')
    await worker.choose('consents.form.mode', 'code.consent-mode.written')
    await worker.date('consents.form.until', [2027, 10, 20])
    await worker.press('consents.form.submit')
    await worker.reads('code.consent-problem.self_missing')
    const until = worker.group('consents.form.until').getByLabel(worker.words('common.date.year'))
    expect(await until.inputValue()).toBe('2027')
    await tour.stop(`consent-${shown}`)
    await worker.choose('consents.form.self', 'code.consent-answer.agrees')
    await worker.write('consents.form.own-words', wish)
    await worker.page
      .getByRole('button', { name: worker.words('consents.form.submit'), exact: true })
      .dblclick()
    await worker.page.waitForURL((url) => !url.pathname.endsWith('/consents/new'))
  }

  it.each([
    ['with JavaScript', true],
    ['without JavaScript, on a telephone', false],
  ] as const)(
    'is told of in time, answers for herself, and goes to services for adults if she wants, %s',
    (_, javaScript) =>
      play(async (stage) => {
        const { app } = stage
        app.clock.standAt(early)
        const world = new PlanningWorld(app)
        const cast = await aCast(app.given, javaScript ? 'Hoa Lan' : 'Hoa Lựu')
        const { sender } = cast
        const helpers = await app.given.aUnit('health', { name: 'Phòng khám Hoa Lan' })
        const { person } = anIntake()
        const caseId = await world.build.aCase(sender, {
          person: { ...person, birthDate, statedAge: null },
        })
        const path = `/cases/${caseId}`

        // Far from it nobody speaks of it yet.
        const worker = await stage.person('coming-of-age', { javaScript })
        const tour = new Tour(worker, javaScript)
        if (!javaScript) await worker.page.setViewportSize({ width: widths[0], height: 800 })
        await signIn(worker, sender)
        const task = worker.words('adulthood.task')
        expect(await worker.text()).not.toContain(task)
        await worker.visit(path)
        expect(await worker.text()).not.toContain(task)

        // Ninety days before: on the first page of the day, on the case, and in the bell.
        await app.ringTimers(soon)
        await comeBack(worker, sender)
        await worker.reads('adulthood.task')
        await tour.stop('today')
        await worker.visit('/notifications')
        await worker.reads('notifications.kind.case.adult-soon')
        await worker.visit(path)
        await worker.press('adulthood.task')
        await worker.isAt('adulthood.title')
        await worker.reads(
          ['adulthood.on', { date: '20 tháng 4, 2027' }],
          'adulthood.consents.none',
        )
        await tour.stop('adult-soon')

        // Her mother still answers beside her.
        await app.ringTimers(morningOf('2027-04-01'))
        await world.build.aConsent(sender, caseId, helpers.id)
        await comeBack(worker, sender)
        await worker.visit(`${path}/consents/new?unit=${helpers.id}`)
        expect(await worker.page.locator('[name="representativeAnswer"]').count()).not.toBe(0)

        // On the day her own word counts alone.
        await app.ringTimers(theDay)
        await comeBack(worker, sender)
        await worker.visit('/notifications')
        await worker.reads('notifications.kind.case.adult')
        await worker.visit(`${path}/adult`)
        await worker.reads(['adulthood.since', { date: '20 tháng 4, 2027' }], {
          text: helpers.name,
        })
        await tour.stop('adult')
        await worker.press('adulthood.consents.ask')
        await herOwnYes(worker, helpers, 'some', tour)

        await worker.visit(`${path}/adult`)
        await worker.press('adulthood.consents.end')
        await worker.isAt('consents.withdraw.title')
        await tour.stop('end')
        await worker.choose('consents.withdraw.reason', 'code.withdrawal.no_longer_needed')
        await worker.press('consents.withdraw.confirm')
        await worker.reads('said.consents.withdrawn', 'consents.withdrawn', { text: wish })
        await tour.stop('consents')

        // What becomes of the case is decided with her.
        await worker.visit(`${path}/adult`)
        await worker.reads('adulthood.consents.none')
        await worker.write('adulthood.note', wish)
        await worker.press('common.save')
        await worker.reads('adulthood.decision.missing', 'adulthood.wants.missing')
        expect(await worker.page.getByLabel(worker.words('adulthood.note')).inputValue()).toBe(wish)
        await tour.stop('decide')
        await worker.choose('adulthood.decision', 'adulthood.decision.transfer')
        await worker.choose('adulthood.wants', 'adulthood.wants.agrees')
        await worker.press('common.save')

        await worker.isAt('transfers.offer.title')
        const women = cast.receiver.unit
        const sector = worker.words('code.sector.womens-services').toLowerCase()
        await worker.pick('transfers.offer.unit', { text: `${women.name} (${sector})` })
        await worker.choose('transfers.offer.urgency', 'code.urgency.normal')
        await worker.write('transfers.offer.need', need)
        await tour.stop('offer')
        await worker.press('common.continue')
        await worker.isAt('transfers.check.title')
        await worker.reads('transfers.check.not-agreed.title')
        await tour.stop('not-agreed')

        // In another window she says that all of it may go there.
        const window = await stage.person('window', { javaScript })
        await signIn(window, sender)
        await window.visit(await worker.firstLink(/\/consents\/new\?.*whole=yes/))
        await herOwnYes(window, women, 'whole', new Tour(window, javaScript))
        await worker.press('transfers.check.again')
        await worker.reads('transfers.check.effect.sees-nothing', { text: need })
        await tour.stop('check')
        await worker.press('transfers.check.submit')
        await worker.reads('said.transfers.offered')
        await tour.stop('offered')
        const offer = worker.path
        if (javaScript) await tour.abroad()

        const desk = await stage.person('desk', { javaScript })
        await signIn(desk, cast.receiver)
        await desk.visit(offer)
        await desk.reads('code.age-band.18-24', { text: need })
        expect(await desk.text()).not.toContain(person.name ?? '')
        await desk.press('transfers.move.accept')
        await desk.reads('said.transfers.accept')
        await desk.press('transfers.one.open-case')
        await desk.reads('cases.refer')

        expect({ findings: tour.findings, complaints: stage.complaints }).toEqual({
          findings: [],
          complaints: [],
        })
        // What she told the old unit has gone with her.
        expect((await worker.answerTo(path)).status).toBe(404)
      }),
    patience,
  )
})
