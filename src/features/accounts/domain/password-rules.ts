import { commonPasswords } from './common-passwords.js'

/** Characters; NIST SP 800-63B and OWASP ask for length, not for kinds of characters. */
const shortestPassword = 12
/** Long enough for any sentence; more would only be work for us. */
const longestPassword = 256

/** What is wrong with a new password, as the key of the sentence that says so. */
export type PasswordFault =
  | 'accounts.password.too-short'
  | 'accounts.password.too-long'
  | 'accounts.password.too-common'
  | 'accounts.password.too-personal'

const simple = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]/g, '')

/**
 * Whether a new password will do. `about` is what anybody knows of the person (login, name): a
 * password made of it is guessed first.
 */
export const faultOfPassword = (
  password: string,
  about: readonly string[] = [],
): PasswordFault | null => {
  const characters = Array.from(password.normalize('NFKC'))
  if (characters.length < shortestPassword) return 'accounts.password.too-short'
  if (characters.length > longestPassword) return 'accounts.password.too-long'
  if (new Set(characters).size < 5) return 'accounts.password.too-common'
  const plain = simple(password)
  if (commonPasswords.has(plain) || isRun(plain)) return 'accounts.password.too-common'
  const known = about.map(simple).filter((text) => text.length >= 4)
  const rest = known.reduce((text, part) => text.replaceAll(part, ''), plain)
  return known.length > 0 && rest.length < plain.length && rest.length < 6
    ? 'accounts.password.too-personal'
    : null
}

// 123456789012, abcdefghijkl and the same backwards.
const isRun = (text: string): boolean => {
  const steps = new Set<number>()
  for (let at = 1; at < text.length; at += 1) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    // 9 → 0 and 0 → 9 go on counting
    steps.add(step === -9 ? 1 : step === 9 ? -1 : step)
  }
  return steps.size === 1 && Math.abs([...steps][0] ?? 0) <= 1
}
