import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { VisibleTransfers } from './visible-transfers.js'

/** What is asked before an offer ends with a reason. */
export interface PreparedEnd {
  readonly id: string
  readonly number: string
  readonly version: number
  /** Units that might be suggested instead; for who declines. */
  readonly units: readonly Pick<UnitView, 'id' | 'name'>[]
}

/** Finds out whether somebody can decline or take back, before they are asked why. */
@Injectable()
export class PrepareEnd {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly directory: Directory,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  /** Null when the transfer is theirs to see but no longer open. @throws NotFound */
  run(actor: WorkerActor, id: string, move: 'reject' | 'withdraw'): Promise<PreparedEnd | null> {
    return this.transactions.run(actor, async () => {
      const transfer = await this.visible.find(actor, 'transfer.read', id)
      await this.trail.record({
        action: 'transfer.read',
        caseId: transfer.caseId,
        subject: { type: 'transfer', id },
      })
      if (transfer.status !== 'offered' || !this.visible.may(actor, `transfer.${move}`, transfer))
        return null
      const units = move === 'reject' ? await this.directory.activeUnits() : []
      return {
        id,
        number: transfer.number,
        version: transfer.version,
        units: units.filter(
          (unit) => unit.onBenAn && unit.id !== actor.unitId && unit.id !== transfer.fromUnitId,
        ),
      }
    })
  }
}
