import type { HandOver } from '../outbox/outbox-rows.js'

/** What a job holds: the id of an event, nothing else. */
export interface DeliveryJob {
  readonly eventId: string
}

/** The open queue and, where this process takes work, the worker that empties it. */
export interface OpenQueue {
  /** Hands all events over in one trip; those it already holds stay as they are. */
  add(events: readonly HandOver[]): Promise<void>
  /** Whether the queue still holds the event's latest job, waiting or under way. */
  holds(event: HandOver): Promise<boolean>
  /** Jobs that wait for a free hand. */
  waiting(): Promise<number>
  /** Fetches nothing more and resolves when what is under way is done. */
  drain(): Promise<void>
  /** Lets go of everything at once; jobs under way are delivered again later. */
  drop(): Promise<void>
}

export interface WorkerHooks {
  readonly deliver: (job: DeliveryJob) => Promise<void>
  /** The worker or its connection is in trouble and should be replaced. */
  readonly onTrouble: (error: Error) => void
}

/** BullMQ, on Redis or on PostgreSQL. */
export abstract class QueueEngine {
  abstract readonly name: string
  /** Throws, soon, when the queue cannot be reached. */
  abstract answers(): Promise<void>
  /**
   * To be called when the engine answers: a worker built before that never recovers.
   * @param takesWork false where events are only handed over, to be delivered by other processes
   */
  abstract open(hooks: WorkerHooks, takesWork: boolean): OpenQueue
  /** Gives the engine's own connections back. */
  abstract close(): Promise<void>
}
