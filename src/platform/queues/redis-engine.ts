import { Queue, Worker } from 'bullmq'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { once } from 'node:events'
import type { DeliveryPace } from './delivery-pace.js'
import { listen, openQueue, processor, queueName, workerOptions } from './jobs.js'
import { QueueEngine, type DeliveryJob, type OpenQueue, type WorkerHooks } from './queue-engine.js'
import { within } from './rest.js'

// In braces, so that a cluster keeps all keys of the queue on one node.
const prefix = '{ben-an}'
const answerMs = 250
const nobody = { worker: undefined, forWorker: undefined }
const again = (times: number): number => Math.min(times * 100, 2000)

/** BullMQ on Redis, or on Redis Cluster where several addresses are given. */
export class RedisEngine extends QueueEngine {
  readonly name = 'Redis'
  private probe: Redis | Cluster | undefined

  /** @param urls `redis://` or `rediss://`, separated by commas */
  constructor(
    private readonly urls: string,
    private readonly pace: DeliveryPace,
  ) {
    super()
  }

  async answers(): Promise<void> {
    const probe = (this.probe ??= this.connect({ offlineQueue: false }))
    if (probe.status !== 'ready')
      await once(probe, 'ready', { signal: AbortSignal.timeout(answerMs) })
    await within(answerMs, probe.ping())
  }

  open(hooks: WorkerHooks, takesWork: boolean): OpenQueue {
    // Handing over fails at once while Redis is away; the worker's own connection waits for it.
    const forQueue = this.connect({ offlineQueue: false })
    const queue = new Queue<DeliveryJob, void, string, DeliveryJob, void, string>(queueName, {
      connection: forQueue,
      prefix,
    })
    listen([queue, forQueue], hooks)
    const { worker, forWorker } = takesWork ? this.openWorker(hooks) : nobody
    const disconnect = async (): Promise<void> => {
      forQueue.disconnect()
      forWorker?.disconnect()
    }
    return openQueue(
      { addAll: (jobs) => queue.addBulk(jobs), queue, worker, disconnect, patience: answerMs },
      this.pace,
    )
  }

  private openWorker(hooks: WorkerHooks) {
    const forWorker = this.connect({ offlineQueue: true })
    const worker = new Worker<DeliveryJob, void>(queueName, processor(hooks), {
      connection: forWorker,
      prefix,
      ...workerOptions(this.pace),
    })
    listen([worker, forWorker], hooks)
    return { worker, forWorker }
  }

  async close(): Promise<void> {
    this.probe?.disconnect()
    this.probe = undefined
  }

  private connect({ offlineQueue }: { offlineQueue: boolean }): Redis | Cluster {
    const options: RedisOptions = {
      enableOfflineQueue: offlineQueue,
      // Null, because a worker's blocking call may outlive any number of reconnections.
      maxRetriesPerRequest: null,
      connectTimeout: 3000,
    }
    const [first, ...others] = this.urls.split(',')
    const connection =
      others.length === 0
        ? new Redis(first ?? '', { ...options, retryStrategy: again })
        : new Cluster(
            [first, ...others].filter((url) => url !== undefined),
            {
              redisOptions: { ...options, ...this.sharedByNodes(first ?? '') },
              enableOfflineQueue: offlineQueue,
              clusterRetryStrategy: again,
            },
          )
    // ioredis prints errors that nobody listens to.
    connection.on('error', () => undefined)
    return connection
  }

  // Nodes that a cluster tells of later have no URL of their own to take these from.
  private sharedByNodes(url: string): RedisOptions {
    const { protocol, username, password } = new URL(url)
    return {
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    }
  }
}
