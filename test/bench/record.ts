import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** One statement as the service sent it. */
export interface Recorded {
  readonly text: string
  readonly name?: string
  readonly values?: readonly unknown[]
}

const ofTheRequest = new AsyncLocalStorage<true>()

type Query = (asked: string | Recorded, ...rest: unknown[]) => unknown

/** What the service sent for one request. */
export interface Recording {
  readonly statements: readonly Recorded[]
  /** Ids the service made up: sent without having come from the request, the actor or an answer. */
  readonly made: readonly string[]
}

const ids = (said: unknown): string[] =>
  JSON.stringify(said ?? null).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []

/** Records every statement the service sends for one request about `subject`, in order. */
export const record = async (
  app: NestFastifyApplication,
  request: {
    method: 'GET' | 'POST'
    url: string
    headers: Record<string, string>
    payload?: object
  },
  subject: string,
): Promise<Recording> => {
  const seen: Recorded[] = []
  const known = new Set([subject])
  const made = new Set<string>()
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (this: unknown, asked, ...rest) {
    // What the service does besides, for nobody's request, is not part of it.
    if (ofTheRequest.getStore() !== true) return original.call(this, asked, ...rest)
    const { text, values, ...named } = typeof asked === 'string' ? { text: asked } : asked
    seen.push({ text, ...named, ...(values === undefined ? {} : { values }) })
    if (named.name === 'database.open') for (const id of ids(values)) known.add(id)
    for (const id of ids(values)) if (!known.has(id)) made.add(id)
    const answer = original.call(this, asked, ...rest)
    if (answer instanceof Promise)
      answer.then(
        (result: unknown) => ids(result).forEach((id) => made.has(id) || known.add(id)),
        () => undefined,
      )
    return answer
  }
  try {
    const answer = await ofTheRequest.run(true, async () => await app.inject(request))
    if (answer.statusCode >= 300)
      throw new Error(
        `${request.method} ${request.url} answered ${answer.statusCode}: ${answer.body}`,
      )
  } finally {
    prototype.query = original
  }
  return { statements: seen.map(plain), made: [...made] }
}

// The service opens a transaction and says who acts in one trip; bare `pg` can as plain text.
const opening = ([claim, signature]: readonly unknown[]): Recorded => ({
  text: `BEGIN; SELECT set_config('ben_an.actor', '${String(claim)}', true), set_config('ben_an.signature', '${String(signature)}', true)`,
})

const plain = ({ text, name, values }: Recorded): Recorded =>
  name === 'database.open'
    ? opening(values ?? [])
    : {
        text,
        ...(name === undefined ? {} : { name }),
        ...(values === undefined ? {} : { values: values.map(plainValue) }),
      }

const plainValue = (value: unknown): unknown => {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') }
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.map(plainValue) : value
}
