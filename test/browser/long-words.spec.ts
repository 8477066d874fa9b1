/// <reference lib="dom" />
import { expect, it } from '@jest/globals'
import { overflowOf, widths } from './page-checks.js'
import { describeInBrowser, useBrowser } from './use-browser.js'

const patience = 120_000

describeInBrowser('what is asked beside what is answered, on a phone', () => {
  const play = useBrowser()

  it(
    'keeps its longest French word whole, and a word without end within the page',
    () =>
      play(async (stage) => {
        const person = await stage.person('phone')
        const { page } = person
        await page.setViewportSize({ width: widths[0], height: 844 })
        await person.visit('/sign-in')
        const linesOf = (word: string): Promise<number> =>
          page.evaluate((text) => {
            const row = document.createElement('div')
            row.className = 'ba-main'
            row.innerHTML = `<dl class="govuk-summary-list"><div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key"></dt><dd class="govuk-summary-list__value">–</dd>
              </div></dl>`
            document.querySelector('main')?.append(row)
            const key = row.querySelector('dt')
            key?.append(text)
            const range = document.createRange()
            range.selectNodeContents(key ?? row)
            return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
          }, word)
        expect(await linesOf('reconnaissance')).toBe(1)
        expect(await linesOf('m'.repeat(80))).toBeGreaterThan(1)
        expect(await overflowOf(page)).toEqual([])
      }),
    patience,
  )
})
