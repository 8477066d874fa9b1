/** The number of a team, `LN-26-00012` (liên ngành): two digits of the year, then a count. */
export const formatTeamNumber = (year: number, sequence: number): string =>
  `LN-${String(year).slice(-2)}-${String(sequence).padStart(5, '0')}`
