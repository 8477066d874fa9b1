import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { FormDrafts, type GatheredForm } from '../../../platform/web/form-drafts.js'

type Typed = GatheredForm['typed']

/** The key under which a started intake is opened as a case, once. */
export const intakeKey = (id: string): string => `intake-${id}`

/** What was answered so far of an intake in steps. It is its writer's alone until it is a case. */
@Injectable()
export class StartedIntake {
  constructor(
    private readonly drafts: FormDrafts,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Null where nothing was answered yet, or it has become a case. @throws NotFound */
  read(actor: WorkerActor, id: string): Promise<Typed | null> {
    this.check(actor)
    return this.transactions.run(actor, () => this.drafts.gathered(actor, intakeKey(id)))
  }

  /** @returns false where it has become a case meanwhile. @throws NotFound */
  write(actor: WorkerActor, id: string, title: string, typed: Typed): Promise<boolean> {
    this.check(actor)
    return this.transactions.run(actor, () =>
      this.drafts.gather(actor, intakeKey(id), { page: `/cases/new/${id}`, title, typed }),
    )
  }

  private check(actor: WorkerActor): void {
    if (!decide(actor, 'case.open', { now: this.clock.now() }).allowed)
      throw new NotFound('case.open', 'intake', null)
  }
}
