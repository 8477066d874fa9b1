import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading, type CaseRow, type SafeContact } from '../../cases/index.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { dueTimes, expiresAt, type Urgency } from '../../referrals/index.js'
import { RequestsRepository, type RequestRow } from '../data/requests.repository.js'
import { TransferTexts } from '../data/transfer-texts.js'
import { TransfersRepository, type PreviewRow } from '../data/transfers.repository.js'
import { mostDaysKept, type Keeping, type OfferWords } from '../domain/transfer.js'
import { offerRunsOut, TransferMoved } from '../domain/transfer-events.js'
import { formatTransferNumber } from '../domain/transfer-number.js'
import type { KeepReason } from '../domain/transfer-reasons.js'
import {
  TransferAlreadyOffered,
  TransferKeepingNotAgreed,
  TransferKeepingUntilUnfit,
  TransferNotAgreed,
  TransferRequestEnded,
  TransferUnitUnfit,
} from '../domain/transfer.errors.js'
import { Agreements } from './agreements.js'
import { OwnedCases } from './owned-cases.js'

/** What the old unit wants to go on seeing, because it goes on helping. */
export interface KeepingAsked {
  readonly sections: readonly Section[]
  readonly reason: KeepReason
  /** First instant at which it no longer holds. */
  readonly until: Date
}

/** To whom the case is offered, and what is said about it. */
export interface OfferInput extends OfferWords {
  readonly toUnitId: string
  readonly urgency: Urgency
  /** Null where the old unit keeps nothing. */
  readonly keeping: KeepingAsked | null
  /** The request to take over that this answers. */
  readonly requestId: string | null
}

/** What is known before the offer is written. */
export interface OfferOptions {
  readonly case: CaseRow
  readonly safeContact: SafeContact | null
  /** Sections in which something is recorded: all of it moves. */
  readonly recorded: readonly Section[]
  readonly units: readonly UnitView[]
  /** The offer that waits for an answer already. */
  readonly openOfferId: string | null
  /** The request that is being answered. */
  readonly request: RequestRow | null
  readonly mayRecordConsent: boolean
}

/** What would happen, to be read before the offer is made. */
export interface OfferCheck extends OfferOptions {
  readonly unit: UnitView
  readonly preview: PreviewRow
  readonly answerDueAt: Date
  readonly expiresAt: Date
  /** Null while nothing that was agreed covers all that is recorded. */
  readonly agreedUntil: Date | null
  /** Sections still to be agreed to. */
  readonly missing: readonly Section[]
}

