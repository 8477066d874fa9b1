/// <reference lib="dom" />
import { expect, it } from '@jest/globals'
import { aCase } from '../../src/features/cases/testing/an-intake.js'
import { widths } from './page-checks.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

describeInBrowser('a telephone', () => {
  const play = useBrowser()

  it('has the space of French before colons, and what is pressed begins where it is read', () =>
    play(async (stage) => {
      const { app } = stage
      const lead = await app.given.aWorker(await app.given.aUnit('child-protection'))
      const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
        app.app.get(type, { strict: false })
      const { id } = await aCase({ find }, lead.actor)
      const worker = await stage.person('lead')
      await worker.page.setViewportSize({ width: widths[0], height: 800 })
      await signIn(worker, lead)
      await worker.visit('/help?lang=fr')
      await worker.visit('/cases')
      const head = await worker.page
        .locator('[data-head]')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content)
      await worker.visit(`/cases/${id}`)
      const side = await worker.page
        .locator('.ba-link-button')
        .first()
        .evaluate((button) => getComputedStyle(button).textAlign)

      expect(head).toContain('\u00a0: ')
      expect(side).toBe('start')
    }))

  it('keeps apart what renames a filter and what takes it away', () =>
    play(async (stage) => {
      const { app } = stage
      const lead = await app.given.aWorker(await app.given.aUnit('child-protection'))
      const worker = await stage.person('lead')
      const { page } = worker
      await page.setViewportSize({ width: widths[0], height: 800 })
      await signIn(worker, lead)
      await worker.visit('/cases?risk=high')
      await page.locator('summary', { hasText: worker.words('cases.filters.keep') }).click()
      await worker.write('cases.filters.name', 'Gấp')
      await page.getByRole('button', { name: worker.words('cases.filters.keep') }).click()
      await worker.visit('/cases/filters')
      const boxOf = (name: 'cases.filters.rename' | 'cases.filters.remove') =>
        page.getByRole('button', { name: worker.words(name) }).boundingBox()
      const [rename, remove] = [
        await boxOf('cases.filters.rename'),
        await boxOf('cases.filters.remove'),
      ]

      expect((remove?.y ?? 0) - (rename?.y ?? 0) - (rename?.height ?? 0)).toBeGreaterThan(8)
    }))
})
