import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { CaseTasks } from '../use-cases/case-tasks.js'
import { Flags } from '../use-cases/flags.js'
import { planPath } from './planning-frame.js'
import { planningTrouble } from './planning-trouble.js'
import {
  CancelTaskForm,
  dayIn,
  FinishForm,
  FlagForm,
  TaskForm,
  UnflagForm,
} from './planning.forms.js'
import {
  CancelTaskPage,
  CaseTaskPage,
  FlagPage,
  MyTasksPage,
  NewFlagPage,
  NewTaskPage,
} from './tasks.pages.js'

const asCase = asId('planning.read', 'case')
const asTask = asId('planning.read', 'case-task')
const asFlag = asId('planning.flag', 'case-flag')

type Answer = Promise<Page | SeeOther>

interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

/** Tasks and flags of a case, and one's own tasks of all cases. */
@Controller()
export class CaseTaskPages {
  constructor(
    private readonly tasks: CaseTasks,
    private readonly flags: Flags,
  ) {}

  @Get('tasks')
  @Allow('planning.list')
  async mine(@CurrentActor() actor: WorkerActor, @Query('after') asked: unknown): Answer {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { items, next } = await this.tasks.mine(actor, { after })
    return page(MyTasksPage, {
      tasks: items,
      firstHref: after === undefined ? undefined : '/tasks',
      nextHref: next === null ? undefined : `/tasks?after=${next}`,
    })
  }

  @Get('cases/:id/plan/tasks/new')
  @Allow('planning.task')
  askTask(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.taskForm(actor, id, { reminds: 'yes' })
  }

  @Post('cases/:id/plan/tasks/new')
  @Allow('planning.task')
  async give(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(TaskForm, body)
    const dueOn = dayIn(body, 'due')
    if (!form.ok || dueOn === null || dueOn === false)
      return this.taskForm(actor, id, form.values, {
        ...(form.ok ? {} : form.errors),
        ...(dueOn === null || dueOn === false ? { due: 'planning.task.due.missing' } : {}),
      })
    const { title, worker, reminds } = form.value
    try {
      const task = { title, workerId: worker, dueOn, reminds: reminds === 'yes' }
      await this.tasks.give(actor, id, task)
    } catch (error) {
      return this.taskForm(actor, id, form.values, planningTrouble(error))
    }
    return seeOther(planPath(id), 'said.planning.task-given')
  }

  @Get('cases/:id/plan/tasks/:taskId')
  @Allow('planning.read')
  task(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
  ): Answer {
    return this.taskPage(actor, id, taskId)
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('cases/:id/plan/tasks/:taskId/finish')
  @Allow('planning.read')
  again(@Param('id', asCase) id: string, @Param('taskId', asTask) taskId: string): SeeOther {
    return seeOther(`${planPath(id)}/tasks/${taskId}`)
  }

  @Post('cases/:id/plan/tasks/:taskId/finish')
  @Allow('planning.finish')
  async finish(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(FinishForm, body)
    if (!form.ok) return this.taskPage(actor, id, taskId, { ...form, version })
    try {
      await this.tasks.finish(actor, id, taskId, version, form.value.note ?? null)
    } catch (error) {
      const errors = planningTrouble(error)
      return this.taskPage(actor, id, taskId, { values: form.values, version, errors })
    }
    return seeOther(planPath(id), 'said.planning.task-done')
  }

  @Get('cases/:id/plan/tasks/:taskId/cancel')
  @Allow('planning.finish')
  askCancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
  ): Answer {
    return this.cancelPage(actor, id, taskId)
  }

  @Post('cases/:id/plan/tasks/:taskId/cancel')
  @Allow('planning.finish')
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('taskId', asTask) taskId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(CancelTaskForm, body)
    if (!form.ok) return this.cancelPage(actor, id, taskId, { ...form, version })
    const { reason, note = null } = form.value
    try {
      await this.tasks.cancel(actor, id, taskId, version, { reason, note })
    } catch (error) {
      const errors = planningTrouble(error)
      return this.cancelPage(actor, id, taskId, { values: form.values, version, errors })
    }
    return seeOther(planPath(id), 'said.planning.task-cancelled')
  }

  @Get('cases/:id/plan/flags/new')
  @Allow('planning.flag')
  askFlag(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.flagForm(actor, id, {})
  }

  @Post('cases/:id/plan/flags/new')
  @Allow('planning.flag')
  async raise(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(FlagForm, body)
    const dueOn = dayIn(body, 'due')
    if (!form.ok || dueOn === null || dueOn === false)
      return this.flagForm(actor, id, form.values, {
        ...(form.ok ? {} : form.errors),
        ...(dueOn === null || dueOn === false ? { due: 'planning.flag.due.missing' } : {}),
      })
    try {
      await this.flags.raise(actor, id, { message: form.value.message, dueOn })
    } catch (error) {
      return this.flagForm(actor, id, form.values, planningTrouble(error))
    }
    return seeOther(planPath(id), 'said.planning.flag-raised')
  }

  @Get('cases/:id/plan/flags/:flagId')
  @Allow('planning.flag')
  flag(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('flagId', asFlag) flagId: string,
  ): Answer {
    return this.flagPage(actor, id, flagId)
  }

  @Post('cases/:id/plan/flags/:flagId')
  @Allow('planning.flag')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('flagId', asFlag) flagId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(UnflagForm, body)
    if (!form.ok) return this.flagPage(actor, id, flagId, { ...form, version })
    try {
      await this.flags.remove(actor, id, flagId, version, form.value.reason)
    } catch (error) {
      const errors = planningTrouble(error)
      return this.flagPage(actor, id, flagId, { values: form.values, version, errors })
    }
    return seeOther(planPath(id), 'said.planning.flag-removed')
  }

  private async taskForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const options = await this.tasks.options(actor, id)
    const view = { ...options, values, errors }
    return page(NewTaskPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async taskPage(
    actor: WorkerActor,
    id: string,
    taskId: string,
    returned?: Returned,
  ): Answer {
    const one = await this.tasks.one(actor, id, taskId)
    const view = { ...one, version: one.task.version, values: {}, errors: {}, ...returned }
    return page(CaseTaskPage, view, returned === undefined ? 200 : 422)
  }

  private async cancelPage(
    actor: WorkerActor,
    id: string,
    taskId: string,
    returned?: Returned,
  ): Answer {
    const one = await this.tasks.one(actor, id, taskId)
    // Ended meanwhile, or not this reader's to end: the task itself says so.
    if (!one.task.mayEnd) return seeOther(`${planPath(id)}/tasks/${taskId}`)
    const view = { ...one, version: one.task.version, values: {}, errors: {}, ...returned }
    return page(CancelTaskPage, view, returned === undefined ? 200 : 422)
  }

  private async flagForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const frame = await this.flags.frame(actor, id)
    const view = { ...frame, values, errors }
    return page(NewFlagPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async flagPage(
    actor: WorkerActor,
    id: string,
    flagId: string,
    returned?: Returned,
  ): Answer {
    const one = await this.flags.one(actor, id, flagId)
    const view = { ...one, version: one.flag.version, values: {}, errors: {}, ...returned }
    return page(FlagPage, view, returned === undefined ? 200 : 422)
  }
}
