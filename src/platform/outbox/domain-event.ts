/** Ids and codes only; never a name, a text or anything else about a person. */
export type EventData = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>

/** Something that happened, told in the transaction that made it happen. */
export interface DomainEvent {
  /** A uuid; made by the database where none is given. */
  readonly id?: string
  /** A thing and what was done to it: `referral.requested`. */
  readonly type: string
  /** The uuid of the thing. */
  readonly subjectId: string
  readonly caseId: string | null
  readonly data?: EventData
}

/** An event on its way to those who act on it. */
export interface DeliveredEvent {
  readonly id: string
  readonly type: string
  readonly subjectId: string
  readonly caseId: string | null
  readonly data: EventData
  /** When the transaction that told it began, by the database's clock. */
  readonly at: Date
}
