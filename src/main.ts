import type { INestApplicationContext } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import pg from 'pg'
import { createApp, createWorker } from './create-app.js'
import { loadDemo } from './demo/index.js'
import { assetsFolder, prepareGround, type Ground } from './start.js'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const isDemo = process.argv.includes('--demo')

const main = async (): Promise<void> => {
  const stopping = new AbortController()
  const onSignal = (): void => stopping.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)

  say('Bến An: đang khởi động · starting · démarrage')
  const ground = await prepareGround(
    { ...process.env, ...(isDemo ? { DEMO: 'true' } : {}) },
    stopping.signal,
  ).catch((error: unknown) => {
    // Told to stop while it waited for its database: that is no failure.
    if (stopping.signal.aborted) return undefined
    throw error
  })
  if (ground === undefined) return
  let app: INestApplicationContext | undefined
  try {
    if (isDemo && !stopping.signal.aborted)
      await loadDemo(ground, say, { stopping: stopping.signal })
    if (stopping.signal.aborted) return
    app = await open(ground)
    await greet(ground, app)
    await aborted(stopping.signal)
    say('\nĐang dừng · stopping · arrêt')
  } finally {
    await app?.close()
    await ground.database.stop()
  }
}

const open = async ({ config, keys, database }: Ground): Promise<INestApplicationContext> => {
  const runtime = { config, keys, appUrl: database.appUrl }
  if (config.PROCESS === 'worker') return createWorker(runtime, assetsFolder())
  const app = await createApp(runtime, assetsFolder())
  try {
    await app.listen(config.PORT, config.HOST)
    return app
  } catch (error) {
    await app.close()
    throw error
  }
}

const greet = async ({ config, database }: Ground, app: INestApplicationContext): Promise<void> => {
  if (config.PROCESS === 'worker') {
    say('Worker: ready')
    return
  }
  const address = config.PUBLIC_URL ?? (await (app as NestFastifyApplication).getUrl())
  say(`\n  ${address}\n`)
  if (isDemo) return
  if (database.ownerUrl !== null && (await isEmpty(database.ownerUrl)))
    say('  Nobody can sign in yet. Create the first administrator in another terminal:')
  say('  npm run cli -- worker:create --help')
}

const isEmpty = async (ownerUrl: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM worker LIMIT 1')
  await client.end()
  return rowCount === 0
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'The port is in use by another program: set PORT to a free one, for example PORT=3001.'
  return error.message
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`)
    process.exit(1)
  },
)
