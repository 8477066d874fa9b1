import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AssignTask } from '../use-cases/assign-task.js'
import { SafetyPlan, type StepToWrite } from '../use-cases/safety-plan.js'
import { PlanPage, StepPage } from './plan.pages.js'
import { ProposalAnswerForm, ProposalForm, StepForm } from './team-forms.js'
import { teamPath } from './team-frame.js'
import { teamTrouble } from './team-trouble.js'

const asCase = asId('plan.read', 'team')
const asPart = asId('plan.change', 'team')

type Answer = Promise<Page | SeeOther>

const planPath = (caseId: string): string => `${teamPath(caseId)}/plan`
const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** The safety plan that a team shares. */
@Controller('cases/:id/team/plan')
export class PlanPages {
  constructor(
    private readonly plans: SafetyPlan,
    private readonly assigning: AssignTask,
  ) {}

  @Get()
  @Allow('plan.read')
  read(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('version') version: unknown,
  ): Answer {
    const asked =
      typeof version === 'string' && /^\d{1,6}$/.test(version) ? Number(version) : undefined
    return this.show(actor, id, asked)
  }

  @Post('read')
  @Allow('plan.acknowledge')
  async acknowledge(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
  ): Answer {
    await this.plans.acknowledge(actor, id, version)
    return seeOther(planPath(id), 'said.teams.plan-read')
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('proposals')
  @Allow('plan.read')
  again(@Param('id', asCase) id: string): SeeOther {
    return seeOther(planPath(id))
  }

  @Post('proposals')
  @Allow('plan.propose')
  async propose(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ProposalForm, body)
    if (!form.ok)
      return this.show(actor, id, undefined, typedText(form.values, 'text'), form.errors)
    await this.plans.propose(actor, id, form.value.text)
    return seeOther(planPath(id), 'said.teams.proposed')
  }

  @Post('proposals/:proposalId')
  @Allow('plan.change')
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('proposalId', asPart) proposalId: string,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ProposalAnswerForm, body)
    if (!form.ok) return this.show(actor, id)
    await this.plans.answer(actor, id, proposalId, form.value.answer)
    return seeOther(planPath(id), 'said.teams.written')
  }

  @Get('steps/new')
  @Allow('plan.change')
  askAdd(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return this.form(actor, id, null)
  }

  @Post('steps/new')
  @Allow('plan.change')
  add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    return this.write(actor, id, null, version, body, (step) =>
      this.plans.add(actor, id, version, step),
    )
  }

  @Get('steps/:stepId')
  @Allow('plan.change')
  askChange(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('stepId', asPart) stepId: string,
  ): Answer {
    return this.form(actor, id, stepId)
  }

  @Post('steps/:stepId')
  @Allow('plan.change')
  change(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('stepId', asPart) stepId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    return this.write(actor, id, stepId, version, body, (step) =>
      this.plans.replace(actor, id, version, stepId, step),
    )
  }

  @Post('steps/:stepId/remove')
  @Allow('plan.change')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('stepId', asPart) stepId: string,
    @FormVersion() version: number,
  ): Answer {
    await this.plans.remove(actor, id, version, stepId)
    return seeOther(planPath(id), 'said.teams.plan-changed')
  }

  private async show(
    actor: WorkerActor,
    id: string,
    version?: number,
    proposal = '',
    errors: FieldErrors = {},
  ): Answer {
    const plan = await this.plans.read(actor, id, version)
    return page(PlanPage, { plan, proposal, errors }, statusOf(errors))
  }

  private async write(
    actor: WorkerActor,
    id: string,
    stepId: string | null,
    version: number,
    body: unknown,
    work: (step: StepToWrite) => Promise<void>,
  ): Answer {
    const form = readForm(StepForm, body)
    if (!form.ok) return this.form(actor, id, stepId, form.values, version, form.errors)
    const { kind, text, unit = null, audience } = form.value
    try {
      await work({ kind, text, unitId: unit, audience })
    } catch (error) {
      return this.form(actor, id, stepId, form.values, version, teamTrouble(error))
    }
    return seeOther(planPath(id), 'said.teams.plan-changed')
  }

  private async form(
    actor: WorkerActor,
    id: string,
    stepId: string | null,
    typed?: Typed,
    version?: number,
    errors: FieldErrors = {},
  ): Answer {
    const plan = await this.plans.read(actor, id)
    const { units } = await this.assigning.options(actor, id)
    const step = plan.steps.find((one) => one.id === stepId)
    if (!plan.mayChange || (stepId !== null && step === undefined))
      throw new NotFound('plan.change', 'team', id)
    // Nobody reads a new step unless they are named: of safety too, each learns what it needs.
    const values: Typed =
      typed ??
      (step === undefined
        ? {}
        : {
            kind: step.kind,
            text: step.text,
            unit: step.unitId ?? '',
            audience: step.audience,
          })
    const view = { plan, units, stepId, version: version ?? plan.current, values, errors }
    return page(StepPage, view, statusOf(errors))
  }
}
