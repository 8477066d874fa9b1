import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { Json } from '../../../platform/crypto/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { partOf, partPlace } from '../data/case-content.reader.js'
import { CaseReader, type OpenedContent } from '../data/case-reader.js'
import { contactFoundBy } from '../data/findables.js'
import { SearchKeys } from '../data/search-keys.js'
import { CaseWriter } from '../data/case-writer.js'
import type { NotedSection, SafeContact } from '../domain/case-content.js'
import { CaseSectionChanged } from '../domain/case.events.js'

/** Writes the text of a section, or how the person can be reached. */
@Injectable()
export class RecordSection {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly writer: CaseWriter,
    private readonly searchKeys: SearchKeys,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces how to reach the person.
   * @param version of the section that was read; 0 while nothing was written
   * @returns the new version. @throws NotFound, Stale
   */
  contact(
    actor: WorkerActor,
    caseId: string,
    version: number,
    contact: SafeContact,
  ): Promise<number> {
    return this.transactions.run(actor, async () => {
      const written = await this.write(actor, caseId, 'contact', version, () => contact)
      await this.searchKeys.write(caseId, [contactFoundBy(contact)])
      return written
    })
  }

  /** Replaces the section's text and keeps what else it holds. @throws NotFound, Stale */
  notes(
    actor: WorkerActor,
    caseId: string,
    section: NotedSection,
    version: number,
    notes: string | null,
  ): Promise<number> {
    return this.write(actor, caseId, section, version, ({ content }) => ({
      ...empty(section),
      ...partOf(content, section),
      notes,
    }))
  }

  private write(
    actor: WorkerActor,
    caseId: string,
    section: Section,
    version: number,
    contentOf: (opened: OpenedContent) => Json,
  ): Promise<number> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const opened = await this.reader.content(caseId, maskOf([section]))
      if (!decide(actor, 'section.change', { now, case: opened.facts, section }).allowed) {
        throw new NotFound('section.change', 'case', caseId)
      }
      const sealed = opened.ring.seal(contentOf(opened), partPlace(caseId, section))
      const place = { version, at: now, by: actor.workerId }
      if (!(await this.writer.writePart(caseId, section, sealed, place))) throw new Stale()
      await this.audit.record({
        action: 'section.change',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf([section]),
      })
      const form = section === 'contact' ? 'contact' : 'notes'
      await this.outbox.add(
        new CaseSectionChanged(caseId, caseId, { section, form, actorId: actor.workerId }),
      )
      return version + 1
    })
  }
}

// A family or safety text may be the first thing written there.
const empty = (section: NotedSection): Readonly<Record<string, Json>> => {
  if (section === 'family') return { caregiver: 'unknown', informed: null, suspected: false }
  if (section === 'safety') return { riskReasons: [], danger: null }
  return {}
}
