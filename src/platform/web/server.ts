import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import staticFiles from '@fastify/static'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config/config.js'
import { inRequest } from '../audit/request-id.js'
import { isLocale, negotiateLocale } from '../i18n/index.js'
import { isApi } from './access.guard.js'
import { isForOutsiders } from './own-origin.js'
import { bringsUnexpectedFiles, multipartOptions, TakesNoFiles } from './upload.js'

const bodyLimitBytes = 1024 * 1024

/** Fastify as every process of ours starts it. */
export const createAdapter = (config: Config): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    trustProxy: config.BEHIND_PROXY,
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url }: IncomingMessage) => ownAddress(url ?? '/'),
    // No request is logged: an address line is already too much about a person.
    logger: false,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })

// RFC 3986, 2.3: escaped or not, these mean the same, and what is asked of an address must see the same.
const escapedUnreserved = /%(?:2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/gi

/**
 * A request's address as path and query of ours. What else HTTP lets a stranger write there
 * (`http://…`, `//…`, `/\\…`) would be read as a host, or as no address at all, further on.
 */
export const ownAddress = (url: string): string => {
  const own = `/${url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*/i, '').replace(/^[/\\]+/, '')}`
  if (!isReadable(own)) return own.replaceAll('%', '%25')
  return own.replace(escapedUnreserved, decodeURIComponent)
}

// Fastify answers what it cannot decode by itself, past our headers and our words. Taken as it is
// written it is an address like any other that does not exist.
const isReadable = (address: string): boolean => {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Plugins and hooks that every answer passes through. */
export const prepareServer = async (
  app: NestFastifyApplication,
  config: Config,
  assetsFolder: string,
): Promise<void> => {
  await app.register(cookie)
  await app.register(multipart, multipartOptions)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(staticFiles, {
    root: assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  })
  const server = app.getHttpAdapter().getInstance()
  server.decorateRequest('signedIn', null)
  server.decorateRequest('locale', 'vi')
  server.addHook('onRequest', (request, reply, done) => {
    request.locale = negotiateLocale({
      cookie: request.cookies['lang'],
      acceptLanguage: request.headers['accept-language'],
    })
    protect(request, reply, config)
    if (bringsUnexpectedFiles(request)) done(new TakesNoFiles())
    else if (!changeLanguage(request, reply)) inRequest(request.id, done)
  })
  // Requests that no route takes never pass Nest's guards; they still get our headers and page.
  server.addHook('onSend', (request, reply, payload, done) => {
    const isKept = request.url.startsWith('/assets/') || reply.hasHeader('cache-control')
    if (!isKept) void reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}

// https://owasp.org/www-project-secure-headers/
const protect = (request: FastifyRequest, reply: FastifyReply, config: Config): void => {
  const isSecure = config.PUBLIC_URL?.startsWith('https://') === true
  void reply.headers({
    'content-security-policy': request.url.startsWith('/api/docs')
      ? docsPolicy
      : "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Nothing to other sites. With `no-referrer` browsers send our own forms with `Origin: null`.
    'referrer-policy': isForOutsiders(request) ? 'no-referrer' : 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    'x-robots-tag': 'noindex, nofollow',
    ...(isSecure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  })
}

// Swagger UI writes styles into its own elements.
const docsPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'"

// `?lang=fr` on any page chooses the language of this device and leads to the page without it.
const changeLanguage = (request: FastifyRequest, reply: FastifyReply): boolean => {
  if (request.method !== 'GET' || isApi(request) || !request.url.includes('lang=')) return false
  const url = new URL(request.url, 'http://here')
  const wanted = url.searchParams.get('lang')
  if (!isLocale(wanted)) return false
  url.searchParams.delete('lang')
  const path = `${url.pathname}${url.search}`
  void reply
    .setCookie('lang', wanted, {
      path: '/',
      maxAge: 365 * 24 * 3600,
      sameSite: 'lax',
      httpOnly: true,
    })
    // `//host` would lead to another site.
    .redirect(path.replace(/^\/{2,}/, '/'), 303)
  return true
}
