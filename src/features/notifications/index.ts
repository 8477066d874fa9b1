export { NotificationsModule } from './notifications.module.js'
export { Hearing, type PathOf } from './use-cases/hearing.js'
export type { Concern, Hearer, Subject } from './domain/concern.js'
