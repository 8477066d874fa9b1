import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { areaOf } from '../../directory/index.js'
import { Communes } from '../data/communes.js'
import type { Commune } from '../domain/commune.js'
import { UnderstandPlaces } from './understand-places.js'

/** Which communes to list. */
export interface PlacesAsked {
  /** Code of a province as it stood on that day, or stands today. */
  readonly province: string | undefined
  /** Those only that stood on this day. */
  readonly on: LocalDate | undefined
}

/** The communes that were imported. Everybody at work may read them. */
@Injectable()
export class ListPlaces {
  constructor(
    private readonly communes: Communes,
    private readonly understand: UnderstandPlaces,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * One page in the order of codes, and the version of the whole list: 0 while nothing was imported.
   * @param after `next` of the page before. @throws InvalidInput when it is not one of ours
   */
  async page(
    actor: WorkerActor,
    { province, on }: PlacesAsked,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Slice<Commune> & { readonly version: number }> {
    this.mayRead(actor)
    const last = after === undefined ? null : positionOf(after)
    const area = province === undefined ? null : areaOf(province, on ?? this.today())
    return this.transactions.run(actor, async () => {
      const [rows, imported] = await Promise.all([
        this.communes.page({ area, on: on ?? null }, last, limit + 1),
        this.communes.lastImport(),
      ])
      const slice = sliceOf(rows, limit, ({ code, validFrom }) => [code, validFrom])
      return { ...slice, version: imported?.version ?? 0 }
    })
  }

  /** The names of what stands in a province today: what a page offers while somebody types. */
  async names(actor: WorkerActor, province: string): Promise<string[]> {
    this.mayRead(actor)
    return this.transactions.run(actor, () => this.understand.names(province, this.today()))
  }

  private mayRead(actor: WorkerActor): void {
    if (!decide(actor, 'place.read', { now: this.clock.now() }).allowed)
      throw new NotFound('place.read', 'place', null)
  }

  private today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }
}

const positionOf = (cursor: string): readonly [string, LocalDate] => {
  const [code = '', validFrom = ''] = decodeCursor(cursor, 2)
  if (
    !/^\d{5}$/.test(code) ||
    !/^\d{4}-\d{2}-\d{2}$/.test(validFrom) ||
    Number.isNaN(Date.parse(validFrom))
  )
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return [code, validFrom]
}
