import type { BeforeApplicationShutdown } from '@nestjs/common'
import { createTransport } from 'nodemailer'
import { Mailer, MailRefused, type Letter } from './mailer.js'

/** What a letter says about the installation. */
interface Sender {
  /** smtp:// or smtps://, with name and password where the server wants them. */
  readonly smtpUrl: string
  readonly from: string
  /** Host of the public address: names us to the server, and our letters. */
  readonly host: string
}

const transportOf = ({ smtpUrl, host }: Sender) => {
  const url = new URL(smtpUrl)
  const isTls = url.protocol === 'smtps:'
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    secure: isTls,
    ...(url.username === ''
      ? {}
      : {
          auth: {
            user: decodeURIComponent(url.username),
            pass: decodeURIComponent(url.password),
          },
          // A password goes over a protected line or not at all.
          requireTLS: !isTls,
        }),
    // The machine's own name is nobody's business.
    name: host,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Mail through the SMTP server of the installation. */
export class SmtpMailer extends Mailer implements BeforeApplicationShutdown {
  readonly isThere = true
  private readonly transport: ReturnType<typeof transportOf>

  constructor(private readonly sender: Sender) {
    super()
    this.transport = transportOf(sender)
  }

  async send({ to, subject, text, eventId }: Letter): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.sender.from,
        to,
        subject,
        text,
        messageId: `<${eventId}@${this.sender.host}>`,
        xMailer: false,
        // RFC 3834: no out-of-office note comes back.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    } catch (error) {
      // RFC 5321, 4.2.1: 5yz is for good.
      const code =
        error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
      const isAboutTheLetter =
        error instanceof Error &&
        'code' in error &&
        /^(EENVELOPE|EMESSAGE)$/.test(String(error.code))
      if (code >= 500 && isAboutTheLetter) throw new MailRefused(code)
      throw error
    }
  }

  beforeApplicationShutdown(): void {
    this.transport.close()
  }
}

/** An installation without a mail server. */
export class NoMailer extends Mailer {
  readonly isThere = false

  send(): Promise<void> {
    throw new Error('There is no mail server: ask isThere first')
  }
}
