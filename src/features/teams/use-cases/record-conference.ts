import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { bitOf, maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ConferenceRows, type ConferenceRow } from '../data/conference-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import type { AttendanceAnswer, ConferenceCancelReason, EntryKind } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { ConferenceAlreadyEnded, ConferenceNotBegun, UnitUnfit } from '../domain/teams.errors.js'
import { AssignTask, type TaskToGive } from './assign-task.js'
import { CallConference } from './call-conference.js'
import { entryPlace, ReadConference } from './read-conference.js'

/** A line to be written down; `section` says who reads it. */
export interface EntryToAdd {
  readonly kind: EntryKind
  readonly section: Section
  readonly text: string
  /** Who dissents. */
  readonly unitId: string | null
}

/** What is decided, and what the first unit is to do about it. */
export interface DecisionToAdd {
  readonly section: Section
  readonly text: string
  readonly task: Omit<TaskToGive, 'section' | 'decisionId'>
}

/** Writes down what is to be spoken about, what was said and decided, and closes the conference. */
@Injectable()
export class RecordConference {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReadConference,
    private readonly conferences: ConferenceRows,
    private readonly cases: CaseReading,
    private readonly texts: TeamTexts,
    private readonly assign: AssignTask,
    private readonly callNext: CallConference,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the line
   * @throws NotFound | ConferenceAlreadyEnded | UnitUnfit
   * @throws ConferenceNotBegun for anything but the agenda
   */
  add(actor: WorkerActor, id: string, entry: EntryToAdd): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { caseId, startsAt } = await this.planned(actor, id)
      const at = this.clock.now()
      if (entry.kind !== 'agenda' && startsAt > at) throw new ConferenceNotBegun()
      if (entry.unitId !== null) {
        const invitees = await this.conferences.invitees(id)
        if (
          entry.unitId !== actor.unitId &&
          !invitees.some(({ unitId }) => unitId === entry.unitId)
        )
          throw new UnitUnfit()
      }
      const entryId = randomUUID()
      const sealed = await this.cases.sealFor(
        caseId,
        entry.section,
        entry.text,
        entryPlace(entryId),
      )
      const { kind, unitId, section } = entry
      await this.conferences.addEntry(
        actor,
        caseId,
        { id: entryId, conferenceId: id, kind, section: bitOf(section), unitId, sealed },
        at,
      )
      await this.record(id, caseId, maskOf([section]))
      return entryId
    })
  }

  /**
   * A decision is somebody's task, or it is none.
   * @returns the id of the decision, from which more tasks may come
   * @throws NotFound | ConferenceAlreadyEnded | ConferenceNotBegun | TaskBeyondSight | DayHasPassed
   */
  decide(actor: WorkerActor, id: string, { section, text, task }: DecisionToAdd): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { caseId } = await this.planned(actor, id)
      const line = { kind: 'decision', section, text, unitId: null } as const
      const decisionId = await this.add(actor, id, line)
      await this.assign.run(actor, caseId, { ...task, section, decisionId })
      return decisionId
    })
  }

  /**
   * Closes it as held. With a next date the same units are called again, to the same place.
   * @throws NotFound | ConferenceAlreadyEnded | ConferenceNotBegun | Stale
   */
  hold(
    actor: WorkerActor,
    id: string,
    version: number,
    { attended, next }: { readonly attended: readonly string[]; readonly next: Date | null },
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { conference, team } = await this.reading.find(actor, 'conference.record', id)
      if (conference.status !== 'planned') throw new ConferenceAlreadyEnded()
      const at = this.clock.now()
      if (conference.startsAt > at) throw new ConferenceNotBegun()
      const { caseId, timeZone, channel } = conference
      await this.conferences.attended(id, attended)
      if (!(await this.conferences.end(id, version, 'held', null, at))) throw new Stale()
      if (next !== null) {
        const place = this.texts.shared(team, 'case_conference', id, conference.sealedPlace)
        const invitees = await this.conferences.invitees(id)
        const unitIds = invitees.map(({ unitId }) => unitId)
        await this.callNext.run(actor, caseId, {
          startsAt: next,
          timeZone,
          channel,
          place,
          unitIds,
        })
      }
      await this.record(id, caseId, 0)
      await this.outbox.add(new OnTeam('conference.decided', id, caseId))
    })
  }

  /** @throws NotFound | ConferenceAlreadyEnded | Stale */
  cancel(
    actor: WorkerActor,
    id: string,
    version: number,
    reason: ConferenceCancelReason,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { caseId } = await this.planned(actor, id)
      if (!(await this.conferences.end(id, version, 'cancelled', reason, this.clock.now())))
        throw new Stale()
      await this.record(id, caseId, 0)
      await this.outbox.add(new OnTeam('conference.cancelled', id, caseId))
    })
  }

  /** A unit says whether it comes. @throws NotFound | ConferenceAlreadyEnded */
  answer(actor: WorkerActor, id: string, said: AttendanceAnswer): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { conference } = await this.reading.find(actor, 'conference.answer', id)
      if (conference.status !== 'planned') throw new ConferenceAlreadyEnded()
      if (!(await this.conferences.answer(actor, id, said, this.clock.now())))
        throw new NotFound('conference.answer', 'conference', id)
      const { caseId } = conference
      await this.audit.record({
        action: 'conference.answer',
        caseId,
        subject: { type: 'conference', id },
      })
      await this.outbox.add(new OnTeam('conference.answered', id, caseId, actor.unitId))
    })
  }

  private async planned(actor: WorkerActor, id: string): Promise<ConferenceRow> {
    const { conference } = await this.reading.find(actor, 'conference.record', id)
    if (conference.status !== 'planned') throw new ConferenceAlreadyEnded()
    return conference
  }

  private record(id: string, caseId: string, sections: number): Promise<void> {
    const subject = { type: 'conference', id }
    return this.audit.record({ action: 'conference.record', caseId, subject, sections })
  }
}
