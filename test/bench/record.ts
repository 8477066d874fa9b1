import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import pg from 'pg'

/** One statement as the service sent it. */
export interface Recorded {
  readonly text: string
  readonly name?: string
  readonly values?: readonly unknown[]
}

type Query = (asked: string | Recorded, ...rest: unknown[]) => unknown

/** Records every statement the service sends for one request, in order. */
export const record = async (
  app: NestFastifyApplication,
  request: {
    method: 'GET' | 'POST'
    url: string
    headers: Record<string, string>
    payload?: object
  },
): Promise<readonly Recorded[]> => {
  const seen: Recorded[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (this: unknown, asked, ...rest) {
    seen.push(typeof asked === 'string' ? { text: asked } : { ...asked })
    return original.call(this, asked, ...rest)
  }
  try {
    const answer = await app.inject(request)
    if (answer.statusCode >= 300)
      throw new Error(
        `${request.method} ${request.url} answered ${answer.statusCode}: ${answer.body}`,
      )
  } finally {
    prototype.query = original
  }
  return seen.map(plain)
}

const plain = ({ text, name, values }: Recorded): Recorded => ({
  text,
  ...(name === undefined ? {} : { name }),
  ...(values === undefined ? {} : { values: values.map(plainValue) }),
})

const plainValue = (value: unknown): unknown => {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') }
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.map(plainValue) : value
}
