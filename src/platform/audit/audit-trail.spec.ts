import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { system, type WorkerActor } from '../access/actor.js'
import { managementBit } from '../access/decide.js'
import { maskOf } from '../access/sections.js'
import { statement } from '../database/statement.js'
import { entryColumns } from './audit-rows.js'
import { leafOf, type StoredEntry } from './entry.js'
import { inRequest } from './request-id.js'
import { aWorker, useTrail } from './testing/use-trail.js'
import { TrailReading } from './trail-reading.js'

describe('the audit trail', () => {
  const world = useTrail()
  const lan = aWorker('caseworker')
  const auditor = aWorker('auditor')

  const entriesOf = async (caseId: string): Promise<StoredEntry[]> => {
    const { rows } = await world().thief.query<StoredEntry>(
      `SELECT ${entryColumns} FROM audit_entry WHERE case_id = $1 ORDER BY audit_entry.id`,
      [caseId],
    )
    return rows
  }

  it('says who read which sections of which case, in which request', async () => {
    const caseId = randomUUID()
    const requestId = randomUUID()
    const personId = randomUUID()
    const sections = maskOf(['identity', 'contact'])

    await inRequest(requestId, () =>
      world().transactions.run(lan, () =>
        world().trail.record({
          action: 'case.read',
          caseId,
          subject: { type: 'person', id: personId },
          sections,
        }),
      ),
    )

    expect(await entriesOf(caseId)).toEqual([
      expect.objectContaining({
        actorKind: 'worker',
        actorId: lan.workerId,
        unitId: lan.unitId,
        action: 'case.read',
        subjectType: 'person',
        subjectId: personId,
        sections,
        outcome: 'done',
        requestId,
      }),
    ])
  })

  it('is undone together with the deed', async () => {
    const caseId = randomUUID()

    const failed = world().transactions.run(lan, async () => {
      await world().trail.record({ action: 'case.changed', caseId })
      throw new Error('the deed fails')
    })

    await expect(failed).rejects.toThrow('the deed fails')
    expect(await entriesOf(caseId)).toEqual([])
  })

  it('keeps a refusal even when its transaction is rolled back', async () => {
    const caseId = randomUUID()

    const refused = world().transactions.run(lan, async () => {
      await world().trail.recordRefusal(lan, { action: 'case.read', caseId, outcome: 'missing' })
      throw new Error('not found')
    })

    await expect(refused).rejects.toThrow('not found')
    expect(await entriesOf(caseId)).toEqual([
      expect.objectContaining({ action: 'case.read', outcome: 'missing', actorId: lan.workerId }),
    ])
  })

  it('records a mistyped address as nothing known, and a case as its own case', async () => {
    const caseId = randomUUID()
    const missing = (id: string): Promise<void> =>
      world().trail.recordRefusal(lan, {
        action: 'case.read',
        outcome: 'missing',
        subject: { type: 'case', id },
      })

    await missing('1 or 1=1')
    await missing(caseId)

    expect(await entriesOf(caseId)).toEqual([
      expect.objectContaining({ subjectId: caseId, outcome: 'missing' }),
    ])
  })

  it('hashes in the database what the code hashes, with and without optional fields', async () => {
    const caseId = randomUUID()
    await world().transactions.run(lan, () =>
      world().trail.record({ action: 'case.read', caseId, subject: { type: 'case', id: caseId } }),
    )
    await world().transactions.run(system('delivery'), () =>
      world().trail.record({ action: 'mail.sent', caseId }),
    )

    const entries = await entriesOf(caseId)

    expect(entries).toHaveLength(2)
    for (const entry of entries) expect(leafOf(entry).toString('hex')).toBe(entry.leafHash)
  })

  it('lets nobody write in another’s name, nor choose number, time or hash', async () => {
    const inAnothersName = statement(
      'spec.audit-forge',
      `INSERT INTO audit_entry (actor_kind, actor_id, unit_id, action, outcome)
       VALUES ('worker', $1, $2, 'case.read', 'done')`,
    )
    const asSystem = statement(
      'spec.audit-forge-system',
      `INSERT INTO audit_entry (actor_kind, action, outcome) VALUES ('system', 'x.y', 'done')`,
    )
    const backdated = statement(
      'spec.audit-backdate',
      `INSERT INTO audit_entry (at, actor_kind, action, outcome)
       VALUES ('2020-01-01', 'system', 'x.y', 'done')`,
    )
    const batch = statement(
      'spec.audit-forge-batch',
      `INSERT INTO audit_batch VALUES (1, 1, '0', '1', 1, sha256(''), sha256(''), now(),
         repeat('0', 64), sha256('') || sha256(''))`,
    )

    for (const [forged, values] of [
      [inAnothersName, [auditor.workerId, auditor.unitId]],
      [inAnothersName, [lan.workerId, auditor.unitId]],
      [asSystem, []],
      [backdated, []],
      [batch, []],
    ] as const) {
      await expect(
        world().transactions.run(lan, () => world().database.change(forged, values)),
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
  })

  it('is never changed: not by the service, not by the owner', async () => {
    await world().transactions.run(lan, () => world().trail.record({ action: 'case.read' }))
    const changes = [
      `UPDATE audit_entry SET action = 'nothing'`,
      'DELETE FROM audit_entry',
      'TRUNCATE audit_entry',
      'DELETE FROM audit_batch',
      'TRUNCATE audit_batch',
    ]
    const owner = new pg.Client({ connectionString: world().ownerUrl })
    await owner.connect()
    try {
      for (const [number, text] of changes.entries()) {
        await expect(
          world().transactions.run(system('audit'), () =>
            world().database.change(statement(`spec.audit-change-${number}`, text)),
          ),
        ).rejects.toMatchObject({ code: '42501' })
        await expect(owner.query(text)).rejects.toThrow('only ever added to')
      }
    } finally {
      await owner.end()
    }
  })

  it('is read by auditors, and not about a case they are blocked from', async () => {
    const caseId = randomUUID()
    await world().transactions.run(lan, () => world().trail.record({ action: 'case.read', caseId }))
    const count = statement(
      'spec.audit-count',
      'SELECT count(*)::int AS count FROM audit_entry WHERE case_id = $1',
    )
    const seenBy = async (actor: WorkerActor): Promise<number | undefined> =>
      (
        await world().transactions.run(actor, () =>
          world().database.first<{ count: number }>(count, [caseId]),
        )
      )?.count

    expect(await seenBy(auditor)).toBe(1)
    expect(await seenBy(lan)).toBe(0)
    expect(await seenBy(aWorker('supervisor', 'unit-admin', 'system-admin', 'coordinator'))).toBe(0)

    await world().tamper(
      `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'a relative')`,
      [auditor.workerId, caseId],
    )
    expect(await seenBy(auditor)).toBe(0)
  })

  it('shows who manages a case who read it, and those it shares sections with nothing', async () => {
    const caseId = randomUUID()
    const partner = aWorker('caseworker')
    const { transactions, trail, database } = world()
    const reading = new TrailReading(database)
    await transactions.run(lan, () => trail.record({ action: 'case.opened', caseId }))
    await transactions.run(partner, () => trail.record({ action: 'section.read', caseId }))
    for (const [worker, sections] of [
      [lan, managementBit],
      [partner, maskOf(['identity'])],
    ] as const)
      await world().tamper(
        `INSERT INTO case_access (principal, case_id, grant_id, reason, sections, may_write,
                                  valid_until)
         VALUES ($1, $2, gen_random_uuid(), 'lead', $3, false, 'infinity')`,
        [worker.workerId, caseId, sections],
      )

    const seen = await transactions.run(lan, () => reading.ofCase(caseId, { limit: 1 }))
    const [newest] = seen
    const earlier = await transactions.run(lan, () =>
      reading.ofCase(caseId, { limit: 9, before: newest }),
    )

    expect([...seen, ...earlier].map(({ action }) => action)).toEqual([
      'section.read',
      'case.opened',
    ])
    expect(await transactions.run(partner, () => reading.ofCase(caseId, { limit: 9 }))).toEqual([])
  })
})
