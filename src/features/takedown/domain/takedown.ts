/** What is to be removed: an address, or the hash of a file. Never the file. */
export const targetKinds = ['url', 'md5', 'sha1', 'sha256', 'pdq', 'phash'] as const
export type TargetKind = (typeof targetKinds)[number]

/** Where it is. `other` is named in words. */
export const platforms = [
  'facebook',
  'messenger',
  'instagram',
  'whatsapp',
  'zalo',
  'tiktok',
  'youtube',
  'telegram',
  'x',
  'discord',
  'snapchat',
  'google',
  'roblox',
  'adult_site',
  'hosting',
  'other',
] as const
export type Platform = (typeof platforms)[number]

/**
 * Who asks the platform. The person does so herself through a hash service: the pictures stay on her own
 * device, only their hashes leave it.
 */
export const askers = [
  'unit',
  'person_take_it_down',
  'person_stopncii',
  'police',
  'hotline',
  'trusted_flagger',
] as const
export type Asker = (typeof askers)[number]

/** Was the person under 18 in the picture? What nobody knows is treated as yes. */
export const takenUnder18 = ['yes', 'no', 'unknown'] as const
export type TakenUnder18 = (typeof takenUnder18)[number]

/**
 * Take It Down takes pictures of people under 18, StopNCII of adults: by the age in the picture, not the
 * age today (public pages of both services).
 */
export const fitsAge = (asker: Asker, age: TakenUnder18): boolean =>
  asker === 'person_stopncii' ? age === 'no' : asker !== 'person_take_it_down' || age !== 'no'

/**
 * Why a platform is to remove it. Articles of the UN Convention against Cybercrime as cited in secondary
 * texts, unverified against the certified text.
 */
export const removalBases = ['hanoi_34_6', 'national_law', 'platform_terms'] as const
export type RemovalBasis = (typeof removalBases)[number]

/** Why it is to be kept as evidence before it goes. */
export const preservationBases = ['hanoi_25', 'hanoi_42', 'national_law', 'platform_terms'] as const
export type PreservationBasis = (typeof preservationBases)[number]

/**
 * Days proposed for keeping evidence: art. 25 up to 90 (renewable), art. 42 at least 60. Unverified
 * against the certified text; where nothing is proposed, the law or the platform says.
 */
export const proposedDays: Readonly<Record<PreservationBasis, number | null>> = {
  hanoi_25: 90,
  hanoi_42: 60,
  national_law: null,
  platform_terms: null,
}

/** No request keeps longer than so many days at once; it is renewed instead. */
export const longestPreservationDays = 730

/** So long before it runs out there is time to have it renewed. */
export const remindDaysBefore = 7

/**
 * Hours after which an unanswered request is asked after: a proposal. What shows a child, or may, spreads
 * and harms by the hour; for others a working week is given.
 */
export const answerHours: Readonly<Record<TakenUnder18, number>> = {
  yes: 48,
  unknown: 48,
  no: 7 * 24,
}

// A platform that removed something may see it come back; one that refused can be asked again.
const next = {
  noted: ['requested', 'entered_in_error'],
  requested: ['acknowledged', 'removed', 'refused', 'entered_in_error'],
  acknowledged: ['removed', 'refused', 'entered_in_error'],
  removed: ['reappeared'],
  refused: ['requested', 'entered_in_error'],
  reappeared: ['requested'],
  entered_in_error: [],
} as const satisfies Record<string, readonly string[]>

export type TakedownState = keyof typeof next

export const takedownStates: readonly TakedownState[] = [
  'noted',
  'requested',
  'acknowledged',
  'removed',
  'refused',
  'reappeared',
  'entered_in_error',
]

/** What may follow a state. */
export const movesFrom = (state: TakedownState): readonly TakedownState[] => next[state]

export const canMove = (from: TakedownState, to: TakedownState): boolean =>
  movesFrom(from).includes(to)

/** Why a platform would not. */
export const refusalReasons = [
  'not_found',
  'no_breach_seen',
  'not_enough_proof',
  'no_answer',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** How something that was noted wrongly came about. */
export const errorReasons = ['wrong_address', 'duplicate', 'wrong_case', 'other'] as const
export type ErrorReason = (typeof errorReasons)[number]

/** The number people say to the platform: it tells neither the case nor the person. */
export const formatTakedownNumber = (year: number, sequence: number): string =>
  `GB-${String(year).slice(2)}-${String(sequence).padStart(5, '0')}`

/** Is something still to be done about it? */
export const isOpen = (state: TakedownState): boolean =>
  state !== 'removed' && state !== 'entered_in_error'
