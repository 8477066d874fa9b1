/** The number people say on the telephone: `BA-2026-000123`. It tells nothing about the person. */
export interface CaseNumberParts {
  readonly year: number
  /** Counted on through the years; may outgrow six digits. */
  readonly sequence: number
}

/** Writes a case number; RangeError for parts that could not be read back. */
export const formatCaseNumber = ({ year, sequence }: CaseNumberParts): string => {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`no year of four digits: ${year}`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`no sequence number: ${sequence}`)
  }
  return `BA-${year}-${String(sequence).padStart(6, '0')}`
}

/** The number as it is written, whatever way it was typed; null where it is none. */
export const normalCaseNumber = (text: string): string | null => {
  const parts = parseCaseNumber(text)
  return parts === null ? null : formatCaseNumber(parts)
}

/** Reads a case number as people type it (any case, spaces around), or null. */
export const parseCaseNumber = (text: string): CaseNumberParts | null => {
  const [, year, sequence] =
    /^BA-([1-9]\d{3})-(\d{6}|[1-9]\d{6,14})$/.exec(text.trim().toUpperCase()) ?? []
  if (year === undefined || sequence === undefined || Number(sequence) === 0) return null
  return { year: Number(year), sequence: Number(sequence) }
}
