import { beforeAll, describe, expect, it } from '@jest/globals'
import { system } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { ReportFacts } from '../data/report-facts.js'
import { CountReferrals } from '../jobs/count-referrals.job.js'
import { hoursAgo, useReports } from '../testing/use-reports.js'
import { RebuildReports } from './rebuild-reports.js'

const statuses = [
  'requested',
  'accepted',
  'in_progress',
  'on_hold',
  'completed',
  'confirmed',
  'rejected',
  'cancelled',
  'expired',
  'failed',
  'entered_in_error',
] as const

/** A small generator with a fixed seed: the same moves in every run (mulberry32). */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

describe('the figures', () => {
  const world = useReports()
  let job: CountReferrals
  let rebuild: RebuildReports

  beforeAll(() => {
    const { database, transactions, audit } = world()
    const facts = new ReportFacts(database)
    job = new CountReferrals(facts)
    rebuild = new RebuildReports(transactions, facts, audit)
  })

  const arrives = (referralId: string): Promise<void> =>
    world().transactions.run(system('delivery'), () =>
      job.handle({
        id: referralId,
        type: 'referral.requested',
        subjectId: referralId,
        caseId: null,
        data: {},
        at: hoursAgo(0),
      }),
    )
  const table = async (name: string): Promise<object[]> => {
    const { rows } = await world().owner.query<object>(`SELECT * FROM ${name} ORDER BY 1, 2, 3, 4`)
    return rows
  }
  const figures = async () => ({
    facts: await table('report_referral'),
    weeks: await table('report_week'),
    answers: await table('report_answers'),
  })

  it('are the same whether kept up event by event or counted anew', async () => {
    const roll = dice(7)
    const { owner, aUnit, aReferral } = world()
    const units: StoredUnit[] = []
    for (let n = 0; n < 4; n += 1) units.push(await aUnit({ sector: 'health' }))
    const pick = (other?: StoredUnit): StoredUnit => {
      const unit = units[roll(units.length)]
      return unit === undefined || unit === other ? pick(other) : unit
    }
    const referrals: string[] = []
    for (let n = 0; n < 40; n += 1) {
      const from = pick()
      referrals.push(
        await aReferral({
          from,
          to: pick(from),
          service: ['HEALTH', 'CMR', 'SRH'][roll(3)] ?? 'HEALTH',
          sentAt: hoursAgo(roll(24 * 70)),
        }),
      )
    }

    for (let move = 0; move < 250; move += 1) {
      const id = referrals[roll(referrals.length)] ?? ''
      await owner.query(
        `UPDATE referral SET status = $2, version = version + 1,
                answered_at = CASE WHEN $3 THEN sent_at + make_interval(mins => $4) ELSE answered_at END
          WHERE id = $1`,
        [id, statuses[roll(statuses.length)], roll(2) === 0, roll(20_000)],
      )
      // Some events come late or twice, some only after the next move.
      if (roll(3) > 0) await arrives(id)
      if (roll(4) === 0) await arrives(referrals[roll(referrals.length)] ?? '')
    }
    // All at once, and twice: several workers share the queue.
    await Promise.all(referrals.flatMap((id) => [arrives(id), arrives(id)]))

    const keptUp = await figures()
    expect(await rebuild.run()).toBe(referrals.length)
    expect(await figures()).toEqual(keptUp)
    expect(keptUp.facts).toHaveLength(referrals.length)
    for (const rows of [keptUp.weeks, keptUp.answers]) {
      expect(rows).not.toEqual([])
      expect(rows).not.toContainEqual(expect.objectContaining({ count: 0 }))
    }
  })

  it('are right again after a rebuild, whatever was wrong', async () => {
    await rebuild.run()
    const right = await figures()

    await world().owner.query('UPDATE report_week SET count = count + 7')
    await world().owner.query(`UPDATE report_referral SET status = 'failed', version = 1000`)
    await rebuild.run()

    expect(await figures()).toEqual(right)
  })

  it('do not count a draft, nor what was entered in error', async () => {
    const to = await world().aUnit()
    await arrives(await world().aReferral({ to, status: 'draft', sentAt: null }))
    await arrives(await world().aReferral({ to, status: 'entered_in_error' }))

    const { rows } = await world().owner.query('SELECT * FROM report_week WHERE unit_id = $1', [
      to.id,
    ])

    expect(rows).toEqual([])
  })

  it('go with a case that is erased', async () => {
    const { owner, aUnit, aReferral } = world()
    const to = await aUnit()
    const id = await aReferral({ to })
    await arrives(id)

    await owner.query('DELETE FROM cases WHERE id = (SELECT case_id FROM referral WHERE id = $1)', [
      id,
    ])

    const { rows } = await owner.query('SELECT * FROM report_week WHERE unit_id = $1', [to.id])
    expect(rows).toEqual([])
  })

  it('never go back to what an older reading saw', async () => {
    const { owner, aUnit, aReferral, transactions, database } = world()
    const to = await aUnit()
    const id = await aReferral({ to })
    await arrives(id)
    await owner.query(
      `UPDATE report_referral SET status = 'completed', version = 9 WHERE referral_id = $1`,
      [id],
    )

    await arrives(id)

    const [row] = await transactions.run(system('reports'), () =>
      database.query<{ state: string }>(
        statement('spec.week-of-unit', 'SELECT state FROM report_week WHERE unit_id = $1'),
        [to.id],
      ),
    )
    expect(row?.state).toBe('done')
  })

  it('are written by the service alone', async () => {
    const { aUnit, someone, transactions, database } = world()
    const supervisor = await someone(await aUnit(), ['supervisor', 'caseworker'])
    const changes = [
      'DELETE FROM report_week',
      'DELETE FROM report_answers',
      'DELETE FROM report_referral',
      `UPDATE report_referral SET status = 'completed'`,
    ]
    for (const [number, text] of changes.entries())
      expect(
        await transactions.run(supervisor, () =>
          database.change(statement(`spec.report-change-${number}`, text)),
        ),
      ).toBe(0)
    await expect(
      transactions.run(system('reports'), () =>
        database.change(statement('spec.report-forge', 'UPDATE report_week SET count = 99')),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
