/// <reference lib="dom" />
import { expect, it } from '@jest/globals'
import { aCase } from '../../src/features/cases/testing/an-intake.js'
import { widths } from './page-checks.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

describeInBrowser('French on a telephone', () => {
  const play = useBrowser()

  it('has a space before its colons, and what is pressed begins where it is read', () =>
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
})
