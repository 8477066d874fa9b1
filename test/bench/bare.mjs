// The reference: bare node:http, one pg pool, and exactly the statements that the service sends for
// the same request, prepared under the same names. Nothing is decrypted, checked or shaped.
import { verify } from '@node-rs/argon2'
import { randomUUID } from 'node:crypto'
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

const run = async (script, asked) => {
  const renewed = new Map()
  const answer = []
  let client
  try {
    for (const { text, name, values } of script.statements) {
      client ??= await pool.connect()
      const filled = values?.map((value) => fill(value, script, asked, renewed))
      const { rows } =
        (await (name === undefined && filled === undefined
          ? client.query(text)
          : client.query({ name, text, values: filled }))) ?? {}
      if (rows?.length > 0) answer.push(rows)
      if (text === 'COMMIT' || text === 'ROLLBACK') {
        client.release()
        client = undefined
      }
      if (script.verifyAfter === name && name !== undefined)
        await verify(script.hash, script.peppered ?? password)
    }
  } finally {
    client?.release()
  }
  return answer
}

const server = createServer((request, response) => {
  const [, actor, operation, asked] = request.url.split('/')
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
      process.stderr.write(`${operation}: ${error.message}\n`)
      response.writeHead(500)
      response.end()
    },
  )
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
process.on('SIGTERM', () => process.exit(0))
