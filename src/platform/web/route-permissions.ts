import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../access/actor.js'
import type { Action } from '../access/decide.js'
import type { SignedIn } from './signed-in.js'

export const permissionKey = 'route-permission'
export const publicRoute = 'public'

/** States which permission a route stands on. A route without `@Allow` or `@Public` does not start. */
export const Allow = (action: Action): CustomDecorator => SetMetadata(permissionKey, action)

/** A route that anybody may ask. */
export const Public = (): CustomDecorator => SetMetadata(permissionKey, publicRoute)

export const lockedRouteKey = 'answers-when-locked'

/** A route that answers even while the session is locked: unlocking, hiding, signing out. */
export const WhenLocked = (): CustomDecorator => SetMetadata(lockedRouteKey, true)

export const beforeConductKey = 'answers-before-conduct'

/** A route that answers before the code of conduct is accepted: it tells nothing of a case. */
export const BeforeConduct = (): CustomDecorator => SetMetadata(beforeConductKey, true)

export const ownTransactionsKey = 'own-transactions'

/**
 * A route whose deed acts as somebody else than the person signed in (the service, when a password
 * changes) and so cannot run inside the transaction that keeps its answer.
 */
export const OwnTransactions = (): CustomDecorator => SetMetadata(ownTransactionsKey, true)

/** A POST that only asks, so that what is asked stands in no address: nothing of it is kept to repeat. */
export const OnlyAsks = (): CustomDecorator => SetMetadata(ownTransactionsKey, true)

const signedInOf = (context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>()
  if (signedIn === null) throw new Error('This route is public: nobody is signed in')
  return signedIn
}

/** The actor behind the request. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): WorkerActor => signedInOf(context).actor,
)

/** The person behind the request, with name, language and session. */
export const CurrentSignIn = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn => signedInOf(context),
)
