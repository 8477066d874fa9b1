export { TodayPart, type TodayItem, type TodayKind } from './use-cases/today-part.js'
