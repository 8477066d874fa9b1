/** Characters of the need: long enough to prepare, too short for the whole story. */
export const longestNeed = 600

/** Characters of a note that goes with a reason. */
export const longestNote = 1000

/** Characters of what came of the service. */
export const longestOutcome = 2000
