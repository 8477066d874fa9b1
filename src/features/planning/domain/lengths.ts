/** Characters of a note or a reason. */
export const longestNote = 1000
