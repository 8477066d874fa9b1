import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type FormReading, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { FieldErrors } from '../../cases/index.js'
import { actionsOf, goalsOf } from '../domain/plan.js'
import { ReadPlan, type PlanOptions } from '../use-cases/read-plan.js'
import { WritePlan, type ActionToWrite } from '../use-cases/write-plan.js'
import {
  ActionPage,
  BasisPage,
  EndActionPage,
  GoalPage,
  NeedPage,
  ProgressPage,
  type PlanFormView,
} from './plan-forms.pages.js'
import { PlanHistoryPage, PlanPage } from './plan.page.js'
import { planPath } from './planning-frame.js'
import { planningTrouble } from './planning-trouble.js'
import {
  ActionForm,
  BasisForm,
  dayFields,
  dayIn,
  EndActionForm,
  GoalForm,
  NeedForm,
  ProgressForm,
} from './planning.forms.js'

const asCase = asId('planning.read', 'case')
const asItem = asId('planning.change', 'plan')

type Answer = Promise<Page | SeeOther>

/** Shows a form, with what the plan says it is about. */
type Show = (view: PlanFormView) => Page

/** The plan of a case: needs, goals, actions. */
@Controller('cases/:id/plan')
export class PlanPages {
  constructor(
    private readonly reading: ReadPlan,
    private readonly writing: WritePlan,
  ) {}

  @Get()
  @Allow('planning.read')
  async one(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return page(PlanPage, await this.reading.run(actor, id))
  }

  @Get('history')
  @Allow('planning.read')
  async history(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('version') asked: unknown,
  ): Answer {
    const version = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : null
    return page(PlanHistoryPage, await this.reading.history(actor, id, version))
  }

  @Get('basis')
  @Allow('planning.change')
  askBasis(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.form(actor, id, 'basis', show(BasisPage), ({ plan: { basis } }) => ({
      part: basis?.part ?? '',
      wishes: basis?.wishes ?? '',
      bestInterests: basis?.bestInterests ?? '',
      ...dayFields('review', basis?.reviewOn ?? null),
    }))
  }

  @Post('basis')
  @Allow('planning.change')
  basis(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withDay(readForm(BasisForm, body), body, 'review')
    return this.keep(actor, id, 'basis', version, show(BasisPage), form, ({ value, day }) =>
      this.writing.basis(actor, id, version, {
        part: value.part,
        wishes: value.wishes ?? null,
        bestInterests: value.bestInterests ?? null,
        reviewOn: day,
      }),
    )
  }

  @Get('needs/new')
  @Allow('planning.change')
  askNeed(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.form(actor, id, 'needs/new', show(NeedPage), () => ({}))
  }

