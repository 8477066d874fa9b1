import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { areaOf, provincesOn } from '../../directory/index.js'
import { Communes, type PlaceImport } from '../data/communes.js'

/** What of a province was imported. */
export interface ProvincePlaces {
  readonly code: string
  readonly name: string
  /** Communes that stand today. */
  readonly standing: number
  /** Communes of its area that are gone. */
  readonly former: number
  /** Since when those that stand do: the last of their first days; null where there is none. */
  readonly since: LocalDate | null
}

/** What was imported, province by province, and when. */
export interface PlacesOverview {
  readonly lastImport: PlaceImport | null
  readonly provinces: readonly ProvincePlaces[]
}

/** Shows administrators what of the official list is known here. */
@Injectable()
export class OverseePlaces {
  constructor(
    private readonly communes: Communes,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for who does not administer the installation */
  run(actor: WorkerActor): Promise<PlacesOverview> {
    const now = this.clock.now()
    if (!decide(actor, 'place.oversee', { now }).allowed)
      throw new NotFound('place.oversee', 'place', null)
    const today = localTimeOf(now).date
    return this.transactions.run(actor, async () => {
      const [lastImport, counts] = await Promise.all([
        this.communes.lastImport(),
        this.communes.counts(today),
      ])
      const provinces = provincesOn(today).map(({ code, name }): ProvincePlaces => {
        const area = areaOf(code, today)
        const own = counts.filter((count) =>
          area.some(
            (one) =>
              one.code === count.provinceCode &&
              one.validFrom <= count.validFrom &&
              (one.validTo === null || count.validFrom <= one.validTo),
          ),
        )
        const standing = own.filter((count) => count.standing > 0)
        return {
          code,
          name,
          standing: sum(own.map((count) => count.standing)),
          former: sum(own.map((count) => count.former)),
          since:
            standing
              .map(({ validFrom }) => validFrom)
              .toSorted()
              .at(-1) ?? null,
        }
      })
      return { lastImport, provinces }
    })
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
