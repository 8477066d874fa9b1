import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'

/** Something that happened to an offer to hand the case over. */
export interface TransferTimelineRow {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly transferId: string
  readonly number: string
  readonly fromName: string
  readonly toName: string
  readonly byName: string | null
}

const ofCase = statement(
  'transfers.timeline',
  `SELECT e.id, date_trunc('milliseconds', e.at) AS at, e.kind, x.id AS "transferId", x.number,
          f.name AS "fromName", t.name AS "toName", w.display_name AS "byName"
     FROM case_transfer x
     JOIN transfer_event e ON e.transfer_id = x.id
     JOIN unit f ON f.id = x.from_unit_id
     JOIN unit t ON t.id = x.to_unit_id
     LEFT JOIN worker w ON w.id = e.actor_id
    WHERE x.case_id = $1 ${newestFirst('e.at', 'e.id')}`,
)

/** How the case moved or was to move, before a place of its timeline. */
@Injectable()
export class TransferTimelineRows {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<TransferTimelineRow[]> {
    return this.database.query<TransferTimelineRow>(ofCase, place)
  }
}
