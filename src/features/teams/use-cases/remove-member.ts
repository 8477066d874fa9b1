import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TeamRows, type MemberRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import { OnTeam } from '../domain/team.events.js'
import type { Why } from './leave-team.js'
import { became } from './member-move.js'
import { TeamAccess } from './team-access.js'

/** The lead takes an invitation back, or asks a member to go: their sight ends at once. */
@Injectable()
export class RemoveMember {
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

  /** Whom it would concern. @throws NotFound */
  ask(actor: WorkerActor, caseId: string, memberId: string): Promise<MemberRow> {
    return this.transactions.run(actor, () => this.find(actor, caseId, memberId))
  }

  /** @throws NotFound | Stale */
  run(
    actor: WorkerActor,
    caseId: string,
    memberId: string,
    version: number,
    { reason, note }: Why,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const member = await this.find(actor, caseId, memberId)
      const to = member.status === 'invited' ? 'withdrawn' : 'removed'
      const sealedNote = this.texts.sealNote(member, note)
      const how = { to, workerId: null, reason, sealedNote } as const
      became(await this.teams.move(memberId, version, { ...how, at: this.clock.now() }))
      await this.schedule.cancel(memberId)
      await this.audit.record({
        action: 'team.remove',
        caseId,
        subject: { type: 'membership', id: memberId },
      })
      await this.outbox.add(new OnTeam(`team.${to}`, memberId, caseId))
    })
  }

  private async find(actor: WorkerActor, caseId: string, memberId: string): Promise<MemberRow> {
    const member = await this.access.member(actor, 'team.remove', memberId)
    if (member.caseId !== caseId || (member.status !== 'invited' && member.status !== 'joined'))
      throw new NotFound('team.remove', 'membership', memberId)
    return member
  }
}
