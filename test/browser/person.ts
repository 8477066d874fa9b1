import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { translate, type Sentence } from '../../src/ui/translate.js'
import type { Hands } from './hands.js'
import { linksOn, widths } from './page-checks.js'

type Facts = Readonly<Record<string, string | number>>
type Spoken = Sentence | { readonly text: string } | readonly [Sentence, Facts]

/** Somebody in front of a page in Vietnamese, who reads it and works it by what stands there. */
export class Person {
  private within: Locator | undefined

  constructor(
    readonly name: string,
    readonly page: Page,
    private readonly hands: Hands,
    private readonly address: string,
  ) {}

  /** Words as they stand on the page: of the catalogue by key, anything else as `{ text }`. */
  words(spoken: Spoken): string {
    if (typeof spoken === 'string') return speak(spoken)
    return 'text' in spoken ? spoken.text : speak(spoken[0], spoken[1])
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`)
  }

  /** Path and query of the page at hand. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url())
    return `${pathname}${search}`
  }

  /** Waits for the page of this heading. */
  async isAt(heading: Spoken): Promise<void> {
    await this.page
      .getByRole('heading', { level: 1, name: this.words(heading) })
      .waitFor({ state: 'visible' })
  }

  /** Waits until these words can be read. */
  async reads(...spoken: Spoken[]): Promise<void> {
    for (const words of spoken)
      await this.page.getByText(this.words(words)).filter({ visible: true }).first().waitFor()
  }

  /** All there is to read in the main part of the page, white space folded. */
  async text(): Promise<string> {
    return (await this.page.getByRole('main').innerText()).replace(/\s+/g, ' ').trim()
  }

  /** Loads the page anew until it says so: news travel on their own. */
  async reloadsUntil(role: 'link' | 'text', spoken: Spoken): Promise<void> {
    const words = this.words(spoken)
    const awaited =
      role === 'link'
        ? this.page.getByRole('link', { name: words })
        : this.page.getByRole('main').getByText(words, { exact: true })
    const deadline = performance.now() + newsWithinMs
    while ((await awaited.count()) === 0) {
      if (performance.now() > deadline) throw new Error(`${this.path} never says: ${words}`)
      await this.page.reload()
    }
  }

  /** How the service answers a request for this page: status and everything there is to read. */
  async answerTo(path: string): Promise<{ status: number | undefined; text: string }> {
    const answer = await this.page.goto(`${this.address}${path}`)
    return {
      status: answer?.status(),
      text: `${await this.page.title()}\n${await this.page.locator('body').innerText()}`,
    }
  }

  /** Path of the first link of the page that leads to such an address. */
  async firstLink(address: RegExp): Promise<string> {
    const links = await linksOn(this.page)
    const found = links.find((link) => address.test(link))
    if (found === undefined) throw new Error(`${this.path} has no link to ${address.source}`)
    return found
  }

  /** Keeps pictures of the page on a phone and on a wide screen, in the folder LOOK_DIR names. */
  async look(name: string): Promise<void> {
    const folder = process.env['LOOK_DIR']
    const size = this.page.viewportSize()
    if (folder === undefined || size === null) return
    for (const width of widths) {
      await this.page.setViewportSize({ width, height: size.height })
      // What sticks to the top would stand in the middle of the picture.
      await this.page.evaluate('scrollTo(0, 0)')
      const path = join(folder, `${this.name}-${name}-${width}.png`)
      await this.page.screenshot({ path, fullPage: true })
    }
    await this.page.setViewportSize(size)
  }

  /** Presses the button or follows the link of this name; of several, the first. */
  async press(name: Spoken): Promise<void> {
    const links = this.part.getByRole('link', this.named(name))
    const buttons = this.part.getByRole('button', this.named(name))
    await this.hands.press(links.or(buttons).filter({ visible: true }).first())
  }

  async write(label: Spoken, text: string): Promise<void> {
    await this.hands.write(this.field(label), text)
  }

  async pick(label: Spoken, option: Spoken): Promise<void> {
    await this.hands.pick(this.field(label), this.words(option))
  }

  /** Chooses one radio button of a group. */
  async choose(group: Spoken, option: Spoken): Promise<void> {
    await this.hands.take(this.group(group).getByRole('radio', this.named(option)))
  }

  /** Ticks boxes of a group. */
  async tick(group: Spoken, ...options: Spoken[]): Promise<void> {
    for (const option of options)
      await this.hands.take(this.group(group).getByRole('checkbox', this.named(option)))
  }

  /** Ticks a box that stands alone. */
  async agreeTo(option: Spoken): Promise<void> {
    await this.hands.take(this.part.getByRole('checkbox', this.named(option)))
  }

  /** Fills in the three parts of a date. */
  async date(group: Spoken, [year, month, day]: readonly [number, number, number]): Promise<void> {
    const parts = this.group(group)
    for (const [label, value] of [
      ['common.date.day', day],
      ['common.date.month', month],
      ['common.date.year', year],
    ] as const)
      await this.hands.write(parts.getByLabel(speak(label), { exact: true }), `${value}`)
  }

  /** Does `work` inside the group of this name only. */
  async inGroup(group: Spoken, work: () => Promise<void>): Promise<void> {
    this.within = this.group(group)
    await work()
    this.within = undefined
  }

  group(name: Spoken): Locator {
    return this.part.getByRole('group', this.named(name))
  }

  private get part(): Page | Locator {
    return this.within ?? this.page
  }

  // Of several of one name the first; the others stand in a group.
  private field(label: Spoken): Locator {
    return this.part.getByLabel(this.words(label), { exact: true }).first()
  }

  private named(name: Spoken): { name: string; exact: true } {
    return { name: this.words(name), exact: true }
  }
}

const newsWithinMs = 20_000

const speak = translate('vi')
