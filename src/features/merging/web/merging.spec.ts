import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { TestWorker } from '../../../../test/support/world.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { usePlanning } from '../../planning/testing/use-planning.js'
import type { Cast } from '../../referrals/testing/use-referrals.js'
import { MergeHindered, OtherCaseUnknown } from '../domain/merge.js'
import { MergeCases } from '../use-cases/merge-cases.js'
import { WhereItLivesOn } from '../use-cases/where-it-lives-on.js'

describe('merging a duplicate', () => {
  const given = usePlanning()
  let cast: Cast
  let colleaguesCase: string

  beforeAll(async () => {
    cast = await given().parties()
    colleaguesCase = await given().build.aCase(cast.sendersColleague)
  })

  const merging = () => given().test.app.get(MergeCases, { strict: false })
  const browserOf = (worker: TestWorker) => given().test.browserOf(worker)
  const caseOf = async (id: string) => {
    const { rows } = await given().owner.query<{
      number: string
      status: string
      lead: string
      closed: boolean
    }>(
      `SELECT number, status, lead_worker_id AS lead, closed_at IS NOT NULL AS closed
         FROM cases WHERE id = $1`,
      [id],
    )
    const [row] = rows
    if (row === undefined) throw new Error('there is such a case')
    return row
  }
  const mergesOf = async (caseId: string) =>
    (await merging().read(cast.sender.actor, caseId)).merges

  it('looks at both side by side, joins them, and parts them again as they were', async () => {
    const main = await given().build.aCase(cast.sender)
    const twin = await given().build.aCase(cast.sender)
    const { number } = await caseOf(twin)
    const path = `/cases/${main}/merge`
    const browser = await browserOf(cast.sender)
    const form = await browser.get(path)
    const bad = await browser.submit(form, path, { other: 'BA-2026-999999' })
    expect([bad.status, bad.formTo(path)['other']]).toEqual([422, 'BA-2026-999999'])
    const both = await browser.submit(bad, path, { other: number.toLowerCase() })
    expect([both.status, both.text.includes(number)]).toEqual([200, true])
    const unchosen = await browser.submit(both, path)
    expect([unchosen.status, unchosen.text.includes('Chọn hồ sơ chính')]).toEqual([422, true])
    const merged = await browser.submit(unchosen, path, { main })
    expect([merged.status, merged.path]).toEqual([200, `/cases/${main}`])
    expect(merged.html).toContain(`/cases/${twin}`)
    expect(await caseOf(twin)).toMatchObject({ status: 'duplicate', closed: true })
    const other = await browser.get(`/cases/${twin}`)
    expect(other.text).toContain('làm tiếp ở hồ sơ chính')
    expect((await browser.get(`/cases/${twin}/sections`)).status).toBe(200)

    const [merge] = await mergesOf(main)
    const again = await browser.get(path)
    const undone = await browser.submit(again, `${path}/${merge?.id ?? ''}/undo`)
    expect(undone.path).toBe(`/cases/${main}`)
    expect(await caseOf(twin)).toMatchObject({
      status: 'open',
      closed: false,
      lead: cast.sender.id,
    })
    await expect(
      merging().undo(cast.sender.actor, main, merge?.id ?? '', merge?.version ?? 0),
    ).rejects.toThrow(Stale)
  })

  it('leaves what others do in the duplicate running, in reach and in sight', async () => {
    const main = await given().build.aCase(cast.sender)
    const sent = await given().build.aSentReferral(cast)
    const { number } = await caseOf(sent.caseId)
    await merging().run(cast.sender.actor, main, number, main)
    const browser = await browserOf(cast.sender)
    expect((await browser.get(`/cases/${main}`)).html).toContain(`/referrals/${sent.id}`)
    expect((await browser.get(`/referrals/${sent.id}`)).status).toBe(200)
    // Its content is written no more, and nothing new begins in it.
    expect((await browser.get(`/cases/${sent.caseId}/sections/health`)).html).not.toContain(
      '<textarea',
    )
    expect((await browser.get(`/cases/${main}/closing`)).text).toContain('Còn chuyển gửi')
    const asked = await browser.get(`/referrals/${sent.id}/cancel`)
    const cancelled = await browser.submit(asked, `/referrals/${sent.id}/cancel`, {
      reason: 'no_longer_needed',
    })
    expect(cancelled.path).toBe(`/referrals/${sent.id}`)
    const { rows } = await given().owner.query('SELECT status FROM referral WHERE id = $1', [
      sent.id,
    ])
    expect(rows).toEqual([{ status: 'cancelled' }])
  })

  it('of two leads is for a supervisor; who leads the main case leads both, until it is undone', async () => {
    const main = await given().build.aCase(cast.sender)
    const { number } = await caseOf(colleaguesCase)
    await expect(merging().run(cast.sender.actor, main, number, main)).rejects.toThrow(
      OtherCaseUnknown,
    )
    const supervisor = cast.sendersSupervisor.actor
    const id = await merging().run(supervisor, main, number, main)
    expect(await caseOf(colleaguesCase)).toMatchObject({
      status: 'duplicate',
      lead: cast.sender.id,
    })
    await given().deliverAll()
    for (const who of [cast.sender, cast.sendersColleague])
      expect(await given().toldOf(who)).toContain('case.merged')
    const gone = await (await browserOf(cast.sendersColleague)).get(`/cases/${colleaguesCase}`)
    expect(gone.status).toBe(404)
    await merging().undo(supervisor, main, id, 1)
    expect(await caseOf(colleaguesCase)).toMatchObject({
      status: 'open',
      lead: cast.sendersColleague.id,
    })
    const back = await (await browserOf(cast.sendersColleague)).get(`/cases/${colleaguesCase}`)
    expect(back.status).toBe(200)
  })

  it('that is undone goes back to nobody who may not see it any more', async () => {
    const main = await given().build.aCase(cast.sender)
    const { number } = await caseOf(colleaguesCase)
    const supervisor = cast.sendersSupervisor.actor
    const id = await merging().run(supervisor, main, number, main)
    await given().block(cast.sendersColleague, colleaguesCase)
    await merging().undo(supervisor, main, id, 1)
    expect(await caseOf(colleaguesCase)).toMatchObject({ status: 'open', lead: cast.sender.id })
  })

  it('is not there for others, nor across units, nor over a conflict of interest', async () => {
    const main = await given().build.aCase(cast.sender)
    const twin = await given().build.aCase(cast.sender)
    const { number } = await caseOf(twin)
    for (const { actor } of [cast.sendersColleague, cast.receiver, cast.supervisor]) {
      await expect(merging().run(actor, main, number, main)).rejects.toThrow(NotFound)
      await expect(merging().read(actor, main)).rejects.toThrow(NotFound)
    }
    const elsewhere = await given().build.aCase(cast.receiver)
    const foreign = await caseOf(elsewhere)
    await expect(merging().run(cast.sender.actor, main, foreign.number, main)).rejects.toThrow(
      OtherCaseUnknown,
    )
    const own = await caseOf(main)
    await expect(merging().run(cast.sender.actor, main, own.number, main)).rejects.toThrow(
      OtherCaseUnknown,
    )
    await given().block(cast.sendersSupervisor, twin)
    await expect(merging().run(cast.sendersSupervisor.actor, main, number, main)).rejects.toThrow(
      OtherCaseUnknown,
    )
    const id = await merging().run(cast.sender.actor, main, number, main)
    const third = await given().build.aCase(cast.sender)
    await expect(merging().undo(cast.sender.actor, third, id, 1)).rejects.toThrow(NotFound)
    expect((await (await browserOf(cast.receiver)).get(`/cases/${main}/merge`)).status).toBe(404)
    const nowhere = await (await browserOf(cast.sender)).get(`/cases/${randomUUID()}/merge`)
    expect(nowhere.status).toBe(404)
  })

  it('refuses whatever is begun in the one merged away, and says where the case lives on', async () => {
    const main = await given().build.aCase(cast.sender)
    const draft = await given().build.aDraft(cast)
    const away = draft.caseId
    const api = await given().test.apiOf(cast.sender)
    const { number } = await caseOf(away)
    const id = await merging().run(cast.sender.actor, main, number, main)

    const browser = await browserOf(cast.sender)
    for (const below of [
      'risk',
      'consents/new',
      'referrals/new',
      'plan/needs/new',
      'plan/tasks/new',
      'plan/flags/new',
      'plan/contacts/new',
      'notes/new?section=services',
      'papers/new',
      'takedown/new',
      'reports/new',
    ]) {
      const shown = await browser.get(`/cases/${away}/${below}`)
      expect([below, shown.status]).toEqual([below, 409])
      expect(shown.html).toContain(`href="/cases/${main}"`)
      expect(shown.text).toContain(`làm tiếp ở hồ sơ ${(await caseOf(main)).number}`)
    }
    const change = await api.patch(`/cases/${away}`, { riskLevel: 'low' }, { ifMatch: 1 })
    expect(change).toMatchObject({
      status: 409,
      body: { type: 'urn:ben-an:problem:merging.lives-on' },
    })
    const send = await api.post(`/referrals/${draft.id}/send`, {}, { ifMatch: draft.version })
    expect(send.status).toBe(409)
    const record = await api.post(`/cases/${away}/flags`, {
      message: 'Gọi lại',
      dueOn: '2099-01-01',
    })
    expect(record.status).toBe(409)
    // Whoever knows of neither is told of neither.
    expect((await (await browserOf(cast.sendersColleague)).get(`/cases/${away}/risk`)).status).toBe(
      404,
    )
    const livesOn = given().test.app.get(WhereItLivesOn, { strict: false })
    const asked = (roles: typeof cast.sender.actor.roles) =>
      livesOn.run({ ...cast.sender.actor, roles }, 'case.change', away)
    expect(await asked(['caseworker'])).toMatchObject({ onward: `/cases/${main}` })
    expect(await asked([])).toBeNull()
    // And the walls behind it: nothing smuggled in either.
    const { rowCount } = await given().owner.query(
      'SELECT FROM case_access WHERE case_id = $1 AND may_write',
      [away],
    )
    expect(rowCount).toBe(0)
    const smuggled = (text: string, values: unknown[]) =>
      given()
        .find(Transactions)
        .run(cast.sender.actor, () =>
          given()
            .find(Database)
            .change(statement(`spec.merged-${text.length}`, text), values),
        )
    expect(await smuggled(`UPDATE cases SET risk_level = 'low' WHERE id = $1`, [away])).toBe(0)
    expect(
      await smuggled(`UPDATE referral SET status = 'requested' WHERE id = $1`, [draft.id]),
    ).toBe(0)
    await expect(
      smuggled(
        `INSERT INTO case_flag (id, case_id, due_on, sealed, raised_by, raised_at)
         VALUES (gen_random_uuid(), $1, '2099-01-01', '', $2, now())`,
        [away, cast.sender.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })

    // What was agreed there is taken back there.
    const path = `/cases/${away}/consents/${draft.consentId}/withdraw`
    const done = await browser.submit(await browser.get(path), path)
    expect([done.status, done.path]).toEqual([200, `/cases/${away}/consents`])

    await merging().undo(cast.sender.actor, main, id, 1)
    expect((await browser.get(`/cases/${away}/risk`)).status).toBe(200)
  })

  it('makes no chains, and happens once', async () => {
    const [one, two, three] = [
      await given().build.aCase(cast.sender),
      await given().build.aCase(cast.sender),
      await given().build.aCase(cast.sender),
    ]
    const run = async (from: string, other: string, main: string) =>
      merging().run(cast.sender.actor, from, (await caseOf(other)).number, main)
    const results = await Promise.allSettled([run(one, two, one), run(two, one, two)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const main = (await caseOf(one)).status === 'open' ? one : two
    await expect(run(three, main, three)).rejects.toThrow(MergeHindered)
    await run(three, main, main)
    expect((await mergesOf(main)).filter(({ undoneAt }) => undoneAt === null)).toHaveLength(2)
  })

  it('goes through the API', async () => {
    const main = await given().build.aCase(cast.sender)
    const twin = await given().build.aCase(cast.sender)
    const api = await given().test.apiOf(cast.sender)
    const body = { other: (await caseOf(twin)).number, main: 'this' }
    expect((await api.post(`/cases/${main}/merges`, { ...body, main: 'x' })).status).toBe(422)
    const merged = await api.post(`/cases/${main}/merges`, body)
    expect(merged.body).toMatchObject({ items: [{ mainId: main, duplicateId: twin, version: 1 }] })
    const { items } = merged.body as { items: { id: string }[] }
    const undo = `/cases/${main}/merges/${items[0]?.id ?? ''}/undo`
    expect((await api.post(undo)).status).toBe(428)
    expect((await api.post(undo, {}, { ifMatch: 1 })).status).toBe(200)
    expect((await api.post(undo, {}, { ifMatch: 1 })).status).toBe(412)
    const stranger = await given().test.apiOf(cast.receiver)
    expect((await stranger.get(`/cases/${main}/merges`)).status).toBe(404)
  })
})
