import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 A and AA, with everything they took over from before. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Only what is wrong comes back: all that is right would be ten times as much.
const asked = `axe
  .run({ resultTypes: ['violations'], runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })
  .then(({ violations }) => violations)`

/** What axe objects to on the page, each with the elements it means. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate<boolean>(`typeof axe !== 'undefined'`))) await page.evaluate(source)
  const violations = await page.evaluate<Result[]>(asked)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}
