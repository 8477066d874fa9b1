import { randomUUID } from 'node:crypto'
import { eventually } from './eventually.js'

const patienceMs = 4000

/** What came back at last. */
export interface Answer {
  readonly status: number
  readonly etag: string
  readonly body: Readonly<Record<string, unknown>>
  /** How often it was asked before somebody answered. */
  readonly unanswered: number
}

/** Another system that repeats a POST under one key until some process of the service answers. */
export class StubbornClient {
  private turn = 0

  /** @param addresses where the service can be asked at this moment */
  constructor(
    private readonly addresses: () => readonly string[],
    private readonly token = '',
  ) {}

  as(token: string): StubbornClient {
    return new StubbornClient(this.addresses, token)
  }

  async post(path: string, body: object, ifMatch?: string): Promise<Answer> {
    const request = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      body: JSON.stringify(body),
    }
    let unanswered = 0
    let answer: Answer | undefined
    await eventually(
      `an answer to ${path}`,
      async () => {
        const address = this.nextAddress()
        if (address === undefined) return false
        try {
          const response = await fetch(`${address}/api/v1${path}`, {
            ...request,
            // Who stands still is not waited for: others can be asked.
            signal: AbortSignal.timeout(patienceMs),
          })
          const text = await response.text()
          if (response.status >= 500) throw new Error(`${response.status}`)
          const etag = response.headers.get('etag') ?? ''
          answer = { status: response.status, etag, body: recordIn(text), unanswered }
        } catch {
          unanswered += 1
        }
        return answer !== undefined
      },
      60,
    )
    if (answer === undefined) throw new Error('it was awaited above')
    return answer
  }

  private nextAddress(): string | undefined {
    const addresses = this.addresses()
    this.turn += 1
    return addresses[this.turn % addresses.length]
  }
}

const recordIn = (text: string): Record<string, unknown> => {
  const value: unknown = text === '' ? {} : JSON.parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
