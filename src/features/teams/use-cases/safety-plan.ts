import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, sharedPlanBit, type Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import {
  PlanRows,
  type ProposalRow,
  type ReadingRow,
  type StepRow,
  type VersionRow,
} from '../data/plan-rows.js'
import { TeamRows, type TeamRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import type { PlanStepKind, ProposalAnswer } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { PlanBeyondConsent } from '../domain/teams.errors.js'
import { maskOf } from '../../../platform/access/sections.js'
import { TeamAccess } from './team-access.js'

/** A step with its text. */
export interface PlanStep extends Omit<StepRow, 'sealed'> {
  readonly text: string
}

export interface PlanProposal extends Omit<ProposalRow, 'sealed'> {
  readonly text: string
}

/** A step as it is to be. */
export interface StepToWrite {
  readonly kind: PlanStepKind
  /** Who acts, for what a unit does. */
  readonly unitId: string | null
  /** Units that read it, besides the one that leads. */
  readonly audience: readonly string[]
  readonly text: string
}

/** A unit the plan can be open to. */
export interface PlanUnit {
  readonly unitId: string
  readonly unitName: string
}

/** The shared safety plan as one of the team sees it. */
export interface SharedPlan {
  readonly caseId: string
  readonly teamNumber: string
  readonly caseNumber: string | null
  readonly safeContact: SafeContact | null
  /** The version shown, and the one that holds now; 0 before anything was written. */
  readonly version: number
  readonly current: number
  readonly steps: readonly PlanStep[]
  readonly versions: readonly VersionRow[]
  readonly readings: readonly ReadingRow[]
  readonly proposals: readonly PlanProposal[]
  /** Units whose consent covers the person's safety. */
  readonly units: readonly PlanUnit[]
  readonly hasRead: boolean
  readonly mayChange: boolean
  readonly mayPropose: boolean
}

/**
 * One plan for all who protect the person: the lead writes it, members propose and say that they have
 * read it. It is shown step by step to the units named, and only where the person agreed that they may
 * know of her safety. Where she is sheltered is never in it.
 */
@Injectable()
export class SafetyPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly plans: PlanRows,
    private readonly texts: TeamTexts,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param version an earlier one, or the present. @throws NotFound */
  read(actor: WorkerActor, caseId: string, version?: number): Promise<SharedPlan> {
    return this.transactions.run(actor, async () => {
      const { team, facts } = await this.access.find(actor, 'plan.read', caseId)
      const shown = version ?? team.planVersion
      if (shown < 0 || shown > team.planVersion) throw new NotFound('plan.read', 'team', caseId)
      const now = this.clock.now()
      const may = (action: Action): boolean => decide(actor, action, { now, case: facts }).allowed
      const seesContact = decide(actor, 'section.read', { now, case: facts, section: 'contact' })
      const [steps, versions, readings, proposals, roster, summary, safeContact] =
        await Promise.all([
          this.plans.steps(caseId, shown),
          this.plans.versions(caseId),
          this.plans.readings(caseId, team.planVersion),
          this.plans.proposals(caseId),
          this.teams.roster(caseId),
          this.cases.summary(caseId),
          seesContact.allowed ? this.cases.safeContact(caseId) : null,
          this.audit.record({
            action: 'plan.read',
            caseId,
            subject: { type: 'team', id: caseId },
            sections: seesContact.allowed ? maskOf(['contact']) : 0,
          }),
        ])
      const isOpen = team.status === 'open'
      return {
        caseId,
        teamNumber: team.number,
        caseNumber: summary?.number ?? null,
        safeContact,
        version: shown,
        current: team.planVersion,
        steps: steps.map(({ sealed, ...step }) => ({
          ...step,
          text: this.texts.shared(team, 'team_plan_step', step.id, sealed),
        })),
        versions,
        readings,
        proposals: proposals.map(({ sealed, ...proposal }) => ({
          ...proposal,
          text: this.texts.shared(team, 'team_plan_proposal', proposal.id, sealed),
        })),
        units: roster
          .filter(({ status, sections }) => status === 'joined' && sections & sharedPlanBit)
          .map(({ unitId, unitName }) => ({ unitId, unitName })),
        hasRead: readings.some(({ workerId }) => workerId === actor.workerId),
        mayChange: isOpen && may('plan.change'),
        mayPropose: isOpen && may('plan.propose'),
      }
    })
  }

  /** @param version the one that was read. @throws NotFound | TeamClosed | Stale | PlanBeyondConsent */
  add(actor: WorkerActor, caseId: string, version: number, step: StepToWrite): Promise<void> {
    return this.change(actor, caseId, version, async (team) => {
      await this.next(actor, team, version, 'added')
      const steps = await this.plans.steps(caseId, version)
      const last = Math.max(0, ...steps.map(({ position }) => position))
      await this.write(team, version + 1, last + 1, step)
    })
  }

  /** @throws NotFound | TeamClosed | Stale | PlanBeyondConsent */
  replace(
    actor: WorkerActor,
    caseId: string,
    version: number,
    stepId: string,
    step: StepToWrite,
  ): Promise<void> {
    return this.change(actor, caseId, version, async (team) => {
      const old = await this.step(caseId, version, stepId)
      await this.next(actor, team, version, 'changed')
      await this.plans.retire(caseId, stepId, version + 1)
      await this.write(team, version + 1, old.position, step)
    })
  }

  /** @throws NotFound | TeamClosed | Stale */
  remove(actor: WorkerActor, caseId: string, version: number, stepId: string): Promise<void> {
    return this.change(actor, caseId, version, async (team) => {
      await this.step(caseId, version, stepId)
      await this.next(actor, team, version, 'removed')
      await this.plans.retire(caseId, stepId, version + 1)
    })
  }

  /** Says that one has read the version that holds now. @throws NotFound | TeamClosed | Stale */
  acknowledge(actor: WorkerActor, caseId: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'plan.acknowledge', caseId)
      if (team.planVersion !== version || version === 0) throw new Stale()
      await this.plans.read(actor, caseId, version, this.clock.now())
      await this.record('plan.acknowledge', caseId)
    })
  }

  /** @throws NotFound | TeamClosed */
  propose(actor: WorkerActor, caseId: string, text: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'plan.propose', caseId)
      const id = randomUUID()
      const sealed = this.texts.sealShared(team, 'team_plan_proposal', id, text)
      await this.plans.propose(actor, caseId, { id, sealed, at: this.clock.now() })
      await this.record('plan.propose', caseId)
      await this.outbox.add(new OnTeam('plan.proposed', caseId, caseId, actor.unitId))
    })
  }

  /** @throws NotFound also where it was answered already */
  answer(
    actor: WorkerActor,
    caseId: string,
    proposalId: string,
    said: ProposalAnswer,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.access.findOpen(actor, 'plan.change', caseId)
      const at = this.clock.now()
      if (!(await this.plans.answer(actor, caseId, proposalId, said, at)))
        throw new NotFound('plan.change', 'team', caseId)
      await this.record('plan.change', caseId)
    })
  }

  private change(
    actor: WorkerActor,
    caseId: string,
    version: number,
    work: (team: TeamRow) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'plan.change', caseId)
      if (team.planVersion !== version) throw new Stale()
      await work(team)
      await this.record('plan.change', caseId)
      await this.outbox.add(new OnTeam('plan.changed', caseId, caseId))
    })
  }

  private async next(
    actor: WorkerActor,
    { caseId }: TeamRow,
    version: number,
    change: VersionRow['change'],
  ): Promise<void> {
    const at = this.clock.now()
    if (!(await this.plans.nextVersion(actor, caseId, version, change, at))) throw new Stale()
  }

  private async step(caseId: string, version: number, stepId: string): Promise<StepRow> {
    const step = (await this.plans.steps(caseId, version)).find(({ id }) => id === stepId)
    if (step === undefined) throw new NotFound('plan.change', 'team', caseId)
    return step
  }

  private async write(
    team: TeamRow,
    version: number,
    position: number,
    { kind, unitId, audience, text }: StepToWrite,
  ): Promise<void> {
    const roster = await this.teams.roster(team.caseId)
    const open = roster.filter(
      ({ status, sections }) => status === 'joined' && sections & sharedPlanBit,
    )
    const isOpenTo = (id: string): boolean => open.some((line) => line.unitId === id)
    const isAtWork = (id: string): boolean =>
      roster.some((line) => line.unitId === id && line.status !== 'invited')
    if (!audience.every(isOpenTo) || (unitId !== null && !isAtWork(unitId)))
      throw new PlanBeyondConsent()
    const id = randomUUID()
    await this.plans.add(team.caseId, {
      id,
      kind,
      unitId: kind === 'unit_action' ? unitId : null,
      audience: [...new Set(audience)],
      position,
      fromVersion: version,
      sealed: this.texts.sealShared(team, 'team_plan_step', id, text),
    })
  }

  private record(action: Action, caseId: string): Promise<void> {
    return this.audit.record({ action, caseId, subject: { type: 'team', id: caseId } })
  }
}
