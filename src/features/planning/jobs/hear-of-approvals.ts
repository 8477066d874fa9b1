import { Injectable } from '@nestjs/common'
import { decide, type ApprovalFacts } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type Hearer, type PathOf } from '../../notifications/index.js'
import { ApprovalRows } from '../data/approval-rows.js'
import { approvalEvents } from '../domain/planning.events.js'

/** Whom it concerns that something is to be agreed to: the supervisors; and then who asked. */
@Injectable()
export class HearOfApprovals extends Hearing {
  readonly types: readonly string[] = approvalEvents
  readonly pages: Readonly<Record<string, PathOf>> = {
    'case-approval': (id) => `/approvals/cases/${id}`,
  }

  constructor(
    private readonly approvals: ApprovalRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const approval = await this.approvals.toTell(subjectId)
    if (approval === undefined) return []
    const common = {
      subject: { type: 'case-approval', id: subjectId },
      caseId: approval.caseId,
      deskUnitId: null,
    }
    if (type === 'approval.requested')
      return approval.state !== 'requested'
        ? []
        : [
            {
              ...common,
              workerIds: [],
              supervisorsOfUnitId: approval.unitId,
              mayHear: (hearer) => this.may(hearer, 'approval.decide', approval),
            },
          ]
    // What was taken back calls nobody any more, and is no news to who took it back.
    if (type === 'approval.withdrawn')
      return [{ ...common, workerIds: [], settles: ['approval.requested'], mayHear: () => false }]
    return [
      {
        ...common,
        workerIds: [approval.requestedBy],
        asksForDeed: type === 'approval.returned',
        settles: ['approval.requested'],
        mayHear: (hearer) => this.may(hearer, 'approval.read', approval),
      },
    ]
  }

  private may(
    { actor, case: facts }: Hearer,
    action: 'approval.decide' | 'approval.read',
    approval: ApprovalFacts,
  ): boolean {
    return decide(actor, action, { now: this.clock.now(), case: facts, approval }).allowed
  }
}
