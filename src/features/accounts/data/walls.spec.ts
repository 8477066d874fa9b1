import { beforeAll, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { statement } from '../../../platform/database/statement.js'
import { useAccounts } from '../testing/use-accounts.js'

/** What a statement smuggled into a worker's transaction could do. */
describe('the walls around sessions and passwords', () => {
  const accounts = useAccounts()
  let lan: TestWorker
  let minh: TestWorker

  beforeAll(async () => {
    const { given, startSession } = accounts()
    const unit = await given.aUnit('shelter')
    lan = await given.aWorker(unit, ['caseworker', 'supervisor', 'unit-admin', 'system-admin'])
    minh = await given.aWorker(unit)
    for (const { actor } of [lan, minh])
      await startSession.run({ actor, isKnownDevice: false }, 'cookie')
  })

  let number = 0
  const asLan = (text: string, values: unknown[] = []) =>
    accounts().transactions.run(lan.actor, () =>
      accounts().database.query<Record<string, unknown>>(
        statement(`spec.accounts-${(number += 1)}`, text),
        values,
      ),
    )

  it.each(['session', 'worker_credential', 'known_device'])(
    'show of %s only one’s own rows',
    async (table) => {
      expect(await asLan(`SELECT DISTINCT worker_id FROM ${table}`)).toEqual([
        { worker_id: lan.id },
      ])
    },
  )

  it('show nothing of what is counted', async () => {
    expect(await asLan('SELECT * FROM sign_in_throttle')).toEqual([])
  })

  it('let nobody open a session in another’s name, or take one over', async () => {
    await expect(
      asLan(
        `INSERT INTO session (id_hash, worker_id, csrf_secret, through, expires_at)
         VALUES (sha256('known'), $1, 'x', 'cookie', 'infinity')`,
        [minh.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(asLan('UPDATE session SET worker_id = $1', [minh.id])).rejects.toMatchObject({
      code: '42501',
    })
    await expect(asLan(`UPDATE session SET expires_at = 'infinity'`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('let nobody change another’s password or lock them out', async () => {
    const touched = [
      await asLan(
        'UPDATE worker_credential SET password_hash = $2 WHERE worker_id = $1 RETURNING 1',
        [minh.id, 'x'],
      ),
      await asLan('UPDATE session SET locked_at = now() WHERE worker_id = $1 RETURNING 1', [
        minh.id,
      ]),
      await asLan('DELETE FROM session WHERE worker_id = $1 RETURNING 1', [minh.id]),
    ]

    expect(touched).toEqual([[], [], []])
  })
})