/** Offers the case to another unit. Until that unit accepts, everything stays as it is. */
@Injectable()
export class OfferTransfer {
  constructor(
    private readonly owned: OwnedCases,
    private readonly agreements: Agreements,
    private readonly transfers: TransfersRepository,
    private readonly requests: RequestsRepository,
    private readonly texts: TransferTexts,
    private readonly cases: CaseReading,
    private readonly directory: Directory,
    private readonly schedule: Schedule,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What has to be known to write an offer. @throws NotFound | TransferOfClosedCase */
  options(actor: WorkerActor, caseId: string, requestId: string | null): Promise<OfferOptions> {
    return this.transactions.run(actor, async () => {
      const options = await this.optionsOf(actor, caseId, requestId)
      await this.recordReading(caseId)
      return options
    })
  }

  /**
   * The offer as the desk would see it, and what it would mean.
   * @throws NotFound | TransferOfClosedCase | TransferUnitUnfit
   * @throws TransferKeepingNotAgreed | TransferKeepingUntilUnfit
   */
  check(actor: WorkerActor, caseId: string, input: OfferInput): Promise<OfferCheck> {
    return this.transactions.run(actor, async () => {
      const options = await this.optionsOf(actor, caseId, input.requestId)
      const unit = await this.fitUnit(actor, input.toUnitId)
      const at = this.clock.now()
      await this.keepingOf(actor, caseId, input.keeping, at)
      const recorded = maskOf(options.recorded)
      const agreement = await this.agreements.covering(caseId, unit.id, recorded)
      const preview = await this.transfers.preview(caseId)
      if (preview === undefined) throw new NotFound('transfer.offer', 'case', caseId)
      await this.recordReading(caseId)
      return {
        ...options,
        unit,
        preview,
        ...clocksOf(input.urgency, unit, at),
        agreedUntil: agreement?.validUntil ?? null,
        missing: sectionsOf(
          agreement === null ? await this.agreements.missing(caseId, unit.id, recorded) : 0,
        ),
      }
    })
  }

  /**
   * @returns the id of the transfer
   * @throws NotFound | TransferOfClosedCase | TransferUnitUnfit | TransferAlreadyOffered
   * @throws TransferNotAgreed when nothing that was agreed covers all that is recorded
   * @throws TransferKeepingNotAgreed | TransferKeepingUntilUnfit | TransferRequestEnded
   */
  run(actor: WorkerActor, caseId: string, input: OfferInput): Promise<string> {
    return this.transactions.run(actor, async () => {
      const found = await this.owned.open(actor, 'transfer.offer', caseId)
      const unit = await this.fitUnit(actor, input.toUnitId)
      const at = this.clock.now()
      const recorded = await this.transfers.sectionsRecorded(caseId)
      const agreement = await this.agreements.covering(caseId, unit.id, recorded)
      if (agreement === null) throw new TransferNotAgreed()
      const keeping = await this.keepingOf(actor, caseId, input.keeping, at)
      const request = await this.requestOf(caseId, input.requestId)
      if (request !== null && request.fromUnitId !== unit.id) throw new TransferUnitUnfit()

      const id = randomUUID()
      const sealedKey = this.texts.newKey(id)
      const clocks = clocksOf(input.urgency, unit, at)
      const isNew = await this.transfers.offer(actor, {
        id,
        number: await this.nextNumber(at),
        caseId,
        leadId: found.leadWorkerId,
        caseSealed: found.sealed,
        toUnitId: unit.id,
        urgency: input.urgency,
        consentId: agreement.id,
        keeping,
        at,
        ...clocks,
        why: input.why,
        sealedKey,
        sealedNeed: this.texts.sealNeed(id, sealedKey, input.need),
        eventId: randomUUID(),
      })
      if (!isNew) throw new TransferAlreadyOffered()
      if (
        request !== null &&
        !(await this.requests.answer(request, { status: 'offered', transferId: id }, at))
      )
        throw new TransferRequestEnded()
      await this.schedule.at(
        clocks.expiresAt,
        { type: offerRunsOut, subjectId: id, caseId },
        offerRunsOut,
      )
      await this.trail.record({
        action: 'transfer.offer',
        caseId,
        subject: { type: 'transfer', id },
        sections: recorded,
      })
      await this.outbox.add(new TransferMoved('transfer.offered', id, caseId, 'offered'))
      return id
    })
  }

  private async optionsOf(
    actor: WorkerActor,
    caseId: string,
    requestId: string | null,
  ): Promise<OfferOptions> {
    const found = await this.owned.open(actor, 'transfer.offer', caseId)
    const units = await this.directory.activeUnits()
    return {
      case: found,
      safeContact: await this.cases.safeContact(caseId),
      recorded: sectionsOf(await this.transfers.sectionsRecorded(caseId)),
      units: units.filter((unit) => unit.id !== actor.unitId && unit.onBenAn),
      openOfferId: await this.transfers.openOf(caseId),
      request: await this.requestOf(caseId, requestId),
      mayRecordConsent: await this.owned.mayRecordConsent(actor, caseId),
    }
  }

  private recordReading(caseId: string): Promise<void> {
    return this.trail.record({
      action: 'section.read',
      caseId,
      subject: { type: 'case', id: caseId },
      sections: maskOf(['contact']),
    })
  }

  // Only where people sign in is somebody there to accept and to lead.
  private async fitUnit(actor: WorkerActor, unitId: string): Promise<UnitView> {
    const unit = await this.directory.unit(unitId)
    if (unit === undefined || !unit.active || !unit.onBenAn || unit.id === actor.unitId)
      throw new TransferUnitUnfit()
    return unit
  }

  private async keepingOf(
    actor: WorkerActor,
    caseId: string,
    asked: KeepingAsked | null,
    at: Date,
  ): Promise<Keeping<KeepReason> | null> {
    if (asked === null) return null
    const { reason, until } = asked
    const sections = maskOf(asked.sections)
    const latest = at.getTime() + mostDaysKept * 86_400_000
    if (until <= at || until.getTime() > latest) throw new TransferKeepingUntilUnfit()
    const consent = await this.agreements.covering(caseId, actor.unitId, sections)
    if (sections === 0 || consent === null || consent.validUntil < until)
      throw new TransferKeepingNotAgreed()
    return { sections, reason, until, consentId: consent.id }
  }

  // A request of another case is none that could be answered here.
  private async requestOf(caseId: string, requestId: string | null): Promise<RequestRow | null> {
    if (requestId === null) return null
    const request = await this.requests.see(requestId)
    if (request?.caseId !== caseId) throw new NotFound('transfer.decide-ask', 'request', requestId)
    if (request.status !== 'open' || request.lapsesAt <= this.clock.now())
      throw new TransferRequestEnded()
    return request
  }

  private async nextNumber(at: Date): Promise<string> {
    const year = Number(localTimeOf(at).date.slice(0, 4))
    return formatTransferNumber({ year, sequence: await this.transfers.nextSequence() })
  }
}

// As long as for a referral of the same urgency: the unit's own calendar, then twice that.
const clocksOf = (urgency: Urgency, { timeZone }: UnitView, at: Date) => {
  const sent = { urgency, sentAt: at, pauses: [] }
  return {
    answerDueAt: dueTimes(sent, timeZone).answer ?? at,
    expiresAt: expiresAt(sent, timeZone) ?? at,
  }
}
