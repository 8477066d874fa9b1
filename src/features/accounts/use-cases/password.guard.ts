import {
  createParamDecorator,
  Injectable,
  UnauthorizedException,
  type ExecutionContext,
} from '@nestjs/common'
import { AuthGuard } from '@nestjs/passport'
import { ProvenWorker } from './prove-password.js'
import { passwordStrategy } from './password.strategy.js'

/**
 * Asks passport for login and password. Whoever does not have them passes too, as nobody: the handler
 * answers, so that a form comes back with what was typed. Trouble (too many tries) is thrown.
 */
@Injectable()
export class PasswordGuard extends AuthGuard(passwordStrategy) {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      await super.canActivate(context)
    } catch (error) {
      if (!(error instanceof UnauthorizedException)) throw error
    }
    return true
  }
}

/** Who gave the right login and password; null when they were not right. Behind `PasswordGuard`. */
export const Proven = createParamDecorator(
  (_: unknown, context: ExecutionContext): ProvenWorker | null => {
    const { user } = context.switchToHttp().getRequest<{ user?: unknown }>()
    return user instanceof ProvenWorker ? user : null
  },
)
