import {
  outcomes,
  type AuditBatch,
  type Outcome,
  type StoredEntry,
} from '../../../platform/audit/index.js'
import type { TrailItem } from './trail-item.js'

/**
 * An exported trail is a text of JSON lines: a header, the items in their order, and an end that
 * counts them, so that a file cut off by accident is told from a whole one.
 */
export type TrailLine =
  | {
      readonly kind: 'trail'
      readonly format: 1
      /** RFC 3339 */
      readonly exportedAt: string
      /** Ed25519, SubjectPublicKeyInfo, DER in base64. */
      readonly publicKey: string
    }
  | TrailItem
  | { readonly kind: 'end'; readonly batches: number; readonly entries: number }

/** One line of the file, without its line break. */
export const writeLine = (line: TrailLine): string => JSON.stringify(line)

/** Null where the line says nothing the verifier can use. */
export const readLine = (text: string): TrailLine | null => {
  const line = parseObject(text)
  switch (line?.['kind']) {
    case 'trail':
      return isHeader(line) ? line : null
    case 'batch':
      return isBatch(line['batch']) ? { kind: 'batch', batch: line['batch'] } : null
    case 'entry':
      return isEntry(line['entry']) ? { kind: 'entry', entry: line['entry'] } : null
    case 'end':
      return isEnd(line) ? line : null
    default:
      return null
  }
}

type Line<Kind extends TrailLine['kind']> = Extract<TrailLine, { kind: Kind }>
type Fields = Record<string, unknown>
type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const parseObject = (text: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const count: Check = (value) => Number.isSafeInteger(value)
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const digits = matching(/^\d{1,20}$/)
const hex32 = matching(/^[0-9a-f]{64}$/)
const instant = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/)
const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const code = matching(/^[a-z][a-z0-9.-]*$/)

const holds = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]))

const isHeader = (value: unknown): value is Line<'trail'> =>
  holds(value, {
    format: (format) => format === 1,
    exportedAt: instant,
    publicKey: matching(/^[A-Za-z0-9+/]+=*$/),
  })

const isEnd = (value: unknown): value is Line<'end'> =>
  holds(value, { batches: count, entries: count })

const isBatch = (value: unknown): value is AuditBatch =>
  holds(value, {
    seq: count,
    generation: count,
    fromXid: digits,
    toXid: digits,
    entryCount: count,
    root: hex32,
    previousHash: hex32,
    signedAt: instant,
    keyId: hex32,
    signature: matching(/^[0-9a-f]{128}$/),
  } satisfies Record<keyof AuditBatch, Check>)

const isEntry = (value: unknown): value is StoredEntry =>
  holds(value, {
    generation: count,
    xid: digits,
    id: digits,
    at: instant,
    actorKind: (kind) => kind === 'worker' || kind === 'system',
    actorId: orNull(uuid),
    unitId: orNull(uuid),
    action: code,
    caseId: orNull(uuid),
    subjectType: orNull(code),
    subjectId: orNull(uuid),
    sections: count,
    outcome: (outcome) => outcomes.includes(outcome as Outcome),
    requestId: orNull(uuid),
    leafHash: hex32,
  } satisfies Record<keyof StoredEntry, Check>)
