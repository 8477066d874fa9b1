/** The number of a referral, `CG-26-01184` (chuyển gửi): two digits of the year, then a count. */
export interface ReferralNumberParts {
  /** Four digits, 2000–2099. */
  readonly year: number
  /** Counted from 1 anew each year; may outgrow five digits. */
  readonly sequence: number
}

/** Writes a referral number; RangeError for parts that could not be read back. */
export const formatReferralNumber = ({ year, sequence }: ReferralNumberParts): string => {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) {
    throw new RangeError(`no year of this century: ${year}`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`no sequence number: ${sequence}`)
  }
  return `CG-${String(year).slice(2)}-${String(sequence).padStart(5, '0')}`
}

/** Reads a referral number as people type it (any case, spaces around), or null. */
export const parseReferralNumber = (text: string): ReferralNumberParts | null => {
  const [, year, sequence] =
    /^CG-(\d{2})-(\d{5}|[1-9]\d{5,14})$/.exec(text.trim().toUpperCase()) ?? []
  if (year === undefined || sequence === undefined || Number(sequence) === 0) return null
  return { year: 2000 + Number(year), sequence: Number(sequence) }
}
