import { ApiProperty } from '@nestjs/swagger'
import { sections, type Section } from '../../../platform/access/sections.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { reaches, type Reach } from '../domain/clock-events.js'
import {
  clockNames,
  escalationLevels,
  type ClockName,
  type EscalationLevel,
} from '../domain/clocks.js'
import { moveNames, type MoveName } from '../domain/open-moves.js'
import {
  feedbackAnswers,
  referralOutcomes,
  type FeedbackAnswer,
  type ReferralOutcome,
} from '../domain/outcomes.js'
import type { FhirStatus } from '../domain/referral-fhir.js'
import { referralStatuses, type ReferralStatus } from '../domain/referral-status.js'
import { urgencies, type Urgency } from '../domain/urgency.js'

const instant = { type: String, format: 'date-time', nullable: true } as const
const text = { type: String, nullable: true } as const
const id = { type: String, format: 'uuid', nullable: true } as const

export class PartyDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  name: string
}

/** Somebody was told that a clock runs, or has run out. */
export class ToldDto {
  @ApiProperty({ enum: clockNames })
  clock: ClockName

  @ApiProperty({ enum: escalationLevels })
  level: EscalationLevel

  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ enum: reaches, description: 'Whom it reached' })
  reaches: Reach

  @ApiProperty({ type: [String], description: 'Their names; empty for a desk' })
  workers: readonly string[]
}

/** A referral as a list shows it: a preview, which names nobody. */
export class ReferralSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'CG-26-01184' })
  number: string

  @ApiProperty({ enum: referralStatuses })
  status: ReferralStatus

  @ApiProperty({ description: 'FHIR R4 Task.status', example: 'in-progress' })
  fhirTaskStatus: FhirStatus['task']

  @ApiProperty({ enum: serviceTypes, nullable: true })
  service: ServiceType | null

  @ApiProperty({ enum: urgencies, nullable: true })
  urgency: Urgency | null

  @ApiProperty({ type: PartyDto })
  from: PartyDto

  @ApiProperty({ type: PartyDto, nullable: true })
  to: PartyDto | null

  @ApiProperty({ ...id, description: 'For the sender only' })
  caseId: string | null

  @ApiProperty({ ...text, example: '16-17' })
  ageBand: string | null

  @ApiProperty(text)
  sex: string | null

  @ApiProperty({ ...id, description: 'Who at the desk has it in hand; for the receiver only' })
  claimedBy: string | null

  @ApiProperty(instant)
  sentAt: string | null

  @ApiProperty(instant)
  answerDueAt: string | null

  @ApiProperty(instant)
  serviceDueAt: string | null

  @ApiProperty({ ...instant, description: 'When it goes back to the sender without an answer' })
  expiresAt: string | null

  @ApiProperty({ ...instant, description: 'Since when more than the desk has been told' })
  escalatedAt: string | null

  @ApiProperty({ enum: ['supervisor', 'coordination'], nullable: true })
  escalationLevel: 'supervisor' | 'coordination' | null

  @ApiProperty(instant)
  answeredAt: string | null

  @ApiProperty(instant)
  startedAt: string | null

  @ApiProperty(instant)
  endedAt: string | null

  @ApiProperty({ format: 'date-time' })
  createdAt: string

  @ApiProperty({ format: 'date-time' })
  updatedAt: string

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class ReferralsPageDto {
  @ApiProperty({ type: [ReferralSummaryDto] })
  items: readonly ReferralSummaryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class BundleDto {
  @ApiProperty({ type: [String], format: 'uuid', description: 'In the order asked' })
  ids: readonly string[]
}

export class ReferralEventDto {
  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ example: 'accepted' })
  kind: string

  @ApiProperty({ enum: referralStatuses, nullable: true })
  status: ReferralStatus | null

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(text)
  note: string | null

  @ApiProperty(text)
  worker: string | null

  @ApiProperty(text)
  unit: string | null
}

export class SharedRowDto {
  @ApiProperty({ description: 'In the language asked for' })
  label: string

  @ApiProperty({ description: 'The text as written, or the code' })
  value: string
}

export class SharedSectionDto {
  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty({ type: [SharedRowDto] })
  rows: readonly SharedRowDto[]
}

export class FeedbackDto {
  @ApiProperty({ enum: feedbackAnswers })
  received: FeedbackAnswer

  @ApiProperty({ enum: feedbackAnswers })
  safe: FeedbackAnswer

