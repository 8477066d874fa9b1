import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { isLocale } from '../../../platform/i18n/index.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { translate } from '../../../ui/translate.js'
import type { FieldErrors } from '../../cases/index.js'
import { mostTargets, readTargets, type TypedTargets } from '../domain/target.js'
import { AlreadyNoted } from '../domain/takedown.errors.js'
import { MoveTakedown } from '../use-cases/move-takedown.js'
import { NoteTakedowns } from '../use-cases/note-takedowns.js'
import { ReadTakedowns, type OneTakedown } from '../use-cases/read-takedowns.js'
import { LetterPage, letterPurposes } from './letter.page.js'
import { StepPage, steps, type Step } from './step.page.js'
import {
  AcknowledgeForm,
  DayForm,
  dayIn,
  NoteTakedownForm,
  PreserveForm,
  proposedPreservation,
  RefuseForm,
  RequestForm,
  TakedownErrorForm,
  typedDay,
} from './takedown.forms.js'
import { NewTakedownPage, TakedownPage, takedownPath, TakedownsPage } from './takedown.pages.js'

const asCase = asId('takedown.read', 'case')
const asTakedown = asId('takedown.read', 'takedown')

type Answer = Promise<Page | SeeOther>

/** What platforms are asked to remove or to keep: addresses and hashes, never a picture. */
@Controller('cases/:id/takedown')
export class TakedownPages {
  constructor(
    private readonly reading: ReadTakedowns,
    private readonly noting: NoteTakedowns,
    private readonly moving: MoveTakedown,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('takedown.read')
  async all(@CurrentActor() actor: WorkerActor, @Param('id', asCase) id: string): Answer {
    return page(TakedownsPage, await this.reading.ofCase(actor, id))
  }

  @Get('new')
  @Allow('takedown.change')
  askNew(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Req() request: FastifyRequest,
  ): Answer {
    return this.newForm(actor, id, request, {})
  }

  @Post()
  @Allow('takedown.change')
  async note(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Answer {
    const form = readForm(NoteTakedownForm, body)
    if (!form.ok) return this.newForm(actor, id, request, form.values, { errors: form.errors })
    const { kind, targets: list, platform, platformName, age, asker } = form.value
    const typed = readTargets(kind, list)
    if (typed.problems.length > 0 || typed.targets.length > mostTargets)
      return this.newForm(actor, id, request, form.values, {
        errors: { targets: 'takedown.targets.too-many' },
        ...(typed.problems.length > 0 ? { typed } : {}),
      })
    try {
      const noted = await this.noting.run(actor, id, {
        kind,
        targets: typed.targets,
        platform,
        platformName: platformName === '' ? null : platformName,
        askedBy: asker,
        takenUnder18: age,
      })
      const [only] = noted
      return seeOther(
        noted.length === 1 && only !== undefined
          ? `${takedownPath(id)}/${only.id}`
          : takedownPath(id),
        'said.takedown.noted',
      )
    } catch (error) {
      if (error instanceof AlreadyNoted)
        return this.newForm(actor, id, request, form.values, {
          errors: { targets: 'takedown.target-unreadable' },
          doubles: String(error.facts['lines']),
        })
      return this.newForm(actor, id, request, form.values, { errors: trouble(error, 'asker') })
    }
  }

  @Get(':takedownId')
  @Allow('takedown.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
  ): Answer {
    return page(TakedownPage, {
      ...(await this.reading.one(actor, id, takedownId)),
      address: null,
    })
  }

  /** Shows the address to be copied: a POST, because asking leaves a trace of its own. */
  @Post(':takedownId/address')
  @Allow('takedown.read')
  async address(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
  ): Answer {
    const address = await this.reading.address(actor, id, takedownId)
    return page(TakedownPage, { ...(await this.reading.one(actor, id, takedownId)), address })
  }

  /** Where one lands by changing the language of a page that shows the address: it is masked again. */
  @Get(':takedownId/address')
  @Allow('takedown.read')
  masked(
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
  ): SeeOther {
    return seeOther(`${takedownPath(id)}/${takedownId}`)
  }

  @Get(':takedownId/letter')
  @Allow('takedown.change')
  async letter(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
    @Query('for') asked: unknown,
    @Query('language') language: unknown,
    @Req() { locale }: FastifyRequest,
  ): Answer {
    const letter = await this.reading.letter(actor, id, takedownId)
    const { state, preserveUntil } = letter.takedown
    const proposed = state === 'noted' && preserveUntil !== null ? 'preservation' : 'removal'
    return page(LetterPage, {
      ...letter,
      language: typeof language === 'string' && isLocale(language) ? language : locale,
      purpose: letterPurposes.find((purpose) => purpose === asked) ?? proposed,
    })
  }

  @Get(':takedownId/:step')
  @Allow('takedown.change')
  async askStep(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
    @Param('step') name: string,
    @Req() { signedIn }: FastifyRequest,
  ): Answer {
    const step = stepNamed(name, takedownId)
    const one = await this.toChange(actor, id, takedownId)
    const now = this.clock.now()
    const timeZone = signedIn?.timeZone
    const values =
      step === 'preserve'
        ? proposedPreservation(one.takedown.preservationBasis ?? 'hanoi_25', now, timeZone)
        : {
            ...typedDay('on', localTimeOf(now, timeZone).date),
            bases: one.takedown.bases,
            reference: one.takedown.reference ?? '',
          }
    return page(StepPage, { ...one, step, version: one.takedown.version, values, errors: {} })
  }

  @Post(':takedownId/:step')
  @Allow('takedown.change')
  async step(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
    @Param('step') name: string,
    @FormVersion() version: number,
    @Body() body: unknown,
    @Req() { signedIn }: FastifyRequest,
  ): Answer {
    const step = stepNamed(name, takedownId)
    const typed = stepTyped(step, body)
    const again = async (errors: FieldErrors): Answer => {
      const one = await this.toChange(actor, id, takedownId)
      return page(StepPage, { ...one, step, version, values: typed.values, errors }, 422)
    }
    if (!typed.ok) return again(typed.errors)
    const timeZone = signedIn?.timeZone
    try {
      await (typed.to === 'preserve'
        ? this.moving.preserve(actor, id, takedownId, version, typed.preservation, timeZone)
        : this.moving.run(actor, id, takedownId, version, typed.move, timeZone))
    } catch (error) {
      return again(trouble(error, step === 'preserve' ? 'basis' : 'on'))
    }
    return seeOther(`${takedownPath(id)}/${takedownId}`, `said.takedown.${step}`)
  }

  private async toChange(actor: WorkerActor, id: string, takedownId: string): Promise<OneTakedown> {
    const one = await this.reading.one(actor, id, takedownId)
    if (!one.mayChange) throw new NotFound('takedown.change', 'takedown', takedownId)
    return one
  }

  private async newForm(
    actor: WorkerActor,
    id: string,
    { locale }: FastifyRequest,
    values: Typed,
    returned?: {
      readonly errors: FieldErrors
      readonly typed?: TypedTargets
      readonly doubles?: string
    },
  ): Answer {
    const frame = await this.reading.toNote(actor, id)
    const t = translate(locale)
    const lines =
      returned?.doubles !== undefined
        ? t('takedown.already-noted', { lines: returned.doubles })
        : returned?.typed?.problems
            .map(({ line, problem }) => t(`takedown.line.${problem}`, { line }))
            .join(' ')
    return page(
      NewTakedownPage,
      { frame, values, errors: returned?.errors ?? {}, lines },
      returned === undefined ? 200 : 422,
    )
  }
}

const stepNamed = (name: string, takedownId: string): Step => {
  const step = steps.find((known) => known === name)
  if (step === undefined) throw new NotFound('takedown.change', 'takedown', takedownId)
  return step
}

type Move = Parameters<MoveTakedown['run']>[4]

type StepTyped = { readonly values: Typed } & (
  | { readonly ok: false; readonly errors: FieldErrors }
  | {
      readonly ok: true
      readonly to: 'preserve'
      readonly preservation: Parameters<MoveTakedown['preserve']>[4]
    }
  | { readonly ok: true; readonly to: 'move'; readonly move: Move }
)

// What each step reads of its form, and the step it makes of it once the day is known.
const stepTyped = (step: Step, body: unknown): StepTyped => {
  switch (step) {
    case 'preserve': {
      const form = readForm(PreserveForm, body)
      const until = dayIn(form.values, 'until')
      if (form.ok && until !== undefined)
        return {
          ok: true,
          values: form.values,
          to: 'preserve',
          preservation: { basis: form.value.basis, until },
        }
      return refused(form, until === undefined ? { until: 'takedown.day.missing' } : {})
    }
    case 'request':
      return moveTyped(RequestForm, body, ({ bases, unpreserved }, on) => ({
        to: 'requested',
        on,
        bases,
        unpreserved: unpreserved === 'yes',
      }))
    case 'acknowledge':
      return moveTyped(AcknowledgeForm, body, ({ reference }, on) => ({
        to: 'acknowledged',
        on,
        reference: reference ?? null,
      }))
    case 'remove':
      return moveTyped(DayForm, body, (_, on) => ({ to: 'removed', on }))
    case 'refuse':
      return moveTyped(RefuseForm, body, ({ reason }, on) => ({ to: 'refused', on, reason }))
    case 'reappear':
      return moveTyped(DayForm, body, (_, on) => ({ to: 'reappeared', on }))
    case 'error': {
      const form = readForm(TakedownErrorForm, body)
      if (!form.ok) return refused(form, {})
      const move = { to: 'entered_in_error', reason: form.value.reason } as const
      return { ok: true, values: form.values, to: 'move', move }
    }
  }
}

const moveTyped = <Form extends object>(
  type: new () => Form,
  body: unknown,
  moveOf: (form: Form, on: string) => Move,
): StepTyped => {
  const form = readForm(type, body)
  const on = dayIn(form.values, 'on')
  if (form.ok && on !== undefined)
    return { ok: true, values: form.values, to: 'move', move: moveOf(form.value, on) }
  return refused(form, on === undefined ? { on: 'takedown.day.missing' } : {})
}

const refused = (form: ReturnType<typeof readForm<object>>, more: FieldErrors): StepTyped => ({
  ok: false,
  values: form.values,
  errors: { ...(form.ok ? {} : form.errors), ...more },
})

// Where it shows what has to be mended.
const fields: Readonly<Record<string, string>> = {
  'takedown.asker-does-not-fit': 'asker',
  'takedown.nothing-preserved': 'unpreserved',
  'takedown.until-does-not-fit': 'until',
  'takedown.day-does-not-fit': 'on',
}

// Expected trouble that the writer can mend, told on the form itself; the rest is thrown on.
const trouble = (error: unknown, field: string): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [fields[error.code] ?? field]: error.code }
  throw error
}
