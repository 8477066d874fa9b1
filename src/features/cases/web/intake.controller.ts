import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { OpenCase } from '../use-cases/open-case.js'
import type { FieldErrors } from './complaints.js'
import { IntakeForm } from './intake.form.js'
import { clashesOf, fieldOfTrouble, intakeOfForm } from './intake-of-form.js'
import { IntakePage } from './intake.page.js'
import { intakeView } from './intake.view.js'

/** Takes a person in. */
@Controller('cases/new')
export class IntakePages {
  constructor(
    private readonly openCase: OpenCase,
    private readonly clock: Clock,
  ) {}

  /** The empty form, or with what the address already knows. */
  @Get()
  @Allow('case.open')
  form(@Query() query: Record<string, unknown>): Page {
    return page(IntakePage, intakeView(readForm(IntakeForm, query).values, {}, this.today()))
  }

  @Post()
  @Allow('case.open')
  async open(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page | SeeOther> {
    const form = readForm(IntakeForm, body)
    const clashes = clashesOf(form.values)
    if (!form.ok) return this.again(form.values, { ...clashes, ...form.errors })
    const reading = intakeOfForm(form.value, clashes)
    if (!reading.ok) return this.again(form.values, reading.errors)
    try {
      const { id } = await this.openCase.run(actor, reading.intake)
      return seeOther(`/cases/${id}`, 'said.cases.opened')
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
      const field = fieldOfTrouble(error, reading.intake, form.value.family, this.today())
      return this.again(form.values, { [field]: error.code })
    }
  }

  private again(values: Typed, errors: FieldErrors): Page {
    return page(IntakePage, intakeView(values, errors, this.today()), 422)
  }

  private today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }
}
