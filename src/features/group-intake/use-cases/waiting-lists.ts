import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Schedule } from '../../../platform/schedule/index.js'
import type { UploadedFile } from '../../../platform/web/upload.js'
import { UnderstandPlaces } from '../../places/index.js'
import { GroupRows, type GroupRow } from '../data/group-rows.js'
import { ListRows, type ListRow, type ListStep } from '../data/list-rows.js'
import { ListSeal } from '../data/list-seal.js'
import { PersonMarks } from '../data/person-marks.js'
import { readTable } from '../data/read-table.js'
import {
  assessList,
  leavingOut,
  withPlaces,
  type ListOutcome,
  type PlaceOfList,
} from '../domain/assess-list.js'
import { guessColumns, personFields, type Columns, type PersonField } from '../domain/columns.js'
import { ColumnOfNamesMissing, ColumnTwice, ListGone, ListMissing } from '../domain/group.errors.js'
import { listRunsOut } from '../domain/group.events.js'
import type { GroupFacts, ListFacts } from '../domain/group-facts.js'
import type { PeopleTable, TableRow } from '../domain/people-table.js'
import type { PersonOfList } from '../domain/person-row.js'
import { plainWord } from '../domain/plain-word.js'
import { TakeInPeople } from './take-in-people.js'

// A list that nobody finishes by tomorrow is sent again, mended.
const lifetimeMs = 24 * 3600 * 1000

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */
type Waiting = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly columns: Columns
  /** Null where it adds to a group: then the event is the group's. */
  readonly event: GroupFacts | null
  readonly facts: ListFacts | null
  /** Once taken in: into which group, and how many. */
  readonly done: Done | null
}

type Done = {
  readonly groupId: string
  readonly opened: number
  readonly known: number
}
/* eslint-enable @typescript-eslint/consistent-type-definitions */

/** A list on its way, opened for who sent it. */
export interface WaitingList {
  readonly id: string
  readonly step: ListStep
  readonly version: number
  readonly expiresAt: Date
  readonly table: PeopleTable
  readonly columns: Columns
  readonly outcome: ListOutcome
  readonly event: GroupFacts | null
  readonly facts: ListFacts | null
  readonly done: Done | null
  /** The group it adds to. */
  readonly group: GroupRow | null
}

/** What lists of one's own wait. */
export type ListInWaiting = Awaited<ReturnType<ListRows['waiting']>>[number]

/**
 * Lists on their way: sent, their columns named, looked at, told what is the same for all, taken in.
 * They wait sealed, for the worker who sent them alone, and not longer than a day.
 */
