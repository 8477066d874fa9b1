import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { loadKeys } from '../../src/platform/crypto/keys.js'
import { EmbeddedPostgres } from '../../src/platform/database/embedded.js'
import { bringUpToDate } from '../../src/platform/database/engine.js'
import { prepareRoles } from '../../src/platform/database/prepare.js'

/** One server for a whole test run; its database `ben_an` is the template every spec file clones. */
export const startTestDatabase = async (
  dataDir: string,
): Promise<{ environment: Record<string, string>; stop: () => Promise<void> }> => {
  // As root the server runs as nobody, who must get in.
  await chmod(dataDir, 0o755)
  const server = new EmbeddedPostgres(dataDir, [
    // Test data may be lost with the machine; this makes clones quick.
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'max_connections=300',
  ])
  const urls = await server.start()
  await prepareRoles(urls)
  const keyFile = join(dataDir, 'keys.json')
  await bringUpToDate(urls.owner, await loadKeys(keyFile))
  return {
    environment: {
      TEST_ADMIN_URL: urls.admin,
      TEST_OWNER_URL: urls.owner,
      TEST_APP_URL: urls.app,
      TEST_KEY_FILE: keyFile,
    },
    stop: () => server.stop(),
  }
}
