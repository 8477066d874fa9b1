import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

/** A letter as it lay on the wire. */
export interface Received {
  readonly to: readonly string[]
  readonly messageId: string
  /** Headers and text, quoted-printable and encoded words undone. */
  readonly whole: string
}

/** A real mail server on a port of its own, which can be told to fail. */
export class PostOffice {
  readonly received: Received[] = []
  /** The answer to the next letters: null takes them. */
  refusal: { readonly code: number; readonly at: 'recipient' | 'end' } | null = null
  /** Takes the letter and hangs up before it says so. */
  hangsUp = false

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      callback(this.refusal?.at === 'recipient' ? refusalOf(this.refusal.code) : null)
    },
    onData: (stream, session, callback) => {
      let source = ''
      stream.setEncoding('utf8').on('data', (part: string) => (source += part))
      stream.on('end', () => {
        if (this.refusal !== null) {
          callback(refusalOf(this.refusal.code))
          return
        }
        this.received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          messageId: /^Message-ID: (.*)$/im.exec(source)?.[1] ?? '',
          whole: readable(source),
        })
        if (this.hangsUp) for (const connection of this.server.connections) connection.close()
        else callback(null)
      })
    },
  })

  async open(): Promise<string> {
    this.server.on('error', () => undefined)
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

const refusalOf = (responseCode: number): Error =>
  Object.assign(new Error('not here'), { responseCode })

// RFC 2047 and RFC 2045, as far as a letter of ours uses them.
const readable = (source: string): string => {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  return `${head
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : fromQuoted(text.replaceAll('_', ' ')),
    )}\n\n${
    /transfer-encoding: base64/i.test(head)
      ? Buffer.from(body, 'base64').toString()
      : /transfer-encoding: quoted-printable/i.test(head)
        ? fromQuoted(body)
        : body
  }`
}

const fromQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()
