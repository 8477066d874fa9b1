/** Writes the number of a transfer, `BG-26-00012` (bàn giao); RangeError for what has no number. */
export const formatTransferNumber = ({
  year,
  sequence,
}: {
  /** Four digits, 2000–2099. */
  readonly year: number
  readonly sequence: number
}): string => {
  if (!Number.isInteger(year) || year < 2000 || year > 2099) {
    throw new RangeError(`no year of this century: ${year}`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`no sequence number: ${sequence}`)
  }
  return `BG-${String(year).slice(2)}-${String(sequence).padStart(5, '0')}`
}
