import { Injectable } from '@nestjs/common'
import type { Sentence } from '../../../ui/translate.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { UnitsRepository } from '../data/units.repository.js'
import type { UnitFilter } from '../domain/unit-filter.js'
import { opensNext } from '../domain/opening-hours.js'
import { proposeUnits, type UnitNeed, type UnitOffer } from '../domain/propose-units.js'
import { isRecent } from '../domain/places.js'
import { provinceCodeOn } from '../domain/province-code.js'
import type { UnitView } from '../domain/unit-view.js'

/** What a person needs; a province as code or as key, whatever the record keeps. */
export interface Need extends Pick<
  UnitNeed,
  'service' | 'ageInYears' | 'sex' | 'language' | 'anywhere'
> {
  readonly provinceCode: string | null
}

/** A unit that can help, how well it fits, and why. */
export interface Proposal {
  readonly unit: UnitView
  readonly score: number
  /** Sentences to be read beside it. */
  readonly reasons: readonly Sentence[]
  /** When a unit that is closed now opens next; null if it is open, or if nobody knows. */
  readonly opensAt: Date | null
}

/** The most units that are weighed against each other. */
const mostUnits = 500

/** The directory for other features; to be asked inside an open transaction. */
@Injectable()
export class Directory {
  constructor(
    private readonly repository: UnitsRepository,
    private readonly clock: Clock,
  ) {}

  /** The unit, also one no longer active. */
  async unit(id: string): Promise<UnitView | undefined> {
    const [unit] = await this.repository.byIds([id])
    return unit
  }

  /** Units by id; unknown ids are simply missing. */
  async units(ids: Iterable<string>): Promise<ReadonlyMap<string, UnitView>> {
    const found = await this.repository.byIds([...new Set(ids)])
    return new Map(found.map((unit) => [unit.id, unit]))
  }

  /** Active units in the order of their names, at most 500. */
  activeUnits(filter: UnitFilter = {}): Promise<UnitView[]> {
    return this.repository.active(filter, null, mostUnits)
  }

  /** Active units that can help, best first, without the asking unit and others not to be asked. */
  async proposeFor(need: Need, ...exceptUnitIds: readonly string[]): Promise<Proposal[]> {
    const at = this.clock.now()
    const today = localTimeOf(at).date
    const units = await this.repository.active({ service: need.service }, null, mostUnits)
    return proposeUnits(
      {
        ...need,
        province: need.provinceCode === null ? null : provinceCodeOn(need.provinceCode, today),
        at,
        except: exceptUnitIds,
      },
      units.map((unit) => offerOf(unit, at, today)),
    ).map(({ unit: { view }, score, reasons }) => ({
      unit: view,
      score,
      reasons: reasons.map((reason) => `code.proposal.${reason}` as const),
      opensAt: opensNext(view.hours, at, view.timeZone),
    }))
  }
}

const offerOf = (
  view: UnitView,
  at: Date,
  today: string,
): UnitOffer & { readonly view: UnitView } => ({
  id: view.id,
  sector: view.sector,
  acceptsReferrals: view.takingReferrals,
  services: view.services,
  // A hotline is reached from everywhere; any other unit serves the province it stands in.
  provinces:
    view.sector === 'hotline'
      ? null
      : [provinceCodeOn(view.provinceCode, today) ?? view.provinceCode],
  ages: view.ages,
  sexes: view.sexes.length === 0 ? null : view.sexes,
  languages: view.languages,
  hours: view.hours,
  timeZone: view.timeZone,
  freePlaces: view.places !== null && isRecent(view.places, at) ? view.places.free : null,
  view,
})
