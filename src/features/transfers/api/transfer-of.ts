import { sectionsOf } from '../../../platform/access/sections.js'
import type { TransferLine } from '../use-cases/list-transfers.js'
import type { OneTransfer } from '../use-cases/read-transfer.js'
import type { RequestView } from '../use-cases/transfer-requests.js'
import type { TransferDto, TransferRequestDto, TransferSummaryDto } from './transfer.dto.js'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** What both sides keep of a transfer. */
export const transferSummaryOf = (row: Omit<TransferLine, 'sortKey'>) =>
  ({
    id: row.id,
    number: row.number,
    status: row.status,
    urgency: row.urgency,
    from: { id: row.fromUnitId, name: row.fromUnitName },
    to: { id: row.toUnitId, name: row.toUnitName },
    caseNumber: row.caseNumber,
    reason: row.reason,
    offeredAt: row.offeredAt.toISOString(),
    answerDueAt: row.answerDueAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: iso(row.endedAt),
    firstContactAt: iso(row.firstContactAt),
    version: row.version,
  }) satisfies TransferSummaryDto

/** One transfer as the caller's side sees it. */
export const transferOf = (view: OneTransfer): TransferDto => {
  const { transfer, caseNumber } = view
  return {
    ...transferSummaryOf({ ...transfer, caseNumber }),
    side: view.side,
    caseId: view.hasCase ? transfer.caseId : null,
    why: view.why,
    need: view.need,
    preview: view.preview,
    suggestedUnitId: transfer.suggestedUnitId,
    keptSections: sectionsOf(transfer.keptSections),
    keptUntil: iso(transfer.keptUntil),
    visibleSections: view.kept?.sections ?? null,
    moves: view.moves,
    events: view.story.map((line) => ({
      at: line.at.toISOString(),
      kind: line.kind,
      reason: line.reason,
      note: line.note,
      worker: line.byName,
      unit: line.byUnitName,
    })),
  }
}

/** A request to take over, for its asker or for who has the case. */
export const requestOf = (view: RequestView): TransferRequestDto => ({
  id: view.id,
  caseNumber: view.caseNumber,
  referralId: view.referralId,
  caseId: view.caseId,
  from: { id: view.fromUnitId, name: view.fromUnitName },
  why: view.why,
  text: view.text,
  status: view.status,
  reason: view.reason,
  transferId: view.transferId,
  askedAt: view.askedAt.toISOString(),
  lapsesAt: view.lapsesAt.toISOString(),
  version: view.version,
})
