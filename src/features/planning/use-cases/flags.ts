import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, zonedTime, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading } from '../../cases/index.js'
import { FlagRows, type FlagRow } from '../data/flag-rows.js'
import { AlreadyEnded, DueInPast } from '../domain/planning.errors.js'
import { flagDue, flagRaised, PlanningNews } from '../domain/planning.events.js'
import { endOfDay } from '../domain/tasks.js'
import { sealedUnder } from './approval-views.js'
import type { PlanningFrame } from './case-tasks.js'
import { PlanningAccess } from './planning-access.js'

/** A flag with its words. */
export interface FlagView extends Omit<FlagRow, 'sealed' | 'sealedReason'> {
  readonly message: string
  readonly reason: string | null
  readonly isOverdue: boolean
}

const place = (id: string, column: 'sealed' | 'sealed_reason') => ({
  table: 'case_flag',
  rowId: id,
  column,
})

/** A matter in a case that somebody wants seen by a day; anybody who manages the case may raise one. */
@Injectable()
export class Flags {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PlanningAccess,
    private readonly flags: FlagRows,
    private readonly cases: CaseReading,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** For who is about to raise one. @throws NotFound | CaseIsClosed */
  frame(actor: WorkerActor, caseId: string): Promise<PlanningFrame> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.findOpen(actor, 'planning.flag', caseId)
      const safeContact = await this.cases.safeContact(caseId)
      await this.record('planning.read', caseId, null)
      return { row, safeContact }
    })
  }

  /** @throws NotFound, also for a flag of another case */
  one(
    actor: WorkerActor,
    caseId: string,
    id: string,
  ): Promise<PlanningFrame & { readonly flag: FlagView }> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.access.find(actor, 'planning.flag', caseId)
      const found = await this.flags.one(id)
      if (found?.caseId !== caseId) throw new NotFound('planning.flag', 'case-flag', id)
      const [[flag], safeContact] = await Promise.all([
        this.opened(caseId, [found]),
        this.cases.safeContact(caseId),
        this.record('planning.read', caseId, id),
      ])
      if (flag === undefined) throw new NotFound('planning.flag', 'case-flag', id)
      return { row, safeContact, flag }
    })
  }

  /** Those that are up, the most pressing first; then those taken down. @throws NotFound */
  ofCase(actor: WorkerActor, caseId: string): Promise<FlagView[]> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'planning.read', caseId)
      await this.record('planning.read', caseId, null)
      return this.opened(caseId, await this.flags.ofCase(caseId))
    })
  }

  /** Opens the words of flags of one case, in the open transaction. */
  async opened(caseId: string, rows: readonly FlagRow[]): Promise<FlagView[]> {
    const now = this.clock.now()
    const wanted = rows.flatMap(({ id, sealed, sealedReason }) => [
      { section: sealedUnder, sealed, place: place(id, 'sealed') } as const,
      ...(sealedReason === null
        ? []
        : [
            {
              section: sealedUnder,
              sealed: sealedReason,
              place: place(id, 'sealed_reason'),
            } as const,
          ]),
    ])
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const texts = new Map(
      wanted.map((one, index) => [`${one.place.column} ${one.place.rowId}`, opened[index] ?? null]),
    )
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      dueOn: row.dueOn,
      raisedBy: row.raisedBy,
      raiserName: row.raiserName,
      raisedAt: row.raisedAt,
      removerName: row.removerName,
      removedAt: row.removedAt,
      version: row.version,
      message: texts.get(`sealed ${row.id}`) ?? '',
      reason: texts.get(`sealed_reason ${row.id}`) ?? null,
      isOverdue: row.removedAt === null && endOfDay(row.dueOn) <= now,
    }))
  }

  /** @returns its id. @throws NotFound | CaseIsClosed | DueInPast */
  raise(
    actor: WorkerActor,
    caseId: string,
    { message, dueOn }: { readonly message: string; readonly dueOn: LocalDate },
  ): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'planning.flag', caseId)
      const now = this.clock.now()
      if (dueOn < localTimeOf(now).date) throw new DueInPast()
      const id = randomUUID()
      const sealed = await this.cases.sealFor(caseId, sealedUnder, message, place(id, 'sealed'))
      await this.flags.raise(actor, { id, caseId, sealed, dueOn }, now)
      const morning = zonedTime(dueOn, '08:00')
      if (morning > now)
        await this.schedule.at(morning, { type: flagDue, subjectId: id, caseId }, 'due')
      await this.record('planning.flag', caseId, id)
      await this.outbox.add(new PlanningNews(flagRaised, id, caseId))
      return id
    })
  }

  /** Takes a flag down, with a word of why. @throws NotFound | AlreadyEnded | Stale */
  remove(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    reason: string,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'planning.flag', caseId)
      const flag = await this.flags.one(id)
      if (flag?.caseId !== caseId) throw new NotFound('planning.flag', 'case-flag', id)
      if (flag.removedAt !== null) throw new AlreadyEnded()
      const sealed = await this.cases.sealFor(
        caseId,
        sealedUnder,
        reason,
        place(id, 'sealed_reason'),
      )
      if (!(await this.flags.remove(actor, id, version, sealed, this.clock.now())))
        throw new Stale()
      await this.schedule.cancel(id)
      await this.record('planning.unflag', caseId, id)
    })
  }

  private record(action: string, caseId: string, flagId: string | null): Promise<void> {
    return this.audit.record({
      action,
      caseId,
      subject: flagId === null ? { type: 'case', id: caseId } : { type: 'case-flag', id: flagId },
      sections: maskOf([sealedUnder]),
    })
  }
}
