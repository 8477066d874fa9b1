/// <reference lib="dom" />
import { expect, it } from '@jest/globals'
import { aCase } from '../../src/features/cases/testing/an-intake.js'
import { testPassword, type TestWorker } from '../support/world.js'
import type { Person } from './person.js'
import { girl, signIn } from './story.js'
import { describeInBrowser, useBrowser, type Seat, type Stage } from './use-browser.js'

const patience = 60_000

describeInBrowser('somebody looks over the shoulder', () => {
  const play = useBrowser()

  /** Somebody reads a case on which the name is shown. */
  const reading = async (
    stage: Stage,
    seat: Seat = {},
  ): Promise<{ reader: Person; worker: TestWorker; path: string }> => {
    const { app, given } = stage.app
    const worker = await given.aWorker(await given.aUnit('child-protection'))
    const find = <Found>(type: new (...args: never[]) => Found): Found =>
      app.get(type, { strict: false })
    const { id } = await aCase({ find }, worker.actor, { person: { name: girl.name } })
    const reader = await stage.person('reader', seat)
    await signIn(reader, worker)
    await reader.visit(`/cases/${id}/sections`)
    await reader.reads({ text: girl.name })
    return { reader, worker, path: `/cases/${id}/sections` }
  }

  const goesBackToNothing = async (reader: Person): Promise<void> => {
    await reader.page.goBack()
    await reader.isAt('accounts.lock.title')
    expect(await reader.page.content()).not.toContain(girl.name)
  }

  it(
    'the page is blank before the service has answered, and going back does not bring it back',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage)
        const { page } = reader
        let answer = (): void => undefined
        const answered = new Promise<void>((resolve) => (answer = resolve))
        await page.route('**/hide', async (route) => {
          await answered
          await route.continue()
        })
        await hide(reader)
        await page.waitForFunction(() => document.body.innerText.trim() === '')
        expect(await page.title()).toBe('')
        answer()
        await page.waitForURL('**/blank')
        expect(await page.content()).not.toContain(reader.words('app.name'))
        await goesBackToNothing(reader)
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )

  it(
    'three times Escape hides as well',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage)
        for (const key of ['Escape', 'Escape', 'Escape']) await reader.page.keyboard.press(key)
        await reader.page.waitForURL('**/blank')
        await goesBackToNothing(reader)
      }),
    patience,
  )

  it(
    'it hides without JavaScript',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage, { javaScript: false })
        await hide(reader)
        await reader.page.waitForURL('**/blank')
        await goesBackToNothing(reader)
      }),
    patience,
  )

  it(
    'whoever knows the password goes on where they were',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage)
        await hide(reader)
        await reader.page.waitForURL('**/blank')
        await reader.press('hidden.continue')
        await reader.isAt('accounts.lock.title')
        await reader.write('accounts.sign-in.password', testPassword)
        await reader.press('accounts.lock.action')
        await reader.isAt('today.title')
      }),
    patience,
  )

  it(
    'a form sent while the session is locked is kept until it is open again',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage)
        await reader.visit('/cases/new')
        await reader.write('cases.field.name', girl.name)
        const otherTab = await reader.page.context().newPage()
        await otherTab.goto(`${stage.address}/lock`)

        await reader.press('cases.intake.submit')
        await reader.isAt('accounts.lock.title')
        await reader.reads('accounts.lock.held')
        expect(await reader.page.content()).not.toContain(girl.name)

        await reader.write('accounts.sign-in.password', testPassword)
        await reader.press('accounts.lock.action')
        await reader.isAt('cases.intake.title')
        await reader.reads('cases.intake.risk.missing')
        const name = reader.page.getByLabel(reader.words('cases.field.name'), { exact: true })
        expect(await name.inputValue()).toBe(girl.name)
      }),
    patience,
  )

  it(
    'the page stays the same in another language',
    () =>
      play(async (stage) => {
        const { reader } = await reading(stage)
        await reader.visit('/referrals?direction=out&status=requested')
        await reader.page.getByRole('link', { name: 'FR' }).click()
        await reader.page.getByRole('heading', { level: 1 }).waitFor()
        expect(reader.path).toBe('/referrals?direction=out&status=requested')
        expect(await reader.page.locator('html').getAttribute('lang')).toBe('fr')
      }),
    patience,
  )
})

const hide = (reader: Person): Promise<void> =>
  reader.page.getByRole('button', { name: reader.words('app.hide-page') }).click()
