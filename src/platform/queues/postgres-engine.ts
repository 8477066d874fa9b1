import {
  createPostgresBackend,
  FlowProducer,
  Queue,
  Worker,
  type JobProgress,
  type PgPool,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from 'bullmq'
import pg from 'pg'
import type { DeliveryPace } from './delivery-pace.js'
import { listen, openQueue, processor, queueName, workerOptions } from './jobs.js'
import { queueSchema } from './prepare-queue-schema.js'
import { QueueEngine, type DeliveryJob, type OpenQueue, type WorkerHooks } from './queue-engine.js'
import { within } from './rest.js'

const answerMs = 5000

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
    this.probe = this.connect(1)
  }

  async answers(): Promise<void> {
    await within(answerMs, this.probe.query(`SELECT FROM ${queueSchema}.migration LIMIT 1`))
  }

  open(hooks: WorkerHooks, takesWork: boolean): OpenQueue {
    // One stays with the worker that listens for new jobs.
    const pool = this.connect(takesWork ? Math.min(this.pace.concurrency, 4) + 2 : 2)
    // BullMQ takes a pg.Pool as it is, but words the overloads of its `on` in another way.
    const connection = pool as pg.Pool & PgPool
    const queue = new Queue<
      DeliveryJob,
      void,
      string,
      DeliveryJob,
      void,
      string,
      PostgresQueueBackend,
      PostgresConnectionOptions
    >(queueName, { connection }, createPostgresBackend)
    const worker = takesWork ? this.openWorker(connection, hooks) : undefined
    // Queue.addBulk makes temporary tables, and a role that may make those could put its own table
    // in front of one that a guard function reads. A bulk of flows without children makes none.
    const producer = new FlowProducer<PostgresQueueBackend, PostgresConnectionOptions>(
      { connection },
      createPostgresBackend,
    )
    listen([queue, producer, ...(worker === undefined ? [] : [worker])], hooks)
    return openQueue(
      {
        addAll: (jobs) => producer.addBulk(jobs.map((job) => ({ ...job, queueName }))),
        queue,
        worker,
        disconnect: async () => {
          await producer.close()
          await pool.end()
        },
        patience: answerMs,
      },
      this.pace,
    )
  }

  private openWorker(connection: pg.Pool & PgPool, hooks: WorkerHooks) {
    return new Worker<
      DeliveryJob,
      void,
      string,
      PostgresQueueBackend,
      JobProgress,
      PostgresConnectionOptions
    >(
      queueName,
      processor(hooks),
      { connection, ...workerOptions(this.pace) },
      createPostgresBackend,
    )
  }

  close(): Promise<void> {
    return this.probe.end()
  }

  private connect(max: number): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.url,
      max,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
      application_name: 'ben-an-queue',
      // BullMQ writes its names without the schema.
      options: `-c search_path=${queueSchema}`,
      Client: HeardClient,
    })
    pool.on('error', () => undefined)
    return pool
  }
}

/**
 * Always has someone who hears its errors. BullMQ lets go of all listeners before it ends its
 * connection, and a database that goes away in between would end the whole process.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }

  override removeAllListeners(event?: string | symbol): this {
    super.removeAllListeners(event)
    return this.on('error', () => undefined)
  }
}
