import { expect, it } from '@jest/globals'
import type { TestWorker } from '../support/world.js'
import { testPassword } from '../support/world.js'
import { barriersOn } from './page-checks.js'
import type { Person } from './person.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser, type Stage } from './use-browser.js'

const patience = 180_000
const story = 'Em khóc và nói nhỏ, có người ở ngoài cửa'
const short = '/cases/new?path=short'

describeInBrowser('what somebody is writing', () => {
  const play = useBrowser()

  const aWorker = async ({ app }: Stage): Promise<TestWorker> =>
    app.given.aWorker(await app.given.aUnit('hotline'))
  const beginToWrite = async (person: Person): Promise<void> => {
    await person.visit(short)
    await person.choose('cases.intake.immediate-danger', 'common.no')
    await person.write('cases.intake.short.narrative', story)
  }
  const isKept = (person: Person): Promise<void> =>
    person.page.getByText('Đã giữ điều bạn viết').waitFor()
  const unlock = async (person: Person): Promise<void> => {
    await person.write('accounts.sign-in.password', testPassword)
    await person.press('accounts.lock.action')
  }
  /** Opens the page and takes up what was written there. */
  const goOn = async (person: Person): Promise<void> => {
    if (person.path !== short) await person.visit(short)
    await person.press('drafts.go-on')
    const field = person.page.getByLabel(person.words('cases.intake.short.narrative'))
    expect(await field.inputValue()).toBe(story)
    const danger = person.group('cases.intake.immediate-danger')
    expect(await danger.getByRole('radio', { name: 'Không' }).isChecked()).toBe(true)
  }

  it(
    'is there again after a session that was ended, and for nobody else on the same device',
    () =>
      play(async (stage) => {
        const [lan, minh] = [await aWorker(stage), await aWorker(stage)]
        const desk = await stage.person('desk')
        await signIn(desk, lan)
        await beginToWrite(desk)
        await isKept(desk)
        expect(await barriersOn(desk.page)).toEqual([])
        await stage.app.owner.query('DELETE FROM session')

        await signIn(desk, minh)
        await desk.visit(short)
        expect(await desk.text()).not.toContain(desk.words('drafts.go-on'))
        expect(await desk.page.content()).not.toContain(story)
        await desk.visit('/drafts')
        await desk.reads('drafts.empty.title')
        // Nothing of it lies on the device.
        expect(await stored(desk)).not.toContain(story)

        await desk.page.context().clearCookies()
        await signIn(desk, lan)
        await goOn(desk)
        expect(await barriersOn(desk.page)).toEqual([])
        await desk.visit('/drafts')
        expect(await barriersOn(desk.page)).toEqual([])
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )

  it(
    'is there again after the page was hidden at once, in the middle of a word',
    () =>
      play(async (stage) => {
        const lan = await aWorker(stage)
        const desk = await stage.person('desk')
        await signIn(desk, lan)
        await beginToWrite(desk)
        for (let press = 0; press < 3; press += 1) await desk.page.keyboard.press('Escape')
        await desk.page.waitForURL('**/blank')
        await rowsOf(stage, lan, 1)

        await desk.visit('/lock')
        await unlock(desk)
        await desk.page.waitForURL((url) => url.pathname !== '/lock')
        await goOn(desk)
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )

  it(
    'goes out by itself, once, when the line is back',
    () =>
      play(async (stage) => {
        const lan = await aWorker(stage)
        const desk = await stage.person('desk')
        await signIn(desk, lan)
        await beginToWrite(desk)
        await desk.choose('cases.field.incident-type', 'code.family.csea')
        await desk.pick('cases.intake.type', 'code.incident.csea.grooming')
        await desk.choose('cases.intake.ongoing', 'common.no')
        await desk.page.context().setOffline(true)
        await desk.press('cases.intake.submit')
        await desk.reads('drafts.waiting')
        expect(await barriersOn(desk.page)).toEqual([])
        const narrative = desk.page.getByLabel(desk.words('cases.intake.short.narrative'))
        expect(await narrative.inputValue()).toBe(story)
        expect(await stored(desk)).not.toContain(story)

        await desk.page.context().setOffline(false)
        await desk.reads('said.cases.opened')
        const { rows } = await stage.app.owner.query(
          'SELECT FROM cases WHERE lead_worker_id = $1',
          [lan.id],
        )
        expect(rows).toHaveLength(1)
        await rowsOf(stage, lan, 0)
      }),
    patience,
  )

  it(
    'is not sent behind the back of who writes on meanwhile',
    () =>
      play(async (stage) => {
        const desk = await stage.person('desk')
        await signIn(desk, await aWorker(stage))
        await beginToWrite(desk)
        await desk.page.context().setOffline(true)
        await desk.press('cases.intake.submit')
        await desk.reads('drafts.waiting')
        await desk.write('cases.intake.commune', 'Phường Hải Châu')
        await desk.reads('drafts.not-sent')
        await desk.page.context().setOffline(false)
        await isKept(desk)
        expect(desk.path).toBe(short)
      }),
    patience,
  )

  it(
    'is there again without JavaScript',
    () =>
      play(async (stage) => {
        const lan = await aWorker(stage)
        const desk = await stage.person('desk', { javaScript: false })
        await signIn(desk, lan)
        await beginToWrite(desk)
        await desk.press('drafts.keep')
        await desk.reads('said.drafts.kept')
        await stage.app.owner.query('DELETE FROM session')

        await desk.page.context().clearCookies()
        await signIn(desk, lan)
        await desk.visit('/drafts')
        await desk.page.getByRole('button', { name: /Viết tiếp/ }).click()
        const field = desk.page.getByLabel(desk.words('cases.intake.short.narrative'))
        expect(await field.inputValue()).toBe(story)
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})

describeInBrowser('a call of two minutes', () => {
  const play = useBrowser()

  it(
    'is taken down by keyboard alone, in few presses',
    () =>
      play(async (stage) => {
        const lan = await stage.app.given.aWorker(await stage.app.given.aUnit('hotline'))
        const desk = await stage.person('desk', { hands: 'keyboard' })
        await signIn(desk, lan)
        await desk.visit(short)
        await desk.choose('cases.intake.immediate-danger', 'common.no')
        await desk.choose('cases.field.incident-type', 'code.family.csea')
        await desk.pick('cases.intake.type', 'code.incident.csea.grooming')
        await desk.choose('cases.intake.ongoing', 'common.yes')
        await desk.tick('cases.intake.channels', 'cases.channel.none')
        await desk.press('cases.intake.submit')
        await desk.reads('said.cases.opened')
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})

/** All that the page's origin keeps on the device. */
const stored = (person: Person): Promise<string> =>
  person.page.evaluate(
    'JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])',
  )

// What was on its way when the page went arrives soon, and is not awaited by anybody.
const rowsOf = async ({ app }: Stage, { id }: TestWorker, count: number): Promise<void> => {
  const deadline = performance.now() + 10_000
  for (;;) {
    const { rows } = await app.owner.query('SELECT FROM form_draft WHERE worker_id = $1', [id])
    if (rows.length === count) return
    if (performance.now() > deadline) expect(rows).toHaveLength(count)
  }
}
