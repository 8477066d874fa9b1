import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { grantsOf } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Database } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { Pause } from '../domain/clocks.js'
import type { Referral } from '../domain/referral.js'
import type { ReferralRow, SeenReferral } from './referral-row.js'
import * as statements from './referral-statements.js'

type GrantRows = Parameters<typeof grantsOf>[0]

/** What a draft holds so far. */
export type DraftContent = Pick<
  ReferralRow,
  'service' | 'urgency' | 'sealedNeed' | 'toUnitId' | 'requestedSections' | 'consentId'
>

/** What the desk is shown of the person: never who. */
export type DeskFacts = Pick<
  ReferralRow,
  'ageBand' | 'sex' | 'language' | 'provinceCode' | 'commune'
>

/** A new draft; it begins with what is needed. */
export interface NewDraft
  extends DeskFacts, Pick<ReferralRow, 'service' | 'urgency' | 'sealedKey' | 'sealedNeed'> {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly supersedesId: string | null
  readonly bundleId: string | null
  readonly at: Date
}

/** Whether a draft may be sent now, and what the desk will be shown of the person. */
export interface Readiness extends DeskFacts {
  readonly caseIsOpen: boolean
  readonly unitFits: boolean
  /** Its consent holds and covers every section asked for. */
  readonly isConsented: boolean
}

/** The sending of a draft. */
export interface Sending extends DeskFacts {
  readonly at: Date
  readonly due: {
    readonly acknowledge: Date | null
    readonly answer: Date | null
    readonly service: Date | null
  }
  /** When it goes back to the sender if nobody answers. */
  readonly expiresAt: Date | null
  /** When its clocks ask for something first. */
  readonly firstStepAt: Date
}

/** A line of the story. */
export interface ToldEvent {
  /** Given by who sealed the note for it. */
  readonly id: string
  readonly kind: string
  /** Why, in a code of the list for it. */
  readonly reason: string | null
  readonly sealedNote: Buffer | null
}

/** What else changes with a move. */
export interface MoveExtras {
  readonly claimedBy?: string | null
  readonly handlerId?: string
  readonly sealedOutcome?: Buffer
  readonly cancelAskedReason?: string
  readonly appointmentAt?: Date | null
  readonly questionAt?: Date | null
  readonly serviceDueAt?: Date | null
}

/** Stored referrals; each method is one trip. Versions guard every change. */
@Injectable()
export class ReferralsRepository {
  constructor(private readonly database: Database) {}

  /** The referral, if the actor may know of it. */
  async see(id: string): Promise<SeenReferral | undefined> {
    const row = await this.database.first<ReferralRow & { sealed: boolean; grants: GrantRows }>(
      statements.see,
      [id],
    )
    if (row === undefined) return undefined
    const { sealed, grants, ...referral } = row
    return { ...referral, caseFacts: { blocked: false, sealed, grants: grantsOf(grants) } }
  }

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ sequence: number }>(statements.nextNumber)
    if (row === undefined) throw new Error('referral_number_seq gave no number')
    return row.sequence
  }

  async add(actor: WorkerActor, it: NewDraft): Promise<void> {
    await this.database.change(statements.draft, [
      it.id,
      it.number,
      it.caseId,
      actor.unitId,
      actor.workerId,
      it.ageBand,
      it.sex,
      it.language,
      it.provinceCode,
      it.commune,
      it.sealedKey,
      it.sealedNeed,
      it.service,
      it.urgency,
      it.supersedesId,
      it.at,
      it.bundleId,
    ])
  }

  /** The drafts that are written together, in their order. */
  async bundle(actor: WorkerActor, bundleId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(statements.bundle, [
      bundleId,
      actor.workerId,
    ])
    return rows.map(({ id }) => id)
  }

  /** From now on it is written and sent by itself. @throws Stale */
  async leaveBundle(id: string, version: number, at: Date): Promise<void> {
    if ((await this.database.change(statements.leaveBundle, [id, version, at])) === 0)
      throw new Stale()
  }

  /** @throws Stale when somebody else changed or sent it */
  async redraft(id: string, version: number, content: DraftContent, at: Date): Promise<void> {
    const changed = await this.database.change(statements.redraft, [
      id,
      version,
      content.service,
      content.urgency,
      content.sealedNeed,
      content.toUnitId,
      content.requestedSections,
      content.consentId,
      at,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Undefined where no unit is chosen yet. */
  readiness(id: string, at: Date): Promise<Readiness | undefined> {
    return this.database.first<Readiness>(statements.readiness, [id, at])
  }

  /** @throws Stale */
  async send(actor: WorkerActor, id: string, version: number, sending: Sending): Promise<void> {
    const changed = await this.database.change(statements.send, [
      id,
      version,
      sending.at,
      sending.due.acknowledge,
      sending.due.answer,
      sending.due.service,
      sending.ageBand,
      sending.sex,
      sending.language,
      sending.provinceCode,
      sending.commune,
      randomUUID(),
      actor.workerId,
      actor.unitId,
      sending.expiresAt,
      sending.firstStepAt,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Keeps the state a move led to, and tells of it. @throws Stale */
  async move(
    actor: WorkerActor,
    row: ReferralRow,
    version: number,
    next: Referral,
    at: Date,
    told: ToldEvent,
    extras: MoveExtras = {},
  ): Promise<void> {
    const changed = await this.database.change(statements.move, [
      row.id,
      version,
      next.status,
      at,
      extras.claimedBy === undefined ? row.claimedBy : extras.claimedBy,
      next.acknowledgedAt,
      extras.handlerId ?? row.handlerId,
      next.answeredAt,
      next.startedAt,
      next.endedAt,
      next.confirmedAt,
      next.statusReason?.code ?? null,
      next.suggestedUnitId,
      next.outcome,
      extras.sealedOutcome ?? row.sealedOutcome,
      next.feedback?.received ?? null,
      next.feedback?.safe ?? null,
      next.feedback?.helpful ?? null,
      told.id,
      actor.workerId,
      actor.unitId,
      told.kind,
      row.status,
      told.sealedNote,
      next.cancellationAskedAt,
      extras.cancelAskedReason ?? row.cancelAskedReason,
      extras.appointmentAt === undefined ? row.appointmentAt : extras.appointmentAt,
      extras.questionAt === undefined ? row.questionAt : extras.questionAt,
      extras.serviceDueAt === undefined ? row.serviceDueAt : extras.serviceDueAt,
      told.reason,
    ])
    if (changed === 0) throw new Stale()
  }

  /** Caseworkers of the unit at work to whom a referral of this case can be given. */
  fitColleagues(unitId: string, caseId: string): Promise<{ id: string; displayName: string }[]> {
    return this.database.query(statements.fitColleagues, [unitId, caseId])
  }

  /** The times on hold so far, in order; the last may still last. */
  pauses(id: string): Promise<Pause[]> {
    return this.database.query<Pause>(statements.pauses, [id])
  }

  /** Lets sight follow state: who sees which sections now. */
  async project(id: string): Promise<void> {
    await this.database.query(statements.project, [id])
  }
}
