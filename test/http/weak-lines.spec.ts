import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { gzipSync } from 'node:zlib'
import { ClosedRoutes } from '../../src/platform/web/closed-routes.js'
import type { Role } from '../../src/platform/access/actor.js'
import { useApp } from '../support/app.js'
import type { Browser, Shown } from '../support/browser.js'
import { loadDemoInto } from '../support/demo.js'
import type { TestWorker } from '../support/world.js'

jest.setTimeout(300_000)

/** Between them they meet nearly every page, and every kind of form. */
const readers: readonly (readonly [login: string, starts: readonly string[]])[] = [
  ['khue', ['/cases', '/cases/new', '/teams', '/referrals?direction=in', '/transfers/asks']],
  ['sam', ['/referrals?direction=out', '/transfers?direction=out', '/account']],
  ['lieu', ['/referrals?direction=in', '/teams', '/transfers?direction=in']],
  ['thach', ['/referrals?direction=out', '/cases']],
  ['diep', ['/cases?scope=unit', '/approvals', '/reviews', '/reports', '/account/absence']],
  ['thuy', ['/reports/area', '/escalations', '/directory']],
  ['xuyen', ['/audit']],
]

// HTML alone, once stylesheet and script are there; all of it at the very first visit.
const mostBytesOfAPage = 15_000
const mostBytesAtFirst = 60_000

interface Met {
  readonly path: string
  readonly browser: Browser
  readonly shown: Shown
}

const elements = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value
const all = (html: string, tag: string): Tree.Element[] =>
  elements(parse(html)).filter(({ tagName }) => tagName === tag)

