import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSentence } from '../../../ui/translate.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { TeamTimelineRows, type TeamTimelineRow } from '../data/team-timeline.js'
import { sectionOf } from './team-tasks.js'

/** Who came and went on the team, what was to be done and was, and when it met. */
@Injectable()
export class TeamTimeline extends TimelinePart {
  readonly kinds = ['team'] as const

  constructor(private readonly rows: TeamTimelineRows) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.rows.before(placeOf(asked))).map((row) => entryOf(row, asked.caseId))
  }
}

const entryOf = (row: TeamTimelineRow, caseId: string): TimelineEntry => {
  const title = `timeline.team.${row.kind}`
  const task = `code.task.${row.code ?? ''}`
  return {
    id: row.id,
    at: row.at,
    kind: 'team',
    section: row.section === null ? null : sectionOf(row.section),
    title: isSentence(title) ? title : 'timeline.team.other',
    facts: { unit: row.unitName ?? '' },
    ...(isSentence(task) ? { said: { task } } : {}),
    by: row.byName,
    href: hrefOf(row, caseId),
  }
}

const hrefOf = ({ kind, subjectId }: TeamTimelineRow, caseId: string): string => {
  if (subjectId === null) return `/cases/${caseId}/team`
  return kind.startsWith('task') ? `/tasks/${subjectId}` : `/conferences/${subjectId}`
}
