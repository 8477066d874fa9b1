import { IsIn, IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { contactChannels, dateTyped, type ContactChannel } from '../../cases/index.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { approvalNeeds, type ApprovalNeed } from '../domain/approval.js'
import { contactRoles, safeties, type ContactRole, type Safety } from '../domain/contacts.js'
import { longestLine, longestNote, longestTitle } from '../domain/lengths.js'
import {
  doers,
  dropReasons,
  goalStates,
  needDomains,
  needPriorities,
  partsTaken,
  type Doer,
  type DropReason,
  type GoalState,
  type NeedDomain,
  type NeedPriority,
  type PartTaken,
} from '../domain/plan.js'
import { caseTaskCancelReasons, type CaseTaskCancelReason } from '../domain/tasks.js'

const tooLongNote = { message: 'planning.note.too-long' }
const tooLongLine = { message: 'planning.line.too-long' }
const tooLongTitle = { message: 'planning.title.too-long' }

class Noted {
  @IsOptional()
  @MaxLength(longestNote, tooLongNote)
  note?: string
}

export class BasisForm {
  @IsIn(partsTaken, { message: 'planning.part.missing' })
  part: PartTaken

  @IsOptional()
  @MaxLength(longestNote, tooLongNote)
  wishes?: string

  @IsOptional()
  @MaxLength(longestNote, tooLongNote)
  bestInterests?: string
}

export class NeedForm {
  @IsIn(needDomains, { message: 'planning.domain.missing' })
  domain: NeedDomain

  @IsIn(needPriorities, { message: 'planning.priority.missing' })
  priority: NeedPriority

  @IsNotEmpty({ message: 'planning.need.missing' })
  @MaxLength(longestLine, tooLongLine)
  text = ''

  @IsOptional()
  @MaxLength(longestNote, tooLongNote)
  ownWords?: string
}

export class GoalForm {
  @IsNotEmpty({ message: 'planning.goal.missing' })
  @MaxLength(longestLine, tooLongLine)
  text = ''

  @IsOptional()
  @MaxLength(longestLine, tooLongLine)
  measure?: string
}

export class ProgressForm extends Noted {
  @IsIn(goalStates, { message: 'planning.progress.missing' })
  state: GoalState
}

export class ActionForm {
  @IsNotEmpty({ message: 'planning.action.missing' })
  @MaxLength(longestLine, tooLongLine)
  text = ''

  @IsIn(doers, { message: 'planning.doer.missing' })
  doer: Doer

  @IsOptional()
  @IsUUID('all', { message: 'planning.worker-unfit' })
  worker?: string

  @IsOptional()
  @IsIn(serviceTypes, { message: 'planning.service.missing' })
  service?: ServiceType

  @IsOptional()
  @IsUUID('all', { message: 'planning.referral-unfit' })
  referral?: string
}

export class EndActionForm extends Noted {
  @IsIn(['done', 'dropped'], { message: 'planning.progress.missing' })
  state: 'done' | 'dropped'

  @IsOptional()
  @IsIn(dropReasons, { message: 'planning.reason.missing' })
  reason?: DropReason
}

export class TaskForm {
  @IsNotEmpty({ message: 'planning.task.title.missing' })
  @MaxLength(longestTitle, tooLongTitle)
  title = ''

  @IsUUID('all', { message: 'planning.task.worker.missing' })
  worker: string

  @IsOptional()
  @IsIn(['yes'])
  reminds?: 'yes'
}

export class FinishForm extends Noted {}

export class CancelTaskForm extends Noted {
  @IsIn(caseTaskCancelReasons, { message: 'planning.reason.missing' })
  reason: CaseTaskCancelReason
}

export class FlagForm {
  @IsNotEmpty({ message: 'planning.flag.message.missing' })
  @MaxLength(longestTitle, tooLongTitle)
  message = ''
}

export class UnflagForm {
  @IsNotEmpty({ message: 'planning.flag.reason.missing' })
  @MaxLength(longestNote, tooLongNote)
  reason = ''
}

export class ContactForm extends Noted {
  @IsIn(['us', 'person'], { message: 'planning.contact.by.missing' })
  by: 'us' | 'person'

  @IsIn(contactChannels, { message: 'planning.contact.channel.missing' })
  channel: ContactChannel

  @IsOptional()
  @IsIn(contactRoles, { message: 'planning.contact.with.missing' })
  with?: ContactRole

  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'planning.contact.reached.missing' })
  reached?: 'yes' | 'no'

  @IsIn(safeties, { message: 'planning.contact.safe.missing' })
  safe: Safety

  @IsIn(['now', 'earlier'], { message: 'planning.contact.when.missing' })
  when: 'now' | 'earlier'

  @IsOptional()
  @Matches(/^([01]?\d|2[0-3]):[0-5]\d$/, { message: 'planning.contact.time.missing' })
  time?: string

  @IsOptional()
  @IsIn(['yes'])
  knows?: 'yes'
}

export class AskApprovalForm extends Noted {}

export class AnswerApprovalForm {
  @IsIn(['approved', 'returned'], { message: 'approvals.answer.missing' })
  answer: 'approved' | 'returned'

  @IsOptional()
  @MaxLength(longestNote, tooLongNote)
  reason?: string
}

const need = { message: 'approvals.rules.missing' }

export class RulesForm {
  @IsIn(approvalNeeds, need)
  assessment: ApprovalNeed

  @IsIn(approvalNeeds, need)
  plan: ApprovalNeed

  @IsIn(approvalNeeds, need)
  closing: ApprovalNeed
}

/** A day typed into the three fields of this name: null where they are empty, false where it is none. */
export const dayIn = (body: unknown, name: string): LocalDate | null | false => {
  const field = (part: string): string | undefined => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, `${name}-${part}`) : undefined
    return typeof value === 'string' ? value.trim() : undefined
  }
  return dateTyped(field('day'), field('month'), field('year'))
}

/** A day as it stands in its three fields. */
export const dayFields = (name: string, day: LocalDate | null): Record<string, string> => {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return {
    [`${name}-day`]: date === '' ? '' : String(Number(date)),
    [`${name}-month`]: month === '' ? '' : String(Number(month)),
    [`${name}-year`]: year,
  }
}
