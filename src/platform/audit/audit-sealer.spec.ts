import { describe, expect, it } from '@jest/globals'
import { entryColumns } from './audit-rows.js'
import { auditKeyPair, batchHash, isSignedBy, noBatch, type AuditBatch } from './batch.js'
import { leafOf, type StoredEntry } from './entry.js'
import { MerkleTree } from './merkle.js'
import { aWorker, useTrail } from './testing/use-trail.js'

describe('the sealer', () => {
  const world = useTrail()
  const lan = aWorker('caseworker')
  const read = (action = 'case.read'): Promise<void> =>
    world().transactions.run(lan, () => world().trail.record({ action }))

  const entriesIn = (batches: readonly AuditBatch[]): number =>
    batches.reduce((sum, batch) => sum + batch.entryCount, 0)

  const rootOf = async (batch: AuditBatch): Promise<string> => {
    const { rows } = await world().thief.query<StoredEntry>(
      `SELECT ${entryColumns} FROM audit_entry
        WHERE generation = $1 AND xid >= $2::xid8 AND xid < $3::xid8
        ORDER BY audit_entry.xid, audit_entry.id`,
      [batch.generation, batch.fromXid, batch.toXid],
    )
    const tree = new MerkleTree()
    for (const entry of rows) tree.add(leafOf(entry))
    return tree.root().toString('hex')
  }

  it('signs what was recorded and links it to the batch before', async () => {
    const { id, publicKey } = auditKeyPair(world().keys.auditSigning)
    await read()
    const batches = await world().sealEverything()
    await read()
    await read()
    batches.push(...(await world().sealEverything()))

    expect(entriesIn(batches)).toBe(3)
    let before: AuditBatch | undefined
    for (const batch of batches) {
      expect(batch).toMatchObject({
        seq: (before?.seq ?? 0) + 1,
        fromXid: before?.toXid ?? '0',
        previousHash: before === undefined ? noBatch : batchHash(before),
        root: await rootOf(batch),
        keyId: id,
      })
      expect(isSignedBy(batch, publicKey)).toBe(true)
      expect(isSignedBy({ ...batch, entryCount: batch.entryCount + 1 }, publicKey)).toBe(false)
      before = batch
    }
  })

  it('makes no batch when nothing was recorded', async () => {
    await world().sealEverything()

    expect(await world().sealer.sealNow()).toBeNull()
  })

  it('waits for a slow transaction rather than leave its entry out', async () => {
    await world().sealEverything()
    let finish = (): void => undefined
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    let recorded = (): void => undefined
    const written = new Promise<void>((resolve) => {
      recorded = resolve
    })
    const slow = world().transactions.run(lan, async () => {
      await world().trail.record({ action: 'case.slow' })
      recorded()
      await held
    })
    await written
    await read('case.quick')

    expect(await world().sealer.sealNow()).toBeNull()

    finish()
    await slow
    expect(entriesIn(await world().sealEverything())).toBe(2)
  })

  it('seals each entry of many writers once, whatever they roll back', async () => {
    await world().sealEverything()
    const before = await world().thief.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM audit_entry',
    )
    const at = { work: true }
    const writers = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let deed = 0; deed < 40; deed += 1) {
          const undone = (writer + deed) % 5 === 0
          await world()
            .transactions.run(lan, async () => {
              await world().trail.record({ action: 'case.read' })
              await world().trail.record({ action: 'case.opened' })
              if (undone) throw new Error('undone')
            })
            .catch(() => undefined)
        }
      }),
    ).finally(() => {
      at.work = false
    })
    const batches: AuditBatch[] = []
    while (at.work) {
      const sealed = await Promise.all([world().sealer.sealNow(), world().sealer.sealNow()])
      batches.push(...sealed.filter((batch) => batch !== null))
    }
    await writers
    batches.push(...(await world().sealEverything()))

    const after = await world().thief.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM audit_entry',
    )
    const written = (after.rows[0]?.count ?? 0) - (before.rows[0]?.count ?? 0)
    expect(written).toBe(6 * 40 * 2 * 0.8)
    expect(entriesIn(batches)).toBe(written)
    for (const batch of batches) expect(batch.root).toBe(await rootOf(batch))
  })

  it('leaves sealing to one process at a time', async () => {
    await read()
    await world().thief.query('BEGIN; SELECT pg_advisory_xact_lock(620031102)')

    expect(await world().sealer.sealNow()).toBeNull()

    await world().thief.query('COMMIT')
    expect(entriesIn(await world().sealEverything())).toBe(1)
  })

  it('seals by itself between start and stop', async () => {
    await read()
    const isSealed = async (): Promise<boolean | undefined> => {
      const { rows } = await world().thief.query<{ sealed: boolean }>(
        `SELECT NOT EXISTS (SELECT FROM audit_entry
          WHERE xid >= (SELECT max(to_xid) FROM audit_batch)) AS sealed`,
      )
      return rows[0]?.sealed
    }

    world().sealer.start()
    while (!(await isSealed())) continue
    await world().sealer.stop()

    expect(await world().sealEverything()).toEqual([])
  })
})
