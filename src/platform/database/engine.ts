import type { Config } from '../config/config.js'
import type { Keys } from '../crypto/keys.js'
import { prepareQueueSchema } from '../queues/prepare-queue-schema.js'
import { EmbeddedPostgres } from './embedded.js'
import {
  installSigningKey,
  migrate,
  noticeRestore,
  prepareRoles,
  refuseUnsafeRole,
} from './prepare.js'
import { untilItAnswers } from './until-it-answers.js'

/** A database that is ready to be used by the service. */
export interface DatabaseEngine {
  readonly appUrl: string
  /** Null where this process is not given the owner's connection. */
  readonly ownerUrl: string | null
  stop(): Promise<void>
}

/**
 * Finds the database: the one DATABASE_URL names, or an embedded PostgreSQL in DATA_DIR. Where the
 * owner's connection is known it is migrated; without it, it must have been migrated before. A named
 * database that does not answer is waited for, until `stopping`.
 */
export const startDatabase = async (
  config: Config,
  keys: Keys,
  stopping?: AbortSignal,
): Promise<DatabaseEngine> => {
  if (config.DATABASE_URL === undefined) {
    const embedded = new EmbeddedPostgres(config.DATA_DIR)
    const urls = await embedded.start()
    await prepareRoles(urls)
    await bringUpToDate(urls.owner, keys)
    return { appUrl: urls.app, ownerUrl: urls.owner, stop: () => embedded.stop() }
  }
  const ownerUrl = config.DATABASE_OWNER_URL ?? null
  await untilItAnswers(config.DATABASE_URL, stopping)
  if (ownerUrl !== null) await bringUpToDate(ownerUrl, keys)
  await refuseUnsafeRole(config.DATABASE_URL)
  return { appUrl: config.DATABASE_URL, ownerUrl, stop: async () => undefined }
}

/** Schema, queue schema and signing key, by the owner. Safe to repeat. */
export const bringUpToDate = async (ownerUrl: string, keys: Keys): Promise<void> => {
  await migrate(ownerUrl)
  await prepareQueueSchema(ownerUrl)
  await noticeRestore(ownerUrl)
  await installSigningKey(ownerUrl, keys.actorSigning)
}
