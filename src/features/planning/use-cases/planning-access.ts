import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  decide,
  type Action,
  type CaseFacts,
  type Context,
} from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type CaseRow } from '../../cases/index.js'
import { CaseIsClosed } from '../domain/planning.errors.js'

/** A case somebody may plan in, with what `decide` asked. */
export interface FoundCase {
  readonly row: CaseRow
  readonly facts: CaseFacts
}

/** Finds the case somebody wants to plan in, if they may. Runs inside the use case's transaction. */
@Injectable()
export class PlanningAccess {
  constructor(
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is none, or none for this actor */
  async find(
    actor: WorkerActor,
    action: Action,
    caseId: string,
    more: Pick<Context, 'approval' | 'taskOf'> = {},
  ): Promise<FoundCase> {
    const [facts, row] = await Promise.all([
      this.access.caseFacts(caseId),
      this.cases.summary(caseId),
    ])
    if (row === undefined || !this.may(actor, action, facts, more))
      throw new NotFound(action, 'case', caseId)
    return { row, facts }
  }

  /** As `find`, for what is done only while a case is open. @throws NotFound | CaseIsClosed */
  async findOpen(
    actor: WorkerActor,
    action: Action,
    caseId: string,
    more: Pick<Context, 'approval' | 'taskOf'> = {},
  ): Promise<FoundCase> {
    const found = await this.find(actor, action, caseId, more)
    if (found.row.status !== 'open') throw new CaseIsClosed()
    return found
  }

  may(
    actor: WorkerActor,
    action: Action,
    facts: CaseFacts,
    more: Pick<Context, 'approval' | 'taskOf'> = {},
  ): boolean {
    return decide(actor, action, { now: this.clock.now(), case: facts, ...more }).allowed
  }
}
