import { Injectable } from '@nestjs/common'
import { CaseReading } from '../../cases/index.js'
import type { ApprovalRow } from '../data/approval-rows.js'

/** An approval with its words, for who manages the case. */
export interface ApprovalView extends Omit<ApprovalRow, 'sealedNote' | 'sealedReason'> {
  readonly note: string | null
  readonly reason: string | null
}

/** Which key seals the texts of planning: `services`, of the general class. */
export const sealedUnder = 'services'

export const approvalPlace = (id: string, column: 'sealed_note' | 'sealed_reason') => ({
  table: 'case_approval',
  rowId: id,
  column,
})

/** Opens the words of approvals, all of one case in one trip. */
@Injectable()
export class ApprovalViews {
  constructor(private readonly cases: CaseReading) {}

  async of(caseId: string, rows: readonly ApprovalRow[]): Promise<ApprovalView[]> {
    const wanted = rows.flatMap(({ id, sealedNote, sealedReason }) =>
      [
        { sealed: sealedNote, place: approvalPlace(id, 'sealed_note') },
        { sealed: sealedReason, place: approvalPlace(id, 'sealed_reason') },
      ].flatMap(({ sealed, place }) =>
        sealed === null ? [] : [{ section: sealedUnder, sealed, place } as const],
      ),
    )
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const texts = new Map(
      wanted.map(({ place }, index) => [`${place.column} ${place.rowId}`, opened[index] ?? null]),
    )
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      unitId: row.unitId,
      kind: row.kind,
      pin: row.pin,
      requestedBy: row.requestedBy,
      requesterName: row.requesterName,
      requestedAt: row.requestedAt,
      state: row.state,
      decidedBy: row.decidedBy,
      deciderName: row.deciderName,
      decidedAt: row.decidedAt,
      version: row.version,
      note: texts.get(`sealed_note ${row.id}`) ?? null,
      reason: texts.get(`sealed_reason ${row.id}`) ?? null,
    }))
  }
}
