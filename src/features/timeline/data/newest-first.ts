/**
 * The end of a part's statement: what happened before a place, the newest first, at most so many. Times
 * are compared by the millisecond, which is all that a JavaScript Date and the cursor hold; an index by
 * case gives the rows. Put it behind a WHERE whose parameters are `$1` the case, `$2` and `$3` the time
 * and id of the place, `$4` the limit, in the order in which `TimelineAsked` brings them.
 * @param at the column of the time, @param id the column of the id
 */
export const newestFirst = (at: string, id: string): string => `
  AND (date_trunc('milliseconds', ${at}), ${id}) < ($2::timestamptz, $3::uuid)
  ORDER BY date_trunc('milliseconds', ${at}) DESC, ${id} DESC LIMIT $4`
