import type * as parts from './parts/index.js'

type Parts = typeof parts
type Part = Parts[keyof Parts]

// Distributes over the parts: the keys of all of them together.
type KeysOf<P> = P extends { vi: infer Sentences } ? keyof Sentences & string : never

/** The name of every sentence the pages can say. */
export type Sentence = KeysOf<Part>

/** All sentences in one language; leaving one out does not compile. */
export type Catalogue = Readonly<Record<Sentence, string>>

type Joined<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  joined: infer Intersection,
) => void
  ? Intersection
  : never

/** Lays the parts side by side. Typed as their intersection, so that a gap in one part shows. */
export const joined = <Sentences extends object>(pieces: readonly Sentences[]): Joined<Sentences> =>
  // Object.assign knows the type of a fixed number of sources only; here there are as many as parts.
  Object.assign({}, ...pieces) as Joined<Sentences>
