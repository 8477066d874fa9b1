/**
 * The first completed year of an age band such as `16-17` or `60+`, or null where the age is not
 * known: units say from which year to which they serve, a case outside its sealed parts only the band.
 */
export const firstYearOf = (ageBand: string): number | null => {
  const first = /^\d+/.exec(ageBand)?.[0]
  return first === undefined ? null : Number(first)
}
