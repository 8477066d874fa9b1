import { translate } from '../../../ui/translate.js'
import type { Locale } from '../../../platform/i18n/index.js'
import type { OpeningHours } from '../domain/opening-hours.js'
import type { UnitNow } from '../use-cases/list-units.js'
import type { ScheduleDto, UnitDto } from './unit.dto.js'

const byday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

// HSDS has no word for "day and night"; it advises to write the whole of every day.
const schedulesOf = (hours: OpeningHours): ScheduleDto[] =>
  hours.kind === 'always'
    ? [{ freq: 'WEEKLY', byday: byday.join(','), opensAt: '00:00', closesAt: '23:59' }]
    : hours.spans.map(({ weekday, from, to }) => ({
        freq: 'WEEKLY',
        byday: byday[weekday - 1] ?? '',
        opensAt: from,
        closesAt: to,
      }))

/** What the API tells of a unit. */
export const unitOf = (unit: UnitNow, locale: Locale): UnitDto => ({
  id: unit.id,
  name: unit.name,
  status: 'active',
  organization: { id: unit.agencyId, name: unit.agencyName },
  sector: unit.sector,
  services: unit.services,
  location: {
    locationType: unit.isHidden ? 'redacted' : 'physical',
    stateProvince: unit.provinceCode,
    ...(unit.commune === null ? {} : { city: unit.commune }),
    country: 'VN',
  },
  phones:
    unit.phone === null
      ? []
      : [
          {
            number: unit.phone,
            type: 'voice',
            ...(unit.isHidden ? { description: translate(locale)('directory.field.hotline') } : {}),
          },
        ],
  schedules: schedulesOf(unit.hours),
  timeZone: unit.timeZone,
  isOpenNow: unit.isOpenNow,
  takingReferrals: unit.takingReferrals,
  onBenAn: unit.onBenAn,
  minimumAge: unit.ages.from,
  maximumAge: unit.ages.to,
  sexes: unit.sexes,
  languages: unit.languages,
  places:
    unit.places === null
      ? null
      : {
          total: unit.places.total,
          free: unit.places.free,
          at: unit.places.at.toISOString(),
          isRecent: unit.placesAreRecent,
        },
  version: unit.version,
  assuredDate: unit.assuredOn,
})
