import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { IsUUID, Matches } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { isSentence } from '../../../ui/translate.js'
import { AbsenceUnfit, dayPattern } from '../domain/absence.js'
import { Absences } from '../use-cases/absences.js'
import { AbsencesPage, type AbsencesView } from './absence.page.js'

const day = { message: 'accounts.absence.day.missing' }

class AbsenceForm {
  @IsUUID('all', { message: 'referral.colleague-unfit' })
  worker = ''

  @Matches(dayPattern, day)
  from = ''

  @Matches(dayPattern, day)
  until = ''
}

const asAbsenceId = asId('absence.own', 'absence')

/** Who is away when. */
@Controller('account/absence')
export class AbsencePages {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Allow('absence.own')
  show(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return this.page(actor, {})
  }

  @Post()
  @Allow('absence.own')
  async record(@CurrentActor() actor: WorkerActor, @Body() body: Typed): Promise<Page | SeeOther> {
    const form = readForm(AbsenceForm, body)
    if (!form.ok) return this.page(actor, form.values, sentencesOf(form.errors))
    const { worker, from, until } = form.value
    try {
      await this.absences.record(actor, { workerId: worker, from, until })
    } catch (error) {
      if (error instanceof AbsenceUnfit) return this.page(actor, form.values, { until: error.code })
      throw error
    }
    return seeOther('/account/absence', 'said.accounts.absence')
  }

  @Post(':id/take-back')
  @Allow('absence.own')
  async takeBack(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asAbsenceId) id: string,
  ): Promise<SeeOther> {
    await this.absences.takeBack(actor, id)
    return seeOther('/account/absence', 'said.accounts.absence-taken-back')
  }

  private async page(
    actor: WorkerActor,
    values: Typed,
    errors: AbsencesView['errors'] = {},
  ): Promise<Page> {
    const typed = (name: string): string => typedText(values, name)
    return page(
      AbsencesPage,
      {
        absences: await this.absences.list(actor),
        whom: await this.absences.whom(actor),
        typed: {
          worker: typed('worker') || actor.workerId,
          from: typed('from') || this.absences.today(),
          until: typed('until'),
        },
        errors,
      },
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  }
}

const sentencesOf = (errors: Readonly<Record<string, string>>): AbsencesView['errors'] =>
  Object.fromEntries(Object.entries(errors).filter(([, code]) => isSentence(code)))
