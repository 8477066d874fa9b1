export { NotesModule } from './notes.module.js'
export { WriteNote, type NoteToWrite } from './use-cases/write-note.js'
