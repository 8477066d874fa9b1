// A path on this site: no host, no scheme, no backslash that a browser would read as a slash.
const path = /^\/(?!\/)[\w\-./?=&%]*$/

/** The path to go on to, if it is one of ours: an address from elsewhere must not lead people away. */
export const ownPath = (text: unknown): string | undefined =>
  typeof text === 'string' && path.test(text) ? text : undefined
