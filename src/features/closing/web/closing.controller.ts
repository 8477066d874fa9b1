import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { CloseCase } from '../use-cases/close-case.js'
import { PrepareClosing } from '../use-cases/prepare-closing.js'
import { ReadClosing, type ClosingView } from '../use-cases/read-closing.js'
import { ReopenCase } from '../use-cases/reopen-case.js'
import { ClosingForm, endsTyped, ReopenForm } from './closing.form.js'
import { ClosingPage, type ClosingPageView } from './closing.page.js'

const asCaseId = asId('case.read', 'case')

type Answer = Promise<Page | SeeOther>

/** Closing a case, and opening it again. */
@Controller('cases/:id/closing')
export class ClosingPages {
  constructor(
    private readonly reading: ReadClosing,
    private readonly preparing: PrepareClosing,
    private readonly closing: CloseCase,
    private readonly reopening: ReopenCase,
  ) {}

  @Get()
  @Allow('case.read')
  async show(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const view = await this.reading.run(actor, id)
    return view.prepared === null || query['change'] === 'yes'
      ? closingPage(view, typedOf(view))
      : closingPage(view)
  }

  @Post()
  @Allow('case.close')
  async prepare(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ClosingForm, body)
    const view = await this.reading.run(actor, id)
    const { ends, errors } = endsTyped(view.open.ends, form.values)
    const again = (found: FieldErrors) => closingPage(view, form.values, found, version)
    if (!form.ok) return again({ ...form.errors, ...errors })
    if (Object.keys(errors).length > 0) return again(errors)
    const { reason, goals, feedback = null, note = null } = form.value
    try {
      await this.preparing.run(actor, id, version, { reason, goals, feedback, note, ends })
    } catch (error) {
      return again(troubleAt('reason', error))
    }
    return seeOther(`/cases/${id}/closing`)
  }

  @Post('ask')
  @Allow('case.close')
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.preparing.ask(actor, id, version)
    return seeOther(`/cases/${id}/closing`, 'said.closing.asked')
  }

  @Post('close')
  @Allow('case.close')
  async close(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.closing.run(actor, id, version)
    return seeOther(`/cases/${id}/closing`, 'said.closing.closed')
  }

  @Post('reopen')
  @Allow('case.reopen')
  async reopen(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(ReopenForm, body)
    if (!form.ok) {
      const view = await this.reading.run(actor, id)
      return closingPage(view, form.values, form.errors, version)
    }
    const { reason, note = null } = form.value
    await this.reopening.run(actor, id, version, { reason, note })
    return seeOther(`/cases/${id}`, 'said.closing.reopened')
  }
}

const troubleAt = (field: string, error: unknown): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [field]: error.code }
  throw error
}

/** With values it is a form; without, what was prepared. */
const closingPage = (
  view: ClosingView,
  values?: Typed,
  errors: FieldErrors = {},
  version?: number,
): Page => {
  const { status } = view.row
  const shows = status !== 'open' ? 'closed' : values === undefined ? 'prepared' : 'form'
  return page<ClosingPageView>(
    ClosingPage,
    {
      ...view,
      shows,
      version: version ?? (shows === 'closed' ? view.row.version : (view.prepared?.version ?? 0)),
      values: values ?? {},
      errors,
    },
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

// As it was prepared.
const typedOf = ({ prepared }: ClosingView): Typed =>
  prepared === null
    ? {}
    : {
        reason: prepared.reason,
        goals: prepared.goals,
        feedback: prepared.texts?.feedback ?? '',
        note: prepared.texts?.note ?? '',
        ...Object.fromEntries(
          (prepared.texts?.ends ?? []).flatMap(({ id, how, text }) => [
            [`end-${id}`, how],
            [`text-${id}`, text ?? ''],
          ]),
        ),
      }
