import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'

export interface ApiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  /** The parsed JSON, or undefined where there is none. */
  readonly body: unknown
  readonly text: string
}

interface Sending {
  readonly ifMatch?: number | string
  readonly idempotencyKey?: string
  readonly headers?: Record<string, string>
}

/** Another system's eyes on `/api/v1`. */
export class ApiClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token?: string,
  ) {}

  get(path: string, sending: Sending = {}): Promise<ApiAnswer> {
    return this.send('GET', path, undefined, sending)
  }

  post(path: string, body: object = {}, sending: Sending = {}): Promise<ApiAnswer> {
    return this.send('POST', path, body, { idempotencyKey: randomUUID(), ...sending })
  }

  patch(path: string, body: object, sending: Sending = {}): Promise<ApiAnswer> {
    return this.send('PATCH', path, body, sending)
  }

  put(path: string, body: object, sending: Sending = {}): Promise<ApiAnswer> {
    return this.send('PUT', path, body, sending)
  }

  delete(path: string): Promise<ApiAnswer> {
    return this.send('DELETE', path, undefined, {})
  }

  private async send(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body: object | undefined,
    { ifMatch, idempotencyKey, headers = {} }: Sending,
  ): Promise<ApiAnswer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: String(answer.headers['content-type']).includes('json') ? answer.json() : undefined,
      text: answer.body,
    }
  }
}
