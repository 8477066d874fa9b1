import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type CaseRow } from '../../cases/index.js'
import { TransferOfClosedCase } from '../domain/transfer.errors.js'

/** Cases that are the actor's to hand over: their lead's, and where they are not sealed the unit's supervisors'. */
@Injectable()
export class OwnedCases {
  constructor(
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | TransferOfClosedCase */
  async open(actor: WorkerActor, action: Action, caseId: string): Promise<CaseRow> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const found = await this.cases.summary(caseId)
    if (
      found === undefined ||
      found.unitId !== actor.unitId ||
      !decide(actor, action, context).allowed
    )
      throw new NotFound(action, 'case', caseId)
    if (found.status !== 'open') throw new TransferOfClosedCase()
    return found
  }

  /** Whether the actor may write down what the person agrees to: supervisors offer, leads ask. */
  async mayRecordConsent(actor: WorkerActor, caseId: string): Promise<boolean> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    return decide(actor, 'consent.record', context).allowed
  }
}
