import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { translate } from '../../../ui/translate.js'
import type { PlaceUnclear } from '../../places/index.js'
import { HeedPlaces, type PlaceNames } from '../use-cases/heed-places.js'
import { OpenCase } from '../use-cases/open-case.js'
import { SimilarCases } from '../use-cases/similar-cases.js'
import { StartedIntake } from '../use-cases/started-intake.js'
import type { FieldErrors } from './complaints.js'
import { IntakeCheckPage } from './intake-check.page.js'
import { IntakeForm } from './intake.form.js'
import { fieldOfTrouble, meantBy } from './intake-of-form.js'
import { IntakeStepPage } from './intake-step.page.js'
import {
  errorsOfStep,
  intakeSteps,
  isIntakeStep,
  markDone,
  nextStep,
  readGathered,
  withStep,
  type IntakeStep,
} from './intake-steps.js'
import { intakeView } from './intake.view.js'

const asIntakeId = asId('case.open', 'intake')
const alreadyOpen = (): SeeOther => seeOther('/cases', 'said.cases.intake.already-open')

/** Takes a person in step by step. What was answered is kept on the way; it becomes a case at the end. */
@Controller('cases/new/:intake')
export class IntakeStepPages {
  constructor(
    private readonly started: StartedIntake,
    private readonly openCase: OpenCase,
    private readonly heedPlaces: HeedPlaces,
    private readonly similarCases: SimilarCases,
    private readonly clock: Clock,
  ) {}

  /** To the step to go on with. */
  @Get()
  @Allow('case.open')
  async goOn(
    @CurrentActor() actor: WorkerActor,
    @Param('intake', asIntakeId) id: string,
  ): Promise<SeeOther> {
    return this.onwards(id, (await this.started.read(actor, id)) ?? {})
  }

  @Get(':step')
  @Allow('case.open')
  async show(
    @CurrentActor() actor: WorkerActor,
    @Param('intake', asIntakeId) id: string,
    @Param('step') step: string,
  ): Promise<Page | SeeOther> {
    const gathered = await this.started.read(actor, id)
    if (step === 'check') {
      if (gathered === null || nextStep(gathered) !== undefined)
        return this.onwards(id, gathered ?? {})
      return this.check(actor, id, gathered)
    }
    if (!isIntakeStep(step)) throw new NotFound('case.open', 'intake', null)
    // The first answer begins it.
    if (gathered === null && step !== 'danger') return this.onwards(id, {})
    return this.step(actor, id, step, gathered ?? {}, {})
  }

  @Post(':step')
  @Allow('case.open')
  async answer(
    @CurrentActor() actor: WorkerActor,
    @Param('intake', asIntakeId) id: string,
    @Param('step') step: string,
    @Body() body: unknown,
    @Req() { locale }: FastifyRequest,
  ): Promise<Page | SeeOther> {
    if (!isIntakeStep(step)) throw new NotFound('case.open', 'intake', null)
    const { values } = readForm(IntakeForm, body)
    const gathered = withStep((await this.started.read(actor, id)) ?? {}, step, values)
    const reading = readGathered(gathered)
    const errors = reading.ok ? {} : errorsOfStep(reading.errors, step)
    if (Object.keys(errors).length > 0) return this.step(actor, id, step, gathered, errors)
    const unclear = step === 'person' ? await this.unclearPlace(actor, gathered) : null
    if (unclear !== null) {
      const names = { commune: unclear.names }
      return this.step(actor, id, step, gathered, { commune: unclear.code }, names)
    }
    const done = markDone(gathered, step)
    const title = translate(locale)('cases.intake.title')
    return (await this.started.write(actor, id, title, done))
      ? this.onwards(id, done)
      : alreadyOpen()
  }

  /** Opens the case. */
  @Post()
  @Allow('case.open')
  async open(
    @CurrentActor() actor: WorkerActor,
    @Param('intake', asIntakeId) id: string,
  ): Promise<Page | SeeOther> {
    const gathered = await this.started.read(actor, id)
    if (gathered === null) return alreadyOpen()
    const reading = readGathered(gathered)
    if (!reading.ok) return this.check(actor, id, gathered, reading.errors)
    try {
      const opened = await this.openCase.run(actor, reading.intake)
      return seeOther(`/cases/${opened.id}`, 'said.cases.opened')
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error
      const field = fieldOfTrouble(error, reading.intake, reading.family, this.today())
      return await this.check(actor, id, gathered, { [field]: error.code }, meantBy(error, field))
    }
  }

  private onwards(id: string, gathered: Typed): SeeOther {
    return seeOther(`/cases/new/${id}/${nextStep(gathered) ?? 'check'}`)
  }

  private unclearPlace(actor: WorkerActor, gathered: Typed): Promise<PlaceUnclear | null> {
    const text = (field: string): string | null => typedText(gathered, field).trim() || null
    return this.heedPlaces.unclear(actor, {
      provinceCode: text('province'),
      commune: text('commune'),
    })
  }

  private async step(
    actor: WorkerActor,
    id: string,
    step: IntakeStep,
    gathered: Typed,
    errors: FieldErrors,
    names: PlaceNames = {},
  ): Promise<Page> {
    const communes = await this.heedPlaces.offered(actor, typedText(gathered, 'province'))
    const before = intakeSteps[intakeSteps.indexOf(step) - 1]
    const view = {
      ...intakeView(gathered, errors, this.today(), { communes, names }),
      intakeId: id,
      step,
      backHref: before === undefined ? '/cases/new' : `/cases/new/${id}/${before}`,
    }
    return page(IntakeStepPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async check(
    actor: WorkerActor,
    id: string,
    gathered: Typed,
    errors: FieldErrors = {},
    names: PlaceNames = {},
  ): Promise<Page> {
    const reading = readGathered(gathered)
    const similar = reading.ok ? await this.similarCases.run(actor, reading.intake) : []
    const view = { ...intakeView(gathered, errors, this.today(), { names }), intakeId: id, similar }
    return page(IntakeCheckPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }
}
