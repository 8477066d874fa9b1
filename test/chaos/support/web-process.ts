import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../src/platform/access/actor.js'
import { statement } from '../../../src/platform/database/statement.js'
import { deliveryOfThisProcess, numberOf } from './environment.js'

// Writes hand-offs as the web process does: the row and its event in one transaction. Tells the test
// each one only after it was kept.
const caseworker: WorkerActor = {
  kind: 'worker',
  workerId: randomUUID(),
  unitId: randomUUID(),
  agencyId: randomUUID(),
  sector: 'hotline',
  roles: ['caseworker'],
  principals: [],
}
const missing = statement(
  'chaos.missing',
  `SELECT n FROM generate_series(1, $1::int) AS n
    WHERE NOT EXISTS (SELECT FROM chaos_hand_off h WHERE h.number = n) ORDER BY n`,
)
const insert = statement(
  'chaos.hand-off',
  'INSERT INTO chaos_hand_off (number, event_id) VALUES ($1, $2)',
)

const { transactions, database, outbox } = await deliveryOfThisProcess()
const left = await transactions.run(caseworker, () =>
  database.query<{ n: number }>(missing, [numberOf('EVENTS')]),
)

const write = async (): Promise<void> => {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { n } = next
    const id = randomUUID()
    await transactions.run(caseworker, async () => {
      await database.change(insert, [n, id])
      await outbox.add({ id, type: 'hand-off.made', subjectId: randomUUID(), caseId: null })
    })
    process.send?.({ kept: id })
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
await Promise.all([write(), write(), write()])
