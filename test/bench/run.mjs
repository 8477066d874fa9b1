// `npm run bench`: our service against the same statements sent bare through prepared `pg`, in turn, in
// one run, on databases of 10,000, 200,000 and 1,000,000 generated cases (or the sizes given as
// arguments); and how soon an event reaches its worker, through PostgreSQL and through Redis.
// Ratios are what counts: absolute figures move with the machine.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { randomUUID } from 'node:crypto'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { load, peakMemoryOf } from './load.mjs'
import { recallLines } from './recall.mjs'

const root = resolve(import.meta.dirname, '../..')
const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(10_000, 200_000, 1_000_000)
const connections = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const pool = 10
const draftsEach = 1500
// Nobody looks for people as often as the load does.
const searchesPerMinute = '1000000'

const cache = join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const build = mkdtempSync(join(cache, 'ben-an-bench-'))
// BENCH_KEEP names a folder in which the generated databases stay, to be measured again.
const kept = process.env.BENCH_KEEP
if (kept !== undefined) mkdirSync(kept, { recursive: true })
const data = kept === undefined ? mkdtempSync(join(tmpdir(), 'ben-an-bench-')) : resolve(kept)
chmodSync(data, 0o755)
const say = (text) => process.stderr.write(`${text}\n`)
const importBuilt = (path) => import(pathToFileURL(join(build, path)).href)

const compile = () => {
  const args = [
    'node_modules/@swc/cli/bin/swc.js',
    'src',
    'migrations',
    'test/bench',
    'test/support/made-up-people.ts',
    'test/support/misspellings.ts',
    '-d',
    build,
    '--config-file',
    '.swcrc',
    '-q',
  ]
  if (spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0)
    throw new Error('the sources do not compile')
}

