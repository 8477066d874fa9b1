import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { NotesApi } from './api/notes.controller.js'
import { NoteRows } from './data/note-rows.js'
import { NoteTimeline } from './use-cases/note-timeline.js'
import { OpenNotes } from './use-cases/open-notes.js'
import { ReadNotes } from './use-cases/read-notes.js'
import { WriteNote } from './use-cases/write-note.js'
import { NotePages } from './web/notes.controller.js'

/** What workers note down about a case, each note in the part of the case it belongs to. */
@Module({
  imports: [CasesModule],
  controllers: [NotePages, NotesApi],
  providers: [NoteRows, OpenNotes, NoteTimeline, ReadNotes, WriteNote],
  exports: [WriteNote, ReadNotes],
})
export class NotesModule {}
