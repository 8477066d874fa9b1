import { isIPv6 } from 'node:net'

/**
 * The network an address belongs to, for counting tries: an IPv4 address itself, and the /64 of an
 * IPv6 address, since one household or office is given at least that many.
 */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = Math.max(0, 8 - groups.length - after.length)
  const full =
    tail === undefined ? groups : [...groups, ...Array<string>(missing).fill('0'), ...after]
  return `${full
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