const startService = async (urls, keyFile, settings = {}) => {
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []), join(build, 'src/main.js')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: urls.app,
        KEY_FILE: keyFile,
        PROCESS: 'web',
        PORT: '0',
        DATABASE_POOL: String(pool),
        LOG_LEVEL: 'warn',
        BEHIND_PROXY: 'true',
        SEARCHES_PER_MINUTE: searchesPerMinute,
        ...settings,
      },
    },
  )
  let words = ''
  const port = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the service did not start: ${words}`)))
    child.stdout.on('data', (chunk) => {
      words += chunk
      const found = /http:\/\/[\d.]+:(\d+)/.exec(words)?.[1]
      if (found !== undefined) resolve(Number(found))
      else if (words.includes('Worker: ready')) resolve(0)
    })
  })
  return { child, port }
}

const startBare = async (file) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.mjs'), file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [chunk] = await once(child.stdout, 'data')
  return { child, port: Number(String(chunk)) }
}

const stop = async ({ child }) => {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

const pick = (list) => list[Math.floor(Math.random() * list.length)]

// BENCH_ONLY names operations or the first word of several, separated by commas, where these are looked
// at closely.
const wanted = process.env.BENCH_ONLY?.split(',')
const isWanted = (name) => wanted?.some((one) => `${name} `.startsWith(`${one} `)) ?? true
const only = (all) => Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name)))

const list = (query, tokenOf) => ({
  subject: () => '',
  ours: (actor) => ({ path: `/api/v1/cases?limit=20${query}`, headers: bearer(actor, tokenOf) }),
})
const asSupervisor = ({ supervisorToken }) => supervisorToken

// Each asker looks for so many people in turn, the same for either side.
const variants = 12
const search = (typed, tokenOf) => ({
  variants,
  subject: () => '',
  ours: (actor, about, variant) => ({
    method: 'POST',
    path: '/api/v1/cases/search',
    body: JSON.stringify({ query: typed(actor.people[variant % actor.people.length], variant) }),
    headers: { ...bearer(actor, tokenOf), 'content-type': 'application/json' },
  }),
})

/** What is asked, of our service and of the bare one. `subject` is the id a request is about. */
const operations = (password, { misspelt, chanceFrom }) => ({
  'open a case': {
    subject: (actor) => pick(actor.caseIds),
    ours: (actor, id) => ({ path: `/api/v1/cases/${id}`, headers: bearer(actor) }),
  },
  'work list': list(''),
  'work list by opening': list('&sort=opened'),
  'work list by risk': list('&sort=risk'),
  'work list by due': list('&sort=due'),
  'work list narrowed': list('&status=open&riskLevel=high&family=csea&overdue=true&sort=due'),
  'unit list': list('&scope=unit', asSupervisor),
  'unit list by risk': list('&scope=unit&sort=risk', asSupervisor),
  'unit list narrowed': list(
    '&scope=unit&status=open&riskLevel=high&family=tip&provinceCode=79&sort=due',
    asSupervisor,
  ),
  // As it is typed in haste, and by phone.
  'search by name': search(({ name }) => misspelt('no-tones', name, chanceFrom(1))),
  'search with a slip': search(slip(misspelt, chanceFrom)),
  'search by phone': search(({ phone }) => phone),
  // Whoever sees all of a unit has the most to find.
  'search of a unit': search(slip(misspelt, chanceFrom), asSupervisor),
  timeline: {
    subject: (actor) => pick(actor.caseIds),
    ours: (actor, id) => ({ path: `/api/v1/cases/${id}/timeline`, headers: bearer(actor) }),
  },
  inbox: {
    subject: () => '',
    ours: (actor) => ({
      path: '/api/v1/referrals?direction=in&status=requested&limit=20',
      headers: bearer(actor),
    }),
  },
  'hand-off': {
    subject: (actor) => actor.draftIds.pop(),
    ours: (actor, id) => moveOf(actor, id, 'send'),
  },
  // The other half of a hand-off: with its grants.
  accept: {
    subject: (actor) => actor.requestedIds.pop(),
    ours: (actor, id) => moveOf(actor, id, 'accept'),
  },
  'sign in': {
    subject: () => '',
    ours: (actor) => ({
      method: 'POST',
      path: '/api/v1/sessions',
      body: JSON.stringify({ login: actor.login, password }),
      // From many places, as people do: one place that signs in all the time is slowed down.
      headers: { 'content-type': 'application/json', 'x-forwarded-for': anyAddress() },
    }),
  },
})

const moveOf = (actor, id, move) => ({
  method: 'POST',
  path: `/api/v1/referrals/${id}/${move}`,
  body: '{}',
  headers: {
    ...bearer(actor),
    'content-type': 'application/json',
    'if-match': '"1"',
    'idempotency-key': randomUUID(),
  },
})

const anyAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`

const bearer = (actor, tokenOf = ({ token }) => token) => ({
  authorization: `Bearer ${tokenOf(actor)}`,
})

const slips = ['letter-missing', 'letters-swapped', 'order-swapped']
const slip =
  (misspelt, chanceFrom) =>
  ({ name }, variant) =>
    misspelt(slips[variant % slips.length], name, chanceFrom(variant)) ?? name

