import { expect, it } from '@jest/globals'
import { aList } from '../../src/features/places/testing/a-list.js'
import { barriersOn } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 180_000
const short = '/cases/new?path=short'

describeInBrowser('the commune somebody names', () => {
  const play = useBrowser()

  const takesTheCall = async (person: Person): Promise<void> => {
    await person.visit(short)
    await person.choose('cases.intake.immediate-danger', 'common.no')
    await person.choose('cases.field.incident-type', 'code.family.csea')
    await person.inGroup('cases.field.incident-type', () =>
      person.pick('cases.intake.type', 'code.incident.csea.sextortion_sexual'),
    )
    await person.choose('cases.intake.ongoing', 'common.yes')
    await person.pick('cases.intake.province', { text: 'Đà Nẵng' })
    await person.write('cases.intake.commune', 'ben moo')
  }
  const offered = (person: Person): Promise<string[]> =>
    person.page
      .locator('#commune-communes option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))

  for (const javaScript of [true, false])
    it(
      `is offered and understood ${javaScript ? 'with' : 'without'} JavaScript`,
      () =>
        play(async (stage) => {
          const { given, owner } = stage.app
          await aList(owner)
          const worker = await given.aWorker(await given.aUnit('hotline'))
          const desk = await stage.person('desk', { javaScript })
          await signIn(desk, worker)
          await takesTheCall(desk)
          if (javaScript) {
            await desk.page
              .locator('#commune-communes option')
              .first()
              .waitFor({ state: 'attached' })
            expect(await offered(desk)).toContain('Phường Bến Mơ')
            await desk.pick('cases.intake.province', { text: 'Huế' })
            await expect(offered(desk)).resolves.toEqual([])
            await desk.pick('cases.intake.province', { text: 'Đà Nẵng' })
          }
          await desk.press('cases.intake.submit')

          // It comes back as it was typed, with what comes near.
          await desk.reads('places.unknown')
          expect(await desk.text()).toContain('Có thể là: Phường Bến Mơ.')
          const field = desk.page.getByLabel(desk.words('cases.intake.commune'))
          expect(await field.inputValue()).toBe('ben moo')
          expect(await offered(desk)).toContain('Phường Bến Mơ')
          // What looks for barriers needs JavaScript itself.
          if (javaScript) expect(await barriersOn(desk.page)).toEqual([])
          await desk.look('unclear')

          await desk.write('cases.intake.commune', 'ben cu')
          await desk.press('cases.intake.submit')
          await desk.reads('said.cases.opened')
          expect(await desk.text()).toContain('Phường Bến Mơ (Phường Bến Cũ cũ), Đà Nẵng')
          expect(stage.complaints).toEqual([])
        }),
      patience,
    )

  it(
    'comes from a list that administrators can look at',
    () =>
      play(async (stage) => {
        const { given, owner } = stage.app
        await aList(owner)
        const admin = await given.aWorker(await given.aUnit('hotline'), ['system-admin'])
        const desk = await stage.person('admin')
        await signIn(desk, admin)
        await desk.visit('/admin/places')
        await desk.isAt('places.admin.title')
        await desk.reads('places.admin.by-province')
        expect(await barriersOn(desk.page)).toEqual([])
        await desk.look('places')
      }),
    patience,
  )
})
