import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { ReadNotes } from '../use-cases/read-notes.js'
import { WriteNote } from '../use-cases/write-note.js'
import { CorrectForm, InErrorForm, noteTyped, typedNow } from './note.forms.js'
import { NewNotePage, NotePage, type NoteView } from './note.pages.js'

const asCase = asId('note.read', 'case')
const asNote = asId('note.read', 'note')

type Answer = Promise<Page | SeeOther>

/** Notes on a case. All of them are read on its timeline. */
@Controller('cases/:id/notes')
export class NotePages {
  constructor(
    private readonly reading: ReadNotes,
    private readonly writing: WriteNote,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('note.read')
  all(@Param('id', asCase) id: string): SeeOther {
    return seeOther(`/cases/${id}/timeline?kind=note`)
  }

  @Get('new')
  @Allow('note.write')
  askNew(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query('section') section: unknown,
    @Req() { signedIn }: FastifyRequest,
  ): Answer {
    return this.newForm(actor, id, {
      ...typedNow(this.clock.now(), signedIn?.timeZone),
      ...(typeof section === 'string' ? { section } : {}),
    })
  }

  @Post()
  @Allow('note.write')
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() body: unknown,
    @Req() { signedIn }: FastifyRequest,
  ): Answer {
    const typed = noteTyped(body, signedIn?.timeZone)
    if (!typed.ok) return this.newForm(actor, id, typed.values, typed.errors)
    try {
      await this.writing.run(actor, id, typed.note)
    } catch (error) {
      return this.newForm(actor, id, typed.values, trouble(error, 'happened'))
    }
    return seeOther(`/cases/${id}/timeline`, 'said.notes.written')
  }

  @Get(':noteId')
  @Allow('note.read')
  one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
  ): Answer {
    return this.notePage(actor, id, noteId)
  }

  /** Where one lands by changing the language of a page that a form led to. */
  @Get(':noteId/:deed')
  @Allow('note.read')
  again(@Param('id', asCase) id: string, @Param('noteId', asNote) noteId: string): SeeOther {
    return seeOther(`/cases/${id}/notes/${noteId}`)
  }

  @Post(':noteId/correct')
  @Allow('note.write')
  async correct(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(CorrectForm, body)
    const again = (errors: FieldErrors): Answer =>
      this.notePage(actor, id, noteId, {
        version,
        errors,
        typed: { form: 'correct', values: form.values },
      })
    if (!form.ok) return again(form.errors)
    try {
      await this.writing.correct(actor, id, noteId, version, form.value.text)
    } catch (error) {
      return again(trouble(error, 'text'))
    }
    return seeOther(`/cases/${id}/notes/${noteId}`, 'said.notes.corrected')
  }

  @Post(':noteId/enter-in-error')
  @Allow('note.write')
  async enterInError(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const form = readForm(InErrorForm, body)
    const again = (errors: FieldErrors): Answer =>
      this.notePage(actor, id, noteId, {
        version,
        errors,
        typed: { form: 'error', values: form.values },
      })
    if (!form.ok) return again(form.errors)
    try {
      await this.writing.enterInError(actor, id, noteId, version, form.value.reason)
    } catch (error) {
      return again(trouble(error, 'reason'))
    }
    return seeOther(`/cases/${id}/notes/${noteId}`, 'said.notes.in-error')
  }

  private async newForm(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors = {},
  ): Answer {
    const options = await this.writing.options(actor, id)
    return page(
      NewNotePage,
      { options, values, errors },
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  }

  private async notePage(
    actor: WorkerActor,
    id: string,
    noteId: string,
    returned?: Pick<NoteView, 'version' | 'typed' | 'errors'>,
  ): Answer {
    const one = await this.reading.one(actor, id, noteId)
    return page(
      NotePage,
      { ...one, version: one.note.version, errors: {}, ...returned },
      returned === undefined ? 200 : 422,
    )
  }
}

// Expected trouble that the writer can mend, told on the form itself; the rest is thrown on.
const trouble = (error: unknown, field: string): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [field]: error.code }
  throw error
}
