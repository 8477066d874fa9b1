import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { EventConsumer } from '../../../platform/outbox/index.js'
import { ListRows } from '../data/list-rows.js'
import { listRunsOut } from '../domain/group.events.js'

/** Throws away lists that have waited for a day. */
@Injectable()
export class ForgetLists extends EventConsumer {
  readonly consumer = 'groups.forget-lists'
  readonly types = [listRunsOut]

  constructor(
    private readonly lists: ListRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  handle(): Promise<void> {
    return this.lists.forgetOld(this.clock.now())
  }
}
