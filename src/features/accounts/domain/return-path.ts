// Back to the door would lock or sign out whoever just came in.
const doors = /^\/(sign-in|sign-out|lock|hide)([/?#]|$)/

/**
 * A path of our own to go back to, or '/' when it is anything else. Browsers read a backslash as a
 * slash and drop tabs and line breaks, so that `/\evil.example` would lead elsewhere.
 */
export const returnPath = (wanted: unknown): string => {
  if (
    typeof wanted !== 'string' ||
    wanted.length > 2000 ||
    !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)
  )
    return '/'
  if (wanted.includes('\\') || doors.test(wanted)) return '/'
  const here = 'http://here.invalid'
  return URL.canParse(wanted, here) && new URL(wanted, here).origin === here ? wanted : '/'
}
