import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type CaseRow, type SafeContact } from '../../cases/index.js'
import { TeamRows } from '../data/team-rows.js'
import { TeamTexts } from '../data/team-texts.js'
import { formatTeamNumber } from '../domain/team-number.js'
import { TeamOfClosedCase } from '../domain/teams.errors.js'

/** A case that could be made joint. */
export interface CaseToJoin {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly mayOpen: boolean
}

/** Makes a case joint: its lead may invite other units from now on. Nobody sees anything yet. */
@Injectable()
export class OpenTeam {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly teams: TeamRows,
    private readonly texts: TeamTexts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The case before it is joint, for those who manage it. @throws NotFound */
  before(actor: WorkerActor, caseId: string): Promise<CaseToJoin> {
    return this.transactions.run(actor, async () => {
      const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
      const found = await this.cases.summary(caseId)
      if (found === undefined || !decide(actor, 'case.read', context).allowed)
        throw new NotFound('team.read', 'team', caseId)
      await this.audit.record({
        action: 'team.read',
        caseId,
        subject: { type: 'team', id: caseId },
      })
      return {
        caseId,
        number: found.number,
        safeContact: await this.cases.safeContact(caseId),
        mayOpen: found.status === 'open' && decide(actor, 'team.open', context).allowed,
      }
    })
  }

  /** Also takes up again a team that was closed. Twice is once. @throws NotFound, TeamOfClosedCase */
  run(actor: WorkerActor, caseId: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const found = await this.mayOpen(actor, caseId)
      if (found.status !== 'open') throw new TeamOfClosedCase()
      const at = this.clock.now()
      const known = await this.teams.team(caseId)
      if (known?.status === 'open') return
      if (known === undefined) {
        const year = Number(localTimeOf(at).date.slice(0, 4))
        const number = formatTeamNumber(year, await this.teams.nextSequence())
        await this.teams.open(actor, { caseId, number, sealedKey: this.texts.newKey(caseId), at })
      } else await this.teams.reopen(actor, caseId, at)
      await this.audit.record({
        action: 'team.open',
        caseId,
        subject: { type: 'team', id: caseId },
      })
    })
  }

  private async mayOpen(actor: WorkerActor, caseId: string): Promise<CaseRow> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const found = await this.cases.summary(caseId)
    if (found === undefined || !decide(actor, 'team.open', context).allowed)
      throw new NotFound('team.open', 'case', caseId)
    return found
  }
}