// The statements of each operation as each actor, taken from the service itself in this process.
const recordAll = async (urls, keys, actors, asked) => {
  const { createApp } = await importBuilt('src/create-app.js')
  const { readConfig } = await importBuilt('src/platform/config/config.js')
  const { record } = await importBuilt('test/bench/record.js')
  const config = readConfig({
    PROCESS: 'web',
    LOG_LEVEL: 'error',
    DATABASE_POOL: '2',
    SEARCHES_PER_MINUTE: searchesPerMinute,
  })
  const app = await createApp({ config, keys, appUrl: urls.app }, join(build, 'assets'))
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const scripts = []
  for (const actor of actors) {
    const byOperation = {}
    for (const [name, { subject, ours, variants = 1 }] of Object.entries(asked))
      for (let variant = 0; variant < variants; variant++) {
        const about = subject(actor)
        const request = ours(actor, about, variant)
        const { statements, made } = await record(
          app,
          {
            method: request.method ?? 'GET',
            url: request.path,
            headers: request.headers,
            ...(request.body === undefined ? {} : { payload: JSON.parse(request.body) }),
          },
          about,
        )
        byOperation[`${name} ${variant}`] = { statements, subject: about, fresh: made }
      }
    scripts.push(byOperation)
  }
  await app.close()
  return scripts
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const figures = (runs) =>
  Object.fromEntries(
    ['perSecond', 'p50', 'p95', 'cpu'].map((name) => [name, median(runs.map((run) => run[name]))]),
  )

// What a run before has sent or accepted is left out, and who was signed in still is.
const stillToDo = async (urls, actors) => {
  await ask(
    urls.owner,
    `UPDATE session SET expires_at = now() + interval '8 hours', last_seen_at = now()
      WHERE through = 'bearer'`,
  )
  const { rows } = await ask(
    urls.owner,
    `SELECT id FROM referral WHERE number LIKE 'DRAFT-%' AND status <> 'draft'
        OR number LIKE 'DESK-%' AND status <> 'requested'`,
  )
  const done = new Set(rows.map(({ id }) => id))
  const left = (ids) => ids.filter((id) => !done.has(id))
  return actors.map((actor) => ({
    ...actor,
    draftIds: left(actor.draftIds),
    requestedIds: left(actor.requestedIds),
  }))
}

const benchSize = async (server, size) => {
  const { prepareRoles } = await importBuilt('src/platform/database/prepare.js')
  const { bringUpToDate } = await importBuilt('src/platform/database/engine.js')
  const { loadKeys } = await importBuilt('src/platform/crypto/keys.js')
  const { generate, benchPassword } = await importBuilt('test/bench/generate.js')
  const named = (url) => Object.assign(new URL(url), { pathname: `/bench_${size}` }).toString()
  const urls = { admin: server.admin, owner: named(server.owner), app: named(server.app) }
  const keyFile = join(data, 'keys.json')
  const keys = await loadKeys(keyFile)
  await prepareRoles(urls)
  await bringUpToDate(urls.owner, keys)
  const actorFile = join(data, `actors-${size}.json`)
  if (!existsSync(actorFile)) {
    say(`${size} cases: generating`)
    const as = { owner: urls.owner, admin: named(server.admin) }
    const generated = await generate(as, keys, size, connections, draftsEach)
    writeFileSync(actorFile, JSON.stringify(generated))
  }
  const actors = await stillToDo(urls, JSON.parse(readFileSync(actorFile, 'utf8')))
  const words = {
    ...(await importBuilt('test/support/misspellings.js')),
    ...(await importBuilt('test/support/made-up-people.js')),
  }
  const asked = only(operations(benchPassword, words))
  const scripts = await recordAll(urls, keys, actors, asked)
  const { rows } = await ask(
    urls.owner,
    `SELECT w.login, c.password_hash AS hash FROM worker w
     JOIN worker_credential c ON c.worker_id = w.id`,
  )
  const hashes = Object.fromEntries(rows.map(({ login, hash }) => [login, hash]))
  scripts.forEach((script, n) => {
    const signIn = script['sign in 0']
    if (signIn === undefined) return
    signIn.hash = hashes[actors[n].login]
    signIn.verifyAfter = signIn.statements.find(({ text }) => text.includes('password_hash'))?.name
  })
  const scriptFile = join(data, `scripts-${size}.json`)
  writeFileSync(
    scriptFile,
    JSON.stringify({ databaseUrl: urls.app, pool, scripts, password: benchPassword }),
  )

  // First, while nothing lies in the queue that nobody took.
  if (isWanted('delivery')) await measureDelivery(size, urls, keyFile, actors)
  const service = await startService(urls, keyFile)
  const bare = await startBare(scriptFile)
  const results = {}
  say(`  peak memory after the start: ${number(peakMemoryOf(service.child.pid), 0)} MB`)
  try {
    for (const [name, { subject, ours, variants = 1 }] of Object.entries(asked)) {
      const anyVariant = () => Math.floor(Math.random() * variants)
      const runs = { ours: [], bare: [] }
      const sides = {
        ours: {
          ...service,
          next: (n) => {
            const about = subject(actors[n])
            return about === undefined ? undefined : ours(actors[n], about, anyVariant())
          },
        },
        bare: {
          ...bare,
          next: (n) => {
            const about = subject(actors[n])
            return about === undefined
              ? undefined
              : { path: `/${n}/${encodeURIComponent(`${name} ${anyVariant()}`)}/${about}` }
          },
        },
      }
      for (let round = 0; round <= rounds; round++)
        for (const side of ['ours', 'bare']) {
          // Hand-offs use up what was generated, which is as much for either side.
          const limit = name === 'hand-off' || name === 'accept' ? 60 : 1e9
          const left = new Array(connections).fill(round === 0 ? 10 : limit)
          const result = await load({
            port: sides[side].port,
            pid: sides[side].child.pid,
            connections,
            seconds: round === 0 ? 2 : seconds,
            next: (n) => (left[n]-- > 0 ? sides[side].next(n) : undefined),
          })
          if (Object.keys(result.failures).length > 0)
            say(`  ${name}, ${side}: ${JSON.stringify(result.failures)} of ${result.requests}`)
          // The first round warms up.
          if (round > 0) runs[side].push(result)
        }
      results[name] = { ours: figures(runs.ours), bare: figures(runs.bare) }
      say(`${line(size, name, results[name])}  ${number(peakMemoryOf(service.child.pid), 0)} MB`)
    }
    results.memory = peakMemoryOf(service.child.pid)
    if (isWanted('recall'))
      for (const told of await recallLines(service.port, actors, words))
        console.log(`${String(size).padStart(9)}  ${told}`)
  } finally {
    await stop(service)
    await stop(bare)
  }
  return results
}

const measureDelivery = async (size, urls, keyFile, actors) => {
  const engines = [
    ['PostgreSQL', {}],
    ...(redis === undefined ? [] : [['Redis', { REDIS_URL: redis.url }]]),
  ]
  for (const [engine, settings] of engines)
    console.log(await deliveryLine(size, engine, urls, keyFile, settings, actors))
  if (redis !== undefined) await awayLines(size, urls, keyFile, actors)
}

const handOffsEach = 20
const handOff = (actors) => {
  const left = new Array(connections).fill(handOffsEach)
  return (n) => {
    const id = left[n]-- > 0 ? actors[n].draftIds.pop() : undefined
    return id === undefined ? undefined : moveOf(actors[n], id, 'send')
  }
}
const sendSome = ({ port, child }, actors, pauseMs = 0) =>
  load({ port, pid: child.pid, connections, seconds: 60, next: handOff(actors), pauseMs })

const allDelivered = async (urls) => {
  const waiting = 'SELECT FROM outbox_event WHERE acknowledged_at IS NULL LIMIT 1'
  while ((await ask(urls.owner, waiting)).rowCount > 0)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

// Web and worker are processes of their own, as where they stand on machines of their own. Measured by
// the database's clock from the commit of the transaction that hands over to the beginning of the first
// one in which the worker acts on it.
const deliveryLine = async (size, engine, urls, keyFile, settings, actors) => {
  const worker = await startService(urls, keyFile, { ...settings, PROCESS: 'worker' })
  const web = await startService(urls, keyFile, settings)
  try {
    await sendSome(web, actors)
    await allDelivered(urls)
    const { rows: marks } = await ask(urls.owner, 'SELECT now()::text AS since')
    // At a pace that leaves the machine room: what is measured is the way, not the crowd on it.
    await sendSome(web, actors, 1500)
    await allDelivered(urls)
    const { rows } = await ask(
      urls.owner,
      `SELECT count(*)::int AS events,
              percentile_cont(0.5) WITHIN GROUP (ORDER BY way) AS p50,
              percentile_cont(0.95) WITHIN GROUP (ORDER BY way) AS p95
         FROM (SELECT 1000 * extract(epoch FROM min(i.at) - pg_xact_commit_timestamp(e.xmin)) AS way
                 FROM referral_event e
                 JOIN outbox_event o ON o.subject_id = e.referral_id
                 JOIN inbox_event i ON i.event_id = o.id
                WHERE o.type = 'referral.requested' AND e.kind = 'requested'
                  AND o.created_at > '${marks[0].since}'
                GROUP BY e.id, e.xmin) ways`,
    )
    const { events, p50, p95 } = rows[0]
    return `${String(size).padStart(9)}  commit to worker through ${engine}: p50 ${number(p50)} ms, p95 ${number(p95)} ms of ${events} events`
  } finally {
    await stop(web)
    await stop(worker)
  }
}

// The same hand-offs with Redis there and with Redis gone.
const awayLines = async (size, urls, keyFile, actors) => {
  const web = await startService(urls, keyFile, { REDIS_URL: redis.url })
  try {
    await sendSome(web, actors)
    const there = await sendSome(web, actors, 50)
    redis.stop()
    const gone = await sendSome(web, actors, 50)
    console.log(
      `${String(size).padStart(9)}  hand-off with Redis there: p50 ${number(there.p50)} ms, p95 ${number(there.p95)} ms; away: p50 ${number(gone.p50)} ms, p95 ${number(gone.p95)} ms, failures ${JSON.stringify(gone.failures)}`,
    )
  } finally {
    await stop(web)
    redis = await startRedis()
  }
}

const startRedis = async () => {
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    say('No redis-server on the PATH: nothing is measured on Redis.')
    return undefined
  }
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  const folder = mkdtempSync(join(data, 'redis-'))
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'yes',
    ],
    { stdio: 'ignore' },
  )
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill('SIGKILL') }
}

