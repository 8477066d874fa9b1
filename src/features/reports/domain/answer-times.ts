/** Upper ends in hours of the spans in which first answers are counted; the last has none. */
export const answerSpans = [2, 24, 72, 168, null] as const

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
