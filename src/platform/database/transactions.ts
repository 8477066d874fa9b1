import { Injectable } from '@nestjs/common'
import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm'
import type { Actor } from '../access/actor.js'
import { signActor } from '../access/actor-context.js'
import { Clock } from '../clock/clock.js'
import { Keys } from '../crypto/keys.js'
import { asDatabaseError } from './database-away.js'
import { inOnePacket, openAs } from './opening.js'
import type { Statement } from './statement.js'

interface OpenTransaction {
  readonly actor: Actor
  readonly runner: QueryRunner
  readonly client: pg.Client
  readonly afterwards: (() => Promise<void>)[]
  /** COMMIT, once it is on its way. */
  ended?: Promise<string>
}

const current = new AsyncLocalStorage<OpenTransaction>()

/**
 * The only way to the database. A transaction belongs to one actor, whose signed context is set in
 * the same trip that opens it and asks the first statement; everything awaited inside `run` shares it.
 */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction as `actor`: all of it is kept or none.
   * Called inside an open transaction of the same actor it joins that one.
   * @throws DatabaseAway when the database cannot be reached or is shutting down.
   */
  async run<Result>(actor: Actor, work: () => Promise<Result>): Promise<Result> {
    const open = current.getStore()
    if (open !== undefined) {
      if (open.actor !== actor) throw new Error('A transaction serves one actor only')
      return work()
    }
    const afterwards: OpenTransaction['afterwards'] = []
    try {
      return await this.runOwn(actor, work, afterwards)
    } finally {
      for (const later of afterwards) await later()
    }
  }

  /**
   * Asks in a transaction that is opened, asked and ended in one trip: for a single question that every
   * request begins with. `work` asks before it waits for anything; what it asks later is refused.
   * @throws DatabaseAway as `run` does
   */
  async look<Result>(actor: Actor, work: () => Promise<Result>): Promise<Result> {
    if (current.getStore() !== undefined) return this.run(actor, work)
    return this.run(actor, () => this.endWith(work))
  }

  /**
   * Does the last of the open transaction and ends it, in one trip. `work` asks before it waits for
   * anything; what is asked later is refused. Where the database refuses what it asks, nothing of the
   * transaction is kept; what `work` throws by itself comes too late for that.
   */
  async endWith<Result>(work: () => Promise<Result>): Promise<Result> {
    const transaction = stillOpen()
    const working = work()
    transaction.ended = end(transaction.client)
    // Where the question fails, this has rolled back.
    transaction.ended.catch(() => undefined)
    const result = await working
    // Where `work` swallowed what the database refused, this is how it comes out.
    if ((await transaction.ended) !== 'COMMIT') throw new Error('The transaction was rolled back')
    return result
  }

  /**
   * Keeps all that `work` does or, where it throws, none of it, inside a transaction that goes on. For
   * several changes in a row whose trouble is told on the form itself: the page that tells it commits.
   */
  async allOrNone<Result>(work: () => Promise<Result>): Promise<Result> {
    const { client } = open()
    await client.query('SAVEPOINT all_or_none')
    try {
      const result = await work()
      await client.query('RELEASE SAVEPOINT all_or_none')
      return result
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT all_or_none')
      throw error
    }
  }

  /** Who the open transaction belongs to. */
  currentActor(): Actor {
    return open().actor
  }

  /**
   * Does `work` once the open transaction has ended, kept or not, and its connection is given back;
   * at once where none is open. The answer waits for it, and fails if it fails.
   */
  async afterwards(work: () => Promise<void>): Promise<void> {
    const transaction = current.getStore()
    if (transaction === undefined) await work()
    else transaction.afterwards.push(work)
  }

  private async runOwn<Result>(
    actor: Actor,
    work: () => Promise<Result>,
    afterwards: OpenTransaction['afterwards'],
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner()
    let broken: Error | undefined
    try {
      const client = (await runner.connect()) as pg.Client
      const opened = openAs(client, signActor(actor, this.keys.actorSigning, this.clock.now()))
      // Looked at before COMMIT: what comes first in `work` is already on its way with it.
      opened.catch(() => undefined)
      // TypeORM must know, or `save()` would open and commit a transaction of its own.
      tellTypeOrm(runner, true)
      try {
        const transaction: OpenTransaction = { actor, runner, client, afterwards }
        const result = await current.run(transaction, work)
        await opened
        await (transaction.ended ??= end(client))
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = failure instanceof Error ? failure : new Error('ROLLBACK failed')
        })
        throw error
      } finally {
        tellTypeOrm(runner, false)
      }
    } catch (error) {
      throw asDatabaseError(error)
    } finally {
      await (broken === undefined ? runner.release() : discard(runner, broken))
    }
  }
}

/** What the database did: `COMMIT`, or `ROLLBACK` where something had failed before. */
const end = async (client: pg.Client): Promise<string> => {
  inOnePacket(client)
  return (await client.query('COMMIT')).command
}

// Its own bookkeeping, which it keeps to itself when the transaction is opened by hand.
const tellTypeOrm = (runner: QueryRunner, isOpen: boolean): void => {
  Reflect.set(runner, 'isTransactionActive', isOpen)
  Reflect.set(runner, 'transactionDepth', isOpen ? 1 : 0)
}

// A connection on which even ROLLBACK failed must not go back to the pool.
const discard = async (runner: QueryRunner, reason: Error): Promise<void> => {
  // TypeORM has already thrown away a connection whose end it heard itself.
  if (runner.isReleased) return
  const client = (await runner.connect()) as pg.PoolClient
  client.release(reason)
  await runner.release().catch(() => undefined)
}

/** Asks within the open transaction. Questions asked together travel together, and fail together. */
@Injectable()
export class Database {
  async query<Row extends object>(
    asked: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    return (await ask<Row>(asked, values)).rows
  }

  async first<Row extends object>(
    asked: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row | undefined> {
    const [row] = await this.query<Row>(asked, values)
    return row
  }

  /** Number of rows the statement changed. */
  async change(asked: Statement, values: readonly unknown[] = []): Promise<number> {
    return (await ask(asked, values)).rowCount ?? 0
  }

  /** TypeORM inside the same transaction, for what is not hot. */
  get manager(): EntityManager {
    return stillOpen().runner.manager
  }
}

const open = (): OpenTransaction => {
  const transaction = current.getStore()
  if (transaction === undefined)
    throw new Error('The database is asked inside Transactions.run only')
  return transaction
}

const stillOpen = (): OpenTransaction => {
  const transaction = open()
  if (transaction.ended !== undefined)
    throw new Error('The transaction has ended: ask before you wait')
  return transaction
}

const ask = <Row extends object>(
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult<Row>> => {
  const { client } = stillOpen()
  inOnePacket(client)
  return client.query<Row>({ name, text, values: [...values] })
}
