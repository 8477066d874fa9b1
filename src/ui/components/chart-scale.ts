/** Round ticks from zero to at least the largest value: 0, 10, 20, 30, 40. */
export const ticksUpTo = (largest: number, wished = 4): number[] => {
  const rough = Math.max(largest, 1) / wished
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((n) => n * magnitude).find((candidate) => candidate >= rough) ??
      10 * magnitude,
  )
  const count = Math.max(1, Math.ceil(largest / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
