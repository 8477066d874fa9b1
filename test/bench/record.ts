import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'
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
  ...(values === undefined
    ? {}
    : {
        values: values.map((value) =>
          Buffer.isBuffer(value)
            ? { bytes: value.toString('base64') }
            : value instanceof Date
              ? value.toISOString()
              : value,
        ),
      }),
})

/** A key for a POST that is sent once. */
export const freshKey = (): string => randomUUID()
