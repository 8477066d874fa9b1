import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AssignTask } from '../use-cases/assign-task.js'
import { EndTask } from '../use-cases/end-task.js'
import { ReadTask } from '../use-cases/read-task.js'
import { CancelTaskPage, NewTaskPage, TaskPage } from './task.pages.js'
import { CancelTaskForm, dayIn, FinishForm, TaskForm } from './team-forms.js'
import { teamPath } from './team-frame.js'
import { teamTrouble } from './team-trouble.js'

const asCase = asId('task.assign', 'team')
const asTask = asId('task.read', 'task')

type Answer = Promise<Page | SeeOther>

/** What is to be done on a team. */
@Controller()
export class TaskPages {
  constructor(
    private readonly assigning: AssignTask,
    private readonly reading: ReadTask,
    private readonly ending: EndTask,
  ) {}

  @Get('cases/:id/team/tasks/new')
  @Allow('task.assign')
  askNew(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('decision') decision: unknown,
    @Query('section') section: unknown,
  ): Answer {
    return this.newForm(actor, id, {
      ...(isUuid(decision) ? { decision: String(decision) } : {}),
      ...(typeof section === 'string' ? { section } : {}),
    })
  }

  @Post('cases/:id/team/tasks/new')
  @Allow('task.assign')
  async give(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(TaskForm, body)
    const dueOn = dayIn(body, 'due')
    if (!form.ok || dueOn === undefined)
      return this.newForm(actor, id, form.values, {
        ...(form.ok ? {} : form.errors),
        ...(dueOn === undefined ? { due: 'teams.task.due.missing' } : {}),
      })
    const { unit, kind, section, text, decision = null } = form.value
    try {
      const task = { unitId: unit, kind, section, text, dueOn, decisionId: decision }
      await this.assigning.run(actor, id, task)
    } catch (error) {
      return this.newForm(actor, id, form.values, teamTrouble(error))
    }
    return seeOther(teamPath(id), 'said.teams.task-given')
  }

  @Get('tasks/:taskId')
  @Allow('task.read')
  one(@CurrentActor() actor: WorkerActor, @Param('taskId', asTask) id: string): Answer {
    return this.taskForm(actor, id)
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('tasks/:taskId/finish')
  @Allow('task.read')
  again(@Param('taskId', asTask) id: string): SeeOther {
    return seeOther(`/tasks/${id}`)
  }

  @Post('tasks/:taskId/finish')
  @Allow('task.finish')
  async finish(
    @CurrentActor() actor: WorkerActor,
    @Param('taskId', asTask) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(FinishForm, body)
    if (!form.ok) return this.taskForm(actor, id, { ...form, version })
    const { caseId } = (await this.reading.run(actor, id)).task
    try {
      await this.ending.finish(actor, id, version, form.value.note ?? null)
    } catch (error) {
      return this.taskForm(actor, id, { values: form.values, version, errors: teamTrouble(error) })
    }
    return seeOther(teamPath(caseId), 'said.teams.task-done')
  }

  @Get('tasks/:taskId/cancel')
  @Allow('task.cancel')
  askCancel(@CurrentActor() actor: WorkerActor, @Param('taskId', asTask) id: string): Answer {
    return this.cancelForm(actor, id)
  }

  @Post('tasks/:taskId/cancel')
  @Allow('task.cancel')
  async cancel(
    @CurrentActor() actor: WorkerActor,
    @Param('taskId', asTask) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(CancelTaskForm, body)
    if (!form.ok) return this.cancelForm(actor, id, { ...form, version })
    const { caseId } = (await this.reading.run(actor, id)).task
    const { reason, note = null } = form.value
    try {
      await this.ending.cancel(actor, id, version, { reason, note })
    } catch (error) {
      return this.cancelForm(actor, id, {
        values: form.values,
        version,
        errors: teamTrouble(error),
      })
    }
    return seeOther(teamPath(caseId), 'said.teams.task-cancelled')
  }

  private async newForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const options = await this.assigning.options(actor, id)
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return page(NewTaskPage, { options, values, errors }, status)
  }

  private async taskForm(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const one = await this.reading.run(actor, id)
    const view = {
      ...one,
      note: typedText(returned?.values ?? {}, 'note'),
      version: returned?.version ?? one.task.version,
      errors: returned?.errors ?? {},
    }
    return page(TaskPage, view, returned === undefined ? 200 : 422)
  }

  private async cancelForm(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const one = await this.reading.run(actor, id)
    // Ended meanwhile, or not this reader's to cancel: the task itself says so.
    if (!one.task.mayCancel) return seeOther(`/tasks/${id}`)
    const values = returned?.values ?? {}
    const view = {
      ...one,
      reason: typedText(values, 'reason'),
      note: typedText(values, 'note'),
      version: returned?.version ?? one.task.version,
      errors: returned?.errors ?? {},
    }
    return page(CancelTaskPage, view, returned === undefined ? 200 : 422)
  }
}

interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}
