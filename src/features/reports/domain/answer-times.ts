/** Upper ends in hours of the spans in which first answers are counted; the last has none. */
const answerSpans = [2, 24, 72, 168, null] as const

export type AnswerSpan = (typeof answerSpans)[number]

/**
 * The span within which half of the answers came, or undefined if there are fewer than `atLeast`:
 * of very few, a median tells of one.
 */
export const medianSpan = (
  counts: ReadonlyMap<number, number>,
  atLeast: number,
): AnswerSpan | undefined => {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all < atLeast) return undefined
  let passed = 0
  for (const [bucket, span] of answerSpans.entries()) {
    passed += counts.get(bucket) ?? 0
    if (passed * 2 >= all) return span
  }
  return undefined
}

/** The longest span with an end, in hours. */
export const longestSpan = 168

/** What share of referrals was answered as promised, of those that were or should have been by now. */
export const shareInTime = (
  services: readonly { readonly inTime: number; readonly notInTime: number }[],
): { readonly share: number | null; readonly counted: number } => {
  const inTime = services.reduce((sum, each) => sum + each.inTime, 0)
  const counted = services.reduce((sum, each) => sum + each.notInTime, inTime)
  return { share: counted === 0 ? null : inTime / counted, counted }
}
