import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { NotAnExport } from '../domain/audit.errors.js'
import { readLine, type TrailLine } from '../domain/trail-line.js'
import type { Verification } from '../domain/verification.js'
import { TrailVerifier } from '../domain/verify-trail.js'
import { insistOnFingerprint, readPublicKey } from './public-key.js'
import type { Expectation } from './verify-audit.js'

/** What the file is held against; a public key given here is trusted rather than the file's own. */
export interface FileExpectation extends Expectation {
  readonly publicKey?: KeyObject | undefined
}

/**
 * Verifies an exported trail with nothing but the file. Without a key or fingerprint from elsewhere it
 * can only say that the file agrees with itself.
 * @throws NotAnExport, OtherPublicKey, NodeJS.ErrnoException
 */
export const verifyFile = async (
  path: string,
  expected: FileExpectation = {},
): Promise<Verification> => {
  const input = createReadStream(path)
  const failed = new Promise<never>((_, reject) => input.once('error', reject))
  const lines = createInterface({ input, crlfDelay: Infinity })
  try {
    return await Promise.race([verifyLines(lines, expected), failed])
  } finally {
    lines.close()
    input.destroy()
  }
}

const verifyLines = async (
  lines: AsyncIterable<string>,
  expected: FileExpectation,
): Promise<Verification> => {
  let verifier: TrailVerifier | undefined
  let number = 0
  let end: Extract<TrailLine, { kind: 'end' }> | undefined
  const counted = { batches: 0, entries: 0 }
  for await (const text of lines) {
    number += 1
    const line = readLine(text)
    if (verifier === undefined) {
      verifier = begin(line, expected)
      continue
    }
    if (line === null || line.kind === 'trail' || end !== undefined) verifier.addDamage(number)
    else if (line.kind === 'end') end = line
    else {
      counted[line.kind === 'batch' ? 'batches' : 'entries'] += 1
      verifier.add(line)
    }
  }
  if (verifier === undefined) throw new NotAnExport()
  if (end?.batches !== counted.batches || end.entries !== counted.entries)
    verifier.addDamage(number)
  return verifier.end()
}

const begin = (header: TrailLine | null, expected: FileExpectation): TrailVerifier => {
  if (header?.kind !== 'trail') throw new NotAnExport()
  const publicKey = expected.publicKey ?? readPublicKey(header.publicKey)
  insistOnFingerprint(publicKey, expected.fingerprint)
  return new TrailVerifier({
    publicKey,
    keyIsTrusted: expected.publicKey !== undefined || expected.fingerprint !== undefined,
    anchor: expected.anchor,
    asOf: new Date(header.exportedAt),
  })
}
