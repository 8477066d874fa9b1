import { Injectable, Logger } from '@nestjs/common'
import { system } from '../access/actor.js'
import { Transactions } from '../database/transactions.js'
import { DeliverEvent } from '../outbox/deliver-event.js'
import { describeError } from '../outbox/describe-error.js'
import { DeliveryPace } from './delivery-pace.js'
import { QueueEngine, type DeliveryJob, type OpenQueue } from './queue-engine.js'
import { Rest, within } from './rest.js'

const lookEveryMs = 1000

/**
 * Keeps a queue open and a worker at it: opens them when database and queue answer, replaces them
 * after trouble, or when work lies there although hands are free.
 */
@Injectable()
export class QueueKeeper {
  private readonly log = new Logger('Queue')
  private readonly rest = new Rest()
  private readonly underWay = new Set<Promise<void>>()
  private open: OpenQueue | undefined
  private trouble: Error | undefined
  private isAway = false
  private lastTaken = 0
  private takesWork = true
  private isStopping = false
  private keeping: Promise<void> | undefined

  constructor(
    private readonly engine: QueueEngine,
    private readonly transactions: Transactions,
    private readonly deliverEvent: DeliverEvent,
    private readonly pace: DeliveryPace,
  ) {}

  /** The queue, while it is open. */
  get queue(): OpenQueue | undefined {
    return this.open
  }

  /**
   * Has the queue replaced. Only noted here: the trouble may come from anywhere, and what is built in
   * its wake must not inherit that place's open transaction.
   */
  suspect(trouble: Error): void {
    this.trouble ??= trouble
    this.rest.end()
  }

  /** @param takesWork false in a process that only hands events over, for others to deliver */
  start(takesWork = true): void {
    this.takesWork = takesWork
    this.isStopping = false
    this.keeping ??= this.keep()
  }

  /** Takes nothing new and waits for what is under way, within the time that is given for it. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.rest.end()
    await this.keeping
    this.keeping = undefined
    const last = this.open
    this.open = undefined
    try {
      await within(this.pace.drainMs, Promise.all([last?.drain(), ...this.underWay]))
    } catch (error) {
      this.log.warn(`Stopped with deliveries under way: ${describeError(error)}`)
      if (last !== undefined) await this.drop(last)
    }
  }

  private async keep(): Promise<void> {
    while (!this.isStopping) {
      try {
        if (this.open === undefined) await this.openQueue()
        else if (this.trouble !== undefined) await this.dropQueue(this.trouble)
        else if (await this.liesUnclaimed(this.open)) await this.dropQueue(new WorkLiesUnclaimed())
      } catch (error) {
        await this.dropQueue(error)
      }
      await this.rest.for(lookEveryMs)
    }
  }

  private async openQueue(): Promise<void> {
    await this.transactions.run(system('delivery'), async () => undefined)
    await this.engine.answers()
    this.trouble = undefined
    this.lastTaken = performance.now()
    this.open = this.engine.open(
      {
        deliver: (job) => this.deliver(job),
        onTrouble: (error) => this.suspect(error),
      },
      this.takesWork,
    )
    this.isAway = false
    this.log.log(`${this.takesWork ? 'Delivering' : 'Handing over'} through ${this.engine.name}`)
  }

  private async dropQueue(reason: unknown): Promise<void> {
    if (!this.isAway) this.log.warn(`${this.engine.name} is away: ${describeError(reason)}`)
    this.isAway = true
    const dropped = this.open
    this.open = undefined
    this.trouble = undefined
    if (dropped !== undefined) await this.drop(dropped)
  }

  // Whatever the dropped one still waits for must not keep us.
  private drop(queue: OpenQueue): Promise<void> {
    return within(2000, queue.drop()).catch(() => undefined)
  }

  private async deliver({ eventId }: DeliveryJob): Promise<void> {
    this.lastTaken = performance.now()
    const delivery = this.deliverEvent.run(eventId)
    const ended = delivery.then(
      () => undefined,
      () => undefined,
    )
    this.underWay.add(ended)
    void ended.then(() => this.underWay.delete(ended))
    await delivery
  }

  private async liesUnclaimed(queue: OpenQueue): Promise<boolean> {
    if (!this.takesWork) return false
    const hasFreeHands = this.underWay.size < this.pace.concurrency
    const hasTakenNothing = performance.now() - this.lastTaken > this.pace.unclaimedMs
    if (!hasFreeHands || !hasTakenNothing) return false
    if ((await queue.waiting()) > 0) return true
    this.lastTaken = performance.now()
    return false
  }
}

class WorkLiesUnclaimed extends Error {
  override readonly name = 'WorkLiesUnclaimed'
}
