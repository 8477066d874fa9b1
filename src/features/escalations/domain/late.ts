import type { clockRules } from '../../referrals/index.js'

/** Which clock has run out; `expired` for what came back and was not sent on. */
export type LateClock = keyof (typeof clockRules)['normal'] | 'expired'

/** What a coordinator can do about a referral that has come to them; codes only, never a word of a case. */
export const coordinationDeeds = ['reminded', 'called', 'found-other'] as const

export type CoordinationDeed = (typeof coordinationDeeds)[number]

export const isCoordinationDeed = (text: string): text is CoordinationDeed =>
  coordinationDeeds.some((deed) => deed === text)

/** A list of late referrals: those of the coordinator's area, or the unit's own, received or sent. */
export const lateLists = ['area', 'in', 'out'] as const

export type LateList = (typeof lateLists)[number]
