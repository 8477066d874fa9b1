import { localTimeOf } from '../../../platform/clock/local-time.js'
import { provinceOn } from '../../directory/index.js'

/** Commune and province in words, under the names of this day; null where neither is known. */
export const placeOf = (
  {
    commune,
    provinceCode,
  }: { readonly commune: string | null; readonly provinceCode: string | null },
  now: Date,
): string | null => {
  const province =
    provinceCode === null
      ? null
      : (provinceOn(provinceCode, localTimeOf(now).date)?.name ?? provinceCode)
  return [commune, province].filter((part) => part !== null).join(', ') || null
}

/** A time that ends with an instant has the day before as its last. */
export const lastDayOf = (until: Date): Date => new Date(until.getTime() - 1)
