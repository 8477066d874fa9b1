import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail, type Outcome, type StoredEntry } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { decodeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { Workers } from '../../accounts/index.js'
import { EntryRows, type EntrySearch } from '../data/entry-search.js'

/** What an auditor looks for. */
export interface TrailFilter {
  /** As people write it: BA-2026-000123. */
  readonly caseNumber?: string | undefined
  /** Login or id of a worker. */
  readonly worker?: string | undefined
  readonly action?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
}

/** Who did what, as an auditor reads it: names of workers and numbers of cases, no content. */
export interface TrailRow {
  readonly id: string
  /** RFC 3339 */
  readonly at: string
  /** Null for the service itself. */
  readonly actor: {
    readonly id: string
    readonly name: string | null
    readonly position: string | null
    readonly unitName: string | null
  } | null
  readonly action: string
  readonly case: { readonly id: string; readonly number: string | null } | null
  readonly subject: { readonly type: string; readonly id: string | null } | null
  readonly sections: readonly Section[]
  readonly outcome: Outcome
  readonly requestId: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the trail, which is itself recorded. */
@Injectable()
export class ReadTrail {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: EntryRows,
    private readonly workers: Workers,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first. @throws InvalidInput for a cursor that is not ours */
  run(
    actor: WorkerActor,
    filter: TrailFilter,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Slice<TrailRow>> {
    const before = after === undefined ? undefined : placeOf(after)
    return this.transactions.run(actor, async () => {
      const search = await this.searchFor(filter)
      await this.audit.record({ action: 'audit.read', caseId: search?.caseId ?? null })
      const found = search === null ? [] : await this.rows.find({ ...search, before }, limit + 1)
      const { items, next } = sliceOf(found, limit, ({ generation, xid, id }) => [
        String(generation),
        xid,
        id,
      ])
      return { items: await this.named(items), next }
    })
  }

  // Null where the filter names a case or worker that is not there: nothing can be found.
  private async searchFor({
    caseNumber,
    worker,
    ...rest
  }: TrailFilter): Promise<EntrySearch | null> {
    const caseId =
      caseNumber === undefined ? undefined : await this.rows.caseIdOf(caseNumber.toUpperCase())
    if (caseNumber !== undefined && caseId === undefined) return null
    const workerId =
      worker === undefined || uuid.test(worker) ? worker : await this.rows.workerIdOf(worker)
    if (worker !== undefined && workerId === undefined) return null
    return { ...rest, caseId, actorIds: workerId === undefined ? undefined : [workerId] }
  }

  private async named(entries: readonly StoredEntry[]): Promise<TrailRow[]> {
    const workers = await this.workers.named(present(entries.map(({ actorId }) => actorId)))
    const numbers = await this.rows.caseNumbers(present(entries.map(({ caseId }) => caseId)))
    return entries.map((entry) => {
      const worker = entry.actorId === null ? undefined : workers.get(entry.actorId)
      return {
        id: entry.id,
        at: entry.at,
        actor:
          entry.actorId === null
            ? null
            : {
                id: entry.actorId,
                name: worker?.displayName ?? null,
                position: worker?.position ?? null,
                unitName: worker?.unitName ?? null,
              },
        action: entry.action,
        case:
          entry.caseId === null
            ? null
            : { id: entry.caseId, number: numbers.get(entry.caseId) ?? null },
        subject:
          entry.subjectType === null ? null : { type: entry.subjectType, id: entry.subjectId },
        sections: sectionsOf(entry.sections),
        outcome: entry.outcome,
        requestId: entry.requestId,
      }
    })
  }
}

const present = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
]

const placeOf = (cursor: string): [string, string, string] => {
  const [generation = '', xid = '', id = ''] = decodeCursor(cursor, 3)
  if (![generation, xid, id].every((number) => /^\d{1,19}$/.test(number)))
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return [generation, xid, id]
}
