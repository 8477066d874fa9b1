import type { LocalDate } from '../../../platform/clock/local-time.js'
import { currentProvinces, formerProvinces, type ProvinceType } from './provinces.vn.js'

/** A province as it stood for a time. Seven codes were reused in 2025: only code and date together name one. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly type: ProvinceType
  readonly validFrom: LocalDate
  /** Last day of validity, or null while it stands. */
  readonly validTo: LocalDate | null
}

/** The day on which 63 provinces became 34. */
export const provinceReform: LocalDate = '2025-07-01'

// The 63 stood since Ha Tay joined Ha Noi. Hue was the province Thua Thien Hue until the end of
// 2024; its code and area did not change, so its older records read under the new name.
const formerFrom: LocalDate = '2008-08-01'
const formerTo: LocalDate = '2025-06-30'

/** The 63 former and the 34 current provinces. */
export const provinces: readonly Province[] = [
  ...formerProvinces.map(([code, name, type]) => ({
    code,
    name,
    type,
    validFrom: formerFrom,
    validTo: formerTo,
  })),
  ...currentProvinces.map(([code, name, type]) => ({
    code,
    name,
    type,
    validFrom: provinceReform,
    validTo: null,
  })),
]

/** `48@2025-07-01`: the key under which records keep a province. */
export type ProvinceKey = `${string}@${LocalDate}`

/** The key of a province: its code and the first day of its validity. */
export const provinceKeyOf = ({ code, validFrom }: Province): ProvinceKey => `${code}@${validFrom}`

const byKey: ReadonlyMap<string, Province> = new Map(
  provinces.map((province) => [provinceKeyOf(province), province]),
)

/** The province under a key, or null. */
export const provinceOfKey = (key: string): Province | null => byKey.get(key) ?? null

/** What the code meant on that day, or null. */
export const provinceOn = (code: string, date: LocalDate): Province | null =>
  provincesOn(date).find((province) => province.code === code) ?? null

/** The provinces that stood on a day. */
export const provincesOn = (date: LocalDate): Province[] =>
  provinces.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  )

const successorCode: ReadonlyMap<string, string> = new Map(
  formerProvinces.map(([code, , , successor]) => [code, successor]),
)

/**
 * The province that held, on that day, the area of a former province; the former one itself before
 * the reform. The code is read as of before July 2025: `15` is Yên Bái here, never Lào Cai.
 * Provinces merged whole, so figures of a former province may be added to those of its successor.
 */
export const successorOf = (formerCode: string, date: LocalDate): Province | null => {
  if (date < provinceReform) return provinceOn(formerCode, date)
  const code = successorCode.get(formerCode)
  return code === undefined ? null : provinceOn(code, date)
}

/** The province that stands under this code on that day, and those of before whose area it holds. */
export const areaOf = (code: string, date: LocalDate): Province[] => {
  const province = provinceOn(code, date)
  if (province === null) return []
  return provinces.filter(
    (one) =>
      one === province ||
      (one.validFrom < provinceReform &&
        date >= provinceReform &&
        successorOf(one.code, date) === province),
  )
}
