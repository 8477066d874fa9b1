import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { AnswerInvitation } from '../use-cases/answer-invitation.js'
import { CloseTeam } from '../use-cases/close-team.js'
import { InviteUnit } from '../use-cases/invite-unit.js'
import { LeaveTeam } from '../use-cases/leave-team.js'
import { ListTeams } from '../use-cases/list-teams.js'
import { OpenTeam } from '../use-cases/open-team.js'
import { ReadTeam } from '../use-cases/read-team.js'
import { RemoveMember } from '../use-cases/remove-member.js'
import { invitationOf, sharedOf, teamOf, teamsOf } from './team-of.js'
import { CloseDto, DeclineDto, InviteDto, LeavingDto, MemberDto } from './team-requests.dto.js'
import { IdDto, InvitationDto, SharedDto, TeamDto, TeamsDto } from './team.dto.js'

const asCase = asId('team.read', 'team')
const asMember = asId('team.remove', 'membership')
const asInvitation = asId('team.answer', 'membership')

/** Joint cases: who is on the team, and how one comes and goes. */
@ApiTags('teams')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1')
export class TeamsApi {
  constructor(
    private readonly list: ListTeams,
    private readonly read: ReadTeam,
    private readonly opening: OpenTeam,
    private readonly closing: CloseTeam,
    private readonly inviting: InviteUnit,
    private readonly answering: AnswerInvitation,
    private readonly leaving: LeaveTeam,
    private readonly removing: RemoveMember,
  ) {}

  @Get('teams')
  @Allow('team.list')
  @ApiOperation({ summary: 'Open teams of the caller, and invitations at the desk; 100 of each' })
  @ApiOkResponse({ type: TeamsDto })
  async teams(@CurrentActor() actor: WorkerActor): Promise<TeamsDto> {
    return teamsOf(await this.list.run(actor))
  }

  @Get('cases/:id/team')
  @Allow('team.read')
  @ApiOperation({ summary: 'Who does what next, to each with its own detail' })
  @ApiOkResponse({ type: TeamDto })
  team(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Promise<Versioned> {
    return this.one(actor, id)
  }

  @Post('cases/:id/team')
  @HttpCode(200)
  @Allow('team.open')
  @ApiOperation({ summary: 'Makes the case joint; twice is once' })
  @ApiOkResponse({ type: TeamDto })
  async open(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
  ): Promise<Versioned> {
    await this.opening.run(actor, id)
    return this.one(actor, id)
  }

  @Post('cases/:id/team/close')
  @HttpCode(200)
  @Allow('team.close')
  @ApiOperation({ summary: 'Ends the team: all members see nothing any more' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TeamDto })
  async close(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { reason }: CloseDto,
  ): Promise<Versioned> {
    await this.closing.run(actor, id, version, reason)
    return this.one(actor, id)
  }

  @Get('cases/:id/team/shared')
  @Allow('team.read')
  @ApiOperation({ summary: 'What a member sees of the case' })
  @ApiOkResponse({ type: SharedDto })
  async shared(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<SharedDto> {
    return sharedOf(await this.read.shared(actor, id), locale)
  }

  @Post('cases/:id/team/invitations')
  @Allow('team.invite')
  @ApiOperation({ summary: 'Asks a unit to work on the case together' })
  @ApiCreatedResponse({ type: IdDto })
  async invite(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: InviteDto,
  ): Promise<IdDto> {
    return { id: await this.inviting.run(actor, id, body) }
  }

  @Post('cases/:id/team/members/:memberId/remove')
  @HttpCode(204)
  @Allow('team.remove')
  @ApiOperation({ summary: 'Asks a member to go, or takes an invitation back' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('memberId', asMember) memberId: string,
    @IfMatch() version: number,
    @Body() { reason, note }: LeavingDto,
  ): Promise<void> {
    await this.removing.run(actor, id, memberId, version, { reason, note: note ?? null })
  }

  @Post('cases/:id/team/leave')
  @HttpCode(204)
  @Allow('team.leave')
  @ApiOperation({ summary: 'The caller’s unit leaves; If-Match is the version of its membership' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  async leave(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: LeavingDto,
  ): Promise<void> {
    const own = await this.leaving.own(actor, id)
    await this.leaving.run(actor, own.id, version, { reason, note: note ?? null })
  }

  @Post('cases/:id/team/hand-over')
  @HttpCode(204)
  @Allow('team.leave')
  @ApiOperation({ summary: 'Somebody else of the unit, or its desk, becomes the member' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  async handOver(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @IfMatch() version: number,
    @Body() { workerId }: MemberDto,
  ): Promise<void> {
    const own = await this.leaving.own(actor, id)
    await this.leaving.handOver(actor, own.id, version, workerId ?? null)
  }

  @Get('invitations/:id')
  @Allow('team.answer')
  @ApiOperation({ summary: 'What the desk is asked for: never who' })
  @ApiOkResponse({ type: InvitationDto })
  async invitation(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asInvitation) id: string,
  ): Promise<Versioned> {
    const invitation = await this.answering.read(actor, id)
    return withEtag(invitation.version, invitationOf(invitation))
  }

  @Post('invitations/:id/join')
  @HttpCode(200)
  @Allow('team.answer')
  @ApiOperation({ summary: 'The unit joins; from now on its member sees what is shared' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: IdDto, description: 'The case' })
  async join(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asInvitation) id: string,
    @IfMatch() version: number,
    @Body() { workerId }: MemberDto,
  ): Promise<IdDto> {
    const { caseId } = await this.answering.join(actor, id, version, workerId ?? null)
    return { id: caseId }
  }

  @Post('invitations/:id/decline')
  @HttpCode(204)
  @Allow('team.answer')
  @ApiOperation({ summary: 'Declines, with a reason' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asInvitation) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: DeclineDto,
  ): Promise<void> {
    await this.answering.decline(actor, id, version, { reason, note: note ?? null })
  }

  private async one(actor: WorkerActor, id: string): Promise<Versioned> {
    const view = await this.read.run(actor, id)
    const team = teamOf(view)
    // Sight ends; an answer kept for who repeats a request must not outlive it.
    return withEtag(team.version, team, { caseId: team.caseId, number: team.number })
  }
}
