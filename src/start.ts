import { readConfig, type Config } from './platform/config/config.js'
import { loadKeys, type Keys } from './platform/crypto/keys.js'
import { startDatabase, type DatabaseEngine } from './platform/database/engine.js'

/** What every command of ours begins with: the configuration, the keys and a database that answers. */
export interface Ground {
  readonly config: Config
  readonly keys: Keys
  readonly database: DatabaseEngine
}

/** @throws WrongConfig, UnusableKeyFile, UnsafeDatabaseRole and what the database itself says */
export const prepareGround = async (
  env: NodeJS.ProcessEnv,
  stopping?: AbortSignal,
): Promise<Ground> => {
  const config = readConfig(env)
  const keys = await loadKeys(config.KEY_FILE)
  return { config, keys, database: await startDatabase(config, keys, stopping) }
}

/** Where the asset build puts its files: beside the compiled sources. */
export const assetsFolder = (): string => new URL('../assets', import.meta.url).pathname
