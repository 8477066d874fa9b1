import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import type { Note } from '../use-cases/open-notes.js'
import { ReadNotes } from '../use-cases/read-notes.js'
import { WriteNote } from '../use-cases/write-note.js'
import {
  CorrectNoteDto,
  NoteDetailDto,
  NoteInErrorDto,
  NotesPageDto,
  NotesQuery,
  WriteNoteDto,
  type NoteDto,
} from './note.dto.js'

const asCase = asId('note.read', 'case')
const asNote = asId('note.read', 'note')

@ApiTags('cases')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/notes')
export class NotesApi {
  constructor(
    private readonly reading: ReadNotes,
    private readonly writing: WriteNote,
  ) {}

  @Get()
  @Allow('note.read')
  @ApiOperation({ summary: 'Notes of the sections the caller sees, what happened last first' })
  @ApiOkResponse({ type: NotesPageDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Query() query: NotesQuery,
  ): Promise<NotesPageDto> {
    const { items, next } = await this.reading.list(actor, id, query)
    return { items: items.map(noteOf), next }
  }

  @Post()
  @Allow('note.write')
  @ApiOperation({ summary: 'Write a note' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NoteDetailDto })
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() { section, happenedAt, hourKnown, text }: WriteNoteDto,
  ): Promise<Versioned> {
    const noteId = await this.writing.run(actor, id, {
      section,
      happenedAt: new Date(happenedAt),
      hourKnown,
      text,
    })
    return this.one(actor, id, noteId)
  }

  @Get(':noteId')
  @Allow('note.read')
  @ApiOperation({ summary: 'One note, with what it said before it was corrected' })
  @ApiOkResponse({ type: NoteDetailDto })
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
  ): Promise<Versioned> {
    const { note, texts } = await this.reading.one(actor, id, noteId)
    return withEtag(
      note.version,
      {
        ...noteOf(note),
        texts: texts.map(({ version, text, writtenAt, writerName }) => ({
          version,
          text,
          writtenAt: writtenAt.toISOString(),
          by: writerName,
        })),
      } satisfies NoteDetailDto,
      { id: note.id },
    )
  }

  @Post(':noteId/correct')
  @HttpCode(200)
  @Allow('note.write')
  @ApiOperation({ summary: 'Correct a note; what stood there stays beside it' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: NoteDetailDto })
  @ApiPreconditionFailedResponse()
  async correct(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
    @IfMatch() version: number,
    @Body() { text }: CorrectNoteDto,
  ): Promise<Versioned> {
    await this.writing.correct(actor, id, noteId, version, text)
    return this.one(actor, id, noteId)
  }

  @Post(':noteId/enter-in-error')
  @HttpCode(200)
  @Allow('note.write')
  @ApiOperation({ summary: 'Say that a note was entered in error; it is read no more' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: NoteDetailDto })
  @ApiPreconditionFailedResponse()
  async enterInError(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('noteId', asNote) noteId: string,
    @IfMatch() version: number,
    @Body() { reason }: NoteInErrorDto,
  ): Promise<Versioned> {
    await this.writing.enterInError(actor, id, noteId, version, reason)
    return this.one(actor, id, noteId)
  }
}

const noteOf = (note: Note) =>
  ({
    id: note.id,
    section: note.section,
    happenedAt: note.happenedAt.toISOString(),
    hourKnown: note.hourKnown,
    writtenAt: note.writtenAt.toISOString(),
    by: note.writerName,
    correctedAt: note.correctedAt?.toISOString() ?? null,
    errorReason: note.errorReason,
    text: note.text,
  }) satisfies NoteDto
