import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ComeOfAge } from '../use-cases/come-of-age.js'
import { AdulthoodForm } from './adulthood.form.js'
import { AdulthoodPage } from './adulthood.page.js'

const asCaseId = asId('case.read', 'case')

// Where what was decided is done.
const nextOf = (id: string) =>
  ({
    stays: `/cases/${id}/adult`,
    transfer: `/cases/${id}/transfer?why=legal_competence`,
    closes: `/cases/${id}/closing`,
  }) as const

/** A child becomes an adult. */
@Controller('cases/:id/adult')
export class AdulthoodPages {
  constructor(private readonly comeOfAge: ComeOfAge) {}

  @Get()
  @Allow('case.read')
  async show(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const view = await this.comeOfAge.read(actor, id)
    return page(AdulthoodPage, { ...view, values: {}, errors: {} })
  }

  @Post()
  @Allow('case.change')
  async decide(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(AdulthoodForm, body)
    if (!form.ok) {
      const view = await this.comeOfAge.read(actor, id)
      return page(AdulthoodPage, { ...view, values: form.values, errors: form.errors }, 422)
    }
    const { decision, personWants, note = null } = form.value
    await this.comeOfAge.decide(actor, id, { decision, personWants, note })
    return seeOther(nextOf(id)[decision], 'said.adulthood.decided')
  }
}
