import type { PersonOfList } from './person-row.js'
import { plainWord } from './plain-word.js'

/**
 * What tells a person of a list from another, each as a text of its own or, where it is kept, as its
 * keyed token. Names are compared without tones and case, since lists are typed in haste.
 */
export interface Marks<Mark> {
  readonly name: Mark
  /** Name and birth date together; null where no birth date is known. */
  readonly born: Mark | null
  readonly document: Mark | null
  readonly phone: Mark | null
}

/** The marks of a person, as texts. */
export const marksOf = (person: PersonOfList): Marks<string> => {
  const name = plainWord(person.name)
  return {
    name,
    born: person.birthDate === null ? null : `${name}|${person.birthDate}`,
    document:
      person.document === null ? null : person.document.toUpperCase().replace(/[^A-Z0-9]/g, ''),
    phone: person.phone === null ? null : phoneDigits(person.phone),
  }
}

// Of +84 905…, 0084905… and 0905… the same.
const phoneDigits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(?:00)?84/, '0')

/**
 * Is it the same person? A document decides where both have one. Else it is the name with the birth
 * date, or, where one of the two has no birth date, the name, unless their telephones differ.
 */
export const isSamePerson = <Mark>(
  one: Marks<Mark>,
  other: Marks<Mark>,
  equal: (one: Mark, other: Mark) => boolean = (a, b) => a === b,
): boolean => {
  if (one.document !== null && other.document !== null) return equal(one.document, other.document)
  if (!equal(one.name, other.name)) return false
  if (one.born !== null && other.born !== null) return equal(one.born, other.born)
  return one.phone === null || other.phone === null || equal(one.phone, other.phone)
}
