import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedList, typedText } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { NoSuchSelection } from '../domain/finding.errors.js'
import { ReassignCases } from '../use-cases/reassign-cases.js'
import { NoSelectionPage, ReassignPage } from './reassign.page.js'
import { ReassignProgressPage } from './reassign-progress.page.js'
import { ReassignForm } from './reassign.form.js'

/** Many cases to a colleague: chosen in the list, confirmed here, done by the worker. */
@Controller('cases/reassign')
export class ReassignPages {
  constructor(private readonly reassignCases: ReassignCases) {}

  /** What was chosen in the list; nothing is changed yet. */
  @Post()
  @Allow('case.reassign')
  choose(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page> {
    const { values } = readForm(ReassignForm, body)
    return this.choice(actor, typedList(values, 'case'))
  }

  @Post('confirm')
  @Allow('case.reassign')
  async confirm(
    @CurrentActor() actor: WorkerActor,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(ReassignForm, body)
    const chosen = typedList(form.values, 'case')
    const to = typedText(form.values, 'to')
    if (!form.ok) return this.choice(actor, chosen, { to, error: form.errors['to'] })
    try {
      return seeOther(
        `/cases/reassign/${await this.reassignCases.start(actor, chosen, form.value.to)}`,
      )
    } catch (error) {
      if (error instanceof NoSuchSelection) return page(NoSelectionPage, {}, 422)
      if (error instanceof DomainError && error.kind === 'invalid')
        return this.choice(actor, chosen, { to, error: error.code })
      throw error
    }
  }

  /** How far it is; shown again as often as one asks. */
  @Get(':id')
  @Allow('case.reassign')
  async progress(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.reassign', 'bulk-reassign')) id: string,
  ): Promise<Page> {
    return page(ReassignProgressPage, await this.reassignCases.progress(actor, id))
  }

  private async choice(
    actor: WorkerActor,
    chosen: readonly string[],
    typed?: { readonly to: string; readonly error: string | undefined },
  ): Promise<Page> {
    try {
      const choice = await this.reassignCases.choice(actor, chosen.filter(isId))
      return page(ReassignPage, { ...choice, ...typed }, typed === undefined ? 200 : 422)
    } catch (error) {
      if (error instanceof NoSuchSelection) return page(NoSelectionPage, {}, 422)
      throw error
    }
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
