import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { Form, FormValues } from '../../forms/index.js'
import { partOf, partPlace } from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { CaseWriter } from '../data/case-writer.js'
import { ageFrom } from '../domain/age.js'
import type { SafetyContent } from '../domain/case-content.js'
import { riskReasonsOfAge, type RiskLevel, type RiskReason } from '../domain/risk.js'
import { codesIn, textIn } from '../domain/value-parts.js'
import { ChangeRisk } from './change-risk.js'

const nothingYet: SafetyContent = { riskReasons: [], danger: null, notes: null }

/**
 * The newest assessment decides how great the risk is. Its reasons become those that stand for the
 * case, so that nobody lowers the risk past them by hand.
 */
@Injectable()
export class HeedAssessment {
  constructor(
    private readonly reader: CaseReader,
    private readonly writer: CaseWriter,
    private readonly risk: ChangeRisk,
    private readonly clock: Clock,
  ) {}

  /** After a record of this form was written or taken away; of other forms nothing follows. */
  async heed(actor: WorkerActor, caseId: string, { code }: Form): Promise<void> {
    if (code !== 'risk-assessment') return
    const { content, ring } = await this.reader.content(caseId, maskOf(['safety', 'identity']))
    const newest = content.records
      .filter(({ form }) => form === code)
      .map(({ values }) => values)
      .toSorted(byDay)
      .at(-1)
    if (newest === undefined) return

    const now = this.clock.now()
    const today = localTimeOf(now).date
    const { victim } = content
    const age =
      victim === null
        ? null
        : ageFrom({ birthDate: victim.birthDate, stated: victim.statedAge }, today)
    // Its list holds these codes only.
    const told = codesIn(newest, 'riskReasons') as RiskReason[]
    const reasons = [...new Set([...told, ...riskReasonsOfAge(age)])]
    const safety = partOf(content, 'safety') ?? nothingYet
    const heeded = { ...safety, riskReasons: reasons, danger: textIn(newest, 'danger') }
    if (JSON.stringify(heeded) !== JSON.stringify(safety)) {
      const version = content.parts.find(({ section }) => section === 'safety')?.version ?? 0
      const sealed = ring.seal(heeded, partPlace(caseId, 'safety'))
      const place = { version, at: now, by: actor.workerId }
      if (!(await this.writer.writePart(caseId, 'safety', sealed, place))) throw new Stale()
    }
    await this.risk.follow(actor, caseId, {
      level: newest['level'] as RiskLevel,
      reasons,
      immediateDanger: newest['immediateDanger'] === true,
    })
  }
}

// Of two on one day the one written later: they come in the order they were written.
const byDay = (one: FormValues, other: FormValues): number => {
  const [day, otherDay] = [String(one['assessedOn']), String(other['assessedOn'])]
  if (day === otherDay) return 0
  return day < otherDay ? -1 : 1
}
