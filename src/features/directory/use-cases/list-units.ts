import { Injectable } from '@nestjs/common'
import { isUUID } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { decodeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { UnitsRepository } from '../data/units.repository.js'
import { isOpenAt } from '../domain/opening-hours.js'
import { isRecent } from '../domain/places.js'
import type { UnitFilter } from '../domain/unit-filter.js'
import type { UnitView } from '../domain/unit-view.js'

/** A unit as it stands at the moment of asking. */
export interface UnitNow extends UnitView {
  readonly isOpenNow: boolean
  /** One can still go by the count of places; false where there is none. */
  readonly placesAreRecent: boolean
}

/** The directory page by page, in the order of names. Everybody at work may read it. */
@Injectable()
export class ListUnits {
  constructor(
    private readonly repository: UnitsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param after `next` of the page before. @throws InvalidInput when it is not one of ours */
  run(
    actor: WorkerActor,
    filter: UnitFilter,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Slice<UnitNow>> {
    const last = after === undefined ? null : idOf(after)
    return this.transactions.run(actor, async () => {
      const now = this.clock.now()
      const units = await this.repository.active(filter, last, limit + 1)
      const { items, next } = sliceOf(units, limit, ({ id }) => [id])
      return {
        items: items.map((unit) => unitNow(unit, now)),
        next,
      }
    })
  }
}

export const unitNow = (unit: UnitView, now: Date): UnitNow => ({
  ...unit,
  isOpenNow: isOpenAt(unit.hours, now, unit.timeZone),
  placesAreRecent: unit.places !== null && isRecent(unit.places, now),
})

const idOf = (cursor: string): string => {
  const [id] = decodeCursor(cursor, 1)
  if (id === undefined || !isUUID(id))
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return id
}
