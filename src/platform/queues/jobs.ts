import { UnrecoverableError, type BulkJobOptions, type Job, type JobState } from 'bullmq'
import { DeliveryFailed, maxAttempts } from '../outbox/deliver-event.js'
import { describeError } from '../outbox/describe-error.js'
import type { HandOver } from '../outbox/outbox-rows.js'
import type { DeliveryPace } from './delivery-pace.js'
import type { DeliveryJob, OpenQueue, WorkerHooks } from './queue-engine.js'
import { within } from './rest.js'

export const queueName = 'delivery'

/** The event's own id, so that the queue knows what it already holds; anew under a fresh one. */
const jobId = ({ id, suffix }: HandOver): string => (suffix === 0 ? id : `${id}-${suffix}`)

/** How jobs are kept and tried again, on either engine. */
const jobOptions = ({ backoffMs }: DeliveryPace) => ({
  attempts: maxAttempts,
  backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 },
  // The outbox row is the record; the queue keeps only what helps to look into trouble.
  removeOnComplete: true,
  removeOnFail: { count: 500 },
})

export const workerOptions = ({ concurrency, lockMs }: DeliveryPace) => ({
  concurrency,
  lockDuration: lockMs,
  stalledInterval: lockMs,
  // By default a job is thrown away after the second crash of its worker.
  maxStalledCount: 1_000_000,
})

/** Delivers, and lets nothing but class and code of an error into the queue. */
export const processor =
  ({ deliver }: WorkerHooks) =>
  async (job: Job<DeliveryJob>): Promise<void> => {
    try {
      await deliver(job.data)
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) throw new DeliveryFailed(describeError(error), false)
      throw error.isFinal ? new UnrecoverableError(error.message) : error
    }
  }

// A hold that was lost to another worker concerns one job, not the connection: the inbox copes.
const concernsOneJob = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'number' && error.code < 0) ||
  error.message.startsWith('could not renew lock')

/** Listens to everything that can go wrong: an unheard error would print whole connections. */
export const listen = (
  emitters: readonly { on(event: 'error', listener: (error: Error) => void): unknown }[],
  { onTrouble }: WorkerHooks,
): void => {
  for (const emitter of emitters)
    emitter.on('error', (error) => {
      if (!concernsOneJob(error)) onTrouble(error)
    })
}

/** The part of BullMQ's queue and worker that is used, the same on both backends. */
interface Parts {
  /** Adds all in one trip and leaves alone those it knows. */
  readonly addAll: (jobs: JobToAdd[]) => Promise<unknown>
  readonly queue: {
    getJobState(id: string): Promise<JobState | 'unknown'>
    getJobCounts(...types: ('waiting' | 'prioritized')[]): Promise<Record<string, number>>
    close(): Promise<void>
  }
  /** Undefined where this process only hands over. */
  readonly worker: { close(force?: boolean): Promise<void> } | undefined
  /** Ends what else was opened. */
  readonly disconnect: () => Promise<void>
  /** Milliseconds that one call may take. */
  readonly patience: number
}
interface JobToAdd {
  name: string
  data: DeliveryJob
  opts: BulkJobOptions & { jobId: string }
}

const heldStates: readonly string[] = ['waiting', 'active', 'delayed', 'prioritized']

/** What BullMQ opened, as the rest of the service uses it. */
export const openQueue = (
  { addAll, queue, worker, disconnect, patience }: Parts,
  pace: DeliveryPace,
): OpenQueue => ({
  add: async (events) => {
    await within(
      patience,
      addAll(
        events.map((event) => ({
          name: event.type,
          data: { eventId: event.id },
          opts: { ...jobOptions(pace), jobId: jobId(event) },
        })),
      ),
    )
  },
  holds: async (event) =>
    heldStates.includes(await within(patience, queue.getJobState(jobId(event)))),
  waiting: async () => {
    const counts = await within(patience, queue.getJobCounts('waiting', 'prioritized'))
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  },
  drain: async () => {
    await worker?.close()
    await queue.close()
    await disconnect()
  },
  drop: async () => {
    await Promise.allSettled([worker?.close(true), queue.close(), disconnect()])
  },
})
