import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { RequestsRepository } from '../data/requests.repository.js'
import { factsOf, type SeenTransfer } from '../data/transfer-row.js'
import { TransfersRepository } from '../data/transfers.repository.js'
import { requestEventTypes, transferEventTypes } from '../domain/transfer-events.js'

const nobody = { workerIds: [], deskUnitId: null } as const

/** Whom it concerns that a case is offered, moves or stays, and that somebody asks for one. */
@Injectable()
export class HearOfTransfers extends Hearing {
  readonly types: readonly string[] = [...transferEventTypes, ...requestEventTypes]
  readonly pages: Readonly<Record<string, PathOf>> = {
    transfer: (id) => `/transfers/${id}`,
    'transfer-request': (id) => `/transfers/asks/${id}`,
  }

  constructor(
    private readonly transfers: TransfersRepository,
    private readonly requests: RequestsRepository,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned(event: DeliveredEvent): Promise<readonly Concern[]> {
    if (requestEventTypes.some((type) => type === event.type)) return this.ofRequest(event)
    const transfer = await this.transfers.see(event.subjectId)
    if (transfer === undefined) return []
    return [
      {
        ...whoHears(event.type, transfer),
        subject: { type: 'transfer', id: transfer.id },
        caseId: transfer.caseId,
        urgent: transfer.urgency === 'emergency' && event.type === 'transfer.offered',
        settles: transfer.status === 'offered' ? [] : ['transfer.offered'],
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'transfer.read', {
            now: this.clock.now(),
            case: facts,
            transfer: factsOf(transfer),
          }).allowed,
      },
    ]
  }

  private async ofRequest({ type, subjectId }: DeliveredEvent): Promise<Concern[]> {
    const request = await this.requests.see(subjectId)
    if (request === undefined) return []
    const subject = { type: 'transfer-request', id: request.id }
    if (type === 'transfer.ask-declined')
      return [
        {
          subject,
          // Not even the bell tells the asker which case it was.
          caseId: null,
          workerIds: [request.askedBy],
          deskUnitId: null,
          settles: ['transfer.asked'],
          mayHear: ({ actor, case: facts }) =>
            actor.workerId === request.askedBy &&
            decide(actor, 'transfer.list', { now: this.clock.now(), case: facts }).allowed,
        },
      ]
    const owner = request.caseId === null ? undefined : await this.requests.owner(request.caseId)
    if (request.caseId === null || owner === undefined || request.status !== 'open') return []
    return [
      {
        subject,
        caseId: request.caseId,
        workerIds: [owner.leadId],
        deskUnitId: null,
        supervisorsOfUnitId: owner.unitId,
        asksForDeed: true,
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'transfer.decide-ask', { now: this.clock.now(), case: facts }).allowed,
      },
    ]
  }
}

// By the state of the transfer now: what is no longer waiting calls nobody to the desk.
const whoHears = (
  type: string,
  transfer: SeenTransfer,
): Pick<Concern, 'workerIds' | 'deskUnitId' | 'supervisorsOfUnitId' | 'asksForDeed'> => {
  const { status, toUnitId, fromUnitId, offeredBy, oldLeadId, answeredBy, newLeadId } = transfer
  const handers = [...new Set([offeredBy, oldLeadId])]
  switch (type) {
    case 'transfer.offered':
      return status === 'offered' ? { workerIds: [], deskUnitId: toUnitId } : nobody
    case 'transfer.accepted':
      return {
        // Who was named by a supervisor learns it here.
        workerIds: [
          ...handers,
          ...(newLeadId === null || newLeadId === answeredBy ? [] : [newLeadId]),
        ],
        deskUnitId: null,
        supervisorsOfUnitId: fromUnitId,
        asksForDeed: false,
      }
    case 'transfer.rejected':
    case 'transfer.expired':
      return {
        workerIds: handers,
        deskUnitId: null,
        supervisorsOfUnitId: fromUnitId,
        asksForDeed: true,
      }
    case 'transfer.withdrawn':
      // The owner knows what it took back itself; not what ended with its consent.
      return transfer.reason === 'consent_withdrawn' ? { ...nobody, workerIds: handers } : nobody
    case 'transfer.contacted':
      return { workerIds: handers, deskUnitId: null, asksForDeed: false }
    default:
      return nobody
  }
}
