import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import type { Section } from '../../../platform/access/sections.js'
import {
  ReferralWorld,
  type ReferralWorld as World,
} from '../../referrals/testing/use-referrals.js'
import { useApp } from '../../../../test/support/app.js'
import { AnswerInvitation } from '../use-cases/answer-invitation.js'
import { InviteUnit } from '../use-cases/invite-unit.js'
import { OpenTeam } from '../use-cases/open-team.js'

/** A unit on the team, with somebody in it. */
export interface Member {
  readonly unit: TestUnit
  readonly worker: TestWorker
  readonly colleague: TestWorker
  readonly supervisor: TestWorker
  readonly memberId: string
}

/** A joint case with its lead. */
export interface JointCase {
  readonly caseId: string
  readonly lead: TestWorker
  readonly leadSupervisor: TestWorker
}

const police: readonly Section[] = ['identity', 'incident', 'legal']

/** Cases that several units work on. */
export class TeamWorld {
  constructor(readonly world: World) {}

  async aJointCase(): Promise<JointCase> {
    const unit = await this.world.aUnit('child-protection')
    const lead = await this.world.aWorker(unit)
    const caseId = await this.world.build.aCase(lead)
    await this.world.find(OpenTeam).run(lead.actor, caseId)
    return { caseId, lead, leadSupervisor: await this.world.aWorker(unit, ['supervisor']) }
  }

  /** Agreed for, and asked. */
  async invited(
    { caseId, lead }: JointCase,
    unit: TestUnit,
    sections: readonly Section[],
    consented: readonly Section[] = sections,
  ): Promise<{ readonly memberId: string; readonly consentId: string }> {
    const consentId = await this.world.build.aConsent(lead, caseId, unit.id, consented)
    const memberId = await this.world.find(InviteUnit).run(lead.actor, caseId, {
      unitId: unit.id,
      purpose: 'LEGAL',
      urgency: 'urgent',
      need: 'Cần phối hợp bảo vệ một em gái.',
      sections,
    })
    return { memberId, consentId }
  }

  async joined(
    joint: JointCase,
    sector: Parameters<World['aUnit']>[0],
    sections: readonly Section[],
    {
      consented = sections,
      asDesk = false,
    }: { readonly consented?: readonly Section[]; readonly asDesk?: boolean } = {},
  ): Promise<Member & { readonly consentId: string }> {
    const unit = await this.world.aUnit(sector)
    const worker = await this.world.aWorker(unit)
    const { memberId, consentId } = await this.invited(joint, unit, sections, consented)
    await this.world
      .find(AnswerInvitation)
      .join(worker.actor, memberId, 1, asDesk ? null : worker.id)
    return {
      unit,
      worker,
      colleague: await this.world.aWorker(unit),
      supervisor: await this.world.aWorker(unit, ['supervisor']),
      memberId,
      consentId,
    }
  }

  /** Police who were asked about what police may know, and may know of the plan. */
  police(joint: JointCase, more: { readonly asDesk?: boolean } = {}) {
    return this.joined(joint, 'police', police, { consented: [...police, 'safety'], ...more })
  }
}

/** Gives the spec file its world before its tests. */
export const useTeams = (): (() => TeamWorld) => {
  const test = useApp()
  let world: TeamWorld | undefined
  return () => (world ??= new TeamWorld(new ReferralWorld(test())))
}
