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
  const ask = (path: string): Promise<Heard> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, (answer) => {
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
})
