import { describe, expect, it } from '@jest/globals'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { DiscoveryModule } from '@nestjs/core'
import { actions } from '../../src/platform/access/decide.js'
import { ClosedRoutes, OpenRoutes } from '../../src/platform/web/closed-routes.js'
import { Public } from '../../src/platform/web/route-permissions.js'
import { useApp } from '../support/app.js'

const open = [
  'GET /accessibility',
  'GET /blank',
  'GET /help',
  'GET /help/glossary',
  'GET /hide',
  'GET /live',
  'GET /lock',
  'POST /lock',
  'GET /ready',
  'GET /sign-in',
  // Units without the service, each with an address of its own and a code.
  'GET /x/:token',
  'GET /x/:token/:move',
  'GET /x/blank',
  'POST /api/v1/sessions',
  // What was typed, from pages of a session that was locked or ran out meanwhile.
  'POST /drafts',
  'POST /hide',
  'POST /sign-in',
  'POST /sign-out',
  'POST /x/:token',
  'POST /x/:token/:move',
  'POST /x/hide',
]

describe('the routes', () => {
  const test = useApp()
  const routes = () => test().app.get(ClosedRoutes, { strict: false }).routes()

  it('each state what they stand on', () => {
    expect(routes().length).toBeGreaterThan(40)
    for (const { name, permission } of routes())
      expect({ name, permission }).toEqual({
        name,
        permission: expect.stringMatching(/^(public|[a-z]+\.[a-z-]+)$/),
      })
    const known = new Set<string>([...actions, 'public'])
    expect(routes().filter(({ permission }) => !known.has(permission ?? ''))).toEqual([])
  })

  it('are open to strangers only where somebody has to come in', () => {
    const found = routes()
      .filter(({ permission }) => permission === 'public')
      .map(({ method, path }) => `${method} ${path}`)
    expect(found.filter((route) => !open.includes(route))).toEqual([])
  })

  it('send strangers to the door, and tell other systems 401, without a word of content', async () => {
    for (const { method, path, permission } of routes()) {
      if (permission === 'public') continue
      const url = path.replace(/:\w+/g, '0b9d6b57-0000-4000-8000-000000000000')
      const answer = await test().app.inject({ method: method as 'GET', url })
      const expected = url.startsWith('/api/') ? [401] : [303]
      expect({ route: `${method} ${path}`, status: answer.statusCode }).toEqual({
        route: `${method} ${path}`,
        status: expected[0],
      })
      if (url.startsWith('/api/'))
        expect(answer.headers['content-type']).toContain('application/problem+json')
      else expect(answer.headers.location).toMatch(/^\/sign-in/)
    }
  })

  it('stop the service at start when one states nothing', async () => {
    @Controller('forgotten')
    class Forgotten {
      @Get()
      all(): string[] {
        return ['everything']
      }

      @Get('known')
      @Public()
      known(): string {
        return ''
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [Forgotten], providers: [ClosedRoutes] })
    class ForgottenModule {}
    const app = await NestFactory.create(ForgottenModule, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    })

    await expect(app.init()).rejects.toEqual(new OpenRoutes(['Forgotten.all']))
  })
})
