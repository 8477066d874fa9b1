/** Characters of what the receiving unit must know to decide; without names. */
export const longestNeed = 600

/** Characters of a note that goes with a reason. */
export const longestNote = 1000
