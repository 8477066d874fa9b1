import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Form } from '../domain/form.js'
import { FormsInUse } from './forms-in-use.js'

/** The forms in use, for whoever fills them in or builds against them. They hold nobody's content. */
@Injectable()
export class ReadForms {
  constructor(
    private readonly transactions: Transactions,
    private readonly forms: FormsInUse,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  all(actor: WorkerActor): Promise<readonly Form[]> {
    if (!decide(actor, 'form.read', { now: this.clock.now() }).allowed)
      throw new NotFound('form.read', 'form', null)
    return this.transactions.run(actor, () => this.forms.all())
  }

  /** @throws NotFound */
  async one(actor: WorkerActor, code: string): Promise<Form> {
    const form = (await this.all(actor)).find((one) => one.code === code)
    if (form === undefined) throw new NotFound('form.read', 'form', code)
    return form
  }
}
