import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { TeamRows, type MemberRow } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import type { LeavingReason } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { MemberUnfit } from '../domain/teams.errors.js'
import type { Colleague } from './answer-invitation.js'
import { became } from './member-move.js'
import { TeamAccess } from './team-access.js'

/** A reason, and a note for the other side. */
export interface Why {
  readonly reason: LeavingReason
  readonly note: string | null
}

/** One's own membership, to be given up or handed over. */
export interface OwnMembership {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly version: number
  readonly workerId: string | null
  readonly colleagues: readonly Colleague[]
}

/** A member goes, or hands over to a colleague: sight follows at once. */
@Injectable()
export class LeaveTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly texts: TeamTexts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The membership of the actor's unit on a team. @throws NotFound */
  own(actor: WorkerActor, caseId: string): Promise<OwnMembership> {
    return this.transactions.run(actor, async () => {
      const own = (await this.teams.members(caseId)).find(
        ({ unitId, status }) => unitId === actor.unitId && status === 'joined',
      )
      if (own === undefined) throw new NotFound('team.leave', 'team', caseId)
      const member = await this.access.member(actor, 'team.leave', own.id)
      return {
        id: member.id,
        caseId: member.caseId,
        number: member.teamNumber,
        version: member.version,
        workerId: member.workerId,
        colleagues: await this.teams.colleagues(member.unitId),
      }
    })
  }

  /** @throws NotFound | Stale */
  run(actor: WorkerActor, id: string, version: number, { reason, note }: Why): Promise<void> {
    return this.transactions.run(actor, async () => {
      const member = await this.access.member(actor, 'team.leave', id)
      const sealedNote = this.texts.sealNote(member, note)
      const how = { to: 'left', workerId: null, reason, sealedNote } as const
      became(await this.teams.move(id, version, { ...how, at: this.clock.now() }))
      await this.record(member, 'team.leave')
      await this.outbox.add(new OnTeam('team.left', id, member.caseId, member.unitId))
    })
  }

  /**
   * Somebody else of the unit (null: its desk) becomes the member, and takes over what is open.
   * @throws NotFound | Stale | MemberUnfit | InvitationNoLongerAgreed
   */
  handOver(
    actor: WorkerActor,
    id: string,
    version: number,
    workerId: string | null,
  ): Promise<{ readonly caseId: string }> {
    return this.transactions.run(actor, async () => {
      const member = await this.access.member(actor, 'team.leave', id)
      const colleagues = await this.teams.colleagues(member.unitId)
      if (workerId !== null && !colleagues.some((colleague) => colleague.id === workerId))
        throw new MemberUnfit()
      const how = { to: 'joined', workerId, reason: null, sealedNote: null } as const
      became(await this.teams.move(id, version, { ...how, at: this.clock.now() }))
      await this.record(member, 'team.hand-over')
      return { caseId: member.caseId }
    })
  }

  private record({ id, caseId }: MemberRow, action: 'team.leave' | 'team.hand-over') {
    return this.audit.record({ action, caseId, subject: { type: 'membership', id } })
  }
}
