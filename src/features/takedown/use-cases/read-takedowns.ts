import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { TakedownRows, type TakedownEventRow } from '../data/takedown-rows.js'
import { OpenTakedowns, type Takedown, type TakedownFrame } from './open-takedowns.js'

/** All requests of a case, for who sees the section on incidents. */
export interface TakedownsOfCase {
  readonly frame: TakedownFrame
  readonly takedowns: readonly Takedown[]
  readonly mayChange: boolean
}

/** One request with its story. */
export interface OneTakedown {
  readonly frame: TakedownFrame
  readonly takedown: Takedown
  readonly story: readonly TakedownEventRow[]
  readonly mayChange: boolean
  /** Police work on it and nothing is kept: what is asked first matters. */
  readonly shouldPreserveFirst: boolean
}

/** What is written to a platform: only what it needs to find and remove it. */
export interface TakedownLetter {
  readonly frame: TakedownFrame
  readonly takedown: Takedown
  /** As the platform has to read it. */
  readonly target: string
  readonly unit: UnitView
  readonly writtenAt: Date
}

/** Reads what is to be removed and kept. Never fetches it, and never shows a picture. */
@Injectable()
export class ReadTakedowns {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: TakedownRows,
    private readonly opening: OpenTakedowns,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  ofCase(actor: WorkerActor, caseId: string): Promise<TakedownsOfCase> {
    return this.transactions.run(actor, async () => {
      const facts = await this.opening.standing(actor, 'takedown.read', caseId)
      const [frame, rows] = await Promise.all([
        this.opening.frame(actor, caseId, facts),
        this.rows.ofCase(caseId),
        this.opening.record('takedown.read', caseId, null),
      ])
      return {
        frame,
        takedowns: await this.opening.open(caseId, rows),
        mayChange: this.opening.may(actor, 'takedown.change', facts),
      }
    })
  }

  /** The frame of a form, for who may write. @throws NotFound */
  toNote(actor: WorkerActor, caseId: string): Promise<TakedownFrame> {
    return this.transactions.run(actor, async () => {
      const facts = await this.opening.standing(actor, 'takedown.change', caseId)
      await this.opening.record('takedown.read', caseId, null)
      return this.opening.frame(actor, caseId, facts)
    })
  }

  /** @throws NotFound */
  one(actor: WorkerActor, caseId: string, id: string): Promise<OneTakedown> {
    return this.transactions.run(actor, async () => {
      const { row, facts } = await this.opening.find(actor, 'takedown.read', caseId, id)
      const [frame, [takedown], story, policeAtWork] = await Promise.all([
        this.opening.frame(actor, caseId, facts),
        this.opening.open(caseId, [row]),
        this.rows.story(id),
        this.rows.policeAtWork(caseId),
        this.opening.record('takedown.read', caseId, id),
      ])
      if (takedown === undefined) throw new NotFound('takedown.read', 'takedown', id)
      return {
        frame,
        takedown,
        story,
        mayChange: this.opening.may(actor, 'takedown.change', facts),
        shouldPreserveFirst: policeAtWork && takedown.preserveUntil === null,
      }
    })
  }

  /** The address as it is, for who asks to copy it; the question leaves a trace of its own. @throws NotFound */
  address(actor: WorkerActor, caseId: string, id: string): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.opening.find(actor, 'takedown.read', caseId, id)
      const [content] = await this.opening.contents(caseId, [row])
      if (content === undefined) throw new NotFound('takedown.read', 'takedown', id)
      await this.opening.record('takedown.address-shown', caseId, id)
      return content.target
    })
  }

  /** @throws NotFound */
  letter(actor: WorkerActor, caseId: string, id: string): Promise<TakedownLetter> {
    return this.transactions.run(actor, async () => {
      const { row, facts } = await this.opening.find(actor, 'takedown.change', caseId, id)
      const [frame, [takedown], [content], unit] = await Promise.all([
        this.opening.frame(actor, caseId, facts),
        this.opening.open(caseId, [row]),
        this.opening.contents(caseId, [row]),
        this.directory.unit(actor.unitId),
        this.opening.record('takedown.letter', caseId, id),
      ])
      if (takedown === undefined || content === undefined || unit === undefined)
        throw new NotFound('takedown.change', 'takedown', id)
      return { frame, takedown, target: content.target, unit, writtenAt: this.clock.now() }
    })
  }
}
