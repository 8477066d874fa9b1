import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { PreconditionMissing } from './web-errors.js'

/** A body, of which a repeated request is answered only a part. */
export class Kept {
  constructor(
    readonly body: object,
    /** What a repeated request is answered: the body, without what may be hidden by then. */
    readonly kept: object,
  ) {}
}

/** A body with the version its ETag names. */
export class Versioned extends Kept {
  constructor(
    readonly version: number,
    body: object,
    kept: object = body,
  ) {
    super(body, kept)
  }
}

export const withEtag = (version: number, body: object, kept: object = body): Versioned =>
  new Versioned(version, body, kept)

/**
 * The version the client has seen: `If-Match: "3"` (RFC 9110, 13.1.1), or `_version` of a form.
 * @throws PreconditionMissing when there is none (428, RFC 6585)
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const request = context.switchToHttp().getRequest<FastifyRequest>()
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')?.[1]
  if (version === undefined) throw new PreconditionMissing()
  return Number(version)
})

/** The version a form was rendered with. @throws PreconditionMissing */
export const FormVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>()
  const version =
    typeof body === 'object' && body !== null && '_version' in body ? body._version : ''
  if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) throw new PreconditionMissing()
  return Number(version)
})
