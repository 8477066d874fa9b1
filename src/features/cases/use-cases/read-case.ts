import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Context } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { partOf, type CaseContent, type IncidentRecord } from '../data/case-content.reader.js'
import { CaseReader, type OpenedCase } from '../data/case-reader.js'
import type { CaseRow } from '../data/case-rows.js'
import { proposedSectors } from '../domain/age-rules.js'
import { ageFrom } from '../domain/age.js'
import type { SafeContact } from '../domain/case-content.js'
import { familiesOf, incidentTypes } from '../domain/incident-types.js'
import { initialsOf } from '../domain/initials.js'
import { CasePanels, type CasePanelsView } from './case-panels.js'

export type { CaseRow } from '../data/case-rows.js'

/** A case as its first page shows it: everything needed at a glance, and no name. */
export interface CaseOverview {
  readonly row: CaseRow
  /** What stands for the name, '' where nobody knows it; null where identity is not the reader's. */
  readonly initials: string | null
  readonly ageInYears: number | null
  readonly safeContact: SafeContact | null
  readonly incidents: readonly IncidentRecord[]
  /** What the rules of age and incident say this person is to be offered. */
  readonly sectorsToOffer: readonly Sector[]
  readonly mayChange: boolean
  readonly panels: CasePanelsView
}

const atAGlance: readonly Section[] = ['identity', 'contact', 'incident']
const noPanels: CasePanelsView = { referrals: [], consents: [], tasks: [], events: [] }

/** Opens a case to who manages it. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly panels: CasePanels,
  ) {}

  /** The case at a glance, with what other features show beside it. @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<CaseOverview> {
    return this.transactions.run(actor, async () => {
      const { opened, seen } = await this.open(actor, caseId)
      const [panels] = await Promise.all([
        this.panels.panelsFor(actor, caseId),
        this.record(caseId, seen),
      ])
      return this.overview(actor, opened, panels)
    })
  }

  /** The case for who is about to change it, without what stands beside it. @throws NotFound */
  toChange(actor: WorkerActor, caseId: string): Promise<CaseOverview> {
    return this.transactions.run(actor, async () => {
      const { opened, seen } = await this.open(actor, caseId)
      await this.record(caseId, seen)
      const overview = this.overview(actor, opened, noPanels)
      if (!overview.mayChange) throw new NotFound('case.change', 'case', caseId)
      return overview
    })
  }

  private async open(actor: WorkerActor, caseId: string) {
    const opened = await this.reader.open(caseId, maskOf(atAGlance))
    const context = this.context(opened)
    if (opened === undefined || !decide(actor, 'case.read', context).allowed) {
      throw new NotFound('case.read', 'case', caseId)
    }
    const seen = atAGlance.filter(
      (section) => decide(actor, 'section.read', { ...context, section }).allowed,
    )
    return { opened: { ...opened, content: narrowed(opened.content, seen) }, seen }
  }

  private record(caseId: string, seen: readonly Section[]): Promise<void> {
    return this.audit.record({
      action: 'case.read',
      caseId,
      subject: { type: 'case', id: caseId },
      sections: maskOf(seen),
    })
  }

  private context(opened: OpenedCase | undefined): Context {
    return { now: this.clock.now(), ...(opened === undefined ? {} : { case: opened.facts }) }
  }

  private overview(actor: WorkerActor, opened: OpenedCase, panels: CasePanelsView): CaseOverview {
    const { row, content } = opened
    const { victim, incidents } = content
    const today = localTimeOf(this.clock.now()).date
    const ageInYears =
      victim === null
        ? null
        : ageFrom({ birthDate: victim.birthDate, stated: victim.statedAge }, today)
    const families = familiesOf(
      incidentTypes.filter(({ code }) =>
        incidents.some(({ type, otherTypes }) => type === code || otherTypes.includes(code)),
      ),
    )
    return {
      row,
      initials: victim === null ? null : initialsOf(victim.name ?? ''),
      ageInYears,
      safeContact: partOf(content, 'contact'),
      incidents,
      sectorsToOffer: proposedSectors(ageInYears, today, families, { sex: row.sex }),
      mayChange: decide(actor, 'case.change', this.context(opened)).allowed,
      panels,
    }
  }
}

// The database has already left out what is hidden; this holds where the two walls ever differ.
const narrowed = (content: CaseContent, seen: readonly Section[]): CaseContent => ({
  victim: seen.includes('identity') ? content.victim : null,
  related: content.related.filter(({ section }) => seen.includes(section)),
  incidents: seen.includes('incident') ? content.incidents : [],
  parts: content.parts.filter(({ section }) => seen.includes(section)),
  records: content.records.filter(({ section }) => seen.includes(section)),
})
