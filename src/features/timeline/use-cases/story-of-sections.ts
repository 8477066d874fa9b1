import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sections } from '../../../platform/access/sections.js'
import { SectionStory } from '../data/section-story.js'
import { placeOf, TimelinePart, type TimelineAsked, type TimelineEntry } from './timeline-part.js'

/** In which section something was written, by whom; what it says stands in the section. */
@Injectable()
export class StoryOfSections extends TimelinePart {
  readonly kinds = ['section'] as const

  constructor(private readonly story: SectionStory) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    return (await this.story.before(placeOf(asked))).map(({ id, at, kind, section, byName }) => ({
      id,
      at,
      kind: 'section',
      section: sections[section] ?? null,
      title: `timeline.section.${kind}`,
      by: byName,
      href: `/cases/${asked.caseId}/sections`,
    }))
  }
}
