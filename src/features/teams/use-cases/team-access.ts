import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  decide,
  type Action,
  type CaseFacts,
  type Context,
} from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { TeamRows, type MemberRow, type TeamRow } from '../data/team-rows.js'
import { TeamClosed } from '../domain/teams.errors.js'

/** A team somebody may act on, with what `decide` asked. */
export interface FoundTeam {
  readonly team: TeamRow
  readonly facts: CaseFacts
}

/** Finds the team somebody wants to act on, if they may. Runs inside the use case's transaction. */
@Injectable()
export class TeamAccess {
  constructor(
    private readonly access: Access,
    private readonly teams: TeamRows,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no team, or none for this actor */
  async find(
    actor: WorkerActor,
    action: Action,
    caseId: string,
    more: Pick<Context, 'membership'> = {},
  ): Promise<FoundTeam> {
    const found = await this.look(actor, action, caseId, more)
    if (found === undefined) throw new NotFound(action, 'team', caseId)
    return found
  }

  /** As `find`, but nothing where there is none for this actor. */
  async look(
    actor: WorkerActor,
    action: Action,
    caseId: string,
    more: Pick<Context, 'membership'> = {},
  ): Promise<FoundTeam | undefined> {
    const [facts, team] = await Promise.all([
      this.access.caseFacts(caseId),
      this.teams.team(caseId),
    ])
    const isAllowed = decide(actor, action, { now: this.clock.now(), case: facts, ...more }).allowed
    return team !== undefined && isAllowed ? { team, facts } : undefined
  }

  /** As `find`, for what is done only while people work together. @throws NotFound | TeamClosed */
  async findOpen(actor: WorkerActor, action: Action, caseId: string): Promise<FoundTeam> {
    const found = await this.find(actor, action, caseId)
    if (found.team.status === 'closed') throw new TeamClosed()
    return found
  }

  /**
   * An invitation or a membership, for this action.
   * @throws NotFound when there is none, or none for this actor
   */
  async member(actor: WorkerActor, action: Action, memberId: string): Promise<MemberRow> {
    const member = await this.teams.member(memberId)
    if (member === undefined) throw new NotFound(action, 'membership', memberId)
    const facts = await this.access.caseFacts(member.caseId)
    if (!decide(actor, action, { now: this.clock.now(), case: facts, membership: member }).allowed)
      throw new NotFound(action, 'membership', memberId)
    return member
  }
}
