import { randomInt } from 'node:crypto'

/**
 * Digits only: every language here reads them aloud in one way, and a telephone types them. With five
 * tries, a guess is right once in twenty million links.
 */
const length = 8

/** A new code, from the system's own randomness. */
export const newCode = (): string => Array.from({ length }, () => String(randomInt(10))).join('')

/** As it is read aloud and written down: `4071 5528`. */
export const spokenCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** The digits that were typed, however they were grouped; null when it cannot be a code. */
export const typedCode = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/[\s.\-–]/g, '')
  return new RegExp(`^\\d{${length}}$`).test(digits) ? digits : null
}
