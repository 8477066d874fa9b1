/** Characters of a note or a reason. */
export const longestNote = 1000

/** Characters of a need, a goal, an action: a line, so that the story stays where it belongs. */
export const longestLine = 300

/** Characters of a task's title and of a flag. */
export const longestTitle = 200
