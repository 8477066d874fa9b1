import { defaultLocale, locales } from '../../src/platform/i18n/index.js'
import { barriersOn, overflowOf, strangenessOn, widths } from './page-checks.js'
import type { Person } from './person.js'

/** The pages somebody comes past in a story: each examined as it comes, later in the other languages. */
export class Tour {
  readonly findings: string[] = []
  private readonly seen = new Map<string, string>()

  constructor(
    private readonly person: Person,
    /** Whoever looks for barriers is a script: where none runs only the drawing is looked at. */
    readonly javaScript: boolean,
  ) {}

  /** Examines the page at hand on a phone and on a wide screen; leaves it as wide as it was. */
  async stop(name: string): Promise<void> {
    const { page } = this.person
    const size = page.viewportSize()
    if (this.javaScript) this.findings.push(...(await barriersOn(page)))
    else
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        this.findings.push(...(await overflowOf(page)).map((one) => `${name} at ${width}: ${one}`))
      }
    if (size !== null) await page.setViewportSize(size)
    await this.person.look(name)
    await this.findCodes(name)
    this.seen.set(this.person.path, name)
  }

  /** Comes past the same pages in the other languages. What has gone meanwhile is left out by name. */
  async abroad(...gone: string[]): Promise<void> {
    const { person } = this
    for (const locale of locales.filter((one) => one !== defaultLocale)) {
      await person.visit(`/help?lang=${locale}`)
      for (const [path, name] of this.seen) {
        if (gone.includes(name)) continue
        await person.visit(path)
        this.findings.push(...(await strangenessOn(person.page, locale)))
        await person.look(`${locale}-${name}`)
        await this.findCodes(`${name} in ${locale}`)
      }
    }
    await person.visit(`/help?lang=${defaultLocale}`)
  }

  // Whatever looks like `active_sextortion` or `cases.tab.plan` was meant for machines.
  private async findCodes(name: string): Promise<void> {
    const codes = (await this.person.text()).match(/\b[a-z]+(?:[_.][a-z-]+)+\b/g) ?? []
    this.findings.push(...codes.map((code) => `${name}: says ${code}`))
  }
}
