export const adulthoodDecisions = ['stays', 'transfer', 'closes'] as const

/** What becomes of the case of a child who has become an adult. */
export type AdulthoodDecision = (typeof adulthoodDecisions)[number]

export const personWants = ['agrees', 'wants_otherwise', 'not_asked'] as const

/** What the person says to it. */
export type PersonWants = (typeof personWants)[number]

export const longestNote = 2000
