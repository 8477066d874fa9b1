/** Looks until what is asked holds. @throws after `seconds`, telling what was awaited. */
export const eventually = async (
  awaited: string,
  holds: () => Promise<boolean> | boolean,
  seconds = 20,
): Promise<void> => {
  const deadline = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`In ${seconds} s it never came true: ${awaited}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
