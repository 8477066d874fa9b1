import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Sentence } from '../../../ui/translate.js'
import { CaseStory, type CaseStoryRow } from '../data/case-story.js'
import { placeOf, TimelinePart, type TimelineAsked, type TimelineEntry } from './timeline-part.js'

/** That the case was opened, and how its risk, its status and who leads it changed. */
@Injectable()
export class StoryOfCase extends TimelinePart {
  readonly kinds = ['case'] as const

  constructor(private readonly story: CaseStory) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.story.before(placeOf(asked))).map(entryOf)
  }
}

const entryOf = (row: CaseStoryRow): TimelineEntry => ({
  id: row.id,
  at: row.at,
  kind: 'case',
  section: null,
  by: row.byName,
  ...wordsOf(row),
})

const wordsOf = ({
  kind,
  fromCode,
  toCode,
  fromName,
  toName,
}: CaseStoryRow): Pick<TimelineEntry, 'title' | 'facts' | 'said' | 'isStrong'> => {
  switch (kind) {
    case 'opened':
      return { title: 'timeline.case.opened' }
    // The table's columns hold the codes of the case's own row.
    case 'risk':
      return {
        title: 'timeline.case.risk',
        said: {
          from: `code.risk.${fromCode ?? ''}` as Sentence,
          to: `code.risk.${toCode ?? ''}` as Sentence,
        },
        isStrong: toCode === 'high',
      }
    case 'danger':
      return toCode === 'true'
        ? { title: 'timeline.case.danger', isStrong: true }
        : { title: 'timeline.case.danger-over' }
    case 'status':
      return {
        title: 'timeline.case.status',
        said: {
          from: `code.case-status.${fromCode ?? ''}` as Sentence,
          to: `code.case-status.${toCode ?? ''}` as Sentence,
        },
      }
    case 'lead':
      return { title: 'timeline.case.lead', facts: { from: fromName ?? '', to: toName ?? '' } }
  }
}
