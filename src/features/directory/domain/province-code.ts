import type { LocalDate } from '../../../platform/clock/local-time.js'
import { provinceOfKey, provinceOn, provinceReform, successorOf } from './provinces.js'

/**
 * The code, on that day, of the province that a record names by its code of that day or by its key
 * (`48@2025-07-01`); null if there is none.
 */
export const provinceCodeOn = (codeOrKey: string, date: LocalDate): string | null => {
  const named = provinceOfKey(codeOrKey)
  if (named === null) return provinceOn(codeOrKey, date)?.code ?? null
  if (named.validTo === null || date <= named.validTo) return named.code
  return named.validFrom < provinceReform ? (successorOf(named.code, date)?.code ?? null) : null
}
