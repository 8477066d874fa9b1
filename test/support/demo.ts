import { join } from 'node:path'
import { loadDemo, type DemoOptions } from '../../src/demo/index.js'
import { readConfig } from '../../src/platform/config/config.js'
import type { Ground } from '../../src/start.js'
import { env } from './app.js'
import type { TestDatabase } from './database.js'

/** What the demo is loaded upon: a test's own database. */
export const groundOf = ({ appUrl, ownerUrl, keys }: TestDatabase): Ground => ({
  config: readConfig({ LOG_LEVEL: 'error', DATABASE_POOL: '6' }),
  keys,
  database: { appUrl, ownerUrl, stop: async () => undefined },
})

/** Loads the demo and gives the lines it says. */
export const loadDemoInto = async (
  database: TestDatabase,
  options: DemoOptions = {},
  onLine: (line: string) => void = () => undefined,
): Promise<string[]> => {
  const lines: string[] = []
  const say = (line: string): void => {
    lines.push(line)
    onLine(line)
  }
  await loadDemo(groundOf(database), say, { assets: join(env('TEST_BUILD'), 'assets'), ...options })
  return lines
}
