import { Injectable } from '@nestjs/common'
import { sections, type Section } from '../../../platform/access/sections.js'
import { CaseReading } from '../../cases/index.js'
import type { NoteRow } from '../data/note-rows.js'

/** A note with its text, for who sees its section. */
export interface Note extends Omit<NoteRow, 'section' | 'sealed' | 'textVersion'> {
  readonly section: Section
  /** Null where it was entered in error. */
  readonly text: string | null
}

/** Where a text of a note is sealed for. */
export const textPlace = (noteId: string, version: number) => ({
  table: 'case_note_text',
  rowId: `${noteId}/${version}`,
  column: 'sealed',
})

/** The section of a stored bit. */
export const sectionOf = (bit: number): Section => {
  const section = sections[bit]
  if (section === undefined) throw new RangeError(`no section with bit ${bit}`)
  return section
}

/** Opens the texts of notes at hand, all in one trip. */
@Injectable()
export class OpenNotes {
  constructor(private readonly cases: CaseReading) {}

  /** What was entered in error keeps its text to itself. */
  async open(caseId: string, rows: readonly NoteRow[]): Promise<Note[]> {
    const wanted = rows.flatMap(({ id, section, textVersion, sealed, errorReason }) =>
      sealed === null || textVersion === null || errorReason !== null
        ? []
        : [{ id, section: sectionOf(section), sealed, place: textPlace(id, textVersion) }],
    )
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const texts = new Map(wanted.map(({ id }, index) => [id, opened[index] ?? null]))
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      happenedAt: row.happenedAt,
      hourKnown: row.hourKnown,
      writtenAt: row.writtenAt,
      writtenBy: row.writtenBy,
      writerName: row.writerName,
      unitName: row.unitName,
      errorReason: row.errorReason,
      errorAt: row.errorAt,
      errorByName: row.errorByName,
      version: row.version,
      correctedAt: row.correctedAt,
      section: sectionOf(row.section),
      text: texts.get(row.id) ?? null,
    }))
  }
}
