/** Characters of what an invited unit must know to answer; no name. */
export const longestNeed = 600

/** Characters of a note that goes with a reason or an end. */
export const longestNote = 1000

/** Characters of a task: short, so that the story stays where it belongs. */
export const longestTask = 300

/** Characters of a step of the safety plan. */
export const longestStep = 500

/** Characters of a line of a conference. */
export const longestEntry = 1000

/** Characters of where a conference is held. */
export const longestPlace = 300
