import { describe, expect, it } from '@jest/globals'
import { Keys } from '../../../platform/crypto/keys.js'
import { CasesModule } from '../cases.module.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { rebuildSearchKeys, type Rebuilt } from './rebuild-search-keys.js'

describe('writing anew what cases are found by', () => {
  const services = useServices(CasesModule)

  const tokens = async (): Promise<string[]> => {
    const { rows } = await services().owner.query<{ row: string }>(
      'SELECT k::text AS row FROM search_key k ORDER BY 1',
    )
    return rows.map(({ row }) => row)
  }
  const rebuild = async (how: Parameters<typeof rebuildSearchKeys>[2] = {}): Promise<Rebuilt[]> => {
    const told: Rebuilt[] = []
    const { owner } = services()
    for await (const far of rebuildSearchKeys(owner, services().find(Keys), how)) told.push(far)
    return told
  }
  const someCases = async (count: number): Promise<void> => {
    const lead = await services().aWorker(await services().aUnit())
    for (let n = 0; n < count; n += 1) await aCase(services(), lead)
  }

  it('comes to what was written with the cases, from whatever was left of it, and again', async () => {
    await someCases(3)
    const before = await tokens()
    const { owner } = services()
    // Some are gone, some are of another key, some were never anybody's.
    await owner.query('DELETE FROM search_key WHERE key % 2 = 0')
    await owner.query('UPDATE search_key SET key = key + 1, version = 1 WHERE key % 3 = 0')
    expect(await tokens()).not.toEqual(before)

    await rebuild()
    expect(await tokens()).toEqual(before)

    await rebuild()
    expect(await tokens()).toEqual(before)
  })

  it('goes on after the case at which it was cut off', async () => {
    await someCases(3)
    const before = await tokens()
    await services().owner.query('DELETE FROM search_key')
    const first = rebuildSearchKeys(services().owner, services().find(Keys), { batch: 2 })
    const told: Rebuilt[] = []
    for await (const far of first) {
      told.push(far)
      break
    }
    const last = told[0]?.last ?? ''

    expect(await tokens()).not.toEqual(before)
    const rest = await rebuild({ after: last, batch: 2 })

    expect(await tokens()).toEqual(before)
    const { rows } = await services().owner.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM cases',
    )
    expect((told[0]?.written ?? 0) + (rest.at(-1)?.written ?? 0)).toBe(rows[0]?.count)
  })

  it('finds nobody who was taken away', async () => {
    await someCases(1)
    const { owner } = services()
    await owner.query(
      `UPDATE person SET removed_at = now(), removed_reason = 'duplicate' WHERE role <> 'victim'`,
    )
    const before = await tokens()

    await rebuild()

    expect(await tokens()).toEqual(before)
    const { rows } = await owner.query('SELECT FROM search_key WHERE section = 2')
    expect(rows).toEqual([])
  })

  it('names what does not open, and leaves it as it was', async () => {
    const lead = await services().aWorker(await services().aUnit())
    const { id } = await aCase(services(), lead)
    const { owner } = services()
    await owner.query(`UPDATE person SET sealed = set_byte(sealed, 40, 0) WHERE case_id = $1`, [id])
    const before = await tokens()

    const told = await rebuild()

    expect(told.at(-1)?.unreadable).toEqual([id])
    expect(await tokens()).toEqual(before)
    // The other tests' cases open.
    await owner.query('DELETE FROM cases WHERE id = $1', [id])
  })

  it('leaves a trace with each case it opened', async () => {
    const lead = await services().aWorker(await services().aUnit())
    const { id } = await aCase(services(), lead)

    await rebuild()

    expect(await services().trailOf(id)).toContainEqual({
      action: 'search.rebuild',
      sections: 0b1111,
      actorId: null,
    })
  })
})
