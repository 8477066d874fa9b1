import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type Hearer, type PathOf } from '../../notifications/index.js'
import { CaseParties, type PartiesOfCase } from '../data/case-parties.js'
import { CaseTaskRows } from '../data/case-task-rows.js'
import { FlagRows } from '../data/flag-rows.js'
import {
  contactEvents,
  flagDue,
  flagRaised,
  taskEvents,
  taskGiven,
} from '../domain/planning.events.js'

/**
 * Whom it concerns that something is due in a case, by the state as it is when the timer rings: what
 * was done, called off or put off meanwhile concerns nobody. What is too late is told to the lead and
 * to the supervisors as well.
 */
@Injectable()
export class HearOfPlanning extends Hearing {
  readonly types: readonly string[] = [
    ...taskEvents,
    taskGiven,
    ...contactEvents,
    flagDue,
    flagRaised,
  ]
  readonly pages: Readonly<Record<string, PathOf>> = {
    'case-task': (id, caseId) => `/cases/${caseId ?? ''}/plan/tasks/${id}`,
    'case-due': (id) => `/cases/${id}/plan`,
    'case-flag': (id, caseId) => `/cases/${caseId ?? ''}/plan/flags/${id}`,
  }

  constructor(
    private readonly tasks: CaseTaskRows,
    private readonly flags: FlagRows,
    private readonly parties: CaseParties,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId, caseId }: DeliveredEvent): Promise<readonly Concern[]> {
    if (caseId === null) return []
    const parties = await this.parties.of(caseId)
    if (parties?.isOpen !== true) return []
    if (type.startsWith('contact.')) return this.ofContact(type, caseId, parties)
    if (type === flagDue || type === flagRaised) return this.ofFlag(type, subjectId, parties)
    return this.ofTask(type, subjectId, parties)
  }

  private async ofTask(type: string, id: string, parties: PartiesOfCase): Promise<Concern[]> {
    const task = await this.tasks.toTell(id)
    if (task?.state !== 'open') return []
    const common = {
      subject: { type: 'case-task', id },
      caseId: task.caseId,
      deskUnitId: null,
      mayHear: this.managesTheCase(),
    }
    const own = { ...common, workerIds: [task.workerId], asksForDeed: true }
    if (type !== 'case-task.overdue') return [own]
    // Put off since the timer was set.
    if (task.dueAt > this.clock.now()) return []
    return [
      own,
      {
        ...common,
        workerIds: [parties.leadId],
        supervisorsOfUnitId: parties.unitId,
        asksForDeed: true,
      },
    ]
  }

  private ofContact(type: string, caseId: string, parties: PartiesOfCase): Concern[] {
    const { contactDueAt, leadId, unitId } = parties
    if (contactDueAt === null) return []
    const isOverdue = type === 'contact.overdue'
    if (isOverdue && contactDueAt > this.clock.now()) return []
    return [
      {
        subject: { type: 'case-due', id: caseId },
        caseId,
        workerIds: [leadId],
        deskUnitId: null,
        supervisorsOfUnitId: isOverdue ? unitId : null,
        asksForDeed: true,
        settles: isOverdue ? ['contact.due-soon'] : [],
        mayHear: this.managesTheCase(),
      },
    ]
  }

  private async ofFlag(type: string, id: string, parties: PartiesOfCase): Promise<Concern[]> {
    const flag = await this.flags.toTell(id)
    if (flag?.isUp !== true) return []
    const hearers = type === flagDue ? [parties.leadId, flag.raisedBy] : [parties.leadId]
    return [
      {
        subject: { type: 'case-flag', id },
        caseId: flag.caseId,
        // Who raised it knows that it is up.
        workerIds: hearers.filter((one) => type === flagDue || one !== flag.raisedBy),
        deskUnitId: null,
        asksForDeed: true,
        mayHear: this.managesTheCase(),
      },
    ]
  }

  private managesTheCase() {
    return ({ actor, case: facts }: Hearer): boolean =>
      decide(actor, 'planning.read', { now: this.clock.now(), case: facts }).allowed
  }
}
