import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type CaseFacts } from '../../../platform/access/decide.js'
import { sections, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CaseReading } from '../../cases/index.js'
import { TaskRows, type TaskRow } from '../data/task-rows.js'

/** A task with its text, for who sees the section it is about. */
export interface TaskLine extends Omit<TaskRow, 'section' | 'sealedText' | 'sealedNote'> {
  readonly section: Section
  readonly text: string
  readonly note: string | null
  readonly isOverdue: boolean
  readonly mayFinish: boolean
  readonly mayCancel: boolean
}

/** Tasks of one unit on one day, of which the reader learns no more. */
export interface HiddenTasks {
  readonly unitId: string
  readonly unitName: string
  readonly dueAt: Date
  readonly isOverdue: boolean
}

export const textPlace = (id: string) => ({
  table: 'team_task',
  rowId: id,
  column: 'sealed_text',
})
export const notePlace = (id: string) => ({
  table: 'team_task',
  rowId: id,
  column: 'sealed_note',
})

/** The section of a stored bit. */
export const sectionOf = (bit: number): Section => {
  const section = sections[bit]
  if (section === undefined) throw new RangeError(`no section with bit ${bit}`)
  return section
}

// What needs no key.
const openPart = (row: TaskRow): Omit<TaskRow, 'section' | 'sealedText' | 'sealedNote'> => ({
  id: row.id,
  caseId: row.caseId,
  kind: row.kind,
  unitId: row.unitId,
  unitName: row.unitName,
  workerId: row.workerId,
  workerName: row.workerName,
  dueAt: row.dueAt,
  state: row.state,
  reason: row.reason,
  decisionId: row.decisionId,
  createdBy: row.createdBy,
  endedAt: row.endedAt,
  version: row.version,
})

/** Reads what is to be done: with its text where it is the reader's to know, else only that it is. */
@Injectable()
export class TeamTasks {
  constructor(
    private readonly rows: TaskRows,
    private readonly cases: CaseReading,
    private readonly clock: Clock,
  ) {}

  /** Those the actor may read, what is due first; then the latest that ended. */
  async of(actor: WorkerActor, caseId: string, facts: CaseFacts): Promise<TaskLine[]> {
    return this.open(actor, caseId, facts, await this.rows.ofCase(caseId))
  }

  /** Opens the texts of rows at hand, all in one trip. */
  async open(
    actor: WorkerActor,
    caseId: string,
    facts: CaseFacts,
    rows: readonly TaskRow[],
  ): Promise<TaskLine[]> {
    const now = this.clock.now()
    const readable = rows.filter(
      ({ section }) =>
        decide(actor, 'task.read', { now, case: facts, section: sectionOf(section) }).allowed,
    )
    const wanted = readable.flatMap(({ id, section, sealedText, sealedNote }) =>
      [
        { sealed: sealedText, place: textPlace(id) },
        { sealed: sealedNote, place: notePlace(id) },
      ].flatMap(({ sealed, place }) =>
        sealed === null ? [] : [{ section: sectionOf(section), sealed, place }],
      ),
    )
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const texts = new Map(
      wanted.map(({ place }, index) => [`${place.column} ${place.rowId}`, opened[index] ?? null]),
    )
    return readable.map((row) => {
      const section = sectionOf(row.section)
      const context = { now, case: facts, section, task: row }
      const isOpen = row.state === 'open'
      return {
        ...openPart(row),
        section,
        text: texts.get(`sealed_text ${row.id}`) ?? '',
        note: texts.get(`sealed_note ${row.id}`) ?? null,
        isOverdue: isOpen && row.dueAt <= now,
        mayFinish: isOpen && decide(actor, 'task.finish', context).allowed,
        mayCancel: isOpen && decide(actor, 'task.cancel', context).allowed,
      }
    })
  }

  /** Open tasks of others that are not the reader's to know, by unit and day. */
  async hidden(caseId: string, seen: readonly Pick<TaskLine, 'id'>[]): Promise<HiddenTasks[]> {
    const now = this.clock.now()
    const known = new Set(seen.map(({ id }) => id))
    return (await this.rows.outline(caseId))
      .filter(({ taskId, state }) => state === 'open' && !known.has(taskId))
      .map(({ unitId, unitName, dueAt }) => ({ unitId, unitName, dueAt, isOverdue: dueAt <= now }))
  }
}
