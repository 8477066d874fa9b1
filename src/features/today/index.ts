export { TodayModule } from './today.module.js'
export { TodayPart, type TodayItem } from './use-cases/today-part.js'
