export { TimelineModule } from './timeline.module.js'
export {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from './use-cases/timeline-part.js'
export { newestFirst } from './data/newest-first.js'
