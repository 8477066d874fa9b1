import type { Config } from '../config/config.js'

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Where people reach this service: for links that are written on paper or sent. No slash at its end. */
export const originOf = ({
  PUBLIC_URL,
  HOST,
  PORT,
}: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'PORT'>): string =>
  PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`

/**
 * Whether browsers take Secure cookies from it: over https, and on this very machine. Chromium and
 * Firefox do so from http://localhost and http://127.0.0.1; Safari does not: there, use https.
 */
export const takesSecureCookies = (config: Parameters<typeof originOf>[0]): boolean => {
  const { protocol, hostname } = new URL(originOf(config))
  return protocol === 'https:' || loopback.test(hostname)
}

/**
 * Pages for people without an account, whose address is a secret that was given to them. It is never
 * told on: not to other sites, and not to our own in the Referer, which a proxy may write down.
 */
export const isForOutsiders = ({ url }: { readonly url: string }): boolean => url.startsWith('/x/')