  @Post('needs/new')
  @Allow('planning.change')
  addNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withoutDay(readForm(NeedForm, body))
    return this.keep(actor, id, 'needs/new', version, show(NeedPage), form, ({ value }) =>
      this.writing.addNeed(actor, id, version, needOf(value)),
    )
  }

  @Get('needs/:itemId')
  @Allow('planning.change')
  askChangedNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `needs/${itemId}`, show(NeedPage), (options) => {
      const { domain, text, ownWords, priority } = needIn(options, itemId)
      return { domain, text, ownWords: ownWords ?? '', priority }
    })
  }

  @Post('needs/:itemId')
  @Allow('planning.change')
  changeNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withoutDay(readForm(NeedForm, body))
    return this.keep(actor, id, `needs/${itemId}`, version, show(NeedPage), form, ({ value }) =>
      this.writing.changeNeed(actor, id, version, itemId, needOf(value)),
    )
  }

  @Get('needs/:itemId/goals/new')
  @Allow('planning.change')
  askGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `needs/${itemId}/goals/new`, goalBelow(itemId), () => ({}))
  }

  @Post('needs/:itemId/goals/new')
  @Allow('planning.change')
  addGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withDay(readForm(GoalForm, body), body, 'due')
    const path = `needs/${itemId}/goals/new`
    return this.keep(actor, id, path, version, goalBelow(itemId), form, ({ value, day }) =>
      this.writing.addGoal(actor, id, version, itemId, {
        text: value.text,
        measure: value.measure ?? null,
        dueOn: day,
      }),
    )
  }

  @Get('goals/:itemId')
  @Allow('planning.change')
  askChangedGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `goals/${itemId}`, goalItself(itemId), (options) => {
      const { goal } = goalIn(options, itemId)
      return { text: goal.text, measure: goal.measure ?? '', ...dayFields('due', goal.dueOn) }
    })
  }

  @Post('goals/:itemId')
  @Allow('planning.change')
  changeGoal(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withDay(readForm(GoalForm, body), body, 'due')
    const path = `goals/${itemId}`
    return this.keep(actor, id, path, version, goalItself(itemId), form, ({ value, day }) =>
      this.writing.changeGoal(actor, id, version, itemId, {
        text: value.text,
        measure: value.measure ?? null,
        dueOn: day,
      }),
    )
  }

  @Get('goals/:itemId/progress')
  @Allow('planning.change')
  askProgress(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `goals/${itemId}/progress`, progressOf(itemId), (options) => {
      const { goal } = goalIn(options, itemId)
      return { state: goal.state, note: goal.note ?? '' }
    })
  }

  @Post('goals/:itemId/progress')
  @Allow('planning.change')
  progress(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = withoutDay(readForm(ProgressForm, body))
    const path = `goals/${itemId}/progress`
    return this.keep(actor, id, path, version, progressOf(itemId), form, ({ value }) =>
      this.writing.assessGoal(actor, id, version, itemId, {
        state: value.state,
        note: value.note ?? null,
      }),
    )
  }

  @Get('goals/:itemId/actions/new')
  @Allow('planning.change')
  askAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    const path = `goals/${itemId}/actions/new`
    return this.form(actor, id, path, actionBelow(itemId), () => ({}))
  }

  @Post('goals/:itemId/actions/new')
  @Allow('planning.change')
  addAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = checkedDoer(withDay(readForm(ActionForm, body), body, 'due'))
    const path = `goals/${itemId}/actions/new`
    return this.keep(actor, id, path, version, actionBelow(itemId), form, ({ value, day }) =>
      this.writing.addAction(actor, id, version, itemId, actionOf(value, day)),
    )
  }

  @Get('actions/:itemId')
  @Allow('planning.change')
  askChangedAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `actions/${itemId}`, actionItself(itemId), (options) => {
      const { action } = actionIn(options, itemId)
      return {
        text: action.text,
        doer: action.doer,
        worker: action.workerId ?? '',
        service: action.service ?? '',
        referral: action.referralId ?? '',
        ...dayFields('due', action.dueOn),
      }
    })
  }

  @Post('actions/:itemId')
  @Allow('planning.change')
  changeAction(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = checkedDoer(withDay(readForm(ActionForm, body), body, 'due'))
    const path = `actions/${itemId}`
    return this.keep(actor, id, path, version, actionItself(itemId), form, ({ value, day }) =>
      this.writing.changeAction(actor, id, version, itemId, actionOf(value, day)),
    )
  }

  @Get('actions/:itemId/end')
  @Allow('planning.change')
  askEnd(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
  ): Answer {
    return this.form(actor, id, `actions/${itemId}/end`, endOf(itemId), () => ({}))
  }

  @Post('actions/:itemId/end')
  @Allow('planning.change')
  end(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('itemId', asItem) itemId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = checkedReason(withoutDay(readForm(EndActionForm, body)))
    const path = `actions/${itemId}/end`
    return this.keep(actor, id, path, version, endOf(itemId), form, ({ value }) =>
      this.writing.endAction(actor, id, version, itemId, {
        state: value.state,
        reason: value.reason ?? null,
        note: value.note ?? null,
      }),
    )
  }

  private async form(
    actor: WorkerActor,
    id: string,
    below: string,
    shown: Show,
    valuesOf: (options: PlanOptions) => Typed,
  ): Answer {
    const options = await this.reading.toChange(actor, id)
    return shown({
      options,
      action: `${planPath(id)}/${below}`,
      version: options.plan.version,
      values: valuesOf(options),
      errors: {},
    })
  }

  private async keep<Value>(
    actor: WorkerActor,
    id: string,
    below: string,
    version: number,
    shown: Show,
    form: DatedReading<Value>,
    deed: (typed: { readonly value: Value; readonly day: LocalDate | null }) => Promise<unknown>,
  ): Answer {
    const again = async (errors: FieldErrors): Promise<Page> =>
      shown({
        options: await this.reading.toChange(actor, id),
        action: `${planPath(id)}/${below}`,
        version,
        values: form.values,
        errors,
      })
    if (!form.ok) return again(form.errors)
    try {
      await deed(form)
    } catch (error) {
      return again(planningTrouble(error))
    }
    return seeOther(planPath(id), 'said.planning.saved')
  }
}

