import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { AnswerInvitation } from '../use-cases/answer-invitation.js'
import { DeclinePage, InvitationPage } from './invitation.page.js'
import { previewView } from './preview-rows.js'
import { DeclineForm, JoinForm } from './team-forms.js'
import { teamPath } from './team-frame.js'
import { teamTrouble } from './team-trouble.js'

const asInvitation = asId('team.answer', 'membership')

type Answer = Promise<Page | SeeOther>

/** A desk reads an invitation, and joins or declines. */
@Controller('invitations/:id')
export class InvitationPages {
  constructor(
    private readonly answering: AnswerInvitation,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('team.answer')
  async read(@CurrentActor() actor: WorkerActor, @Param('id', asInvitation) id: string): Answer {
    // Who was told of it comes late: it leads on to what became of it.
    const caseId = await this.answering.joined(actor, id)
    return caseId === null ? this.form(actor, id) : seeOther(teamPath(caseId))
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get('join')
  @Allow('team.answer')
  again(@Param('id', asInvitation) id: string): SeeOther {
    return seeOther(`/invitations/${id}`)
  }

  @Post('join')
  @Allow('team.answer')
  async join(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asInvitation) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(JoinForm, body)
    if (!form.ok) return this.form(actor, id, form.values, form.errors)
    try {
      const { caseId } = await this.answering.join(actor, id, version, form.value.worker ?? null)
      // Who named a colleague does not see the team herself.
      const isMine = (form.value.worker ?? actor.workerId) === actor.workerId
      return seeOther(isMine ? teamPath(caseId) : '/teams', 'said.teams.joined')
    } catch (error) {
      return this.form(actor, id, form.values, teamTrouble(error))
    }
  }

  @Get('decline')
  @Allow('team.answer')
  askDecline(@CurrentActor() actor: WorkerActor, @Param('id', asInvitation) id: string): Answer {
    return this.declineForm(actor, id)
  }

  @Post('decline')
  @Allow('team.answer')
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asInvitation) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(DeclineForm, body)
    if (!form.ok) return this.declineForm(actor, id, form.values, form.errors)
    const { reason, note = null } = form.value
    await this.answering.decline(actor, id, version, { reason, note })
    return seeOther('/teams', 'said.teams.declined')
  }

  private async form(
    actor: WorkerActor,
    id: string,
    values: Typed = { worker: actor.roles.includes('caseworker') ? actor.workerId : '' },
    errors: FieldErrors = {},
  ): Answer {
    const { preview, ...invitation } = await this.answering.read(actor, id)
    const view = {
      ...invitation,
      preview: previewView(preview, this.clock.now()),
      worker: typedText(values, 'worker'),
      errors,
    }
    return page(InvitationPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async declineForm(
    actor: WorkerActor,
    id: string,
    values: Typed = {},
    errors: FieldErrors = {},
  ): Answer {
    const { version, preview } = await this.answering.read(actor, id)
    const view = {
      id,
      version,
      number: preview.number,
      reason: typedText(values, 'reason'),
      note: typedText(values, 'note'),
      errors,
    }
    return page(DeclinePage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}
