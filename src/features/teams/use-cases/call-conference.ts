import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ConferenceRows } from '../data/conference-rows.js'
import { TeamRows } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import type { ConferenceChannel } from '../domain/team-codes.js'
import { OnTeam } from '../domain/team.events.js'
import { UnitUnfit } from '../domain/teams.errors.js'
import { TeamAccess } from './team-access.js'

/** When, how and where a team meets, and who is asked to come. */
export interface ConferenceToCall {
  readonly startsAt: Date
  /** In whose clock the time was meant. */
  readonly timeZone: string
  readonly channel: ConferenceChannel
  /** A room, a number or a link: told to the team, and to nobody else. */
  readonly place: string
  /** Members of the team. */
  readonly unitIds: readonly string[]
}

/** Calls members of the team to a case conference. */
@Injectable()
export class CallConference {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TeamAccess,
    private readonly teams: TeamRows,
    private readonly conferences: ConferenceRows,
    private readonly texts: TeamTexts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws NotFound | TeamClosed | UnitUnfit for a unit that has not joined */
  run(actor: WorkerActor, caseId: string, conference: ConferenceToCall): Promise<string> {
    return this.transactions.run(actor, async () => {
      const { team } = await this.access.findOpen(actor, 'conference.call', caseId)
      const joined = (await this.teams.roster(caseId)).filter(({ status }) => status === 'joined')
      const { unitIds, place, ...when } = conference
      if (unitIds.length === 0 || !unitIds.every((id) => joined.some((one) => one.unitId === id)))
        throw new UnitUnfit()
      const id = randomUUID()
      const sealedPlace = this.texts.sealShared(team, 'case_conference', id, place)
      await this.conferences.call(
        actor,
        { id, caseId, sealedPlace, ...when },
        [...new Set(unitIds)],
        this.clock.now(),
      )
      await this.audit.record({
        action: 'conference.call',
        caseId,
        subject: { type: 'conference', id },
      })
      await this.outbox.add(new OnTeam('conference.invited', id, caseId))
      return id
    })
  }
}
