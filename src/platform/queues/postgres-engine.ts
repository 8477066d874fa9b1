import {
  createPostgresBackend,
  FlowProducer,
  Queue,
  Worker,
  type JobProgress,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from 'bullmq'
import pg from 'pg'
import type { DeliveryPace } from './delivery-pace.js'
import { listen, openQueue, processor, queueName, workerOptions } from './jobs.js'
import { queueSchema } from './prepare-queue-schema.js'
import { QueueEngine, type DeliveryJob, type OpenQueue, type WorkerHooks } from './queue-engine.js'

/** BullMQ in the database we have anyway; nothing else needs to be installed. */
export class PostgresEngine extends QueueEngine {
  readonly name = 'PostgreSQL'
  private readonly probe: pg.Pool

  /** @param url the service's own connection; the schema was prepared by the owner */
  constructor(
    private readonly url: string,
    private readonly pace: DeliveryPace,
  ) {
    super()
    this.probe = new pg.Pool({ ...this.connection(1), idleTimeoutMillis: 1000 })
    this.probe.on('error', () => undefined)
  }

  async answers(): Promise<void> {
    await this.probe.query(`SELECT FROM ${queueSchema}.migration LIMIT 1`)
  }

  open(hooks: WorkerHooks): OpenQueue {
    const onQueueSchema = { schema: queueSchema, migrate: false }
    const queue = new Queue<
      DeliveryJob,
      void,
      string,
      DeliveryJob,
      void,
      string,
      PostgresQueueBackend,
      PostgresConnectionOptions
    >(
      queueName,
      {
        connection: { ...this.connection(1), ...onQueueSchema },
      },
      createPostgresBackend,
    )
    const worker = new Worker<
      DeliveryJob,
      void,
      string,
      PostgresQueueBackend,
      JobProgress,
      PostgresConnectionOptions
    >(
      queueName,
      processor(hooks),
      {
        connection: { ...this.connection(Math.min(this.pace.concurrency, 4)), ...onQueueSchema },
        ...workerOptions(this.pace),
      },
      createPostgresBackend,
    )
    // Queue.addBulk makes temporary tables, and a role that may make those could put its own table
    // in front of one that a guard function reads. A bulk of flows without children makes none.
    const producer = new FlowProducer<PostgresQueueBackend, PostgresConnectionOptions>(
      { connection: { ...this.connection(1), ...onQueueSchema } },
      createPostgresBackend,
    )
    listen([queue, worker, producer], hooks)
    return openQueue(
      {
        addAll: (jobs) => producer.addBulk(jobs.map((job) => ({ ...job, queueName }))),
        queue,
        worker,
        disconnect: () => producer.close(),
        patience: 5000,
      },
      this.pace,
    )
  }

  close(): Promise<void> {
    return this.probe.end()
  }

  private connection(max: number) {
    return {
      connectionString: this.url,
      max,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
      application_name: 'ben-an-queue',
    }
  }
}
