import { statement } from '../../../src/platform/database/statement.js'
import type { Database } from '../../../src/platform/database/transactions.js'
import type { DeliveredEvent } from '../../../src/platform/outbox/domain-event.js'
import { EventConsumer } from '../../../src/platform/outbox/event-consumer.js'
import { deliveryOfThisProcess } from './environment.js'

// Has an effect slowly enough to be killed in the middle of it.
const insert = statement(
  'chaos.effect',
  'INSERT INTO chaos_effect (consumer, event_id) SELECT $1, $2 FROM pg_sleep(0.01)',
)

class TakeEffect extends EventConsumer {
  readonly types = ['hand-off.made']
  constructor(
    readonly consumer: string,
    private readonly database: Database,
  ) {
    super()
  }
  async handle({ id }: DeliveredEvent): Promise<void> {
    await this.database.change(insert, [this.consumer, id])
  }
}

const delivery = await deliveryOfThisProcess()
// Two, so that a kill can fall between them and leave the event half delivered.
for (const name of ['first', 'second']) delivery.listenWith(new TakeEffect(name, delivery.database))
delivery.start()
process.once('SIGTERM', () => {
  void delivery.stop().then(() => process.exit(0))
})
