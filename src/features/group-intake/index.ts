export { GroupIntakeModule } from './group-intake.module.js'
export { WaitingLists } from './use-cases/waiting-lists.js'
export { NobodyNew } from './domain/group.errors.js'
