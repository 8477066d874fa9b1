import { beforeAll, describe, expect, it } from '@jest/globals'
import { system, type Role } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { UnitsRepository } from '../../directory/data/units.repository.js'
import { Directory } from '../../directory/index.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { AreaFigures } from '../data/area-figures.js'
import { ReportFacts } from '../data/report-facts.js'
import { UnitFigures } from '../data/unit-figures.js'
import { hoursAgo, StandingClock, useReports } from '../testing/use-reports.js'
import { ReadAreaReport } from './read-area-report.js'

describe('a coordinator reads the figures of an area', () => {
  const world = useReports()
  let read: ReadAreaReport
  let office: StoredUnit
  let first: StoredUnit
  let second: StoredUnit

  beforeAll(async () => {
    const { database, transactions, audit, aUnit } = world()
    const clock = new StandingClock()
    const units = new UnitFigures(database)
    const directory = new Directory(new UnitsRepository(database), clock)
    read = new ReadAreaReport(
      new AreaFigures(database),
      units,
      directory,
      transactions,
      audit,
      clock,
    )
    office = await aUnit({ name: 'Sở', provinceCode: '01' })
    first = await aUnit({ name: 'A', provinceCode: '48' })
    second = await aUnit({ name: 'B', provinceCode: '48' })
    const elsewhere = await aUnit({ name: 'C', provinceCode: '79' })
    await sent(first, 12, 'in_progress')
    await sent(first, 2, 'rejected')
    await sent(first, 6, 'requested')
    await sent(first, 5, 'requested', 100)
    await sent(second, 20, 'in_progress')
    await sent(second, 8, 'rejected')
    await sent(second, 7, 'requested')
    await sent(elsewhere, 9, 'in_progress')
    await sent(elsewhere, 3, 'requested')
  })

  const sent = async (to: StoredUnit, times: number, status: string, sentHoursAgo = 4) => {
    const { aReferral, transactions, database } = world()
    for (let time = 0; time < times; time += 1) {
      const id = await aReferral({
        from: office,
        to,
        status,
        sentAt: hoursAgo(sentHoursAgo),
        answeredAt: status === 'requested' ? null : hoursAgo(sentHoursAgo - 1),
      })
      await transactions.run(system('reports'), () => new ReportFacts(database).takeIn(id))
    }
  }
  const coordinator = (scope: string | null) => world().someone(office, ['coordinator'], scope)

  it('sees the units of the province, small figures and what would give them away hidden', async () => {
    const report = await read.run(await coordinator('48'))

    expect(report).toMatchObject({
      provinceCode: '48',
      provinceName: 'Đà Nẵng',
      coversCountry: false,
    })
    expect(report.rows).toEqual([
      expect.objectContaining({
        name: 'A',
        accepted: 12,
        returned: null,
        waiting: 6,
        late: null,
        lapsed: 0,
        total: 25,
      }),
      expect.objectContaining({
        name: 'B',
        accepted: 20,
        returned: null,
        waiting: 7,
        late: null,
        lapsed: 0,
        total: 35,
      }),
    ])
    expect(report.totals).toEqual({
      accepted: 32,
      returned: 10,
      waiting: 13,
      late: 5,
      lapsed: 0,
      total: 60,
    })
  })

  it('sees the provinces of the country, and goes on to one of them', async () => {
    const actor = await coordinator(null)
    const country = await read.run(actor)

    expect(country.rows.map(({ name }) => name)).toEqual(['Đà Nẵng', 'Hồ Chí Minh'])
    expect(country.rows[1]).toMatchObject({ waiting: null })
    const province = await read.run(actor, '48')
    expect(province.rows.map(({ name }) => name)).toEqual(['A', 'B'])
    // What the country's table hides, the province's must not show.
    for (const column of ['accepted', 'returned', 'waiting', 'late', 'lapsed', 'total'] as const)
      expect([null, country.rows[0]?.[column]]).toContain(province.totals[column])
  })

  it('is told within which time half of the answers came, where there were enough', async () => {
    const { answers } = await read.run(await coordinator('48'))

    expect(answers).toEqual([{ service: 'LEGAL', median: 2 }])
  })

  it('does not see another province', async () => {
    await expect(read.run(await coordinator('48'), '79')).rejects.toThrow(NotFound)
    await expect(read.run(await coordinator(null), '99')).rejects.toThrow(NotFound)
  })

  it('has no way around the page to another province, nor to a single referral', async () => {
    const { transactions, database } = world()
    const actor = await coordinator('48')
    const units = statement('spec.units-counted', 'SELECT DISTINCT unit_id AS id FROM report_week')
    const facts = statement('spec.facts-of-area', 'SELECT referral_id FROM report_referral')

    const seen = await transactions.run(actor, async () => ({
      units: (await database.query<{ id: string }>(units)).map(({ id }) => id).sort(),
      facts: await database.query(facts),
    }))

    expect(seen).toEqual({ units: [first.id, second.id].sort(), facts: [] })
  })

  it.each<Role>(['caseworker', 'supervisor', 'auditor', 'system-admin'])(
    'is not there for a %s',
    async (role) => {
      const { someone } = world()
      await expect(read.run(await someone(first, [role]))).rejects.toThrow(NotFound)
    },
  )
})
