import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Context, type Grant } from '../../../platform/access/decide.js'
import {
  bitOf,
  maskOf,
  sections as allTheSections,
  sectionsOf,
  type Section,
} from '../../../platform/access/sections.js'
import { AuditTrail, type Outcome } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeCursor, sliceOf } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { AccessLogRepository, type AccessPlace } from '../data/access-log.repository.js'
import { WatchesRepository } from '../data/watches.repository.js'
import { onlyLooks } from '../domain/entry-kind.js'

/** What of the log is asked for. */
export interface AccessAsked {
  readonly changesOnly: boolean
  readonly section: Section | null
  readonly after?: string | undefined
  readonly limit: number
}

/** Who opened or changed what, when, and on what ground. */
export interface AccessEntry {
  readonly id: string
  /** RFC 3339 */
  readonly at: string
  /** A colleague by name, another unit by its name; null for the service itself. */
  readonly who: string | null
  readonly action: string
  readonly isChange: boolean
  readonly sections: readonly Section[]
  readonly outcome: Outcome
  readonly reasons: readonly Grant['reason'][]
}

/** The log of a case, with what its pages always show. */
export interface CaseAccess {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly entries: readonly AccessEntry[]
  readonly next: string | null
  /** Sections that can be watched, and whether the reader does. */
  readonly watches: readonly { readonly section: Section; readonly isWatched: boolean }[]
}

/** Shows who manages a case who else has been in it. */
@Injectable()
export class ReadAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly log: AccessLogRepository,
    private readonly watches: WatchesRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws NotFound; InvalidInput for a cursor that is not ours */
  run(actor: WorkerActor, caseId: string, asked: AccessAsked): Promise<CaseAccess> {
    const before = asked.after === undefined ? undefined : placeOf(asked.after)
    return this.transactions.run(actor, async () => {
      const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
      const summary = await this.cases.summary(caseId)
      if (summary === undefined || !decide(actor, 'case.trail', context).allowed)
        throw new NotFound('case.trail', 'case', caseId)
      await this.audit.record({
        action: 'case.trail',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      const rows = await this.log.ofCase(caseId, {
        before,
        changesOnly: asked.changesOnly,
        mask: asked.section === null ? 0 : maskOf([asked.section]),
        limit: asked.limit + 1,
      })
      const { items, next } = sliceOf(rows, asked.limit, ({ generation, xid, id }) => [
        String(generation),
        xid,
        id,
      ])
      return {
        caseId,
        number: summary.number,
        safeContact: await this.cases.safeContact(caseId),
        entries: items.map((row) => ({
          id: row.id,
          at: row.at,
          // Who works elsewhere is known here by their unit only.
          who: row.unitId === actor.unitId ? row.actorName : row.unitName,
          action: row.action,
          isChange: !onlyLooks(row.action),
          sections: sectionsOf(row.sections),
          outcome: row.outcome,
          reasons: row.reasons,
        })),
        next,
        watches: await this.watchesOf(actor, caseId, context),
      }
    })
  }

  private async watchesOf(actor: WorkerActor, caseId: string, context: Context) {
    const chosen = await this.watches.own(caseId, actor.workerId)
    const leads = await this.watches.leads(caseId, actor.workerId)
    return allTheSections
      .filter((section) => decide(actor, 'section.read', { ...context, section }).allowed)
      .map((section) => ({ section, isWatched: chosen.get(bitOf(section)) ?? leads }))
  }
}

const placeOf = (cursor: string): AccessPlace => {
  const [generation = '', xid = '', id = ''] = decodeCursor(cursor, 3)
  if (
    ![generation, xid, id].every((part) => /^\d{1,18}$/.test(part)) ||
    Number(generation) >= 2 ** 31
  )
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return { generation: Number(generation), xid, id }
}
