import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { CaseReading, type SafeContact, type SectionView } from '../../cases/index.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import { Directory, type ServiceType, type UnitView } from '../../directory/index.js'
import {
  dueTimes,
  sectorDefault,
  sharedSections,
  withheldSections,
  type Urgency,
  type WithheldSection,
} from '../../referrals/index.js'
import { TeamRows, type TeamRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import { invitationRunsOut, OnTeam } from '../domain/team.events.js'
import {
  TeamBeyondConsent,
  TeamConsentMissing,
  UnitAlreadyOnTeam,
  UnitUnfit,
} from '../domain/teams.errors.js'
import { invitationPreviewOf, type InvitationPreview } from './invitation-preview.js'
import { TeamAccess } from './team-access.js'

/** Whom to invite, what for, and what they are to see; `need` is read before they answer. */
export interface Inviting {
  readonly unitId: string
  readonly purpose: ServiceType
  readonly urgency: Urgency
  readonly need: string
  readonly sections: readonly Section[]
}

interface BesideTheInvitation {
  readonly caseId: string
  readonly caseNumber: string
  readonly teamNumber: string
  readonly safeContact: SafeContact | null
}

/** Whom one could invite. */
export interface InvitationUnits extends BesideTheInvitation {
  readonly units: readonly UnitView[]
}

/** What could be shared with one unit. */
export interface InvitationOptions extends BesideTheInvitation {
  readonly unit: UnitView
  readonly consents: readonly ConsentView[]
  /** What was agreed to and what the sector may see. */
  readonly offered: readonly Section[]
  /** The person agreed that the unit may know of her safety: the shared plan can be open to it. */
  readonly mayShareThePlan: boolean
}

/** Exactly what the unit sees, before and after it joins. */
export interface InvitationCheck extends InvitationOptions {
  readonly before: InvitationPreview
  readonly after: readonly SectionView[]
  readonly withheld: readonly WithheldSection[]
}

/** Asks a unit to work on the case together, for a named purpose; nothing is shared until it joins. */
@Injectable()
export class InviteUnit {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly texts: TeamTexts,
    private readonly cases: CaseReading,
    private readonly consents: ConsentReading,
    private readonly directory: Directory,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | TeamClosed */
  units(actor: WorkerActor, caseId: string): Promise<InvitationUnits> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'team.invite', caseId)
      const [beside, units, roster] = await Promise.all([
        this.beside(team),
        this.directory.activeUnits(),
        this.teams.roster(caseId),
        this.recordContact(caseId),
      ])
      const taken = new Set(roster.map(({ unitId }) => unitId))
      return {
        ...beside,
        units: units.filter((unit) => isFit(actor, unit) && !taken.has(unit.id)),
      }
    })
  }

  /** @throws NotFound | TeamClosed | UnitUnfit */
  options(actor: WorkerActor, caseId: string, unitId: string): Promise<InvitationOptions> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'team.invite', caseId)
      await this.recordContact(caseId)
      return this.optionsOf(actor, team, unitId)
    })
  }

  /** @throws NotFound | TeamClosed | UnitUnfit | TeamConsentMissing | TeamBeyondConsent */
  preview(actor: WorkerActor, caseId: string, inviting: Inviting): Promise<InvitationCheck> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'team.invite', caseId)
      const options = await this.optionsOf(actor, team, inviting.unitId)
      const consent = basisFor(options, inviting.sections)
      const asked = {
        requested: inviting.sections,
        consented: consent.sections,
        sector: options.unit.sector,
      }
      const sections = sharedSections(asked)
      const prepared = await this.prepare(actor, team, options.unit, inviting)
      await this.audit.record({
        action: 'section.read',
        caseId,
        subject: { type: 'team', id: caseId },
        sections: maskOf([...sections, 'contact']),
      })
      return {
        ...options,
        mayShareThePlan: consent.sections.includes('safety'),
        before: invitationPreviewOf(prepared, inviting.need),
        after: await this.cases.sections(caseId, sections),
        withheld: withheldSections(asked),
      }
    })
  }

  /**
   * @returns the id of the invitation
   * @throws NotFound | TeamClosed | UnitUnfit | UnitAlreadyOnTeam
   * @throws TeamConsentMissing | TeamBeyondConsent when no one consent covers what is to be shared
   */
  run(actor: WorkerActor, caseId: string, inviting: Inviting): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'team.invite', caseId)
      const options = await this.optionsOf(actor, team, inviting.unitId)
      const consent = basisFor(options, inviting.sections)
      const id = randomUUID()
      const sealedKey = this.texts.newKey(id)
      const prepared = await this.prepare(actor, team, options.unit, inviting)
      await this.teams.invite(actor, {
        ...prepared,
        id,
        caseId,
        unitId: inviting.unitId,
        requestedSections: maskOf(inviting.sections),
        consentId: consent.id,
        sealedKey,
        sealedNeed: this.texts.sealNeed({ id, sealedKey }, inviting.need),
      })
      await this.remind(id, caseId, prepared.invitedAt, prepared.answerDueAt)
      await this.audit.record({
        action: 'team.invite',
        caseId,
        subject: { type: 'membership', id },
        sections: maskOf(inviting.sections),
      })
      await this.outbox.add(new OnTeam('team.invited', id, caseId))
      return id
    })
  }

  // At its time the invitation is said to be late; after the same time again it runs out, so that
  // the lead can ask somebody else.
  private async remind(id: string, caseId: string, from: Date, due: Date): Promise<void> {
    const told = { subjectId: id, caseId, data: { unitId: null } }
    await this.schedule.at(due, { type: 'team.unanswered', ...told }, 'answer')
    const end = new Date(2 * due.getTime() - from.getTime())
    await this.schedule.at(end, { type: invitationRunsOut, ...told }, 'runs-out')
  }

  private recordContact(caseId: string): Promise<void> {
    return this.audit.record({
      action: 'section.read',
      caseId,
      subject: { type: 'team', id: caseId },
      sections: maskOf(['contact']),
    })
  }

  private async beside({ caseId, number }: TeamRow): Promise<BesideTheInvitation> {
    const found = await this.cases.summary(caseId)
    if (found === undefined) throw new NotFound('team.invite', 'team', caseId)
    return {
      caseId,
      caseNumber: found.number,
      teamNumber: number,
      safeContact: await this.cases.safeContact(caseId),
    }
  }

  private async optionsOf(
    actor: WorkerActor,
    team: TeamRow,
    unitId: string,
  ): Promise<InvitationOptions> {
    const unit = await this.directory.unit(unitId)
    if (unit === undefined || !isFit(actor, unit)) throw new UnitUnfit()
    const roster = await this.teams.roster(team.caseId)
    if (roster.some((line) => line.unitId === unitId)) throw new UnitAlreadyOnTeam()
    const consents = (await this.consents.ofCase(team.caseId)).filter(
      (consent) =>
        consent.isLive &&
        consent.recipientUnitId === unitId &&
        consent.purposes.includes('sharing'),
    )
    return {
      ...(await this.beside(team)),
      unit,
      consents,
      offered: sectorDefault(unit.sector).filter((section) =>
        consents.some(({ sections }) => sections.includes(section)),
      ),
      mayShareThePlan: consents.some(({ sections }) => sections.includes('safety')),
    }
  }

  private async prepare(
    actor: WorkerActor,
    team: TeamRow,
    unit: UnitView,
    { purpose, urgency }: Inviting,
  ) {
    const found = await this.cases.summary(team.caseId)
    const from = await this.directory.unit(actor.unitId)
    if (found === undefined || from === undefined)
      throw new NotFound('team.invite', 'team', team.caseId)
    const invitedAt = this.clock.now()
    const due = dueTimes({ urgency, sentAt: invitedAt, pauses: [] }, unit.timeZone).answer
    return {
      teamNumber: team.number,
      fromUnitName: from.name,
      purpose,
      urgency,
      ageBand: found.ageBand,
      sex: found.sex,
      language: found.language,
      provinceCode: found.provinceCode,
      commune: found.commune,
      invitedAt,
      answerDueAt: due ?? invitedAt,
    }
  }
}

const isFit = (actor: WorkerActor, unit: UnitView): boolean =>
  unit.active && unit.onBenAn && unit.id !== actor.unitId

const basisFor = (
  { consents, offered }: InvitationOptions,
  sections: readonly Section[],
): ConsentView => {
  if (consents.length === 0) throw new TeamConsentMissing()
  const basis = consents.find((consent) =>
    sections.every((section) => offered.includes(section) && consent.sections.includes(section)),
  )
  if (basis === undefined || sections.length === 0) throw new TeamBeyondConsent()
  return basis
}
