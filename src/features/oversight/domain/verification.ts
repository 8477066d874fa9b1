/** What can be found wrong with the trail. Codes; the sentences are in the catalogue. */
export type Damage =
  /** an entry no longer says what it said when it was written */
  | 'entry-edited'
  /** as many entries as were signed, but not the same */
  | 'entries-replaced'
  | 'entries-deleted'
  | 'entries-inserted'
  /** a batch's row is not what was signed */
  | 'batch-edited'
  | 'batches-deleted'
  /** a batch does not follow from the one before: one of them was signed anew */
  | 'chain-broken'
  /** signed by a key other than the one trusted */
  | 'other-key'
  /** the batch written down earlier is not there: the end of the trail was cut off */
  | 'truncated'
  /** the batch written down earlier was another: the trail was signed anew */
  | 'signed-anew'
  /** entries have waited for a signature longer than sealing takes */
  | 'unsigned-tail'
  /** the exported file has a line that cannot be read, or ends before its end */
  | 'file-damaged'

/** One thing found wrong. */
export interface Finding {
  readonly what: Damage
  /** The batch it concerns; of several, the first. */
  readonly batch: number | null
  /** Id of the entry, where one can be named. */
  readonly entry: string | null
  /** How many entries or batches; the line, for a damaged file. */
  readonly count: number | null
}

/** The end of the trail as somebody wrote it down: its hash stands for all batches up to it. */
export interface Anchor {
  readonly seq: number
  readonly hash: string
}

/** What a verification found. */
export interface Verification {
  readonly intact: boolean
  /** The first hundred. */
  readonly findings: readonly Finding[]
  readonly moreFindings: number
  /** The first batch that was looked at: 1, unless only the latest were asked for. */
  readonly firstBatch: number
  readonly batches: number
  readonly entries: number
  /** To be written down elsewhere: the anchor for the next verification. */
  readonly head: (Anchor & { readonly signedAt: string }) | null
  /** Entries that no batch holds yet, and since when the oldest waits (RFC 3339). */
  readonly unsigned: { readonly entries: number; readonly since: string | null }
  /** Fingerprint of the key the signatures were checked with. */
  readonly keyId: string
  /**
   * Does the key come from outside of what is verified? Where not, the trail only agrees with itself:
   * whoever rewrote it whole, with a key of their own, is not found out.
   */
  readonly keyIsTrusted: boolean
  /** Was it held against an anchor? Where not, a cut-off end is not found out. */
  readonly isAnchored: boolean
}

const kept = 100

/** Collects findings, as many as a person can use. */
export class Findings {
  private readonly all: Finding[] = []
  private found = 0

  add(what: Damage, about: Partial<Omit<Finding, 'what'>> = {}): void {
    this.found += 1
    if (this.all.length < kept)
      this.all.push({ what, batch: null, entry: null, count: null, ...about })
  }

  report(): Pick<Verification, 'intact' | 'findings' | 'moreFindings'> {
    return {
      intact: this.found === 0,
      findings: this.all,
      moreFindings: this.found - this.all.length,
    }
  }
}