type DatedReading<Value> =
  | {
      readonly ok: true
      readonly value: Value
      readonly day: LocalDate | null
      readonly values: Typed
    }
  | { readonly ok: false; readonly values: Typed; readonly errors: FieldErrors }

const withoutDay = <Value>(form: FormReading<Value>): DatedReading<Value> =>
  form.ok ? { ...form, day: null } : form

const withDay = <Value>(
  form: FormReading<Value>,
  body: unknown,
  name: string,
): DatedReading<Value> => {
  const day = dayIn(body, name)
  if (day !== false) return form.ok ? { ...form, day } : form
  const errors = { ...(form.ok ? {} : form.errors), [name]: 'planning.day.none' }
  return { ok: false, values: form.values, errors }
}

const checkedDoer = (form: DatedReading<ActionForm>): DatedReading<ActionForm> => {
  if (!form.ok) return form
  const { doer, worker, service } = form.value
  const errors: FieldErrors =
    doer === 'worker' && worker === undefined
      ? { worker: 'planning.worker.missing' }
      : doer === 'service' && service === undefined
        ? { service: 'planning.service.missing' }
        : {}
  return Object.keys(errors).length === 0 ? form : { ok: false, values: form.values, errors }
}

const checkedReason = (form: DatedReading<EndActionForm>): DatedReading<EndActionForm> =>
  form.ok && form.value.state === 'dropped' && form.value.reason === undefined
    ? { ok: false, values: form.values, errors: { reason: 'planning.reason.missing' } }
    : form

const statusOf = ({ errors }: PlanFormView): number => (Object.keys(errors).length > 0 ? 422 : 200)

const show =
  (component: (view: PlanFormView) => preact.JSX.Element): Show =>
  (view) =>
    page(component, view, statusOf(view))

const goalBelow =
  (needId: string): Show =>
  (view) =>
    page(GoalPage, { ...view, about: needIn(view.options, needId).text }, statusOf(view))
const goalItself =
  (itemId: string): Show =>
  (view) =>
    page(GoalPage, { ...view, about: goalIn(view.options, itemId).need.text }, statusOf(view))
const progressOf =
  (itemId: string): Show =>
  (view) =>
    page(ProgressPage, { ...view, goal: goalIn(view.options, itemId).goal }, statusOf(view))
const actionBelow =
  (goalId: string): Show =>
  (view) =>
    page(ActionPage, { ...view, about: goalIn(view.options, goalId).goal.text }, statusOf(view))
const actionItself =
  (itemId: string): Show =>
  (view) =>
    page(ActionPage, { ...view, about: actionIn(view.options, itemId).goal.text }, statusOf(view))
const endOf =
  (itemId: string): Show =>
  (view) =>
    page(EndActionPage, { ...view, planned: actionIn(view.options, itemId).action }, statusOf(view))

const found = <Found>(one: Found | undefined, itemId: string): Found => {
  if (one === undefined) throw new NotFound('planning.change', 'plan', itemId)
  return one
}
const needIn = ({ plan }: PlanOptions, itemId: string) =>
  found(
    plan.needs.find((need) => need.itemId === itemId),
    itemId,
  )
const goalIn = ({ plan }: PlanOptions, itemId: string) =>
  found(
    goalsOf(plan).find(({ goal }) => goal.itemId === itemId),
    itemId,
  )
const actionIn = ({ plan }: PlanOptions, itemId: string) =>
  found(
    actionsOf(plan).find(({ action }) => action.itemId === itemId),
    itemId,
  )

const needOf = ({ domain, priority, text, ownWords }: NeedForm) => ({
  domain,
  priority,
  text,
  ownWords: ownWords ?? null,
})

const actionOf = (form: ActionForm, dueOn: LocalDate | null): ActionToWrite => ({
  text: form.text,
  doer: form.doer,
  workerId: form.worker ?? null,
  service: form.service ?? null,
  referralId: form.referral ?? null,
  dueOn,
})
