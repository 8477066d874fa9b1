import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AnswerApproval } from '../use-cases/answer-approval.js'
import { ApprovalRules } from '../use-cases/approval-rules.js'
import { ReadApprovals } from '../use-cases/read-approvals.js'
import { ReadPlan } from '../use-cases/read-plan.js'
import { RequestApproval } from '../use-cases/request-approval.js'
import {
  ApprovalPage,
  ApprovalRulesPage,
  AskApprovalPage,
  WaitingApprovalsPage,
} from './approvals.pages.js'
import { planPath } from './planning-frame.js'
import { planningTrouble } from './planning-trouble.js'
import { AnswerApprovalForm, AskApprovalForm, RulesForm } from './planning.forms.js'

const asCase = asId('planning.read', 'case')
const asApproval = asId('approval.read', 'case-approval')

type Answer = Promise<Page | SeeOther>

interface Returned {
  readonly values: Typed
  readonly version: number
  readonly errors: FieldErrors
}

/** What supervisors agree to in cases. */
@Controller()
export class ApprovalPages {
  constructor(
    private readonly approvals: ReadApprovals,
    private readonly requests: RequestApproval,
    private readonly answers: AnswerApproval,
    private readonly rules: ApprovalRules,
    private readonly plans: ReadPlan,
  ) {}

  @Get('approvals/cases')
  @Allow('approval.list')
  async waiting(@CurrentActor() actor: WorkerActor, @Query('after') asked: unknown): Answer {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { items, next } = await this.approvals.waiting(actor, { after })
    return page(WaitingApprovalsPage, {
      rows: items,
      firstHref: after === undefined ? undefined : '/approvals/cases',
      nextHref: next === null ? undefined : `/approvals/cases?after=${next}`,
    })
  }

  @Get('approvals/rules')
  @Allow('approval.rule')
  async askRules(@CurrentActor() actor: WorkerActor): Answer {
    const { assessment, plan, closing } = await this.rules.read(actor)
    return page(ApprovalRulesPage, { values: { assessment, plan, closing }, errors: {} })
  }

  @Post('approvals/rules')
  @Allow('approval.rule')
  async setRules(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Answer {
    const form = readForm(RulesForm, body)
    if (!form.ok) return page(ApprovalRulesPage, form, 422)
    const { assessment, plan, closing } = form.value
    await this.rules.set(actor, { assessment, plan, closing })
    return seeOther('/approvals/cases', 'said.approvals.rules-set')
  }

  @Get('approvals/cases/:approvalId')
  @Allow('approval.read')
  one(@CurrentActor() actor: WorkerActor, @Param('approvalId', asApproval) id: string): Answer {
    return this.approvalPage(actor, id)
  }

  @Post('approvals/cases/:approvalId')
  @Allow('approval.decide')
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('approvalId', asApproval) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(AnswerApprovalForm, body)
    if (!form.ok) return this.approvalPage(actor, id, { ...form, version })
    const { answer, reason = null } = form.value
    try {
      await this.answers.run(actor, id, version, { to: answer, reason })
    } catch (error) {
      const errors = planningTrouble(error)
      return this.approvalPage(actor, id, { values: form.values, version, errors })
    }
    return seeOther('/approvals/cases', `said.approvals.${answer}`)
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('approvals/cases/:approvalId/withdraw')
  @Allow('approval.read')
  again(@Param('approvalId', asApproval) id: string): SeeOther {
    return seeOther(`/approvals/cases/${id}`)
  }

  @Post('approvals/cases/:approvalId/withdraw')
  @Allow('approval.request')
  async withdraw(
    @CurrentActor() actor: WorkerActor,
    @Param('approvalId', asApproval) id: string,
    @FormVersion() version: number,
  ): Answer {
    const { row } = await this.approvals.one(actor, id)
    await this.requests.withdraw(actor, row.id, id, version)
    return seeOther(planPath(row.id), 'said.approvals.withdrawn')
  }

  @Get('cases/:id/plan/approvals/:kind')
  @Allow('approval.request')
  ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('kind') kind: string,
  ): Answer {
    return this.askForm(actor, id, askable(kind, id), {})
  }

  @Post('cases/:id/plan/approvals/:kind')
  @Allow('approval.request')
  async request(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('kind') named: string,
    @Body() body: unknown,
  ): Answer {
    const kind = askable(named, id)
    const form = readForm(AskApprovalForm, body)
    if (!form.ok) return this.askForm(actor, id, kind, form.values, form.errors)
    try {
      const pin = await this.plans.pin(actor, id, kind)
      await this.requests.run(actor, id, { kind, pin, note: form.value.note ?? null })
    } catch (error) {
      return this.askForm(actor, id, kind, form.values, planningTrouble(error))
    }
    return seeOther(planPath(id), 'said.approvals.asked')
  }

  private async approvalPage(actor: WorkerActor, id: string, returned?: Returned): Answer {
    const one = await this.approvals.one(actor, id)
    const view = { ...one, version: one.approval.version, values: {}, errors: {}, ...returned }
    return page(ApprovalPage, view, returned === undefined ? 200 : 422)
  }

  private async askForm(
    actor: WorkerActor,
    id: string,
    kind: 'assessment' | 'plan',
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const { row, safeContact, pending } = await this.plans.toAsk(actor, id, kind)
    // One is answered before another is asked for: it is there to be seen, or taken back.
    if (pending !== null) return seeOther(`/approvals/cases/${pending}`)
    const view = { row, safeContact, kind, values, errors }
    return page(AskApprovalPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}

// A closing is asked for where one closes.
const askable = (kind: string, caseId: string): 'assessment' | 'plan' => {
  if (kind !== 'assessment' && kind !== 'plan')
    throw new NotFound('approval.request', 'case', caseId)
  return kind
}
