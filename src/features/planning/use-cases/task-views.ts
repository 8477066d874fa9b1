import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { CaseFacts } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CaseReading } from '../../cases/index.js'
import type { CaseTaskRow } from '../data/case-task-rows.js'
import { sealedUnder } from './approval-views.js'
import { PlanningAccess } from './planning-access.js'
import { taskPlace } from './task-keeper.js'

/** A task with its words, for who manages the case. */
export interface CaseTaskView extends Omit<CaseTaskRow, 'sealed' | 'sealedNote'> {
  /** Null where the kind says all. */
  readonly title: string | null
  readonly note: string | null
  readonly isOverdue: boolean
  /** What comes from the plan ends there. */
  readonly mayEnd: boolean
}

/** Opens the words of tasks, all of one case in one trip. */
@Injectable()
export class TaskViews {
  constructor(
    private readonly cases: CaseReading,
    private readonly access: PlanningAccess,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: WorkerActor,
    caseId: string,
    facts: CaseFacts,
    rows: readonly CaseTaskRow[],
  ): Promise<CaseTaskView[]> {
    const now = this.clock.now()
    const wanted = rows.flatMap(({ id, sealed, sealedNote }) =>
      [
        { sealed, place: taskPlace(id, 'sealed') },
        { sealed: sealedNote, place: taskPlace(id, 'sealed_note') },
      ].flatMap((one) =>
        one.sealed === null
          ? []
          : [{ section: sealedUnder, sealed: one.sealed, place: one.place } as const],
      ),
    )
    const opened = await this.cases.openAllFor<string>(caseId, wanted)
    const texts = new Map(
      wanted.map(({ place }, index) => [`${place.column} ${place.rowId}`, opened[index] ?? null]),
    )
    return rows.map((row) => ({
      id: row.id,
      caseId: row.caseId,
      caseNumber: row.caseNumber,
      kind: row.kind,
      workerId: row.workerId,
      workerName: row.workerName,
      dueOn: row.dueOn,
      dueAt: row.dueAt,
      reminds: row.reminds,
      itemId: row.itemId,
      state: row.state,
      reason: row.reason,
      createdByName: row.createdByName,
      endedAt: row.endedAt,
      version: row.version,
      title: texts.get(`sealed ${row.id}`) ?? null,
      note: texts.get(`sealed_note ${row.id}`) ?? null,
      isOverdue: row.state === 'open' && row.dueAt <= now,
      mayEnd:
        row.state === 'open' &&
        row.itemId === null &&
        this.access.may(actor, 'planning.finish', facts, { taskOf: row.workerId }),
    }))
  }
}
