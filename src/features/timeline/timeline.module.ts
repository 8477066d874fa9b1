import { Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { CasesModule } from '../cases/index.js'
import { TimelineApi } from './api/timeline.controller.js'
import { SectionStory } from './data/section-story.js'
import { StoryOfSections } from './use-cases/story-of-sections.js'
import { CaseStory } from './data/case-story.js'
import { ReadTimeline } from './use-cases/read-timeline.js'
import { StoryOfCase } from './use-cases/story-of-case.js'
import { TimelineParts } from './use-cases/timeline-parts.js'
import { TimelinePages } from './web/timeline.controller.js'

/** What happened to a case, from all features that have to do with it. */
@Module({
  imports: [DiscoveryModule, CasesModule],
  controllers: [TimelinePages, TimelineApi],
  providers: [CaseStory, StoryOfCase, SectionStory, StoryOfSections, TimelineParts, ReadTimeline],
  exports: [ReadTimeline],
})
export class TimelineModule {}
