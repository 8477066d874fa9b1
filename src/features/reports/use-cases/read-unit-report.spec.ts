import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { system, type Role, type WorkerActor } from '../../../platform/access/actor.js'
import { Database } from '../../../platform/database/transactions.js'
import { statement } from '../../../platform/database/statement.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Workers } from '../../accounts/index.js'
import { WorkerRows } from '../../accounts/data/worker-rows.js'
import { UnitsRepository } from '../../directory/data/units.repository.js'
import { Directory } from '../../directory/index.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { ReportFacts } from '../data/report-facts.js'
import { UnitFigures } from '../data/unit-figures.js'
import { hoursAgo, StandingClock, useReports } from '../testing/use-reports.js'
import { ReadUnitReport } from './read-unit-report.js'

const week = 24 * 7

describe('a supervisor reads the figures of the unit', () => {
  const world = useReports()
  let read: ReadUnitReport
  let unit: StoredUnit
  let supervisor: WorkerActor

  beforeAll(async () => {
    const { database, transactions, audit, aUnit, someone } = world()
    const clock = new StandingClock()
    read = new ReadUnitReport(
      new UnitFigures(database),
      new Directory(new UnitsRepository(database), clock),
      new Workers(new WorkerRows(database)),
      transactions,
      audit,
      clock,
    )
    unit = await aUnit({ sector: 'legal-aid', name: 'Trợ giúp pháp lý Đà Nẵng' })
    supervisor = await someone(unit, ['supervisor'])
  })

  const counted = async (referral: Parameters<ReturnType<typeof world>['aReferral']>[0]) => {
    const { aReferral, transactions, database } = world()
    const id = await aReferral(referral)
    await transactions.run(system('reports'), () => new ReportFacts(database).takeIn(id))
    return id
  }

  it('counts what is open, what is late and since when, on both sides', async () => {
    const own = await world().aUnit()
    const boss = await world().someone(own, ['supervisor'])
    await counted({ to: own, sentAt: hoursAgo(2) })
    await counted({ to: own, sentAt: hoursAgo(100) })
    await counted({ to: own, status: 'in_progress', answeredAt: hoursAgo(1), sentAt: hoursAgo(3) })
    await counted({ to: own, status: 'rejected', answeredAt: hoursAgo(1), sentAt: hoursAgo(3) })
    // Older than the weeks that are shown, and still open.
    await counted({ from: own, sentAt: hoursAgo(20 * week) })

    const { open, weeks } = await read.run(boss)

    expect(open).toEqual({
      in: { waiting: 2, underWay: 1, late: 1, longestDueAt: hoursAgo(76) },
      out: { waiting: 1, underWay: 0, late: 1, longestDueAt: hoursAgo(20 * week - 24) },
    })
    expect(weeks.map(({ week: monday }) => monday)).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ])
    expect(weeks.slice(-2)).toEqual([
      { week: '2026-11-09', accepted: 0, waiting: 1, returned: 0, lapsed: 0 },
      { week: '2026-11-16', accepted: 1, waiting: 1, returned: 1, lapsed: 0 },
    ])
    expect((await read.run(boss, 'out')).weeks.every(({ waiting }) => waiting === 0)).toBe(true)
  })

  it('tells how long people wait for the first answer, by service', async () => {
    const answered = (service: string, sent: number, hours: number) =>
      counted({
        to: unit,
        service,
        status: 'completed',
        sentAt: hoursAgo(sent),
        answeredAt: hoursAgo(sent - hours),
      })
    await answered('LEGAL', 200, 3)
    await answered('LEGAL', 200, 9)
    await answered('LEGAL', 200, 50)
    await answered('DOCS', 200, 1)
    await counted({ to: unit, service: 'DOCS', sentAt: hoursAgo(30) })
    await counted({ to: unit, service: 'DOCS', sentAt: hoursAgo(3) })
    await counted({ to: unit, service: 'DOCS', status: 'cancelled', sentAt: hoursAgo(30) })

    const { answers, promisedHours } = await read.run(supervisor)

    expect(promisedHours).toBe(24)
    expect(answers).toEqual([
      { service: 'DOCS', answered: 1, medianHours: 1, inTime: 1, notInTime: 1, beforeDue: 1 },
      { service: 'LEGAL', answered: 3, medianHours: 9, inTime: 2, notInTime: 1, beforeDue: 2 },
    ])
  })

  it('shows who carries how much, without sealed cases', async () => {
    const { aUnit, someone, aCase, aReferral, owner } = world()
    const own = await aUnit()
    const boss = await someone(own, ['supervisor'])
    const lan = await someone(own, ['caseworker'])
    await aCase(own, lan.workerId, 'high')
    await aCase(own, lan.workerId, 'low')
    const sealed = await aCase(own, lan.workerId, 'high')
    await owner.query('UPDATE cases SET sealed = true WHERE id = $1', [sealed])
    await owner.query('SELECT guard.project_case($1)', [sealed])
    await aReferral({ to: own, status: 'in_progress', handlerId: lan.workerId })
    await aReferral({ to: own, claimedBy: lan.workerId, sentAt: hoursAgo(100) })
    await aReferral({ to: own, sentAt: hoursAgo(100) })

    const { workload } = await read.run(boss)

    expect(workload).toMatchObject({ openCases: 2, highRisk: 1, unclaimed: 1, unclaimedLate: 1 })
    expect(workload.workers).toEqual([
      expect.objectContaining({
        workerId: lan.workerId,
        openCases: 2,
        highRisk: 1,
        serving: 1,
        late: 1,
      }),
    ])
  })

  it('says from when the figures are, while events wait to be counted', async () => {
    const { owner, someone, aUnit } = world()
    const boss = await someone(await aUnit(), ['supervisor'])
    const waitingSince = new Date('2026-11-18T07:00:00+07:00')
    await owner.query(
      `INSERT INTO outbox_event (type, subject_id, created_at)
       VALUES ('referral.accepted', $1, $2), ('consent.withdrawn', $1, $2::timestamptz - interval '1 day')`,
      [randomUUID(), waitingSince],
    )

    expect((await read.run(boss)).asOf).toEqual(waitingSince)

    await owner.query('UPDATE outbox_event SET acknowledged_at = now()')
    expect((await read.run(boss)).asOf).not.toEqual(waitingSince)
  })

  it('leaves a trace', async () => {
    await read.run(supervisor)

    const { rows } = await world().owner.query(
      `SELECT subject_id FROM audit_entry WHERE actor_id = $1 AND action = 'report.read'
        ORDER BY xid DESC LIMIT 1`,
      [supervisor.workerId],
    )
    expect(rows).toEqual([{ subject_id: unit.id }])
  })

  it.each<Role>(['caseworker', 'coordinator', 'auditor', 'unit-admin', 'system-admin'])(
    'is not there for a %s of the same unit',
    async (role) => {
      const other = await world().someone(unit, [role])

      await expect(read.run(other)).rejects.toThrow(NotFound)
    },
  )

  it('shows nothing of it to the supervisor of another unit, not even past the page', async () => {
    const { aUnit, someone, transactions } = world()
    await counted({ to: unit, service: 'LEGAL' })
    const stranger = await someone(await aUnit(), ['supervisor'])
    const figures = new UnitFigures(new Database())

    const seen = await transactions.run(stranger, async () => [
      ...(await figures.open(unit.id)),
      ...(await figures.weeks(unit.id, 'in', '2020-01-06')),
      ...(await figures.answers(unit.id, hoursAgo(1000), hoursAgo(0), 24)),
      ...(await figures.caseload(unit.id)),
      ...(await figures.handling(unit.id, hoursAgo(0))),
      ...(await figures.late(unit.id, hoursAgo(0))).filter(({ count }) => count > 0),
    ])

    expect(seen).toEqual([])
  })

  it('shows no fact to those who read counts or the trail only', async () => {
    const { someone, transactions } = world()
    const all = statement('spec.facts-seen', 'SELECT referral_id FROM report_referral')
    for (const role of ['auditor', 'coordinator', 'caseworker', 'system-admin'] as const) {
      const actor = await someone(unit, [role])
      expect(await transactions.run(actor, () => new Database().query(all))).toEqual([])
    }
    expect(await transactions.run(supervisor, () => new Database().query(all))).not.toEqual([])
  })
})
