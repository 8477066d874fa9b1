import type { Translate } from '../../../ui/translate.js'
import type { Verification } from '../domain/verification.js'
import { findingSentence } from '../web/finding-sentence.js'

/** The result of a verification as lines of text, what matters first. */
export const verificationReport = (found: Verification, t: Translate): string[] => {
  const { intact, findings, moreFindings, unsigned, head } = found
  const lines = [
    intact
      ? t('oversight.verify.intact')
      : t('oversight.verify.damaged', { count: findings.length + moreFindings }),
    ...findings.map((finding) => `  ${findingSentence(finding, t)}`),
  ]
  if (moreFindings > 0) lines.push(`  ${t('oversight.verify.more', { count: moreFindings })}`)
  if (!intact) lines.push(t('oversight.verify.what-now'))
  lines.push(
    t('oversight.verify.extent', {
      batches: found.batches,
      first: found.firstBatch,
      entries: found.entries,
    }),
  )
  if (unsigned.since !== null)
    lines.push(t('oversight.verify.unsigned', { count: unsigned.entries, since: unsigned.since }))
  lines.push(t('oversight.verify.key', { fingerprint: found.keyId }))
  if (!found.keyIsTrusted) lines.push(t('oversight.verify.key-not-trusted'))
  if (!found.isAnchored) lines.push(t('oversight.verify.not-anchored'))
  if (head !== null) {
    lines.push(t('oversight.verify.head', { seq: String(head.seq), hash: head.hash }))
    lines.push(t('oversight.verify.head.advice'))
  }
  return lines
}

/** Reads an anchor as `verificationReport` prints it: `seq:hash`. Undefined where it is none. */
export const readAnchor = (text: string): { seq: number; hash: string } | undefined => {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
}
