import { beforeAll, describe, expect, it } from '@jest/globals'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useApp } from '../support/app.js'

interface Heard {
  readonly status: number
  readonly location: string | undefined
  readonly links: readonly string[]
}

describe('an address that is none', () => {
  const test = useApp()
  let port: number

  beforeAll(async () => {
    await test().app.listen(0, '127.0.0.1')
    port = (test().app.getHttpServer().address() as AddressInfo).port
  })

  // As bytes on the wire: clients that know addresses would mend these.
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Heard> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers }, (answer) => {
        let html = ''
        answer.on('data', (chunk: Buffer) => (html += chunk.toString()))
        answer.on('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            links: [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
          })
        })
      })
        .on('error', reject)
        .end()
    })

  const strange = [
    '//',
    '//?lang=vi',
    '//:80/',
    '///',
    '//evil.example',
    '/\\evil.example/x',
    '/.//evil.example',
    '/.//evil.example?lang=fr',
    'http://evil.example:99999/',
    'http://evil.example//evil.example?lang=fr',
    '/%zz?lang=vi',
  ]

  it.each(strange)('%s is answered, and leads nobody away', async (path) => {
    const { status, location, links } = await ask(path)

    expect([303, 400, 404]).toContain(status)
    for (const way of [...links, location ?? '/']) expect(way).toMatch(/^(\/(?![/\\])|#|tel:)/)
    expect((await ask('/live')).status).toBe(200)
  })

  it('opens the API by no cookie, however it is written', async () => {
    const { given } = test()
    const worker = await given.aWorker(await given.aUnit('womens-services'))
    const browser = await test().browserOf(worker)
    expect((await browser.get('/cases')).status).toBe(200)
    for (const path of ['/api/v1/cases', '/%61pi/v1/cases', '/a%50i/v1/cases', '/ap%69/v1/cases'])
      expect([401, 404]).toContain((await browser.get(path)).status)
  })

  it('that holds no readable value is called mistyped, not a failure of ours', async () => {
    const { given } = test()
    const api = await test().apiOf(await given.aWorker(await given.aUnit('health')))
    const auditor = await test().apiOf(
      await given.aWorker(await given.aUnit('health'), ['auditor']),
    )
    const id = '0b9d6b57-0000-4000-8000-000000000000'
    const after = (...values: string[]) =>
      `after=${Buffer.from(JSON.stringify(values)).toString('base64url')}`
    const no = '9'.repeat(19)

    for (const [client, path] of [
      [api, `/cases?${after('1', id)}`],
      [api, `/referrals?${after('2026-99-99 99:99:99+99', id)}`],
      [api, `/notifications?${after('2026-99-99 99:99:99+99', id)}`],
      [auditor, `/audit?${after(no, no, no)}`],
      [auditor, '/audit?worker=%00'],
    ] as const)
      expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 422 })
  })
})
