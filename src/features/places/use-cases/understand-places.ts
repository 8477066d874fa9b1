import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { areaOf } from '../../directory/index.js'
import { Communes } from '../data/communes.js'
import type { Commune } from '../domain/commune.js'
import { PlaceUnclear } from '../domain/places.errors.js'
import { namesOn, understandPlace, type Understood } from '../domain/understand-place.js'

/** A commune somebody named: the code of its province today, the name as typed, the day it is about. */
export interface NamedPlace {
  readonly provinceCode: string
  readonly name: string
  readonly on: LocalDate
}

/** What a commune that somebody named means, inside the open transaction of whoever asks. */
@Injectable()
export class UnderstandPlaces {
  constructor(
    private readonly communes: Communes,
    private readonly clock: Clock,
  ) {}

  /** The name as it is to be kept: written out, or as it was typed. @throws PlaceUnclear */
  async nameOf({ provinceCode, name, on }: NamedPlace): Promise<string> {
    const understood = understandPlace(await this.area(provinceCode), name, on)
    switch (understood.is) {
      case 'as-typed':
        return name
      case 'known':
        return understood.name
      default:
        throw new PlaceUnclear(understood)
    }
  }

  /** Several, in their order; each province is asked for once. */
  async all(places: readonly NamedPlace[]): Promise<Understood[]> {
    const areas = new Map<string, readonly Commune[]>()
    for (const code of new Set(places.map(({ provinceCode }) => provinceCode)))
      areas.set(code, await this.area(code))
    return places.map(({ provinceCode, name, on }) =>
      understandPlace(areas.get(provinceCode) ?? [], name, on),
    )
  }

  /** The names of what stands in a province on a day; none where no list was imported. */
  async names(provinceCode: string, on: LocalDate): Promise<string[]> {
    return namesOn(await this.area(provinceCode), on)
  }

  /** Was any list imported? Without one a page offers nothing to choose from. */
  async isAnyKnown(): Promise<boolean> {
    return (await this.communes.lastImport()) !== null
  }

  private area(provinceCode: string): Promise<Commune[]> {
    return this.communes.ofArea(areaOf(provinceCode, localTimeOf(this.clock.now()).date))
  }
}