  @ApiProperty({ enum: feedbackAnswers })
  helpful: FeedbackAnswer
}

export class StopNoticeDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'withdrawn', description: 'withdrawn, expired, narrowed, not_justified' })
  why: string

  @ApiProperty({ enum: sections, isArray: true, description: 'What may no longer be used' })
  sections: readonly Section[]

  @ApiProperty({ format: 'date-time' })
  toldAt: string

  @ApiProperty(instant)
  understoodAt: string | null
}

export class ShareRequestDto {
  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty(text)
  reason: string | null

  @ApiProperty({ format: 'date-time' })
  askedAt: string

  @ApiProperty({ ...text, description: 'shared or declined; null while it waits' })
  answer: string | null

  @ApiProperty(text)
  answerText: string | null
}

/** One of the referrals that took each other's place. */
export class ReferralLinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'CG-26-01184' })
  number: string

  @ApiProperty({ enum: referralStatuses })
  status: ReferralStatus

  @ApiProperty({ ...text, description: 'Where it was sent' })
  unit: string | null

  @ApiProperty({ ...text, description: 'Why it ended as it did, or pauses' })
  reason: string | null

  @ApiProperty(id)
  supersedesId: string | null
}

/** One referral as one of its parties sees it. */
export class ReferralDto extends ReferralSummaryDto {
  @ApiProperty({ enum: ['sender', 'receiver'] })
  side: 'sender' | 'receiver'

  @ApiProperty({ ...text, description: 'FHIR R4 Task.businessStatus: confirmed or expired' })
  fhirBusinessStatus: FhirStatus['businessStatus']

  @ApiProperty({ ...text, description: 'What the receiver must know; names nobody' })
  need: string | null

  @ApiProperty(text)
  language: string | null

  @ApiProperty(text)
  provinceCode: string | null

  @ApiProperty(text)
  commune: string | null

  @ApiProperty({ ...id, description: 'Who answered, and gives the service' })
  handlerId: string | null

  @ApiProperty(instant)
  acknowledgeDueAt: string | null

  @ApiProperty({ ...instant, description: 'The sender asked to stop a service that has begun' })
  cancelAskedAt: string | null

  @ApiProperty({ ...instant, description: 'The next appointment' })
  appointmentAt: string | null

  @ApiProperty({ ...instant, description: 'A question of the receiver that waits for an answer' })
  questionAt: string | null

  @ApiProperty(instant)
  confirmedAt: string | null

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(id)
  suggestedUnitId: string | null

  @ApiProperty({ enum: referralOutcomes, nullable: true })
  outcome: ReferralOutcome | null

  @ApiProperty(text)
  outcomeText: string | null

  @ApiProperty({ type: FeedbackDto, nullable: true })
  feedback: FeedbackDto | null

  @ApiProperty({ ...id, description: 'The referral whose place it took; for the sender only' })
  supersedesId: string | null

  @ApiProperty({
    type: [ReferralLinkDto],
    description: 'The attempts to find help for this need, in their order; for the sender only',
  })
  chain: readonly ReferralLinkDto[]

  @ApiProperty({
    enum: sections,
    isArray: true,
    nullable: true,
    description: 'Sections asked for; for the sender only',
  })
  requestedSections: readonly Section[] | null

  @ApiProperty({
    enum: sections,
    isArray: true,
    nullable: true,
    description: 'Sections shared at this moment; null before acceptance and after the end',
  })
  sharedSections: readonly Section[] | null

  @ApiProperty({
    type: [SharedSectionDto],
    nullable: true,
    description: 'Their content, for the receiver',
  })
  shared: readonly SharedSectionDto[] | null

  @ApiProperty({ type: [StopNoticeDto], description: 'What the receiver is told to stop' })
  stopNotices: readonly StopNoticeDto[]

  @ApiProperty({ type: [ShareRequestDto], description: 'What the receiver asked to see' })
  shareRequests: readonly ShareRequestDto[]

  @ApiProperty({ type: [ToldDto], description: 'Who has been told of a clock that ran' })
  told: readonly ToldDto[]

  @ApiProperty({
    type: [PartyDto],
    nullable: true,
    description: 'Units that might help instead, once it came back; for the sender',
  })
  nextUnits: readonly PartyDto[] | null

  @ApiProperty({ enum: moveNames, isArray: true, description: 'What the caller can do now' })
  moves: readonly MoveName[]

  @ApiProperty({ type: [ReferralEventDto] })
  events: readonly ReferralEventDto[]
}
