/// <reference lib="dom" />
import type { Page } from 'playwright-core'
import { violationsOn } from './axe.js'

/** A phone, and a screen on a desk. */
export const widths = [390, 1280] as const

/** What axe and a narrow screen find on the page at hand. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const findings: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const found = [...(await violationsOn(page)), ...(await overflowOf(page))]
    findings.push(...found.map((finding) => `${nameOf(page)} at ${width}: ${finding}`))
  }
  return findings
}

/** What a narrow screen finds on the page at hand, and another language than `lang`. */
export const strangenessOn = async (page: Page, lang: string): Promise<string[]> => {
  await page.setViewportSize({ width: Math.min(...widths), height: 900 })
  const said = await page.locator('html').getAttribute('lang')
  return [
    ...(said === lang ? [] : [`is in ${said ?? 'no language'}`]),
    ...(await overflowOf(page)),
  ].map((finding) => `${nameOf(page)} in ${lang}: ${finding}`)
}

const nameOf = (page: Page): string => new URL(page.url()).pathname

/** Where the page leads; other languages of the same page left out. */
export const linksOn = (page: Page): Promise<string[]> =>
  page
    .locator('a[href^="/"]:not([rel="nofollow"])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

/** What stands out of the page at its right edge; what can be drawn sideways in itself may. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= edge) return []
    const isWide = (element: Element): boolean => element.getBoundingClientRect().right > edge + 1
    const clips = (element: Element): boolean => getComputedStyle(element).overflowX !== 'visible'
    const isDrawn = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (clips(element) || isDrawn(element.parentElement))
    return [...document.querySelectorAll('body *')]
      .filter((element) => isWide(element) && !isDrawn(element))
      .map(({ localName, className }) => `${localName}.${className} is wider than the page`)
  })

/** Lists of which a part is seen only by drawing them sideways. */
export const drawnSideways = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('.ba-scroll')
    .evaluateAll((lists) =>
      lists
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((list) => list.getAttribute('aria-label')),
    )
