import { Injectable } from '@nestjs/common'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { CaseReading } from '../../cases/index.js'
import type { StoredConsent } from '../data/consents.repository.js'
import { noDetail, type ConsentDetail, type Relation } from '../domain/consent-detail.js'

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */

/** What of the detail names somebody or is said in words; the rest are columns. */
type SealedDetail = {
  readonly explainedBy: string | null
  readonly interpreter: string | null
  readonly representative: { readonly name: string; readonly relation: Relation } | null
  readonly childView: string | null
  readonly withheld: string | null
}

type DetailColumns = Pick<
  StoredConsent,
  'explainedOn' | 'explainedLanguage' | 'withheldReason' | 'sealedDetail'
>

const detailPlace = (consentId: string) => ({
  table: 'consent',
  rowId: consentId,
  column: 'sealed_detail',
})

/** Seals and opens what belongs to an answer, under the key of the case, inside the open transaction. */
@Injectable()
export class ConsentDetails {
  constructor(private readonly cases: CaseReading) {}

  /** The columns of the row; what names nobody and says nothing is not sealed at all. */
  async columnsOf(caseId: string, id: string, detail: ConsentDetail): Promise<DetailColumns> {
    const { explainedBy, interpreter, representative, childView, withheld } = detail
    const words: SealedDetail = {
      explainedBy,
      interpreter,
      representative: representative === null ? null : { ...representative },
      childView,
      withheld,
    }
    const isEmpty = Object.values(words).every((value) => value === null)
    return {
      explainedOn: detail.explainedOn,
      explainedLanguage: detail.explainedLanguage,
      withheldReason: detail.withheldReason,
      sealedDetail: isEmpty
        ? null
        : await this.cases.sealFor(caseId, 'services', words, detailPlace(id)),
    }
  }

  /** The detail of a stored consent. */
  async of(stored: StoredConsent): Promise<ConsentDetail> {
    const { id, caseId, sealedDetail } = stored
    const words =
      sealedDetail === null
        ? null
        : await this.cases.openFor<SealedDetail>(caseId, 'services', sealedDetail, detailPlace(id))
    return {
      ...noDetail,
      ...words,
      explainedOn: stored.explainedOn satisfies LocalDate | null,
      explainedLanguage: stored.explainedLanguage,
      withheldReason: stored.withheldReason,
    }
  }
}
