import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { EventConsumer, Outbox, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { TeamRows } from '../data/team-rows.js'
import { invitationRunsOut, OnTeam } from '../domain/team.events.js'

/** Lets an invitation run out that nobody answered, so that the lead can ask somebody else. */
@Injectable()
export class LetInvitationRunOut extends EventConsumer {
  readonly consumer = 'teams-run-out'
  readonly types = [invitationRunsOut]

  constructor(
    private readonly teams: TeamRows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super()
  }

  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    const member = await this.teams.member(subjectId)
    if (member?.status !== 'invited') return
    const became = await this.teams.move(subjectId, member.version, {
      to: 'expired',
      workerId: null,
      reason: null,
      sealedNote: null,
      at: this.clock.now(),
    })
    if (became === 'done')
      await this.outbox.add(new OnTeam('team.expired', subjectId, member.caseId))
  }
}

/**
 * A consent has ended. Sight ended with it already; what is left is to say so, and, where it ended by
 * the calendar, to write down that the membership has.
 */
@Injectable()
export class FollowConsent extends EventConsumer {
  readonly consumer = 'teams-consent'
  readonly types = ['consent.withdrawn', 'consent.expired', 'consent.declined']

  constructor(
    private readonly teams: TeamRows,
    private readonly schedule: Schedule,
    private readonly outbox: Outbox,
  ) {
    super()
  }

  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    const before = await this.teams.standingOn(subjectId)
    for (const caseId of new Set(before.map((member) => member.caseId)))
      await this.teams.project(caseId)
    for (const member of await this.teams.standingOn(subjectId)) {
      if (member.status !== 'ended' || member.reason !== 'consent_ended') continue
      await this.schedule.cancel(member.id)
      await this.outbox.add(new OnTeam('team.ended', member.id, member.caseId))
    }
  }
}
