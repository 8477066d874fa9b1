import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { TakedownRows } from '../data/takedown-rows.js'
import {
  fitsAge,
  type Asker,
  type Platform,
  type TakenUnder18,
  type TargetKind,
} from '../domain/takedown.js'
import { AlreadyNoted, AskerDoesNotFit } from '../domain/takedown.errors.js'
import { TakedownUpdated } from '../domain/takedown.events.js'
import type { TypedTarget } from '../domain/target.js'
import { OpenTakedowns } from './open-takedowns.js'

/** Addresses or hashes of one kind on one platform. */
export interface TakedownsToNote {
  readonly kind: TargetKind
  /** In one spelling, each once; see `readTargets`. */
  readonly targets: readonly TypedTarget[]
  readonly platform: Platform
  /** Where the platform is none of the list. */
  readonly platformName: string | null
  readonly askedBy: Asker
  readonly takenUnder18: TakenUnder18
}

/** A request that has been noted. */
export interface NotedTakedown {
  readonly id: string
  readonly number: string
}

/** Notes what is to be removed; all of a list or none of it. */
@Injectable()
export class NoteTakedowns {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: TakedownRows,
    private readonly opening: OpenTakedowns,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, AskerDoesNotFit, AlreadyNoted with the lines and numbers */
  run(actor: WorkerActor, caseId: string, note: TakedownsToNote): Promise<NotedTakedown[]> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      await this.opening.standing(actor, 'takedown.change', caseId)
      const { kind, platform, askedBy, takenUnder18 } = note
      if (!fitsAge(askedBy, takenUnder18)) throw new AskerDoesNotFit()
      await this.mustBeNew(caseId, note)
      const platformName = platform === 'other' ? note.platformName : null
      const noted: NotedTakedown[] = []
      for (const { target } of note.targets) {
        const id = randomUUID()
        const sealed = await this.opening.seal(caseId, id, {
          target,
          platformName,
          reference: null,
        })
        const takedown = { id, caseId, kind, platform, askedBy, takenUnder18, sealed }
        const year = Number(localTimeOf(at).date.slice(0, 4))
        noted.push({ id, number: await this.rows.add(actor, takedown, at, year) })
        await this.opening.record('takedown.note', caseId, id)
        await this.outbox.add(new TakedownUpdated(id, caseId, 'noted'))
      }
      return noted
    })
  }

  // What was noted in error may be noted anew.
  private async mustBeNew(caseId: string, { kind, targets }: TakedownsToNote): Promise<void> {
    const rows = (await this.rows.ofCase(caseId)).filter(
      (row) => row.kind === kind && row.state !== 'entered_in_error',
    )
    const contents = await this.opening.contents(caseId, rows)
    const known = new Map(contents.map(({ target }, index) => [target, rows[index]?.number ?? '']))
    const doubles = targets.filter(({ target }) => known.has(target))
    if (doubles.length === 0) return
    throw new AlreadyNoted({
      lines: doubles.map(({ line, target }) => `${line} (${known.get(target) ?? ''})`).join(', '),
    })
  }
}
