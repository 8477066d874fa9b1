import { Injectable } from '@nestjs/common'
import { Directory, type Proposal } from '../../directory/index.js'
import { ReferralChain } from '../data/referral-chain.js'
import type { ReferralRow } from '../data/referral-row.js'
import { firstYearOf } from '../domain/years-of-band.js'

type Asked = Pick<
  ReferralRow,
  'id' | 'fromUnitId' | 'service' | 'provinceCode' | 'ageBand' | 'sex' | 'language'
> &
  Partial<Pick<ReferralRow, 'suggestedUnitId'>>

/**
 * Who else might help when a unit did not: the directory's proposals without the units that were
 * already asked in the same chain. Runs inside the open transaction.
 */
@Injectable()
export class NextBestUnit {
  constructor(
    private readonly directory: Directory,
    private readonly chain: ReferralChain,
  ) {}

  /** Best first; what was suggested for this referral comes before all others while it can help. */
  async proposals(referral: Asked): Promise<readonly Proposal[]> {
    if (referral.service === null) return []
    const asked = await this.chain.unitsAsked(referral.id)
    const proposals = await this.directory.proposeFor(
      {
        service: referral.service,
        provinceCode: referral.provinceCode,
        ageInYears: firstYearOf(referral.ageBand ?? 'unknown'),
        sex: referral.sex ?? 'unknown',
        language: referral.language ?? 'vi',
      },
      referral.fromUnitId,
      ...asked,
    )
    const isSuggested = ({ unit }: Proposal) => unit.id === referral.suggestedUnitId
    return [...proposals.filter(isSuggested), ...proposals.filter((each) => !isSuggested(each))]
  }

  async best(referral: Asked): Promise<Proposal | null> {
    return (await this.proposals(referral))[0] ?? null
  }
}
