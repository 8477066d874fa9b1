import type { TargetKind } from './takedown.js'

/** Characters of an address; browsers and platforms take no longer ones for granted. */
const longestUrl = 2000

/** So many at once: more than a person checks by eye is sent in pieces. */
export const mostTargets = 100

// Hexadecimal digits of each hash. A PDQ hash has 256 bits, a pHash (DCT) 64.
const hexDigits: Readonly<Record<Exclude<TargetKind, 'url'>, number>> = {
  md5: 32,
  sha1: 40,
  sha256: 64,
  pdq: 64,
  phash: 16,
}

/** What is wrong with one line. */
export type LineProblem = 'unreadable' | 'too-long' | 'twice'

export interface TypedTarget {
  /** Counted from 1, as people count. */
  readonly line: number
  readonly target: string
}

/** What was typed, line by line. */
export interface TypedTargets {
  readonly targets: readonly TypedTarget[]
  readonly problems: readonly { readonly line: number; readonly problem: LineProblem }[]
}

/** Reads a list, one a line; empty lines are no lines. */
export const readTargets = (kind: TargetKind, text: string): TypedTargets => {
  const seen = new Set<string>()
  const targets: TypedTarget[] = []
  const problems: { line: number; problem: LineProblem }[] = []
  for (const [index, typed] of text.split('\n').entries()) {
    const trimmed = typed.trim()
    if (trimmed === '') continue
    const line = index + 1
    const target = targetOf(kind, trimmed)
    if (trimmed.length > longestUrl) problems.push({ line, problem: 'too-long' })
    else if (target === null) problems.push({ line, problem: 'unreadable' })
    else if (seen.has(target)) problems.push({ line, problem: 'twice' })
    else targets.push({ line, target })
    if (target !== null) seen.add(target)
  }
  return { targets, problems }
}

/** One spelling of an address or a hash, or null where it is none. */
export const targetOf = (kind: TargetKind, typed: string): string | null =>
  kind === 'url' ? urlOf(typed) : hashOf(typed, hexDigits[kind])

const hashOf = (typed: string, digits: number): string | null => {
  const hash = typed.toLowerCase()
  return hash.length === digits && /^[0-9a-f]+$/.test(hash) ? hash : null
}

// Typed as it was copied, or made harmless by whoever passed it on.
const urlOf = (typed: string): string | null => {
  const armed = typed.replace(/^hxxp/i, 'http').replaceAll('[.]', '.').replaceAll('[:]', ':')
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(armed) ? armed : `https://${armed}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return null
  const url = new URL(whole)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  // The name of a host has a dot, unless it is a number; a password in an address is never needed.
  return isWeb && url.hostname.includes('.') && url.username === '' && url.password === ''
    ? url.href
    : null
}

/** An address that nothing turns into a link, and nobody opens by mistake. */
export const defanged = (kind: TargetKind, target: string): string => {
  if (kind !== 'url') return target
  const [, scheme = '', host = '', rest = ''] = /^([^:]+):\/\/([^/?#]*)(.*)$/.exec(target) ?? []
  return `${scheme.replace('http', 'hxxp')}://${host.replaceAll('.', '[.]')}${rest.replaceAll('.', '[.]')}`
}
