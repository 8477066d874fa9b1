import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { FastifyRequest } from 'fastify'
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs'
import { writesIn, type Action } from '../../../platform/access/decide.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { permissionKey } from '../../../platform/web/route-permissions.js'
import { WhereItLivesOn } from '../use-cases/where-it-lives-on.js'

// How features say by themselves that a case is not open.
const notOpen: readonly string[] = ['planning.case-closed', 'transfer.case-closed']

/**
 * The one place that tells why nothing is begun in a case that was merged away. Every wall refuses it as
 * it refuses all who may not write; those who know of both cases are shown the way to the other one.
 */
@Injectable()
export class LivesOnInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly livesOn: WhereItLivesOn,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const allowed = this.reflector.getAllAndOverride<Action | undefined>(permissionKey, [
      context.getHandler(),
      context.getClass(),
    ])
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.explained(request, allowed, error)).pipe(
            switchMap((told) => throwError(() => told)),
          ),
        ),
      )
  }

  private async explained(
    { signedIn, params }: FastifyRequest,
    allowed: Action | undefined,
    error: unknown,
  ): Promise<unknown> {
    const refused = error instanceof NotFound ? error : null
    const action = refused?.action ?? allowed
    const isRefusal =
      refused === null
        ? error instanceof DomainError && notOpen.includes(error.code)
        : writesIn(refused.action)
    const caseId = caseOf(refused, params)
    if (!signedIn || action === undefined || caseId === null || !isRefusal) return error
    return (await this.livesOn.run(signedIn.actor, action, caseId)) ?? error
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

// Of the refusal itself, else of the address.
const caseOf = (refused: NotFound | null, params: unknown): string | null => {
  if (refused?.subjectType === 'case') return refused.subjectId
  const id: unknown =
    refused?.caseId ??
    (typeof params === 'object' && params !== null ? Reflect.get(params, 'id') : undefined)
  return typeof id === 'string' && uuid.test(id) ? id : null
}
