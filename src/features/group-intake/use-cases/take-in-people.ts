import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Workers } from '../../accounts/index.js'
import { OpenCase, RecordForm } from '../../cases/index.js'
import { GroupRows, type GroupRow } from '../data/group-rows.js'
import { ListSeal } from '../data/list-seal.js'
import { PersonMarks } from '../data/person-marks.js'
import type { GroupFacts, ListFacts } from '../domain/group-facts.js'
import { formatGroupNumber } from '../domain/group-number.js'
import { LeadUnfit, NobodyNew, ReceivedInFuture } from '../domain/group.errors.js'
import { PeopleAdded } from '../domain/group.events.js'
import { intakeOfPerson } from '../domain/intake-of-person.js'
import { recordsOfReturn } from '../domain/records-of-return.js'
import type { PersonOfList } from '../domain/person-row.js'
import { isSamePerson, marksOf } from '../domain/same-person.js'

/** Whom to take in, and what is the same for all. */
export interface PeopleInput {
  readonly people: readonly PersonOfList[]
  readonly facts: ListFacts
  /** The event of a new group, or the group they are added to. */
  readonly into: { readonly event: GroupFacts } | { readonly groupId: string }
}

export interface TakenIn {
  readonly groupId: string
  /** How many cases were opened. */
  readonly opened: number
}

/**
 * Takes people in who came together: a case for each, all of them or none. Who is in the group already,
 * or in another one the actor sees, is left out, so that a list may be sent as often as it takes.
 */
@Injectable()
export class TakeInPeople {
  constructor(
    private readonly openCase: OpenCase,
    private readonly records: RecordForm,
    private readonly groups: GroupRows,
    private readonly marks: PersonMarks,
    private readonly seal: ListSeal,
    private readonly workers: Workers,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | LeadUnfit | NobodyNew | ReceivedInFuture | Stale when somebody else adds to the group right now */
  async run(actor: WorkerActor, { people, facts, into }: PeopleInput): Promise<TakenIn> {
    const now = this.clock.now()
    if (!decide(actor, 'group.open', { now }).allowed)
      throw new NotFound('group.open', 'group', null)
    if ('event' in into && into.event.receivedOn > localTimeOf(now).date)
      throw new ReceivedInFuture()
    return this.transactions.run(actor, () =>
      this.transactions.allOrNone(async () => {
        await this.mustLead(actor, facts.leads)
        const group = 'event' in into ? null : await this.toAddTo(into.groupId)
        const newcomers = await this.newcomers(actor, people)
        if (newcomers.length === 0) throw new NobodyNew()
        const event = 'event' in into ? into.event : group
        if (event === null) throw new Error('either an event or a group is given')
        const { id: groupId, number } = group ?? (await this.open(actor, into, now))
        const place = 'event' in into ? into.event.place : this.placeOf(group)
        const joined = { ...event, id: groupId, number, place }
        await this.takeIn(actor, joined, newcomers, facts, now)
        await this.trail.record({ action: 'group.open', subject: { type: 'group', id: groupId } })
        await this.outbox.add(new PeopleAdded(groupId, newcomers.length, actor.workerId))
        return { groupId, opened: newcomers.length }
      }),
    )
  }

  /** For each person whether they are in a group the actor sees. Inside the open transaction. */
  async areKnown(actor: WorkerActor, people: readonly PersonOfList[]): Promise<boolean[]> {
    if (people.length === 0) return []
    const marks = people.map((person) => this.marks.of(actor.unitId, person))
    const known = await this.groups.withMarks(marks)
    return marks.map((one) =>
      known.some((other) => isSamePerson(one, other, (mark, its) => mark.equals(its))),
    )
  }

  private async newcomers(
    actor: WorkerActor,
    people: readonly PersonOfList[],
  ): Promise<PersonOfList[]> {
    const known = await this.areKnown(actor, people)
    const marks = people.map(marksOf)
    // Whoever stands in what was sent twice is taken in once.
    return people.filter(
      (_, at) =>
        known[at] !== true &&
        !marks.some((other, before) => {
          const own = marks[at]
          return before < at && own !== undefined && isSamePerson(own, other)
        }),
    )
  }

  private async mustLead(actor: WorkerActor, leads: readonly string[]): Promise<void> {
    const colleagues = await this.workers.workersOfUnit(actor.unitId)
    const isFit = (lead: string) =>
      colleagues.some(({ id, roles }) => id === lead && roles.includes('caseworker'))
    if (leads.length === 0 || !leads.every(isFit)) throw new LeadUnfit()
  }

  // Its version is raised first: of two who add at the same time the second waits, is told, and looks
  // again at who is there.
  private async toAddTo(groupId: string): Promise<GroupRow> {
    const group = await this.groups.see(groupId)
    if (group === undefined) throw new NotFound('group.open', 'group', groupId)
    if (!(await this.groups.raiseVersion(groupId, group.version))) throw new Stale()
    return group
  }

  private async open(
    actor: WorkerActor,
    into: PeopleInput['into'],
    at: Date,
  ): Promise<{ readonly id: string; readonly number: string }> {
    if (!('event' in into)) throw new Error('only a new group is opened')
    const { place, ...event } = into.event
    const id = randomUUID()
    const year = Number(localTimeOf(at).date.slice(0, 4))
    const number = formatGroupNumber(year, await this.groups.nextSequence())
    const sealedPlace =
      place === null
        ? null
        : this.seal.seal(place, { table: 'victim_group', id, ownerId: actor.unitId })
    await this.groups.add(actor, { ...event, id, number, sealedPlace }, at)
    return { id, number }
  }

  private placeOf(group: GroupRow | null): string | null {
    if (group === null || group.sealedPlace === null) return null
    const { id, unitId: ownerId, sealedPlace } = group
    return this.seal.open<string>(sealedPlace, { table: 'victim_group', id, ownerId })
  }

  // What is known of everybody stands in each case where the caseworker goes on with it.
  private async recordReturn(
    actor: WorkerActor,
    caseId: string,
    event: GroupFacts & { readonly number: string },
  ): Promise<void> {
    for (const { form, values } of recordsOfReturn(event)) {
      const place = { caseId, section: 'reintegration' } as const
      const recorded = await this.records.add(actor, place, form, { values })
      // Nobody typed this: what does not fit the form is a fault of ours, and nothing is kept of it.
      if (!recorded.ok) throw new Error(`${form} does not take what a group says`)
    }
  }

  private async takeIn(
    actor: WorkerActor,
    group: GroupFacts & { readonly id: string; readonly number: string },
    people: readonly PersonOfList[],
    { risk, leads }: ListFacts,
    at: Date,
  ): Promise<void> {
    const rows: Parameters<GroupRows['addPeople']>[3][number][] = []
    for (const person of people) {
      const { id } = await this.openCase.run(actor, intakeOfPerson(person, group, risk), group.id)
      await this.recordReturn(actor, id, group)
      rows.push({ id: randomUUID(), caseId: id, marks: this.marks.of(actor.unitId, person) })
    }
    await this.groups.addPeople(group.id, actor.workerId, at, rows)
    for (const [index, { caseId }] of rows.entries()) {
      const lead = leads[index % leads.length]
      if (lead === undefined || lead === actor.workerId) continue
      if (!(await this.groups.giveCase(caseId, lead))) throw new LeadUnfit()
    }
  }
}
