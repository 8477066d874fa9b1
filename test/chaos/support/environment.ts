import { loadKeys } from '../../../src/platform/crypto/keys.js'
import { assembleDelivery } from './assemble-delivery.js'

// Killed together with the test, however that ended.
process.once('disconnect', () => process.exit(1))

const env = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is missing`)
  return value
}

/** What the test told this process through its environment. */
export const numberOf = (name: string): number => Number(env(name))

/** Delivery as the environment describes it, in a hurry, so that a test need not wait for retries. */
export const deliveryOfThisProcess = async () =>
  assembleDelivery({
    appUrl: env('APP_URL'),
    keys: await loadKeys(env('KEY_FILE')),
    redisUrl: process.env['REDIS_URL'],
    pace: {
      lookEveryMs: 50,
      sweepEveryMs: 300,
      overdueSeconds: 1,
      backoffMs: 50,
      lockMs: 1500,
      unclaimedMs: 3000,
      drainMs: 5000,
    },
  })
