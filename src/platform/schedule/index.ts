export { Schedule, type TimedEvent } from './schedule.js'
export { DueTimers } from './due-timers.js'
