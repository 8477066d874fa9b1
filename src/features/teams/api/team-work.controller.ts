import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
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
import type { WorkerActor } from '../../../platform/access/actor.js'
import { defaultTimeZone } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { AssignTask } from '../use-cases/assign-task.js'
import { CallConference } from '../use-cases/call-conference.js'
import { EndTask } from '../use-cases/end-task.js'
import { ReadConference } from '../use-cases/read-conference.js'
import { ReadTask } from '../use-cases/read-task.js'
import { RecordConference } from '../use-cases/record-conference.js'
import { conferenceOf, taskOf } from './team-of.js'
import {
  CancelConferenceDto,
  CancelTaskDto,
  ConferenceAnswerDto,
  DecisionDto,
  FinishTaskDto,
  HoldDto,
  LineDto,
  NewConferenceDto,
  NewTaskDto,
} from './team-requests.dto.js'
import { ConferenceDto, IdDto, TaskDto } from './team.dto.js'

const asCase = asId('team.read', 'team')
const asTask = asId('task.read', 'task')
const asConference = asId('conference.read', 'conference')

/** What a team does: tasks and case conferences. */
@ApiTags('teams')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1')
export class TeamWorkApi {
  constructor(
    private readonly assigning: AssignTask,
    private readonly readTask: ReadTask,
    private readonly endTask: EndTask,
    private readonly calling: CallConference,
    private readonly readConference: ReadConference,
    private readonly recording: RecordConference,
  ) {}

  @Post('cases/:id/team/tasks')
  @Allow('task.assign')
  @ApiOperation({ summary: 'Gives a unit on the team something to do' })
  @ApiCreatedResponse({ type: IdDto })
  async give(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { decisionId, ...task }: NewTaskDto,
  ): Promise<IdDto> {
    return {
      id: await this.assigning.run(actor, id, { ...task, decisionId: decisionId ?? null }),
    }
  }

  @Get('tasks/:taskId')
  @Allow('task.read')
  @ApiOperation({ summary: 'One task, for who sees the part it is about' })
  @ApiOkResponse({ type: TaskDto })
  task(
    @CurrentActor() actor: WorkerActor,
    @Param('taskId', asTask) id: string,
  ): Promise<Versioned> {
    return this.oneTask(actor, id)
  }

  @Post('tasks/:taskId/finish')
  @HttpCode(200)
  @Allow('task.finish')
  @ApiOperation({ summary: 'It is done; said by the unit it was given to' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TaskDto })
  async finish(
    @CurrentActor() actor: WorkerActor,
    @Param('taskId', asTask) id: string,
    @IfMatch() version: number,
    @Body() { note }: FinishTaskDto,
  ): Promise<Versioned> {
    await this.endTask.finish(actor, id, version, note ?? null)
    return this.oneTask(actor, id)
  }

  @Post('tasks/:taskId/cancel')
  @HttpCode(200)
  @Allow('task.cancel')
  @ApiOperation({ summary: 'It is not to be done after all' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TaskDto })
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('taskId', asTask) id: string,
    @IfMatch() version: number,
    @Body() { reason, note }: CancelTaskDto,
  ): Promise<Versioned> {
    await this.endTask.cancel(actor, id, version, { reason, note: note ?? null })
    return this.oneTask(actor, id)
  }

  @Post('cases/:id/team/conferences')
  @Allow('conference.call')
  @ApiOperation({ summary: 'Calls members of the team to a case conference' })
  @ApiCreatedResponse({ type: IdDto })
  async call(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { startsAt, timeZone, ...rest }: NewConferenceDto,
  ): Promise<IdDto> {
    const conference = {
      ...rest,
      startsAt: new Date(startsAt),
      timeZone: timeZone ?? defaultTimeZone,
    }
    return { id: await this.calling.run(actor, id, conference) }
  }

  @Get('conferences/:conferenceId')
  @Allow('conference.read')
  @ApiOperation({ summary: 'One conference: to each the lines of the parts they see' })
  @ApiOkResponse({ type: ConferenceDto })
  conference(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
  ): Promise<Versioned> {
    return this.oneConference(actor, id)
  }

  @Post('conferences/:conferenceId/answer')
  @HttpCode(200)
  @Allow('conference.answer')
  @ApiOperation({ summary: 'Says whether the caller’s unit comes' })
  @ApiOkResponse({ type: ConferenceDto })
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() { answer }: ConferenceAnswerDto,
  ): Promise<Versioned> {
    await this.recording.answer(actor, id, answer)
    return this.oneConference(actor, id)
  }

  @Post('conferences/:conferenceId/lines')
  @Allow('conference.record')
  @ApiOperation({ summary: 'A line of the agenda, of what the person says, or of dissent' })
  @ApiCreatedResponse({ type: IdDto })
  async line(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() { unitId, ...line }: LineDto,
  ): Promise<IdDto> {
    return { id: await this.recording.add(actor, id, { ...line, unitId: unitId ?? null }) }
  }

  @Post('conferences/:conferenceId/decisions')
  @Allow('conference.record')
  @ApiOperation({ summary: 'A decision, with the first task that comes of it' })
  @ApiCreatedResponse({ type: IdDto, description: 'The decision; more tasks may name it' })
  async decide(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @Body() { section, decision, ...task }: DecisionDto,
  ): Promise<IdDto> {
    return { id: await this.recording.decide(actor, id, { section, text: decision, task }) }
  }

  @Post('conferences/:conferenceId/hold')
  @HttpCode(200)
  @Allow('conference.record')
  @ApiOperation({ summary: 'Closes it as held' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: ConferenceDto })
  async hold(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @IfMatch() version: number,
    @Body() { attended, next }: HoldDto,
  ): Promise<Versioned> {
    const date = next === undefined ? null : new Date(next)
    await this.recording.hold(actor, id, version, { attended, next: date })
    return this.oneConference(actor, id)
  }

  @Post('conferences/:conferenceId/cancel')
  @HttpCode(204)
  @Allow('conference.record')
  @ApiOperation({ summary: 'Calls it off, with a reason' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  async cancelConference(
    @CurrentActor() actor: WorkerActor,
    @Param('conferenceId', asConference) id: string,
    @IfMatch() version: number,
    @Body() { reason }: CancelConferenceDto,
  ): Promise<void> {
    await this.recording.cancel(actor, id, version, reason)
  }

  // Sight ends; an answer kept for who repeats a request must not outlive it.
  private async oneTask(actor: WorkerActor, id: string): Promise<Versioned> {
    const task = taskOf((await this.readTask.run(actor, id)).task)
    return withEtag(task.version, task, { id, state: task.state, version: task.version })
  }

  private async oneConference(actor: WorkerActor, id: string): Promise<Versioned> {
    const conference = conferenceOf(await this.readConference.run(actor, id))
    const { status, version } = conference
    return withEtag(version, conference, { id, status, version })
  }
}