const ask = async (url, text) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

const number = (value, digits = 1) => value.toFixed(digits)
const line = (size, name, { ours, bare }) =>
  [
    String(size).padStart(9),
    name.padEnd(20),
    number(ours.perSecond, 0).padStart(6),
    number(bare.perSecond, 0).padStart(6),
    number(ours.p50).padStart(7),
    number(ours.p95).padStart(7),
    number(bare.p95).padStart(7),
    number(ours.cpu, 2).padStart(7),
    number(bare.cpu, 2).padStart(7),
    number(ours.cpu / bare.cpu, 2).padStart(6),
    number(ours.perSecond / bare.perSecond, 2).padStart(6),
  ].join('  ')

let embedded
let redis
try {
  compile()
  redis = await startRedis()
  await buildAssets({ outDir: join(build, 'assets') })
  const { EmbeddedPostgres } = await importBuilt('src/platform/database/embedded.js')
  embedded = new EmbeddedPostgres(data, ['max_wal_size=4GB', 'track_commit_timestamp=on'])
  const server = await embedded.start()
  console.log(
    `${cpus().length} × ${cpus()[0].model}, ${number(totalmem() / 2 ** 30, 0)} GB, Node ${process.version}, PostgreSQL 18`,
  )
  console.log(
    `${connections} connections, ${rounds} rounds of ${seconds} s in turn, medians; pool of ${pool}`,
  )
  console.log(
    '    cases  operation             /s ours  bare  p50 ms  p95 ms  bare p95  CPU ms  bare  ratio  rate',
  )
  const all = {}
  for (const size of sizes) {
    all[size] = await benchSize(server, size)
    for (const [name, result] of Object.entries(all[size]))
      if (name !== 'memory') console.log(line(size, name, result))
    console.log(
      `${String(size).padStart(9)}  peak memory of our process ${number(all[size].memory, 0)} MB`,
    )
  }
  const [first] = sizes
  const last = sizes.at(-1)
  if (first !== last)
    for (const [name, result] of Object.entries(all[last]))
      if (name !== 'memory')
        console.log(
          `${name.padEnd(20)} p95 at ${last} is ${number(result.ours.p95 / all[first][name].ours.p95, 2)} × that at ${first}`,
        )
} finally {
  redis?.stop()
  await embedded?.stop()
  rmSync(build, { recursive: true, force: true })
  if (kept === undefined) rmSync(data, { recursive: true, force: true })
}
process.exit(0)
