import { useApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { ReferralWorld } from '../../referrals/testing/use-referrals.js'
import type { Intake } from '../../cases/index.js'

/** A case with all who have to do with it, and some who have not. */
export interface PlannedCase {
  readonly caseId: string
  readonly unit: TestUnit
  readonly lead: TestWorker
  /** Of the same unit, without a grant. */
  readonly colleague: TestWorker
  readonly supervisor: TestWorker
  /** Supervises another unit. */
  readonly stranger: TestWorker
}

/** Cases in which people plan. */
export class PlanningWorld extends ReferralWorld {
  async aPlannedCase(changes: Partial<Intake> = {}): Promise<PlannedCase> {
    const unit = await this.aUnit('child-protection')
    const lead = await this.aWorker(unit)
    const elsewhere = await this.aUnit('police')
    return {
      caseId: await this.build.aCase(lead, changes),
      unit,
      lead,
      colleague: await this.aWorker(unit),
      supervisor: await this.aWorker(unit, ['supervisor']),
      stranger: await this.aWorker(elsewhere, ['caseworker', 'supervisor']),
    }
  }

  /** Kinds of what somebody was told, oldest first. */
  async toldOf({ id }: TestWorker): Promise<string[]> {
    const { rows } = await this.owner.query<{ kind: string }>(
      'SELECT kind FROM notification WHERE worker_id = $1 ORDER BY created_at, id',
      [id],
    )
    return rows.map(({ kind }) => kind)
  }
}

/** Gives the spec file its world before its tests. */
export const usePlanning = (): (() => PlanningWorld) => {
  const test = useApp()
  let world: PlanningWorld | undefined
  return () => (world ??= new PlanningWorld(test()))
}