describe('on a weak line', () => {
  const test = useApp({}, (database) => loadDemoInto(database))
  const met: Met[] = []

  const workerOf = async (login: string): Promise<TestWorker> => {
    const { rows } = await test().owner.query<{
      id: string
      displayName: string
      roles: Role[]
      unitId: string
      agencyId: string
      sector: TestWorker['unit']['sector']
      supervisionId: string
    }>(
      `SELECT w.id, w.display_name AS "displayName", w.roles, u.id AS "unitId",
              u.agency_id AS "agencyId", u.sector, u.supervision_id AS "supervisionId"
         FROM worker w JOIN unit u ON u.id = w.unit_id WHERE w.login = $1`,
      [login],
    )
    const [row] = rows
    if (row === undefined) throw new Error(`nobody of the demo is called ${login}`)
    const { id, displayName, roles, unitId, agencyId, sector, supervisionId } = row
    const principals = roles.includes('supervisor') ? [id, supervisionId] : [id]
    const actor = { kind: 'worker', workerId: id, unitId, agencyId, sector, roles, principals }
    const unit = { id: unitId, agencyId, sector, name: '', supervisionId }
    return { id, login, displayName, unit, actor: { ...actor, kind: 'worker' } }
  }

  /** Opens where the reader starts and, once for each route, what is linked from there. */
  const walk = async (login: string, starts: readonly string[], seen: Set<string>) => {
    const browser = await test().browserOf(await workerOf(login))
    const waiting = [...starts]
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const shown = await browser.get(path)
      if (!String(shown.headers['content-type']).includes('text/html')) continue
      met.push({ path: shown.path, browser, shown })
      for (const link of all(shown.html, 'a')) {
        const href = attribute(link, 'href') ?? ''
        const route = routes.find(({ pattern }) => pattern.test(href.split(/[?#]/, 1)[0] ?? ''))
        if (route === undefined || seen.has(route.path) || href.includes('lang=')) continue
        seen.add(route.path)
        waiting.push(href)
      }
    }
  }
  let routes: readonly { path: string; pattern: RegExp }[] = []

  beforeAll(async () => {
    routes = test()
      .app.get(ClosedRoutes, { strict: false })
      .routes()
      .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))
      .filter(({ path }) => !/^\/(lock|hide|blank|x|sign-in|live|ready)(\/|$)/.test(path))
      .map(({ path }) => ({
        path,
        pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
      }))
      // The one with the fewest variables wins: /cases/new is no case.
      .sort((one, other) => one.path.split(':').length - other.path.split(':').length)
    const seen = new Set<string>()
    for (const [login, starts] of readers) await walk(login, starts, seen)
  }, 300_000)

  it(`no page is heavier than ${mostBytesOfAPage} bytes once the browser knows the rest`, () => {
    const heavy = met
      .map(({ path, shown }) => ({ path, bytes: gzipSync(shown.html).length }))
      .filter(({ bytes }) => bytes >= mostBytesOfAPage)

    expect(met.length).toBeGreaterThan(50)
    expect(heavy).toEqual([])
  })

  it(`nor than ${mostBytesAtFirst} bytes with all it asks for at the very first visit`, async () => {
    const heavy: object[] = []
    const weights = new Map<string, number>()
    const weigh = async (address: string): Promise<number> => {
      const { statusCode, rawPayload, headers } = await test().app.inject({
        url: address,
        headers: { 'accept-encoding': 'gzip' },
      })
      expect([address, statusCode]).toEqual([address, 200])
      // What has its content in its name never has to be asked for again.
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      return headers['content-encoding'] === 'gzip'
        ? rawPayload.length
        : gzipSync(rawPayload).length
    }
    for (const { path, shown } of met) {
      const asked = [
        ...all(shown.html, 'link').map((link) => attribute(link, 'href') ?? ''),
        ...all(shown.html, 'script').map((script) => attribute(script, 'src') ?? ''),
        ...all(shown.html, 'img').map((image) => attribute(image, 'src') ?? ''),
      ]
      let bytes = gzipSync(shown.html).length
      for (const address of asked) {
        const weight = weights.get(address) ?? (await weigh(address))
        weights.set(address, weight)
        bytes += weight
      }
      // Letters come with the system until the line has shown that it carries more.
      const fonts = asked.filter((address) => address.includes('.woff'))
      if (fonts.length > 0 || bytes >= mostBytesAtFirst) heavy.push({ path, bytes, fonts })
    }
    expect(heavy).toEqual([])
  })

  it('every form keeps what is typed into it and fills itself in again', async () => {
    const lost: object[] = []
    let forms = 0
    for (const { path, browser, shown } of met)
      for (const form of all(shown.html, 'form')) {
        const action = attribute(form, 'action') ?? ''
        const fields = elements(form)
        const title = fields.find((field) => attribute(field, 'name') === '_title')
        if (title === undefined) continue
        forms += 1
        const typed = typeInto(fields)
        const kept = await browser.postRaw(`/drafts/keep?form=${encodeURIComponent(action)}`, {
          ...shown.formTo(action),
          ...typed,
        })
        const again = kept.status === 200 ? kept.formTo(action) : {}
        for (const [name, value] of Object.entries(typed))
          if (JSON.stringify(again[name]) !== JSON.stringify(value))
            lost.push({ path, action, name, value, again: again[name] ?? null })
      }

    expect(forms).toBeGreaterThan(20)
    expect(lost).toEqual([])
  })
})

/** Something else than what stands there, into every field that takes it. */
const typeInto = (fields: readonly Tree.Element[]): Record<string, string> => {
  const typed: Record<string, string> = {}
  for (const field of fields) {
    const name = attribute(field, 'name') ?? ''
    const type = attribute(field, 'type') ?? 'text'
    if (name === '' || name.startsWith('_') || name in typed) continue
    if (field.tagName === 'textarea') typed[name] = 'Điều em kể, dòng một'
    else if (field.tagName === 'select') {
      const options = elements(field).filter(({ tagName }) => tagName === 'option')
      const last = options.at(-1)
      if (last !== undefined) typed[name] = attribute(last, 'value') ?? ''
    } else if (field.tagName === 'input' && (type === 'radio' || type === 'checkbox'))
      typed[name] = attribute(field, 'value') ?? 'on'
    else if (field.tagName === 'input' && !['hidden', 'file', 'password'].includes(type))
      typed[name] = 'đang viết'
  }
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
}
