export { TakedownModule } from './takedown.module.js'
export { NoteTakedowns } from './use-cases/note-takedowns.js'
export { MoveTakedown } from './use-cases/move-takedown.js'
