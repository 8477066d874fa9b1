import type { INestApplicationContext } from '@nestjs/common'
import { StartSession } from '../../src/features/accounts/use-cases/start-session.js'
import type { TestWorker } from './world.js'

/** A session as signing in would start it, without the cost of a password. */
export const sessionFor = (
  app: INestApplicationContext,
  { actor }: TestWorker,
  through: 'cookie' | 'bearer',
): Promise<{ token: string; csrfToken: string }> =>
  app.get(StartSession, { strict: false }).run({ actor, isKnownDevice: true }, through)
