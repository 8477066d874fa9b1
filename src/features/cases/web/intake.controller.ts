import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import type { ComponentType } from 'preact'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { HeedPlaces, type PlaceNames } from '../use-cases/heed-places.js'
import { OpenCase } from '../use-cases/open-case.js'
import type { FieldErrors } from './complaints.js'
import { IntakeForm } from './intake.form.js'
import { clashesOf, fieldOfTrouble, intakeOfForm, meantBy } from './intake-of-form.js'
import { IntakePage } from './intake.page.js'
import { filledUp, leftOpen, ShortIntakePage } from './intake-short.page.js'
import { intakeView, type IntakeView } from './intake.view.js'

/** Takes a person in. */
@Controller('cases/new')
export class IntakePages {
  constructor(
    private readonly openCase: OpenCase,
    private readonly heedPlaces: HeedPlaces,
    private readonly clock: Clock,
  ) {}

  /** The empty form, or with what the address already knows. */
  @Get()
  @Allow('case.open')
  async form(
    @CurrentActor() actor: WorkerActor,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const isShort = query['path'] === 'short'
    const values = isShort ? {} : readForm(IntakeForm, query).values
    return page(isShort ? ShortIntakePage : IntakePage, await this.view(actor, values))
  }

  /** Opens the case: with everything, or after two minutes on the telephone with the rest still open. */
  @Post()
  @Allow('case.open')
  async open(
    @CurrentActor() actor: WorkerActor,
    @Body() body: unknown,
    @Query('path') path: unknown,
  ): Promise<Page | SeeOther> {
    return path === 'short'
      ? this.take(actor, filledUp(body), ShortIntakePage, leftOpen)
      : this.take(actor, body, IntakePage)
  }

  private async take(
    actor: WorkerActor,
    body: unknown,
    again: ComponentType<IntakeView>,
    asAnswered = (values: Typed): Typed => values,
  ): Promise<Page | SeeOther> {
    const today = this.today()
    const form = readForm(IntakeForm, body)
    const comeBack = async (errors: FieldErrors, names: PlaceNames = {}): Promise<Page> =>
      page(again, await this.view(actor, asAnswered(form.values), errors, names), 422)
    const clashes = clashesOf(form.values)
    if (!form.ok) return comeBack({ ...clashes, ...form.errors })
    const reading = intakeOfForm(form.value, clashes)
    if (!reading.ok) return comeBack(reading.errors)
    try {
      const { id } = await this.openCase.run(actor, reading.intake)
      return seeOther(`/cases/${id}`, 'said.cases.opened')
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
      const field = fieldOfTrouble(error, reading.intake, form.value.family, today)
      return await comeBack({ [field]: error.code }, meantBy(error, field))
    }
  }

  private async view(
    actor: WorkerActor,
    values: Typed,
    errors: FieldErrors = {},
    names: PlaceNames = {},
  ): Promise<IntakeView> {
    const communes = await this.heedPlaces.offered(actor, typedText(values, 'province'))
    return intakeView(values, errors, this.today(), { communes, names })
  }

  private today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }
}