@Injectable()
export class WaitingLists {
  constructor(
    private readonly lists: ListRows,
    private readonly groups: GroupRows,
    private readonly seal: ListSeal,
    private readonly marks: PersonMarks,
    private readonly takeIn: TakeInPeople,
    private readonly places: UnderstandPlaces,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One's own that wait, the last first. */
  async mine(actor: WorkerActor): Promise<ListInWaiting[]> {
    this.mayOpen(actor)
    return this.transactions.run(actor, () => this.lists.waiting(actor.workerId, this.clock.now()))
  }

  /**
   * @param groupId the group it adds to; null for a new one
   * @returns the id of the list
   * @throws NotFound | ListMissing, and what `readTable` throws
   */
  async send(
    actor: WorkerActor,
    file: UploadedFile | null,
    groupId: string | null,
  ): Promise<string> {
    this.mayOpen(actor)
    if (file === null) throw new ListMissing()
    const table = await readTable(file)
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      if (groupId !== null && (await this.groups.see(groupId)) === undefined)
        throw new NotFound('group.open', 'group', groupId)
      const id = randomUUID()
      const remembered = await this.lists.remembered(
        actor.unitId,
        table.header.map((heading) => this.headingMark(actor, heading)),
      )
      const columns = guessColumns(table.header, remembered)
      const waiting: Waiting = { ...table, columns, event: null, facts: null, done: null }
      const expiresAt = new Date(now.getTime() + lifetimeMs)
      await this.lists.add({
        id,
        workerId: actor.workerId,
        unitId: actor.unitId,
        groupId,
        sentAt: now,
        expiresAt,
        sealed: this.sealed(actor, id, waiting),
      })
      await this.schedule.at(
        expiresAt,
        { type: listRunsOut, subjectId: id, caseId: null },
        listRunsOut,
      )
      await this.trail.record({ action: 'group.list', subject: { type: 'group-list', id } })
      return id
    })
  }

  /** @throws NotFound */
  read(actor: WorkerActor, id: string): Promise<WaitingList> {
    return this.transactions.run(actor, async () => {
      const { row, waiting } = await this.open(actor, id)
      const { header, rows, columns, event, facts, done } = waiting
      const group = row.groupId === null ? null : await this.groups.see(row.groupId)
      await this.trail.record({ action: 'group.list', subject: { type: 'group-list', id } })
      return {
        id,
        step: row.step,
        version: row.version,
        expiresAt: row.expiresAt,
        table: { header, rows },
        columns,
        outcome: await this.assess(actor, waiting, row.groupId),
        event,
        facts,
        done,
        group: group ?? null,
      }
    })
  }

  /**
   * Says what each column holds, and remembers it for the unit.
   * @throws NotFound | Stale | ListGone | ColumnTwice | ColumnOfNamesMissing
   */
  nameColumns(
    actor: WorkerActor,
    id: string,
    version: number,
    fields: readonly (PersonField | null)[],
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { row, waiting } = await this.openToMove(actor, id)
      const columns: Partial<Record<PersonField, number>> = {}
      for (const [at, field] of fields.slice(0, waiting.header.length).entries()) {
        if (field === null) continue
        if (columns[field] !== undefined) throw new ColumnTwice()
        columns[field] = at
      }
      if (columns.name === undefined) throw new ColumnOfNamesMissing()
      await this.move(actor, { ...row, version }, 'rows', { ...waiting, columns })
      await this.lists.remember(
        actor.unitId,
        waiting.header.map((heading, at) => ({
          mark: this.headingMark(actor, heading),
          field: personFields.find((field) => columns[field] === at) ?? null,
        })),
      )
    })
  }

  /** Says what is the same for everybody. @throws NotFound | Stale | ListGone */
  giveFacts(
    actor: WorkerActor,
    id: string,
    version: number,
    given: { readonly event: GroupFacts | null; readonly facts: ListFacts },
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { row, waiting } = await this.openToMove(actor, id)
      const event = row.groupId === null ? given.event : null
      await this.move(actor, { ...row, version }, 'check', {
        ...waiting,
        event,
        facts: given.facts,
      })
    })
  }

  /**
   * Opens the cases: all that are new, or none. What could not be read stays, for a day, to be mended.
   * @throws NotFound | Stale | ListGone | LeadUnfit | NobodyNew
   */
  import(actor: WorkerActor, id: string, version: number): Promise<Done> {
    return this.transactions.run(actor, async () => {
      const { row, waiting } = await this.openToMove(actor, id)
      const { event, facts } = waiting
      if (facts === null || (event === null && row.groupId === null)) throw new Stale()
      const { people, rows, known } = await this.assess(actor, waiting, row.groupId)
      const { groupId, opened } = await this.takeIn.run(actor, {
        people,
        facts,
        into: row.groupId !== null ? { groupId: row.groupId } : { event: event ?? neverNull() },
      })
      const wrong = new Set(rows.filter(({ kind }) => kind === 'wrong').map(({ line }) => line))
      const done = { groupId, opened, known }
      await this.move(actor, { ...row, version }, 'left-over', {
        ...waiting,
        rows: waiting.rows.filter(({ line }) => wrong.has(line)),
        done,
      })
      return done
    })
  }

  /** Throws the list away. @throws NotFound */
  drop(actor: WorkerActor, id: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.open(actor, id)
      await this.lists.drop(id)
      await this.schedule.cancel(id)
      await this.trail.record({ action: 'group.list', subject: { type: 'group-list', id } })
    })
  }

  /** The rows that could not be understood, as they came, with their headings. @throws NotFound */
  async rowsToMend(
    actor: WorkerActor,
    id: string,
  ): Promise<{
    readonly header: readonly string[]
    readonly rows: readonly TableRow[]
    readonly outcome: ListOutcome
  }> {
    const { table, outcome } = await this.read(actor, id)
    const wrong = new Set(
      outcome.rows.filter(({ kind }) => kind === 'wrong').map(({ line }) => line),
    )
    return {
      header: table.header,
      rows: table.rows.filter(({ line }) => wrong.has(line)),
      outcome,
    }
  }

  private mayOpen(actor: WorkerActor): void {
    if (!decide(actor, 'group.open', { now: this.clock.now() }).allowed)
      throw new NotFound('group.open', 'group', null)
  }

  private async open(
    actor: WorkerActor,
    id: string,
  ): Promise<{ readonly row: ListRow; readonly waiting: Waiting }> {
    this.mayOpen(actor)
    const row = await this.lists.find(id, actor.workerId, this.clock.now())
    if (row === undefined) throw new NotFound('group.open', 'group-list', id)
    return { row, waiting: this.seal.open<Waiting>(row.sealed, placeOf(actor, id)) }
  }

  private async openToMove(actor: WorkerActor, id: string) {
    const opened = await this.open(actor, id)
    if (opened.row.step === 'left-over') throw new ListGone()
    return opened
  }

  private async move(
    actor: WorkerActor,
    row: Pick<ListRow, 'id' | 'version'>,
    step: ListStep,
    waiting: Waiting,
  ): Promise<void> {
    if (!(await this.lists.move(row, step, this.sealed(actor, row.id, waiting)))) throw new Stale()
  }

  private async assess(
    actor: WorkerActor,
    { header, rows, columns, event }: Waiting,
    groupId: string | null,
  ): Promise<ListOutcome> {
    const today = localTimeOf(this.clock.now()).date
    const outcome = assessList({ header, rows }, columns, today)
    const known = await this.takeIn.areKnown(actor, outcome.people)
    const left = leavingOut(outcome, new Set(outcome.people.filter((_, at) => known[at] === true)))
    const group = event !== null || groupId === null ? event : await this.groups.see(groupId)
    return withPlaces(left, await this.placesOf(left.people, group?.provinceCode ?? null, today))
  }

  // Who comes without a province lives, as far as is known, where the group is received.
  private async placesOf(
    people: readonly PersonOfList[],
    provinceOfGroup: string | null,
    today: LocalDate,
  ): Promise<ReadonlyMap<PersonOfList, PlaceOfList>> {
    const named = people.flatMap((person) => {
      const provinceCode = person.provinceCode ?? provinceOfGroup
      return person.commune === null || provinceCode === null
        ? []
        : [{ person, place: { provinceCode, name: person.commune, on: today } }]
    })
    const meant = await this.places.all(named.map(({ place }) => place))
    return new Map(
      named.flatMap(({ person }, at): [PersonOfList, PlaceOfList][] => {
        const understood = meant[at]
        return understood === undefined || understood.is === 'as-typed'
          ? []
          : [[person, understood]]
      }),
    )
  }

  private headingMark({ unitId }: WorkerActor, heading: string): Buffer {
    return this.marks.ofHeading(unitId, plainWord(heading))
  }

  private sealed(actor: WorkerActor, id: string, waiting: Waiting): Buffer {
    return this.seal.seal(waiting, placeOf(actor, id))
  }
}

const placeOf = ({ workerId }: WorkerActor, id: string) =>
  ({ table: 'group_list', id, ownerId: workerId }) as const

const neverNull = (): never => {
  throw new Error('a list of a new group has its event')
}
