import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { CloseTeam } from '../use-cases/close-team.js'
import { InviteUnit } from '../use-cases/invite-unit.js'
import { LeaveTeam } from '../use-cases/leave-team.js'
import { ListTeams } from '../use-cases/list-teams.js'
import { OpenTeam } from '../use-cases/open-team.js'
import { ReadTeam } from '../use-cases/read-team.js'
import { RemoveMember } from '../use-cases/remove-member.js'
import { ChooseUnitPage, InviteCheckPage, InvitePage } from './invite.page.js'
import { ClosePage, HandOverPage, LeavePage, RemovePage } from './member.pages.js'
import { previewView } from './preview-rows.js'
import { CloseForm, InviteForm, JoinForm, LeaveForm } from './team-forms.js'
import { teamPath } from './team-frame.js'
import { teamTrouble } from './team-trouble.js'
import { NoTeamPage, SharedPage, TeamPage } from './team.page.js'
import { TeamsPage } from './teams.page.js'

const asCase = asId('team.read', 'team')
const asMember = asId('team.remove', 'membership')

type Answer = Promise<Page | SeeOther>

/** What was typed, with the version it was typed at and what has to be mended. */
interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

const status = (returned: unknown): number => (returned === undefined ? 200 : 422)

/** Where one works together. */
@Controller('teams')
export class TeamListPages {
  constructor(
    private readonly teams: ListTeams,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('team.list')
  async list(@CurrentActor() actor: WorkerActor): Promise<Page> {
    const now = this.clock.now()
    const { invited, teams } = await this.teams.run(actor)
    return page(TeamsPage, {
      invited: invited.map((one) => ({ ...one, isOverdue: one.answerDueAt <= now })),
      teams: teams.map((one) => ({
        ...one,
        isOverdue: one.nextDue !== null && one.nextDue <= now,
      })),
    })
  }
}

/** The team of a case: who does what next, who is on it, and how one comes and goes. */
@Controller('cases/:id/team')
export class TeamPages {
  constructor(
    private readonly teams: ReadTeam,
    private readonly opening: OpenTeam,
    private readonly closing: CloseTeam,
    private readonly inviting: InviteUnit,
    private readonly removing: RemoveMember,
    private readonly leaving: LeaveTeam,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('team.read')
  async one(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Promise<Page> {
    const team = await this.teams.look(actor, id)
    return team === null
      ? page(NoTeamPage, await this.opening.before(actor, id))
      : page(TeamPage, team)
  }

  @Post('open')
  @Allow('team.open')
  async open(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    await this.opening.run(actor, id)
    return seeOther(teamPath(id), 'said.teams.opened')
  }

  @Get('shared')
  @Allow('team.read')
  async shared(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return page(SharedPage, await this.teams.shared(actor, id))
  }

  @Get('close')
  @Allow('team.close')
  askClose(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.closeForm(actor, id)
  }

  @Post('close')
  @Allow('team.close')
  async close(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(CloseForm, body)
    if (!form.ok) return this.closeForm(actor, id, { ...form, version })
    await this.closing.run(actor, id, version, form.value.reason)
    return seeOther(teamPath(id), 'said.teams.closed')
  }

  @Get('invite')
  @Allow('team.invite')
  async askInvite(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('unit') unit: unknown,
  ): Answer {
    if (unit === undefined) return this.chooseUnit(actor, id, {})
    if (typeof unit !== 'string' || !isUuid(unit))
      return this.chooseUnit(actor, id, { unit: 'teams.invite.unit.missing' })
    try {
      const options = await this.inviting.options(actor, id, unit)
      return page(InvitePage, { options, values: {}, errors: {} })
    } catch (error) {
      return this.chooseUnit(actor, id, teamTrouble(error, 'unit'))
    }
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get(['invite/check', 'invite/change'])
  @Allow('team.invite')
  again(@Param('id', asCase) id: string): SeeOther {
    return seeOther(`${teamPath(id)}/invite`)
  }

  /** Shows what the unit will see: a POST, because the need is no part of an address. */
  @Post('invite/check')
  @Allow('team.invite')
  async checkInvite(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(InviteForm, body)
    if (!form.ok) return this.inviteForm(actor, id, form.values, form.errors)
    const { unit, ...rest } = form.value
    try {
      const check = await this.inviting.preview(actor, id, { unitId: unit, ...rest })
      return page(InviteCheckPage, {
        check,
        before: previewView(check.before, this.clock.now()),
        values: form.values,
        errors: {},
      })
    } catch (error) {
      return this.inviteForm(actor, id, form.values, teamTrouble(error))
    }
  }

  @Post('invite/change')
  @Allow('team.invite')
  changeInvite(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    return this.inviteForm(actor, id, readForm(InviteForm, body).values, {})
  }

  @Post('invite')
  @Allow('team.invite')
  async invite(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(InviteForm, body)
    if (!form.ok) return this.inviteForm(actor, id, form.values, form.errors)
    const { unit, ...rest } = form.value
    try {
      await this.inviting.run(actor, id, { unitId: unit, ...rest })
    } catch (error) {
      return this.inviteForm(actor, id, form.values, teamTrouble(error))
    }
    return seeOther(teamPath(id), 'said.teams.invited')
  }

  @Get('members/:memberId/remove')
  @Allow('team.remove')
  askRemove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('memberId', asMember) memberId: string,
  ): Answer {
    return this.removeForm(actor, id, memberId)
  }

  @Post('members/:memberId/remove')
  @Allow('team.remove')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('memberId', asMember) memberId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(LeaveForm, body)
    if (!form.ok) return this.removeForm(actor, id, memberId, { ...form, version })
    const { reason, note = null } = form.value
    await this.removing.run(actor, id, memberId, version, { reason, note })
    return seeOther(teamPath(id), 'said.teams.removed')
  }

  @Get('leave')
  @Allow('team.leave')
  askLeave(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.leaveForm(actor, id)
  }

  @Post('leave')
  @Allow('team.leave')
  async leave(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(LeaveForm, body)
    if (!form.ok) return this.leaveForm(actor, id, { ...form, version })
    const own = await this.leaving.own(actor, id)
    const { reason, note = null } = form.value
    await this.leaving.run(actor, own.id, version, { reason, note })
    return seeOther('/teams', 'said.teams.left')
  }

  @Get('hand-over')
  @Allow('team.leave')
  askHandOver(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.handOverForm(actor, id)
  }

  @Post('hand-over')
  @Allow('team.leave')
  async handOver(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(JoinForm, body)
    if (!form.ok) return this.handOverForm(actor, id, { ...form, version })
    const own = await this.leaving.own(actor, id)
    try {
      await this.leaving.handOver(actor, own.id, version, form.value.worker ?? null)
    } catch (error) {
      return this.handOverForm(actor, id, {
        values: form.values,
        version,
        errors: teamTrouble(error),
      })
    }
    return seeOther('/teams', 'said.teams.handed-over')
  }

  private async chooseUnit(actor: WorkerActor, id: string, errors: FieldErrors): Answer {
    const units = await this.inviting.units(actor, id)
    return page(ChooseUnitPage, { ...units, errors }, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async inviteForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors,
  ): Answer {
    const unitId = typedText(values, 'unit')
    if (!isUuid(unitId)) return this.chooseUnit(actor, id, { unit: 'teams.invite.unit.missing' })
    try {
      const options = await this.inviting.options(actor, id, unitId)
      const view = { options, values, errors }
      return page(InvitePage, view, Object.keys(errors).length > 0 ? 422 : 200)
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'absent')
        return this.chooseUnit(actor, id, teamTrouble(error, 'unit'))
      throw error
    }
  }

  private async closeForm(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const { team, mayLead } = await this.teams.run(actor, id)
    if (!mayLead) return seeOther(teamPath(id))
    const view = {
      caseId: id,
      teamNumber: team.number,
      version: returned?.version ?? team.version,
      reason: typedText(returned?.values ?? {}, 'reason'),
      errors: returned?.errors ?? {},
    }
    return page(ClosePage, view, status(returned))
  }

  private async removeForm(
    actor: WorkerActor,
    id: string,
    memberId: string,
    returned?: Returned,
  ): Answer {
    const member = await this.removing.ask(actor, id, memberId)
    const values = returned?.values ?? {}
    const view = {
      caseId: id,
      teamNumber: member.teamNumber,
      memberId,
      unitName: member.unitName,
      isInvited: member.status === 'invited',
      version: returned?.version ?? member.version,
      reason: typedText(values, 'reason'),
      note: typedText(values, 'note'),
      errors: returned?.errors ?? {},
    }
    return page(RemovePage, view, status(returned))
  }

  private async leaveForm(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const own = await this.leaving.own(actor, id)
    const values = returned?.values ?? {}
    const view = {
      own,
      version: returned?.version ?? own.version,
      reason: typedText(values, 'reason'),
      note: typedText(values, 'note'),
      errors: returned?.errors ?? {},
    }
    return page(LeavePage, view, status(returned))
  }

  private async handOverForm(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const own = await this.leaving.own(actor, id)
    const view = {
      own,
      version: returned?.version ?? own.version,
      worker: returned === undefined ? (own.workerId ?? '') : typedText(returned.values, 'worker'),
      errors: returned?.errors ?? {},
    }
    return page(HandOverPage, view, status(returned))
  }
}
