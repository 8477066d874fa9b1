/** A letter. Whoever reads the mailbox must learn nothing about anybody from it. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The id of the event it comes of: sent again, it is the same letter. */
  readonly eventId: string
}

/** The other side will never take this letter: trying again is of no use. */
export class MailRefused extends Error {
  /** @param code the answer's number, such as 550; its text may quote the address */
  constructor(readonly code: number) {
    super('the letter was refused')
    this.name = 'MailRefused'
  }
}

/** Sends mail, where the installation has a server for it. */
export abstract class Mailer {
  /** Without a server nothing is sent, and nothing must be kept to be sent. */
  abstract readonly isThere: boolean

  /** @throws MailRefused for good, anything else for now */
  abstract send(letter: Letter): Promise<void>
}
