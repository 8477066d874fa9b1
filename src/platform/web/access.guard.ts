import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { mayEver, type Action } from '../access/decide.js'
import { Config } from '../config/config.js'
import { NotFound } from '../errors/not-found.js'
import { isForOutsiders } from './own-origin.js'
import {
  beforeConductKey,
  lockedRouteKey,
  permissionKey,
  publicRoute,
} from './route-permissions.js'
import { SignIns, type SignedIn } from './signed-in.js'
import { ConductNotAccepted, Forged, NotSignedIn } from './web-errors.js'

/** Closed by default: every route states what it stands on, and is asked before anything else. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIns: SignIns,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const handlers = [context.getHandler(), context.getClass()]
    const permission = this.reflector.getAllAndOverride<Action | typeof publicRoute | undefined>(
      permissionKey,
      handlers,
    )
    if (permission === undefined) return false

    request.signedIn = await this.whoIs(request)
    if (request.signedIn !== null) request.locale = localeOf(request, request.signedIn)
    this.refuseForged(request)
    if (permission === publicRoute) return true

    const answersWhenLocked =
      this.reflector.getAllAndOverride<true | undefined>(lockedRouteKey, handlers) === true
    if (request.signedIn === null || (request.signedIn.locked && !answersWhenLocked)) {
      const heldForm = isFormPost(request) ? await this.signIns.keepWhatWasTyped(request) : null
      throw new NotSignedIn(request.signedIn?.locked === true, heldForm)
    }
    // Who could never do it is told the same as for a page that does not exist.
    if (!mayEver(request.signedIn.actor, permission)) throw new NotFound(permission, 'route', null)
    const answersBeforeConduct =
      this.reflector.getAllAndOverride<true | undefined>(beforeConductKey, handlers) === true
    if (!request.signedIn.acceptsConduct && !answersBeforeConduct) {
      const heldForm = isFormPost(request) ? await this.signIns.keepWhatWasTyped(request) : null
      throw new ConductNotAccepted(heldForm)
    }
    return true
  }

  // The API takes bearer tokens only and pages take cookies only, so no form of another site can
  // reach the API with somebody's cookie.
  private async whoIs(request: FastifyRequest): Promise<SignedIn | null> {
    const signedIn = await this.signIns.whoIs(request)
    return signedIn?.through === (isApi(request) ? 'bearer' : 'cookie') ? signedIn : null
  }

  private refuseForged(request: FastifyRequest): void {
    if (isApi(request) || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    const { origin, host, 'sec-fetch-site': site } = request.headers
    // Sec-Fetch-Site cannot be set by a page; browsers before 2023 send only Origin.
    const comesFromUs =
      site === undefined
        ? origin === undefined || this.isOurs(origin, host) || isWithheld(request)
        : site === 'same-origin' || site === 'none'
    if (!comesFromUs) throw new Forged()
    if (request.signedIn !== null && !sameText(csrfOf(request), request.signedIn.csrfToken))
      throw new Forged()
  }

  private isOurs(origin: string, host: string | undefined): boolean {
    const expected = this.config.PUBLIC_URL
    if (expected !== undefined && origin === expected) return true
    return URL.canParse(origin) && new URL(origin).host === host
  }
}

export const isApi = ({ url }: { url: string }): boolean => url.startsWith('/api/')

const isFormPost = (request: FastifyRequest): boolean =>
  request.method === 'POST' && !isApi(request)

// Told no address of their own, older browsers send `Origin: null`. Whose forms these are is proved
// there by a token of their own, and a signed-in person's by the one below.
const isWithheld = ({ url, headers }: FastifyRequest): boolean =>
  isForOutsiders({ url }) && headers.origin === 'null'

const csrfOf = ({ body }: FastifyRequest): string => {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return ''
  return typeof body._csrf === 'string' ? body._csrf : ''
}

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

// The language chosen on this device goes before the one of the account.
const localeOf = (request: FastifyRequest, { locale }: SignedIn): FastifyRequest['locale'] =>
  request.cookies['lang'] === undefined && !isApi(request) ? locale : request.locale
