export { WatchSections } from './use-cases/watch-sections.js'
export { WatchingModule } from './watching.module.js'
