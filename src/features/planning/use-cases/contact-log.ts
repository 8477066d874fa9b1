import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import {
  CaseReading,
  contactNow,
  mayContact,
  type CaseRow,
  type ContactAnswer,
  type ContactChannel,
} from '../../cases/index.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { ContactRows, type ContactRow, type DueRow } from '../data/contact-rows.js'
import {
  attemptsBeforeAlarm,
  attemptsInVain,
  isUnreached,
  type ContactRole,
  type Safety,
} from '../domain/contacts.js'
import { AgainstSafeContact, ContactInFuture } from '../domain/planning.errors.js'
import { workingDayFrom } from '../domain/tasks.js'
import type { PlanningFrame } from './case-tasks.js'
import { PlanningAccess } from './planning-access.js'
import { TaskKeeper } from './task-keeper.js'

/** A contact or an attempt to be written down. */
export interface ContactToLog {
  readonly at: Date
  readonly channel: ContactChannel
  readonly withRole: ContactRole
  readonly fromPerson: boolean
  readonly reached: boolean
  readonly wasSafe: Safety
  readonly note: string | null
  /** Whoever writes it knows that it was not the way the person called safe. */
  readonly knowsRules: boolean
}

/** A contact with its words. */
export interface ContactView extends Omit<ContactRow, 'sealed'> {
  readonly note: string | null
}

/** What somebody sees who is about to get in touch. */
export interface BeforeContact extends PlanningFrame {
  readonly answer: ContactAnswer
  readonly due: DueRow | null
}

/** Attempts to reach the person, in ways that she called safe. */
export interface AttemptsInVain {
  readonly count: number
  readonly needed: number
  readonly areEnough: boolean
}

const usualLimit = 20
const sealedUnder = 'contact'
const notePlace = (id: string) => ({ table: 'contact_entry', rowId: id, column: 'sealed' })
// A clock that is a little ahead is no lie.
const graceMs = 5 * 60_000

/** Contacts with the person and attempts, held against what they called safe. */
@Injectable()
export class ContactLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly contacts: ContactRows,
    private readonly tasks: CaseTaskRows,
    private readonly keeper: TaskKeeper,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** May one get in touch now, and how? The number never comes without the answer. @throws NotFound | CaseIsClosed */
  before(actor: WorkerActor, caseId: string): Promise<BeforeContact> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.change', caseId)
      const [safeContact, due] = await Promise.all([
        this.cases.safeContact(caseId),
        this.contacts.due(caseId),
        this.record('planning.read', caseId, null),
      ])
      const answer = contactNow(safeContact, this.clock.now())
      return { row, safeContact, answer, due: due ?? null }
    })
  }

  /** The latest first. @throws NotFound, InvalidInput for a cursor that is not ours */
  async ofCase(
    actor: WorkerActor,
    caseId: string,
    { after, limit = usualLimit }: { after?: string | undefined; limit?: number | undefined } = {},
  ): Promise<PlanningFrame & Slice<ContactView> & { readonly mayChange: boolean }> {
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const { row, facts } = await this.access.find(actor, 'planning.read', caseId)
      const [rows, safeContact] = await Promise.all([
        this.contacts.ofCase(caseId, position, limit + 1),
        this.cases.safeContact(caseId),
        this.record('planning.read', caseId, null),
      ])
      const { items, next } = sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
      return {
        row,
        safeContact,
        items: await this.opened(caseId, items),
        next,
        mayChange: row.status === 'open' && this.access.may(actor, 'planning.change', facts),
      }
    })
  }

  /**
   * How often somebody has tried in vain since the person was last reached, and how many attempts are
   * asked for before contact counts as lost. In the open transaction of who manages the case.
   */
  async inVain(caseId: string): Promise<AttemptsInVain> {
    const count = attemptsInVain(await this.contacts.standing(caseId))
    return { count, needed: attemptsBeforeAlarm, areEnough: count >= attemptsBeforeAlarm }
  }

  /** Opens the words of entries of one case, in the open transaction. */
  async opened(caseId: string, rows: readonly ContactRow[]): Promise<ContactView[]> {
    const wanted = rows.flatMap(({ id, sealed }) =>
      sealed === null ? [] : [{ section: sealedUnder, sealed, place: notePlace(id) } as const],
    )
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const notes = new Map(wanted.map(({ place }, index) => [place.rowId, opened[index] ?? null]))
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      at: row.at,
      sortKey: row.sortKey,
      channel: row.channel,
      withRole: row.withRole,
      fromPerson: row.fromPerson,
      reached: row.reached,
      wasSafe: row.wasSafe,
      againstRules: row.againstRules,
      writerName: row.writerName,
      struckAt: row.struckAt,
      note: notes.get(row.id) ?? null,
    }))
  }

  /**
   * Writes it down and computes anew when the person is to be seen next. The third attempt in vain
   * gives the lead a task; reaching the person ends it.
   * @returns its id. @throws NotFound | CaseIsClosed | ContactInFuture | AgainstSafeContact
   */
  log(actor: WorkerActor, caseId: string, entry: ContactToLog): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.change', caseId)
      const now = this.clock.now()
      if (entry.at.getTime() > now.getTime() + graceMs) throw new ContactInFuture()
      const againstRules = await this.isAgainstRules(caseId, entry)
      if (againstRules && !entry.knowsRules) throw new AgainstSafeContact()
      const id = randomUUID()
      const { note, at, channel, withRole, fromPerson, reached, wasSafe } = entry
      const said = { at, channel, withRole, fromPerson, reached, wasSafe }
      const sealed =
        note === null ? null : await this.cases.sealFor(caseId, sealedUnder, note, notePlace(id))
      await this.contacts.add(actor, { id, caseId, ...said, againstRules, sealed }, now)
      await this.alarm(actor, row, entry)
      await this.record('planning.contact', caseId, id)
      return id
    })
  }

  /** What was written wrongly counts no longer; it stays readable. @throws NotFound | CaseIsClosed */
  strike(actor: WorkerActor, caseId: string, id: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'planning.change', caseId)
      if (!(await this.contacts.strike(actor, caseId, id, this.clock.now())))
        throw new NotFound('planning.change', 'contact', id)
      await this.record('planning.strike', caseId, id)
    })
  }

  // Rules are about reaching out to the person; who calls herself has chosen her way.
  private async isAgainstRules(caseId: string, entry: ContactToLog): Promise<boolean> {
    if (entry.withRole !== 'person' || entry.fromPerson) return false
    return !mayContact(await this.cases.safeContact(caseId), entry.channel, entry.at)
  }

  private async alarm(actor: WorkerActor, row: CaseRow, entry: ContactToLog): Promise<void> {
    if (entry.withRole !== 'person') return
    if (entry.reached) {
      const open = await this.tasks.ofKind(row.id, 'unreached')
      if (open !== undefined) await this.keeper.end(actor, open, open.version, { state: 'done' })
      return
    }
    if (!isUnreached(await this.contacts.standing(row.id))) return
    await this.keeper.add(actor, row.id, {
      kind: 'unreached',
      workerId: row.leadWorkerId,
      dueOn: workingDayFrom(localTimeOf(this.clock.now()).date, 1),
      reminds: true,
      title: null,
      itemId: null,
    })
  }

  private record(action: string, caseId: string, entryId: string | null): Promise<void> {
    return this.audit.record({
      action,
      caseId,
      subject: entryId === null ? { type: 'case', id: caseId } : { type: 'contact', id: entryId },
      sections: maskOf([sealedUnder]),
    })
  }
}
