import type { Locale } from './locale.js'

/** The same words in every language we speak: a missing one does not compile. */
export type Words = Readonly<Record<Locale, string>>
