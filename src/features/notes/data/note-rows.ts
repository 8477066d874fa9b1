import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'
import type { NoteError } from '../domain/note.js'

/** A note as it stands, with the newest of its texts. */
export interface NoteRow {
  readonly id: string
  readonly caseId: string
  /** The bit of its section. */
  readonly section: number
  readonly happenedAt: Date
  readonly hourKnown: boolean
  readonly writtenAt: Date
  readonly writtenBy: string
  readonly writerName: string
  readonly unitName: string
  readonly errorReason: NoteError | null
  readonly errorAt: Date | null
  readonly errorByName: string | null
  readonly version: number
  /** Of the newest text; null where it was entered in error and is not the reader's to see. */
  readonly textVersion: number | null
  readonly sealed: Buffer | null
  readonly correctedAt: Date | null
}

/** One text of a note: the first, or a correction. */
export interface NoteTextRow {
  readonly version: number
  readonly sealed: Buffer
  readonly writtenAt: Date
  readonly writerName: string
}

export interface NewNote {
  readonly id: string
  readonly caseId: string
  readonly section: number
  readonly happenedAt: Date
  readonly hourKnown: boolean
  readonly sealed: Buffer
  readonly at: Date
}

const columns = `n.id, n.case_id AS "caseId", n.section,
  date_trunc('milliseconds', n.happened_at) AS "happenedAt", n.hour_known AS "hourKnown",
  n.written_at AS "writtenAt", n.written_by AS "writtenBy", w.display_name AS "writerName",
  u.name AS "unitName", n.error_reason AS "errorReason", n.error_at AS "errorAt",
  x.display_name AS "errorByName", n.version, t.version AS "textVersion", t.sealed,
  CASE WHEN t.version > 1 THEN t.written_at END AS "correctedAt"`
const from = `FROM case_note n
  JOIN worker w ON w.id = n.written_by
  JOIN unit u ON u.id = n.unit_id
  LEFT JOIN worker x ON x.id = n.error_by
  LEFT JOIN LATERAL (SELECT k.version, k.sealed, k.written_at FROM case_note_text k
                      WHERE k.note_id = n.id ORDER BY k.version DESC LIMIT 1) t ON true`

const before = statement(
  'notes.before',
  `SELECT ${columns} ${from} WHERE n.case_id = $1 ${newestFirst('n.happened_at', 'n.id')}`,
)
const ofSections = statement(
  'notes.of-sections',
  `SELECT ${columns} ${from} WHERE n.case_id = $1 AND (1 << n.section) & $5::int <> 0
   ${newestFirst('n.happened_at', 'n.id')}`,
)
const one = statement('notes.one', `SELECT ${columns} ${from} WHERE n.case_id = $1 AND n.id = $2`)
const texts = statement(
  'notes.texts',
  `SELECT t.version, t.sealed, t.written_at AS "writtenAt", w.display_name AS "writerName"
     FROM case_note_text t JOIN worker w ON w.id = t.written_by
    WHERE t.note_id = $1 ORDER BY t.version`,
)
const add = statement(
  'notes.add',
  `INSERT INTO case_note (id, case_id, section, happened_at, hour_known, written_at, written_by,
                          unit_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const addText = statement(
  'notes.add-text',
  `INSERT INTO case_note_text (note_id, version, case_id, section, sealed, written_at, written_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
)
const raise = statement(
  'notes.raise',
  `UPDATE case_note SET version = version + 1
    WHERE id = $1 AND version = $2 AND error_reason IS NULL`,
)
const enterInError = statement(
  'notes.enter-in-error',
  `UPDATE case_note SET error_reason = $3, error_at = $4, error_by = $5, version = version + 1
    WHERE id = $1 AND version = $2 AND error_reason IS NULL`,
)

/** Notes inside the open transaction: those of the sections the actor sees. */
@Injectable()
export class NoteRows {
  constructor(private readonly database: Database) {}

  /** @param place values of a statement that ends in `newestFirst` */
  before(place: readonly unknown[]): Promise<NoteRow[]> {
    return this.database.query<NoteRow>(before, place)
  }

  /** The same of some sections only. */
  ofSections(place: readonly unknown[], mask: number): Promise<NoteRow[]> {
    return this.database.query<NoteRow>(ofSections, [...place, mask])
  }

  one(caseId: string, id: string): Promise<NoteRow | undefined> {
    return this.database.first<NoteRow>(one, [caseId, id])
  }

  /** All that was written under it, the first text first. */
  texts(id: string): Promise<NoteTextRow[]> {
    return this.database.query<NoteTextRow>(texts, [id])
  }

  async add(actor: WorkerActor, note: NewNote): Promise<void> {
    const { id, caseId, section, happenedAt, hourKnown, sealed, at } = note
    const by = actor.workerId
    await this.database.change(add, [
      ...[id, caseId, section, happenedAt, hourKnown, at, by],
      actor.unitId,
    ])
    await this.database.change(addText, [id, 1, caseId, section, sealed, at, by])
  }

  /** Adds a correction. False when somebody else changed the note since `version`. */
  async correct(
    actor: WorkerActor,
    note: Pick<NoteRow, 'id' | 'caseId' | 'section'>,
    version: number,
    text: { readonly version: number; readonly sealed: Buffer; readonly at: Date },
  ): Promise<boolean> {
    if ((await this.database.change(raise, [note.id, version])) === 0) return false
    await this.database.change(addText, [
      ...[note.id, text.version, note.caseId, note.section, text.sealed, text.at],
      actor.workerId,
    ])
    return true
  }

  /** False when somebody else changed the note since `version`. */
  async enterInError(
    actor: WorkerActor,
    id: string,
    version: number,
    how: { readonly reason: NoteError; readonly at: Date },
  ): Promise<boolean> {
    const values = [id, version, how.reason, how.at, actor.workerId]
    return (await this.database.change(enterInError, values)) === 1
  }
}
