// The reference: bare node:http, one pg pool, and exactly the statements that the service sends for
// the same request, prepared under the same names. Nothing is decrypted, checked or shaped.
import { verify } from '@node-rs/argon2'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'

const {
  databaseUrl,
  pool: max,
  scripts,
  password,
} = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const pool = new pg.Pool({ connectionString: databaseUrl, max })

// As text, not as a list of numbers.
Buffer.prototype.toJSON = function () {
  return this.toString('base64')
}

const load = (value) => {
  if (Array.isArray(value)) return value.map(load)
  if (value !== null && typeof value === 'object' && 'bytes' in value)
    return Buffer.from(value.bytes, 'base64')
  return value
}

// The recorded subject becomes the asked one; what was random then is random now.
const fill = (value, { subject, fresh }, asked, renewed) => {
  if (Array.isArray(value)) return value.map((one) => fill(one, { subject, fresh }, asked, renewed))
  if (value === subject) return asked
  // Hashes of new sessions differ each time, as the service's do.
  if (Buffer.isBuffer(value) && value.length === 32 && renewed.isSession) return randomBytes(32)
  if (typeof value === 'string' && fresh.includes(value)) {
    if (!renewed.has(value)) renewed.set(value, randomUUID())
    return renewed.get(value)
  }
  return typeof value === 'string' && subject && value.includes(subject)
    ? value.replaceAll(subject, asked)
    : value
}

const prepared = scripts.map((byOperation) =>
  Object.fromEntries(
    Object.entries(byOperation).map(([name, script]) => [
      name,
      {
        ...script,
        statements: script.statements.map((s) => ({ ...s, values: s.values?.map(load) })),
      },
    ]),
  ),
)

// With BENCH_DETAIL set, how long each statement takes on average is told at the end.
const detail = new Map()
const spent = (name, ms) => {
  const known = detail.get(name) ?? { times: 0, ms: 0 }
  detail.set(name, { times: known.times + 1, ms: known.ms + ms })
}

const run = async (script, asked) => {
  const renewed = new Map()
  const answer = []
  let client
  try {
    for (const { text, name, values } of script.statements) {
      client ??= await pool.connect()
      renewed.isSession = text.includes('INTO session')
      const filled = values?.map((value) => fill(value, script, asked, renewed))
      const begin = performance.now()
      const { rows } =
        (await (name === undefined && filled === undefined
          ? client.query(text)
          : client.query({ name, text, values: filled }))) ?? {}
      spent(name ?? text.slice(0, 8), performance.now() - begin)
      if (rows?.length > 0) answer.push(rows)
      if (text === 'COMMIT' || text === 'ROLLBACK') {
        client.release()
        client = undefined
      }
      if (script.verifyAfter === name && name !== undefined)
        await verify(script.hash, script.peppered ?? password)
    }
  } catch (error) {
    client?.release(true)
    throw error
  }
  return answer
}

// One failure of an operation tells enough; the others mostly follow from it.
const told = new Set()
const tell = (operation, error) => {
  if (told.has(operation)) return
  told.add(operation)
  process.stderr.write(`${operation}: ${error.message}\n`)
}

const server = createServer((request, response) => {
  const [, actor, operation, asked] = request.url.split('/').map(decodeURIComponent)
  request.resume()
  run(prepared[Number(actor)][operation], asked ?? '').then(
    (answer) => {
      const body = JSON.stringify(answer)
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    },
    (error) => {
      tell(operation, error)
      response.writeHead(500)
      response.end()
    },
  )
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
process.on('SIGTERM', () => {
  if (process.env.BENCH_DETAIL)
    for (const [name, { times, ms }] of detail)
      process.stderr.write(`${name.padEnd(40)} ${(ms / times).toFixed(2)} ms × ${times}\n`)
  process.exit(0)
})
