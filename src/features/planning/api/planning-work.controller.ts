import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch } from '../../../platform/web/versions.js'
import { CaseTasks } from '../use-cases/case-tasks.js'
import { ContactLog } from '../use-cases/contact-log.js'
import { Flags } from '../use-cases/flags.js'
import { caseTaskOf, contactOf, flagOf } from './planning-of.js'
import {
  CancelCaseTaskDto,
  FinishCaseTaskDto,
  GiveCaseTaskDto,
  LogContactDto,
  RaiseFlagDto,
  RemoveFlagDto,
} from './planning-requests.dto.js'
import { CaseTasksDto, ContactsDto, FlagsDto, IdDto } from './planning.dto.js'

const asCase = asId('planning.read', 'case')
const asTask = asId('planning.finish', 'case-task')
const asFlag = asId('planning.flag', 'case-flag')

const cursorIn = (after: unknown): string | undefined =>
  typeof after === 'string' && after !== '' ? after : undefined

/** What is done in a case from day to day: tasks, flags, contacts. */
@ApiTags('planning')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1')
export class PlanningWorkApi {
  constructor(
    private readonly tasks: CaseTasks,
    private readonly flags: Flags,
    private readonly contacts: ContactLog,
  ) {}

  @Get('tasks')
  @Allow('planning.list')
  @ApiOperation({ summary: 'The caller’s own tasks in all cases, the most pressing first' })
  @ApiQuery({ name: 'after', required: false })
  @ApiOkResponse({ type: CaseTasksDto })
  async mine(
    @CurrentActor() actor: WorkerActor,
    @Query('after') after: unknown,
  ): Promise<CaseTasksDto> {
    const { items, next } = await this.tasks.mine(actor, { after: cursorIn(after) })
    return { items: items.map(caseTaskOf), next }
  }

  @Get('cases/:id/tasks')
  @Allow('planning.read')
  @ApiOperation({ summary: 'The tasks of a case: what is open, then the latest that ended' })
  @ApiOkResponse({ type: CaseTasksDto })
  async ofCase(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
  ): Promise<CaseTasksDto> {
    return { items: (await this.tasks.ofCase(actor, id)).map(caseTaskOf), next: null }
  }

  @Post('cases/:id/tasks')
  @Allow('planning.task')
  @ApiOperation({ summary: 'Gives somebody who answers for the case something to do' })
  @ApiCreatedResponse({ type: IdDto })
  async give(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { title, workerId, dueOn, reminds }: GiveCaseTaskDto,
  ): Promise<IdDto> {
    const task = { title, workerId, dueOn, reminds: reminds ?? true }
    return { id: await this.tasks.give(actor, id, task) }
  }

  @Post('cases/:id/tasks/:taskId/finish')
  @HttpCode(204)
  @Allow('planning.finish')
  @ApiOperation({ summary: 'It is done; what comes from the plan ends there' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiPreconditionFailedResponse()
  async finish(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
    @IfMatch() version: number,
    @Body() { note }: FinishCaseTaskDto,
  ): Promise<void> {
    await this.tasks.finish(actor, id, taskId, version, note ?? null)
  }

  @Post('cases/:id/tasks/:taskId/cancel')
  @HttpCode(204)
  @Allow('planning.finish')
  @ApiOperation({ summary: 'It is not to be done after all' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiPreconditionFailedResponse()
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
    @IfMatch() version: number,
    @Body() { reason, note }: CancelCaseTaskDto,
  ): Promise<void> {
    await this.tasks.cancel(actor, id, taskId, version, { reason, note: note ?? null })
  }

  @Get('cases/:id/flags')
  @Allow('planning.flag')
  @ApiOperation({ summary: 'The flags of a case: those that are up first' })
  @ApiOkResponse({ type: FlagsDto })
  async flagsOf(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
  ): Promise<FlagsDto> {
    return { items: (await this.flags.ofCase(actor, id)).map(flagOf) }
  }

  @Post('cases/:id/flags')
  @Allow('planning.flag')
  @ApiOperation({ summary: 'Raises a flag' })
  @ApiCreatedResponse({ type: IdDto })
  async raise(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { message, dueOn }: RaiseFlagDto,
  ): Promise<IdDto> {
    return { id: await this.flags.raise(actor, id, { message, dueOn }) }
  }

  @Post('cases/:id/flags/:flagId/remove')
  @HttpCode(204)
  @Allow('planning.flag')
  @ApiOperation({ summary: 'Takes a flag down, with a reason' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiNoContentResponse()
  @ApiPreconditionFailedResponse()
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('flagId', asFlag) flagId: string,
    @IfMatch() version: number,
    @Body() { reason }: RemoveFlagDto,
  ): Promise<void> {
    await this.flags.remove(actor, id, flagId, version, reason)
  }

  @Get('cases/:id/contacts')
  @Allow('planning.read')
  @ApiOperation({ summary: 'Contacts and attempts, the latest first' })
  @ApiQuery({ name: 'after', required: false })
  @ApiOkResponse({ type: ContactsDto })
  async contactsOf(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('after') after: unknown,
  ): Promise<ContactsDto> {
    const { items, next } = await this.contacts.ofCase(actor, id, { after: cursorIn(after) })
    return { items: items.map(contactOf), next }
  }

  @Post('cases/:id/contacts')
  @Allow('planning.change')
  @ApiOperation({ summary: 'Writes down a contact or an attempt' })
  @ApiCreatedResponse({ type: IdDto })
  async log(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() contact: LogContactDto,
  ): Promise<IdDto> {
    const fromPerson = contact.fromPerson ?? false
    return {
      id: await this.contacts.log(actor, id, {
        at: new Date(contact.at),
        channel: contact.channel,
        // Who gets in touch herself is reached.
        withRole: fromPerson ? 'person' : contact.with,
        fromPerson,
        reached: fromPerson || contact.reached,
        wasSafe: contact.wasSafe,
        note: contact.note ?? null,
        knowsRules: contact.knowsRules ?? false,
      }),
    }
  }

  @Post('cases/:id/contacts/:contactId/strike')
  @HttpCode(204)
  @Allow('planning.change')
  @ApiOperation({ summary: 'What was written wrongly counts no longer' })
  @ApiNoContentResponse()
  async strike(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('contactId', asId('planning.change', 'contact')) contactId: string,
  ): Promise<void> {
    await this.contacts.strike(actor, id, contactId)
  }
}
