/**
 * The digits by which a telephone number is known however it is written: those of Viet Nam without
 * `0` or `+84`, of elsewhere with the country's code. Null for what is too short to be one.
 */
export const phoneDigits = (text: string): string | null => {
  const digits = text.replace(/\D/gu, '')
  const isAbroad = /^\s*(?:\+|00)(?!\s*84)/u.test(text)
  const national = isAbroad
    ? digits.replace(/^00/, '')
    : digits.replace(/^(?:00)?84(?=\d{9,10}$)/, '').replace(/^0+/, '')
  return national.length >= 7 && national.length <= 15 ? national : null
}

/** All telephone numbers in a text that may hold several. */
export const phonesIn = (text: string): string[] => [
  ...new Set(
    (text.match(/\+?\d[\d\s().-]*\d/gu) ?? []).flatMap((number) => phoneDigits(number) ?? []),
  ),
]

/** The number in thirds, each time without one of them: what two writings with a slip share. */
export const withoutAThird = (digits: string): string[] => {
  const cut = Math.ceil(digits.length / 3)
  const thirds = [digits.slice(0, cut), digits.slice(cut, 2 * cut), digits.slice(2 * cut)]
  return thirds.map((_, left) => thirds.map((third, at) => (at === left ? '' : third)).join('|'))
}

/** Do two numbers of one length differ by exactly one digit? */
export const isOneDigitOff = (one: string, other: string): boolean =>
  one.length === other.length &&
  Array.from(one).filter((digit, at) => digit !== other[at]).length === 1
