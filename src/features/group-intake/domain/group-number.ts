/** Writes the number of a group, `NH-26-00012` (nhóm): it tells nothing about anybody in it. */
export const formatGroupNumber = (year: number, sequence: number): string =>
  `NH-${String(year).slice(-2)}-${String(sequence).padStart(5, '0')}`
