import { Injectable } from '@nestjs/common'
import { Sealer, type SealContext } from '../../../platform/crypto/index.js'

/** An invitation with the data key of its own texts. */
interface Invited {
  readonly id: string
  readonly sealedKey: Buffer
}

/** A team with the data key of what all of its members may read. */
interface Keyed {
  readonly caseId: string
  readonly sealedKey: Buffer
}

const place = (table: string, rowId: string, column: string): SealContext => ({
  table,
  rowId,
  column,
  keyClass: 'referral',
})

/**
 * Seals and opens what belongs to no section of the case: what an invited unit reads before it answers
 * has a data key for each invitation, what all members read has one for each team. Both are made and
 * wrapped as a referral's is.
 */
@Injectable()
export class TeamTexts {
  constructor(private readonly sealer: Sealer) {}

  /** A fresh key for an invitation or a team, wrapped. */
  newKey(ownerId: string): Buffer {
    return this.sealer.forNewReferral(ownerId).sealedKey
  }

  sealNeed({ id, sealedKey }: Invited, text: string): Buffer {
    return this.ring(id, sealedKey).seal(text, place('team_member', id, 'sealed_need'))
  }

  need({ id, sealedKey, sealedNeed }: Invited & { readonly sealedNeed: Buffer }): string {
    return this.ring(id, sealedKey).open<string>(
      sealedNeed,
      place('team_member', id, 'sealed_need'),
    )
  }

  sealNote({ id, sealedKey }: Invited, text: string | null): Buffer | null {
    if (text === null) return null
    return this.ring(id, sealedKey).seal(text, place('team_member', id, 'sealed_note'))
  }

  note({ id, sealedKey, sealedNote }: Invited & { readonly sealedNote: Buffer | null }) {
    if (sealedNote === null) return null
    return this.ring(id, sealedKey).open<string>(
      sealedNote,
      place('team_member', id, 'sealed_note'),
    )
  }

  /** @param table and row of a text that members share */
  sealShared({ caseId, sealedKey }: Keyed, table: string, rowId: string, text: string): Buffer {
    return this.ring(caseId, sealedKey).seal(text, place(table, rowId, 'sealed'))
  }

  shared({ caseId, sealedKey }: Keyed, table: string, rowId: string, sealed: Buffer): string {
    return this.ring(caseId, sealedKey).open<string>(sealed, place(table, rowId, 'sealed'))
  }

  private ring(ownerId: string, sealedKey: Buffer) {
    return this.sealer.ofReferral(ownerId, sealedKey)
  }
}
