import { expect, it } from '@jest/globals'
import { aCase } from '../../src/features/cases/testing/an-intake.js'
import { signIn } from './story.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

describeInBrowser('a case that is exported', () => {
  const play = useBrowser()

  it('is complained of no more once the file is there', () =>
    play(async (stage) => {
      const { app, complaints } = stage
      const lead = await app.given.aWorker(await app.given.aUnit('child-protection'))
      const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
        app.app.get(type, { strict: false })
      const { id } = await aCase({ find }, lead.actor)
      const worker = await stage.person('lead')
      await signIn(worker, lead)
      await worker.visit(`/cases/${id}/export`)
      await worker.press('papers.export.make')
      const errors = worker.page.locator('[class*="error"]')
      await worker.page.getByRole('alert').waitFor()

      await worker.choose('papers.export.purpose', 'papers.export.purpose.person')
      const file = worker.page.waitForEvent('download')
      await worker.press('papers.export.make')
      await file

      expect(await errors.count()).toBe(0)
      expect(complaints).toEqual([])
    }))
})
