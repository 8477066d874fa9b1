/**
 * The code of conduct in force. A change of what it asks is a new version, which everybody accepts
 * anew; a mended spelling is none. A migration tells the database (`guard.conduct_in_force`), which takes
 * no other.
 */
export const conductVersion = 1

/**
 * What it says, in this order; each has a heading and a text among the sentences. From what the field
 * asks of everybody who works with children and survivors: confidentiality and do no harm
 * (Child Protection Minimum Standards 2019; inter-agency GBV minimum standards 2019), no pictures, no
 * conflict of interest, and the six core principles on protection from sexual exploitation and abuse
 * (Inter-Agency Standing Committee, 2019), in our own words.
 */
export const conductRules = [
  'confidential',
  'no-harm',
  'no-blame',
  'no-pictures',
  'own-account',
  'no-interest',
  'no-exploitation',
  'speak-up',
] as const

export type ConductRule = (typeof conductRules)[number]
