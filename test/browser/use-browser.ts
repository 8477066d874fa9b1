import { afterAll, beforeAll, describe } from '@jest/globals'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { useApp, type TestApp } from '../support/app.js'
import { findChromium, launchChromium } from '../support/chromium.js'
import { keyboardOf, mouse } from './hands.js'
import { Person } from './person.js'

const found = await findChromium()

/**
 * Stories told in a browser. Where none can be had they count as skipped, aloud: the one place where
 * browser tests may be left out.
 */
export const describeInBrowser = found === null ? describe.skip : describe
if (found === null)
  process.stderr.write(
    'SKIPPED: no Chromium runs on this machine, so nothing is tested in a browser.\n' +
      'Install one, or name it by CHROMIUM_PATH.\n',
  )

export interface Seat {
  readonly javaScript?: boolean
  readonly hands?: 'mouse' | 'keyboard'
  /** Records every step, for who has to find out what went wrong. */
  readonly traced?: boolean
}

/** One story's browser windows: each person has cookies of their own. */
export interface Stage {
  readonly app: TestApp
  /** http://127.0.0.1:port */
  readonly address: string
  /** Somebody sits down in front of an empty browser. */
  person(name: string, seat?: Seat): Promise<Person>
  /** What the browsers of this story complained about: errors in the console, refused content. */
  readonly complaints: readonly string[]
}

/** Tells a story on a stage that is cleared afterwards; what went wrong is kept in a folder. */
export type Play = (story: (stage: Stage) => Promise<void>) => Promise<void>

/**
 * Starts the whole service, deliveries included, and a browser for this spec file; `prepare` fills
 * the database before.
 */
export const useBrowser = (prepare?: Parameters<typeof useApp>[1]): Play => {
  const app = useApp({ PROCESS: 'all' }, prepare)
  let browser: Browser | undefined
  let address = ''
  beforeAll(async () => {
    if (found === null) return
    await app().app.listen(0, '127.0.0.1')
    address = (await app().app.getUrl()).replace('[::1]', '127.0.0.1')
    browser = await launchChromium(found)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
  })
  return async (story) => {
    if (browser === undefined) throw new Error('the browser is there once the tests run')
    await play(browser, app(), address, story)
  }
}

const play = async (
  browser: Browser,
  app: TestApp,
  address: string,
  story: (stage: Stage) => Promise<void>,
): Promise<void> => {
  const rooms = new Map<string, BrowserContext>()
  const complaints: string[] = []
  const stage: Stage = {
    app,
    address,
    complaints,
    person: async (name, { javaScript = true, hands = 'mouse', traced = true } = {}) => {
      const room = await browser.newContext({
        locale: 'vi',
        javaScriptEnabled: javaScript,
        viewport: { width: 1280, height: 900 },
      })
      rooms.set(name, room)
      room.setDefaultTimeout(15_000)
      if (traced) await room.tracing.start({ snapshots: true, title: name })
      const page = await room.newPage()
      listen(page, (complaint) => complaints.push(`${name}: ${complaint}`))
      return new Person(name, page, hands === 'mouse' ? mouse : keyboardOf(page), address)
    },
  }
  try {
    await story(stage)
  } catch (error) {
    throw new Error(await describeTrouble(error, rooms, complaints), { cause: error })
  } finally {
    await Promise.all([...rooms.values()].map((room) => room.close()))
  }
}

const listen = (page: Page, complain: (complaint: string) => void): void => {
  page.on('pageerror', (error) => complain(error.message))
  page.on('console', (message) => {
    // An answer like 404 or 422 to the page itself is what the reader is meant to see.
    const isThePage = message.location().url === page.url()
    if (message.type() === 'error' && !isThePage) complain(message.text())
  })
}

// The traces show every step: npx playwright-core show-trace <file>
const describeTrouble = async (
  error: unknown,
  rooms: ReadonlyMap<string, BrowserContext>,
  complaints: readonly string[],
): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'ben-an-browser-'))
  await mkdir(folder, { recursive: true })
  for (const [name, room] of rooms) {
    const file = join(folder, name)
    await room.pages()[0]?.screenshot({ path: `${file}.png`, fullPage: true })
    // Throws where nothing was recorded.
    await room.tracing.stop({ path: `${file}.zip` }).catch(() => undefined)
  }
  return [
    error instanceof Error ? error.message : String(error),
    ...[...rooms].map(([name, room]) => `${name} is at ${room.pages()[0]?.url() ?? 'no page'}`),
    ...complaints,
    `Traces and pictures are in ${folder}`,
  ].join('\n')
}
