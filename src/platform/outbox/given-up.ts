import { createHash } from 'node:crypto'
import { statement } from '../database/statement.js'

/** Told when an event is given up; the alarm of an alarm is the line in the log. */
export const givenUpType = 'delivery.given-up'

const hourMs = 3_600_000

/** The same for all events of a type that are given up within an hour: one alarm is enough. */
export const alarmIdOf = (type: string, at: Date): string => {
  const hour = Math.floor(at.getTime() / hourMs)
  const hex = createHash('sha256').update(`ben-an given up ${type} ${hour}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const raiseAlarm = statement(
  'outbox.raise-alarm',
  `INSERT INTO outbox_event (id, type, subject_id, payload)
   VALUES ($1, $2, $3, jsonb_build_object('type', $4::text)) ON CONFLICT DO NOTHING`,
)
