import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { RequestsRepository, type RequestRow } from '../data/requests.repository.js'
import { TransferTexts } from '../data/transfer-texts.js'
import { TransferAsked } from '../domain/transfer-events.js'
import type { DeclineReason } from '../domain/transfer-reasons.js'
import type { RequestStatus } from '../domain/transfer-status.js'
import { TransferRequestEnded } from '../domain/transfer.errors.js'

/** A request to take over, as its asker or the owner of the case sees it. */
export interface RequestView {
  readonly id: string
  /** As the asker typed it, or as the owner knows it. */
  readonly caseNumber: string | null
  readonly referralId: string | null
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly askerName: string
  readonly why: RequestRow['why']
  readonly text: string | null
  readonly askedAt: Date
  readonly lapsesAt: Date
  readonly status: RequestStatus
  readonly reason: string | null
  readonly transferId: string | null
  readonly version: number
  /** For who has the case. */
  readonly caseId: string | null
  readonly mayAnswer: boolean
}

/** Requests to take over: one's own, and those that wait for one's answer. */
@Injectable()
export class TransferRequests {
  constructor(
    private readonly requests: RequestsRepository,
    private readonly texts: TransferTexts,
    private readonly cases: CaseReading,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What the actor asked for (supervisors: the unit), newest first. @throws NotFound */
  asked(actor: WorkerActor): Promise<RequestView[]> {
    return this.listed(actor, () => this.requests.asked(actor.unitId), false)
  }

  /** What others ask of the actor's cases (supervisors: the unit's), oldest first. @throws NotFound */
  toAnswer(actor: WorkerActor, caseId: string | null = null): Promise<RequestView[]> {
    return this.listed(actor, () => this.requests.toAnswer(this.clock.now(), caseId), true)
  }

  /** @throws NotFound */
  one(actor: WorkerActor, id: string): Promise<RequestView> {
    return this.transactions.run(actor, async () => {
      const request = await this.requests.see(id)
      if (request === undefined) throw new NotFound('transfer.list', 'request', id)
      await this.trail.record({
        action: 'transfer.list',
        caseId: request.caseId,
        subject: { type: 'request', id },
      })
      const numbers = await this.numbersOf([request])
      const mayAnswer = request.caseId !== null && this.mayAnswer(actor, request)
      return this.viewOf(request, numbers, mayAnswer)
    })
  }

  /** The case stays; the asker hears why. @throws NotFound | Stale | TransferRequestEnded */
  decline(actor: WorkerActor, id: string, version: number, reason: DeclineReason): Promise<void> {
    return this.transactions.run(actor, async () => {
      const at = this.clock.now()
      const request = await this.requests.see(id)
      if (request === undefined || request.caseId === null || !this.mayAnswer(actor, request))
        throw new NotFound('transfer.decide-ask', 'request', id)
      if (statusOf(request, at) !== 'open') throw new TransferRequestEnded()
      const answered = await this.requests.answer(
        { id, version },
        { status: 'declined', reason },
        at,
      )
      if (!answered) throw new Stale()
      await this.trail.record({
        action: 'transfer.decide-ask',
        caseId: request.caseId,
        subject: { type: 'request', id },
      })
      await this.outbox.add(new TransferAsked('transfer.ask-declined', id))
    })
  }

  private listed(
    actor: WorkerActor,
    read: () => Promise<RequestRow[]>,
    mayAnswer: boolean,
  ): Promise<RequestView[]> {
    if (!decide(actor, 'transfer.list', { now: this.clock.now() }).allowed)
      throw new NotFound('transfer.list', 'request', null)
    return this.transactions.run(actor, async () => {
      const rows = await read()
      await this.trail.record({ action: 'transfer.list' })
      const numbers = await this.numbersOf(rows)
      return rows.map((row) => this.viewOf(row, numbers, mayAnswer))
    })
  }

  private mayAnswer(
    actor: WorkerActor,
    { caseFacts }: NonNullable<Awaited<ReturnType<RequestsRepository['see']>>>,
  ): boolean {
    const context = { now: this.clock.now(), case: caseFacts }
    return decide(actor, 'transfer.decide-ask', context).allowed
  }

  private numbersOf(rows: readonly RequestRow[]): Promise<ReadonlyMap<string, string>> {
    return this.cases.caseNumbers(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))
  }

  private viewOf(
    row: RequestRow,
    numbers: ReadonlyMap<string, string>,
    mayAnswer: boolean,
  ): RequestView {
    const status = statusOf(row, this.clock.now())
    return {
      id: row.id,
      caseNumber:
        row.caseNumber ?? (row.caseId === null ? null : (numbers.get(row.caseId) ?? null)),
      referralId: row.referralId,
      fromUnitId: row.fromUnitId,
      fromUnitName: row.fromUnitName,
      askerName: row.askerName,
      why: row.why,
      text: this.texts.asked(row),
      askedAt: row.askedAt,
      lapsesAt: row.lapsesAt,
      status,
      reason: row.reason,
      transferId: row.transferId,
      version: row.version,
      caseId: row.caseId,
      mayAnswer: mayAnswer && status === 'open',
    }
  }
}

const statusOf = ({ status, lapsesAt }: RequestRow, at: Date): RequestStatus =>
  status === 'open' && lapsesAt <= at ? 'lapsed' : status
