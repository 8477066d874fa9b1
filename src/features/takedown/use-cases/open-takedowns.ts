import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action, type CaseFacts } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import type { TakedownRow } from '../data/takedown-rows.js'
import { TakedownRows } from '../data/takedown-rows.js'
import { isOpen, remindDaysBefore } from '../domain/takedown.js'
import { defanged } from '../domain/target.js'

/* eslint-disable-next-line @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */
export type SealedTakedown = {
  /** The address or the hash, in one spelling. */
  readonly target: string
  /** Where the platform is none of the list. */
  readonly platformName: string | null
  /** By which the platform knows the request. */
  readonly reference: string | null
}

/** A request with what it is about, made harmless. */
export interface Takedown extends Omit<TakedownRow, 'sealed'> {
  /** Never a link, never opened by mistake. */
  readonly shown: string
  readonly platformName: string | null
  readonly reference: string | null
  readonly isUnanswered: boolean
  /** What was kept is kept no more within days, or is not any more. */
  readonly preservationEnds: 'no' | 'soon' | 'ended'
  readonly isOpen: boolean
}

/** The frame of pages about a case. */
export interface TakedownFrame {
  readonly caseId: string
  readonly number: string | null
  readonly safeContact: SafeContact | null
}

export const takedownPlace = (id: string) => ({
  table: 'takedown_request',
  rowId: id,
  column: 'sealed',
})

const day = 86_400_000

/** Finds and opens requests for the use cases of this feature, inside their transaction. */
@Injectable()
export class OpenTakedowns {
  constructor(
    private readonly access: Access,
    private readonly rows: TakedownRows,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What the actor stands on. @throws NotFound where the section on incidents is not theirs */
  async standing(
    actor: WorkerActor,
    action: 'takedown.read' | 'takedown.change',
    caseId: string,
  ): Promise<CaseFacts> {
    const facts = await this.access.caseFacts(caseId)
    if (!this.may(actor, action, facts)) throw new NotFound(action, 'case', caseId)
    return facts
  }

  may(
    actor: WorkerActor,
    action: Extract<Action, 'takedown.read' | 'takedown.change'>,
    facts: CaseFacts,
  ): boolean {
    const context = { now: this.clock.now(), case: facts, section: 'incident' } as const
    return decide(actor, action, context).allowed
  }

  /** @throws NotFound */
  async find(
    actor: WorkerActor,
    action: 'takedown.read' | 'takedown.change',
    caseId: string,
    id: string,
  ): Promise<{ readonly row: TakedownRow; readonly facts: CaseFacts }> {
    const facts = await this.standing(actor, action, caseId)
    const row = await this.rows.one(caseId, id)
    if (row === undefined) throw new NotFound(action, 'takedown', id)
    return { row, facts }
  }

  /** What they are about, in the order of the rows. */
  async contents(caseId: string, rows: readonly TakedownRow[]): Promise<SealedTakedown[]> {
    const opened = await this.cases.openAllFor<SealedTakedown>(
      caseId,
      rows.map(({ id, sealed }) => ({ section: 'incident', sealed, place: takedownPlace(id) })),
    )
    return opened.map((content) => {
      if (content === null) throw new Error('who sees the section holds its key')
      return content
    })
  }

  seal(caseId: string, id: string, content: SealedTakedown): Promise<Buffer> {
    return this.cases.sealFor(caseId, 'incident', content, takedownPlace(id))
  }

  async open(caseId: string, rows: readonly TakedownRow[]): Promise<Takedown[]> {
    const now = this.clock.now()
    const contents = await this.contents(caseId, rows)
    return rows.flatMap((row, index) => {
      const content = contents[index]
      return content === undefined ? [] : [takedownOf(row, content, now)]
    })
  }

  /** Number and safe contact, as far as they are the actor's to see. */
  async frame(actor: WorkerActor, caseId: string, facts: CaseFacts): Promise<TakedownFrame> {
    const context = { now: this.clock.now(), case: facts, section: 'contact' } as const
    const seesContact = decide(actor, 'section.read', context).allowed
    const [numbers, safeContact] = await Promise.all([
      this.cases.caseNumbers([caseId]),
      seesContact ? this.cases.safeContact(caseId) : null,
    ])
    return { caseId, number: numbers.get(caseId) ?? null, safeContact }
  }

  record(action: string, caseId: string, id: string | null): Promise<void> {
    return this.audit.record({
      action,
      caseId,
      subject: id === null ? { type: 'case', id: caseId } : { type: 'takedown', id },
      sections: maskOf(['incident']),
    })
  }
}

const takedownOf = (row: TakedownRow, content: SealedTakedown, now: Date): Takedown => ({
  id: row.id,
  number: row.number,
  caseId: row.caseId,
  kind: row.kind,
  platform: row.platform,
  askedBy: row.askedBy,
  takenUnder18: row.takenUnder18,
  state: row.state,
  bases: row.bases,
  reason: row.reason,
  preservationBasis: row.preservationBasis,
  preservationAskedAt: row.preservationAskedAt,
  preserveUntil: row.preserveUntil,
  unpreserved: row.unpreserved,
  notedAt: row.notedAt,
  requestedAt: row.requestedAt,
  answerDueAt: row.answerDueAt,
  acknowledgedAt: row.acknowledgedAt,
  removedAt: row.removedAt,
  refusedAt: row.refusedAt,
  reappearedAt: row.reappearedAt,
  updatedAt: row.updatedAt,
  version: row.version,
  shown: defanged(row.kind, content.target),
  platformName: content.platformName,
  reference: content.reference,
  isOpen: isOpen(row.state),
  isUnanswered: row.state === 'requested' && row.answerDueAt !== null && row.answerDueAt <= now,
  preservationEnds: endOf(row, now),
})

const endOf = ({ preserveUntil, state }: TakedownRow, now: Date): Takedown['preservationEnds'] => {
  if (preserveUntil === null || state === 'entered_in_error') return 'no'
  if (preserveUntil <= now) return 'ended'
  return preserveUntil.getTime() - now.getTime() <= remindDaysBefore * day ? 'soon' : 'no'
}
