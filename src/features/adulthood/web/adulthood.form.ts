import { IsIn, IsOptional, MaxLength } from 'class-validator'
import {
  adulthoodDecisions,
  longestNote,
  personWants,
  type AdulthoodDecision,
  type PersonWants,
} from '../domain/decision.js'

/** What was decided, as it is typed. */
export class AdulthoodForm {
  @IsIn(adulthoodDecisions, { message: 'adulthood.decision.missing' })
  decision: AdulthoodDecision

  @IsIn(personWants, { message: 'adulthood.wants.missing' })
  personWants: PersonWants

  @IsOptional()
  @MaxLength(longestNote, { message: 'adulthood.note.too-long' })
  note?: string
}
