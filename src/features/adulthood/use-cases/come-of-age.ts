import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import {
  ageRulesOn,
  CaseReading,
  GrowUp,
  isChild,
  type Adulthood,
  type CaseRow,
  type ChildLaw,
  type SafeContact,
} from '../../cases/index.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import { DecisionRows, type DecisionRow } from '../data/decision-rows.js'
import type { AdulthoodDecision, PersonWants } from '../domain/decision.js'

/** What is decided with the person. */
export interface DecisionInput {
  readonly decision: AdulthoodDecision
  readonly personWants: PersonWants
  readonly note: string | null
}

/** What changes when this child becomes an adult, and what was decided. */
export interface ComingOfAge {
  readonly row: CaseRow
  readonly safeContact: SafeContact | null
  /** Null where nothing is known of the age, or it is hidden. */
  readonly adulthood: Adulthood | null
  readonly isAdult: boolean
  /** For each law in force whether the person is a child under it today, and from that day on. */
  readonly laws: readonly {
    readonly law: ChildLaw
    readonly today: boolean
    readonly then: boolean
  }[]
  /** Consents in force that somebody else gave, alone or with the child: to be asked anew. */
  readonly consentsOfOthers: readonly ConsentView[]
  readonly decisions: readonly (Omit<DecisionRow, 'sealedNote'> & {
    readonly note: string | null
  })[]
  readonly mayDecide: boolean
}

const notePlace = (id: string) =>
  ({ table: 'adulthood_decision', rowId: id, column: 'sealed_note' }) as const

/** A child becomes an adult: her consent is hers alone, and other services stand open. */
@Injectable()
export class ComeOfAge {
  constructor(
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly growUp: GrowUp,
    private readonly consents: ConsentReading,
    private readonly decisions: DecisionRows,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  read(actor: WorkerActor, caseId: string): Promise<ComingOfAge> {
    return this.transactions.run(actor, async () => {
      const row = await this.find(actor, 'case.read', caseId)
      const adulthood = await this.cases.adulthood(caseId)
      const { ageInYears } = await this.cases.consentPerson(caseId)
      const today = localTimeOf(this.clock.now()).date
      const isAdult = ageInYears !== null && ageInYears >= 18
      const rules = ageRulesOn(today)
      const consents = await this.consents.ofCase(caseId)
      const decisions = await this.decisions.ofCase(caseId)
      await this.trail.record({
        action: 'section.read',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(['identity', 'contact']),
      })
      return {
        row,
        safeContact: await this.cases.safeContact(caseId),
        adulthood,
        isAdult,
        laws: rules.map(({ law }) => ({
          law,
          today: isChild(law, ageInYears, today),
          then: isChild(law, Math.max(ageInYears ?? 0, 18), today),
        })),
        consentsOfOthers: consents.filter(
          ({ isLive, givenBy }) => isLive && givenBy.includes('representative'),
        ),
        decisions: await Promise.all(
          decisions.map(async ({ sealedNote, ...decision }) => ({
            ...decision,
            note:
              sealedNote === null
                ? null
                : await this.cases.openFor<string>(
                    caseId,
                    'services',
                    sealedNote,
                    notePlace(decision.id),
                  ),
          })),
        ),
        mayDecide: await this.may(actor, 'case.change', caseId),
      }
    })
  }

  /** Records what was decided with the person. @throws NotFound */
  decide(actor: WorkerActor, caseId: string, input: DecisionInput): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.find(actor, 'case.change', caseId)
      const id = randomUUID()
      const { decision, personWants, note } = input
      const sealedNote =
        note === null ? null : await this.cases.sealFor(caseId, 'services', note, notePlace(id))
      const at = this.clock.now()
      await this.decisions.add(
        caseId,
        { id, decision, personWants, sealedNote },
        actor.workerId,
        at,
      )
      // Where the case goes next is told its age band before anything else.
      await this.growUp.run(caseId)
      await this.trail.record({
        action: 'case.adulthood',
        caseId,
        subject: { type: 'case', id: caseId },
      })
    })
  }

  private async find(actor: WorkerActor, action: Action, caseId: string): Promise<CaseRow> {
    const row = await this.cases.summary(caseId)
    if (row === undefined || !(await this.may(actor, action, caseId)))
      throw new NotFound(action, 'case', caseId)
    return row
  }

  private async may(actor: WorkerActor, action: Action, caseId: string): Promise<boolean> {
    const facts = await this.access.caseFacts(caseId)
    return decide(actor, action, { now: this.clock.now(), case: facts }).allowed
  }
}
