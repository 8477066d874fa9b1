import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type CaseRow } from '../../cases/index.js'

/** Finds the case somebody wants to close or open again, if they may. Inside the open transaction. */
@Injectable()
export class ClosingAccess {
  constructor(
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async find(actor: WorkerActor, action: Action, caseId: string): Promise<CaseRow> {
    const found = await this.cases.summary(caseId)
    if (found === undefined || !(await this.may(actor, action, caseId)))
      throw new NotFound(action, 'case', caseId)
    return found
  }

  async may(actor: WorkerActor, action: Action, caseId: string): Promise<boolean> {
    const facts = await this.access.caseFacts(caseId)
    return decide(actor, action, { now: this.clock.now(), case: facts }).allowed
  }
}
