import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import type { RejectionReason } from '../../referrals/index.js'
import { TeamRows, type MemberRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import { OnTeam } from '../domain/team.events.js'
import { MemberUnfit } from '../domain/teams.errors.js'
import { invitationPreviewOf, type InvitationPreview } from './invitation-preview.js'
import { became } from './member-move.js'
import { TeamAccess } from './team-access.js'

/** Somebody of the unit who could be its member. */
export interface Colleague {
  readonly id: string
  readonly displayName: string
}

/** An invitation as the desk reads it. */
export interface OneInvitation {
  readonly id: string
  readonly version: number
  readonly preview: InvitationPreview
  /** What the unit will see at most, once it has joined. */
  readonly sections: readonly Section[]
  readonly colleagues: readonly Colleague[]
}

/** A desk reads what it is asked for, and joins or declines. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly texts: TeamTexts,
    private readonly schedule: Schedule,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  read(actor: WorkerActor, id: string): Promise<OneInvitation> {
    return this.transactions.run(actor, async () => {
      const member = await this.access.member(actor, 'team.answer', id)
      await this.audit.record({
        action: 'team.answer',
        caseId: member.caseId,
        subject: { type: 'membership', id },
      })
      return {
        id,
        version: member.version,
        preview: invitationPreviewOf(member, this.texts.need(member)),
        sections: sectionsOf(member.requestedSections),
        colleagues: await this.teams.colleagues(member.unitId),
      }
    })
  }

  /** The case of an invitation that was accepted, for its member; null otherwise. */
  joined(actor: WorkerActor, id: string): Promise<string | null> {
    return this.transactions.run(actor, async () => {
      const member = await this.teams.member(id)
      return member?.status === 'joined' && member.unitId === actor.unitId ? member.caseId : null
    })
  }

  /**
   * The unit joins, through one named worker or (null) through its desk; from now on they see what is
   * shared.
   * @returns the case they work on together
   * @throws NotFound | Stale | MemberUnfit | InvitationNoLongerAgreed
   */
  join(
    actor: WorkerActor,
    id: string,
    version: number,
    workerId: string | null,
  ): Promise<{ readonly caseId: string }> {
    return this.transactions.run(actor, async () => {
      const member = await this.access.member(actor, 'team.answer', id)
      if (workerId !== null) {
        const colleagues = await this.teams.colleagues(member.unitId)
        if (!colleagues.some((colleague) => colleague.id === workerId)) throw new MemberUnfit()
      }
      const to = { to: 'joined', workerId, reason: null, sealedNote: null } as const
      became(await this.teams.move(id, version, { ...to, at: this.clock.now() }))
      await this.done(member, 'team.joined')
      return { caseId: member.caseId }
    })
  }

  /** @throws NotFound | Stale */
  decline(
    actor: WorkerActor,
    id: string,
    version: number,
    why: { readonly reason: RejectionReason; readonly note: string | null },
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const member = await this.access.member(actor, 'team.answer', id)
      became(
        await this.teams.move(id, version, {
          to: 'declined',
          workerId: null,
          reason: why.reason,
          sealedNote: this.texts.sealNote(member, why.note),
          at: this.clock.now(),
        }),
      )
      await this.done(member, 'team.declined')
    })
  }

  private async done(
    { id, caseId, unitId, requestedSections }: MemberRow,
    event: 'team.joined' | 'team.declined',
  ): Promise<void> {
    await this.schedule.cancel(id)
    await this.audit.record({
      action: event === 'team.joined' ? 'team.join' : 'team.decline',
      caseId,
      subject: { type: 'membership', id },
      sections: event === 'team.joined' ? requestedSections : 0,
    })
    await this.outbox.add(new OnTeam(event, id, caseId, unitId))
  }
}
