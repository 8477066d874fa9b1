import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Shown } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { usePlanning, type PlannedCase } from '../../planning/testing/use-planning.js'
import { AnswerApproval, ContactLog } from '../../planning/index.js'
import {
  AttemptsMissing,
  CaseHeldOpen,
  ClosingNotApproved,
  EndsUnanswered,
} from '../domain/closing.errors.js'
import { CloseCase } from '../use-cases/close-case.js'
import { PrepareClosing } from '../use-cases/prepare-closing.js'
import { ReadClosing } from '../use-cases/read-closing.js'
import { ReopenCase } from '../use-cases/reopen-case.js'

describe('closing a case', () => {
  const given = usePlanning()

  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    given().test.app.get(type, { strict: false })
  const browserOf = (worker: TestWorker) => given().test.browserOf(worker)
  const statusOf = async (caseId: string) => {
    const { rows } = await given().owner.query<{ status: string; step: string; closed: boolean }>(
      'SELECT status, step, closed_at IS NOT NULL AS closed FROM cases WHERE id = $1',
      [caseId],
    )
    return rows[0]
  }

  const words = {
    reason: 'goals_met',
    goals: 'met',
    feedback: 'Em thấy yên tâm hơn.',
    note: null,
  } as const

  /** Says of every open end that it is over. */
  const ended = async ({ caseId, lead }: PlannedCase) => {
    const { open } = await find(ReadClosing).run(lead.actor, caseId)
    return open.ends.map(({ id }) => ({ id, how: 'ended' as const, text: null }))
  }
  const prepared = async (planned: PlannedCase, version = 0): Promise<void> => {
    const ends = await ended(planned)
    await find(PrepareClosing).run(planned.lead.actor, planned.caseId, version, { ...words, ends })
  }
  const agreed = async ({ lead, supervisor, caseId }: PlannedCase, version = 1): Promise<void> => {
    const id = await find(PrepareClosing).ask(lead.actor, caseId, version)
    await find(AnswerApproval).run(supervisor.actor, id, 1, { to: 'approved', reason: null })
  }
  const closed = async (planned: PlannedCase): Promise<void> => {
    await prepared(planned)
    await agreed(planned)
    await find(CloseCase).run(planned.lead.actor, planned.caseId, 1)
  }

  it('goes from a form over a supervisor to the end, and nobody writes in it any more', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead, supervisor } = planned
    const path = `/cases/${caseId}/closing`
    const browser = await browserOf(lead)
    expect((await browser.get(`/cases/${caseId}`)).html).toContain(path)
    const form = await browser.get(path)
    const bad = await browser.submit(form, path, { goals: 'partly', feedback: 'Bằng lời của em.' })
    expect([bad.status, bad.formTo(path)['feedback']]).toEqual([422, 'Bằng lời của em.'])

    const answers = Object.keys(bad.formTo(path))
      .filter((name) => name.startsWith('text-'))
      .flatMap((name): (readonly [string, string])[] => [
        [name.replace('text-', 'end-'), 'handed_on'],
        [name, ''],
      ])
    expect(answers.length).toBeGreaterThan(0)
    const silent = await browser.submit(bad, path, {
      reason: 'goals_met',
      ...Object.fromEntries(answers),
    })
    expect([silent.status, silent.text.includes('ghi giao cho ai')]).toEqual([422, true])
    const filled = Object.fromEntries(
      answers.map(([name, value]) => [name, name.startsWith('text-') ? 'Chị Hà' : value]),
    )
    const ready = await browser.submit(silent, path, { reason: 'goals_met', ...filled })
    expect([ready.status, ready.path]).toEqual([200, path])
    expect(ready.text).toContain('Cần giám sát viên đồng ý')
    expect(ready.html).not.toContain(`action="${path}/close"`)

    const asked = await browser.submit(ready, `${path}/ask`)
    expect(asked.text).toContain('Đang chờ giám sát viên')
    const seen = await (await browserOf(supervisor)).get(path)
    expect(seen.text).toContain('Bằng lời của em.')
    const { rows } = await given().owner.query<{ id: string }>(
      `SELECT id FROM case_approval WHERE case_id = $1 AND kind = 'closing'`,
      [caseId],
    )
    await find(AnswerApproval).run(supervisor.actor, rows[0]?.id ?? '', 1, {
      to: 'approved',
      reason: null,
    })
    const open = await browser.get(path)
    const [done, again]: Shown[] = [
      await browser.submit(open, `${path}/close`),
      await browser.submit(open, `${path}/close`),
    ]
    expect([done?.path, again?.path]).toEqual([path, path])
    expect(await statusOf(caseId)).toEqual({ status: 'closed', step: 'closed', closed: true })

    const page = await browser.get(`/cases/${caseId}`)
    expect(page.text).toContain('Hồ sơ được đóng')
    expect(page.html).not.toContain(`/cases/${caseId}/referrals/new`)
    for (const below of ['risk', 'referrals/new'])
      expect([below, (await browser.get(`/cases/${caseId}/${below}`)).status]).toEqual([below, 404])
    const api = await given().test.apiOf(lead)
    const change = await api.patch(`/cases/${caseId}`, { riskLevel: 'low' }, { ifMatch: 2 })
    expect(change.status).toBe(404)
    const { rowCount } = await given().owner.query(
      'SELECT FROM case_access WHERE case_id = $1 AND may_write',
      [caseId],
    )
    expect(rowCount).toBe(0)
    const stored = await given().owner.query<{ row: string }>(
      `SELECT encode(sealed, 'escape') AS row FROM case_closure WHERE case_id = $1`,
      [caseId],
    )
    expect(stored.rows[0]?.row).not.toContain('Bằng lời')
  })

  it('needs a supervisor who agreed to exactly this, even where the service would not ask', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead } = planned
    await prepared(planned)
    const close = (version: number) => find(CloseCase).run(lead.actor, caseId, version)
    await expect(close(1)).rejects.toThrow(ClosingNotApproved)
    await agreed(planned)
    await prepared(planned, 1)
    await expect(close(2)).rejects.toThrow(ClosingNotApproved)
    await expect(close(1)).rejects.toThrow(Stale)
    expect((await statusOf(caseId))?.status).toBe('open')
  })

  it('waits for what others still do for the person', async () => {
    const cast = await given().parties()
    const { caseId } = await given().build.aSentReferral(cast)
    const close = find(PrepareClosing).run(cast.sender.actor, caseId, 0, { ...words, ends: [] })
    await expect(close).rejects.toThrow(CaseHeldOpen)
    const page = await (await browserOf(cast.sender)).get(`/cases/${caseId}/closing`)
    expect(page.text).toContain('Còn chuyển gửi đang được xử lý')
    expect(page.html).toContain('/referrals/')
  })

  it('calls contact lost only after the attempts that this takes, and says what is missing', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead } = planned
    const path = `/cases/${caseId}/closing`
    const tried = (changes: Partial<Parameters<ContactLog['log']>[2]> = {}) =>
      find(ContactLog).log(lead.actor, caseId, {
        at: new Date(Date.now() - 60_000),
        channel: 'call',
        withRole: 'person',
        fromPerson: false,
        reached: false,
        wasSafe: 'unknown',
        note: null,
        knowsRules: true,
        ...changes,
      })
    // What went against what she called safe is no attempt; nor is one before she was reached.
    const lost = async () =>
      find(PrepareClosing).run(lead.actor, caseId, 0, {
        ...words,
        reason: 'contact_lost',
        ends: await ended(planned),
      })
    await given().owner.query('DELETE FROM contact_entry WHERE case_id = $1', [caseId])
    const browser = await browserOf(lead)
    const form = await browser.get(path)
    const answers = Object.keys(form.formTo(path))
      .filter((name) => name.startsWith('text-'))
      .map((name): readonly [string, string] => [name.replace('text-', 'end-'), 'ended'])
    const typed = { reason: 'contact_lost', goals: 'partly', feedback: 'Không hỏi được.' }
    const early = await browser.submit(form, path, { ...typed, ...Object.fromEntries(answers) })
    expect([early.status, early.formTo(path)['feedback']]).toEqual([422, 'Không hỏi được.'])
    expect(early.text).toContain('cần ít nhất 3 lần')
    expect(early.html).toContain(`href="/cases/${caseId}/plan/contacts"`)

    for (const channel of ['call', 'message'] as const) await tried({ channel })
    await tried({ reached: true, at: new Date(Date.now() - 120_000) })
    const last = await tried({ channel: 'in-person' })
    await given().owner.query('UPDATE contact_entry SET against_rules = (id = $1)', [last])
    await expect(lost()).rejects.toThrow(AttemptsMissing)
    await given().owner.query('UPDATE contact_entry SET against_rules = false')
    await lost()
    await agreed(planned)
    // One was written by mistake.
    await find(ContactLog).strike(lead.actor, caseId, last)
    await expect(find(CloseCase).run(lead.actor, caseId, 1)).rejects.toThrow(AttemptsMissing)
    await tried()
    await given().owner.query('UPDATE contact_entry SET against_rules = false')
    await find(CloseCase).run(lead.actor, caseId, 1)
    expect((await statusOf(caseId))?.status).toBe('closed')
  })

  it('waits for an answer to what has opened since it was prepared', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead } = planned
    await prepared(planned)
    await agreed(planned)
    await given().owner.query('UPDATE cases SET immediate_danger = true WHERE id = $1', [caseId])
    await expect(find(CloseCase).run(lead.actor, caseId, 1)).rejects.toThrow(EndsUnanswered)
  })

  it('is for who leads the case alone, and not there for others', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, colleague, supervisor, stranger, lead } = planned
    await prepared(planned)
    for (const { actor } of [colleague, supervisor, stranger]) {
      await expect(
        find(PrepareClosing).run(actor, caseId, 1, { ...words, ends: [] }),
      ).rejects.toThrow(NotFound)
      await expect(find(CloseCase).run(actor, caseId, 1)).rejects.toThrow(NotFound)
    }
    for (const who of [colleague, stranger])
      expect((await (await browserOf(who)).get(`/cases/${caseId}/closing`)).status).toBe(404)
    await given().block(lead, caseId)
    await expect(find(CloseCase).run(lead.actor, caseId, 1)).rejects.toThrow(NotFound)
    const nowhere = await (await browserOf(lead)).get(`/cases/${randomUUID()}/closing`)
    expect(nowhere.status).toBe(404)
  })

  it('cannot be done past its door', async () => {
    const { caseId, lead } = await given().aPlannedCase()
    const { rows } = await given().owner.query<{ may: boolean }>(
      `SELECT has_column_privilege('ben_an_app', 'cases', 'status', 'UPDATE') AS may`,
    )
    expect(rows).toEqual([{ may: false }])
    expect((await statusOf(caseId))?.status).toBe('open')
    expect(lead.id).toBeTruthy()
  })

  it('is undone with a reason by its lead or a supervisor, who is told and who works on', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead, supervisor, colleague } = planned
    await closed(planned)
    await given().deliverAll()
    expect(await given().toldOf(supervisor)).toContain('case.closed')
    const path = `/cases/${caseId}/closing`
    expect((await (await browserOf(colleague)).get(path)).status).toBe(404)
    const browser = await browserOf(supervisor)
    const form = await browser.get(path)
    const bad = await browser.submit(form, `${path}/reopen`, { note: 'Gọi lại sáng nay.' })
    expect([bad.status, bad.formTo(`${path}/reopen`)['note']]).toEqual([422, 'Gọi lại sáng nay.'])
    const stale = await find(ReopenCase)
      .run(lead.actor, caseId, 1, { reason: 'person_came_back', note: null })
      .catch((error: unknown) => error)
    expect(stale).toBeInstanceOf(Stale)
    const done = await browser.submit(bad, `${path}/reopen`, { reason: 'person_came_back' })
    expect([done.status, done.path]).toEqual([200, `/cases/${caseId}`])
    expect(await statusOf(caseId)).toEqual({ status: 'open', step: 'reopened', closed: false })
    await given().deliverAll()
    expect(await given().toldOf(lead)).toContain('case.reopened')
    const past = await (await browserOf(lead)).get(path)
    expect(past.text).toContain('Gọi lại sáng nay.')
    expect((await (await browserOf(lead)).get(`/cases/${caseId}/risk`)).status).toBe(200)
    // And it can be closed again.
    await closed(planned)
    expect((await statusOf(caseId))?.status).toBe('closed')
  })

  it('goes through the API as through the pages', async () => {
    const planned = await given().aPlannedCase()
    const { caseId, lead, stranger } = planned
    const api = await given().test.apiOf(lead)
    const ends = await ended(planned)
    const path = `/cases/${caseId}/closing`
    const body = {
      reason: 'person_asked',
      goals: 'partly',
      ends: ends.map(({ id, how }) => ({ id, how })),
    }
    expect((await api.post(path, { ...body, reason: 'duplicate' }, { ifMatch: 0 })).status).toBe(
      422,
    )
    expect((await api.post(path, body)).status).toBe(428)
    const first = await api.post(path, body, { ifMatch: 0 })
    expect([first.status, first.headers['etag']]).toEqual([200, '"1"'])
    expect((await api.post(path, body, { ifMatch: 0 })).status).toBe(412)
    expect((await api.post(`${path}/close`, {}, { ifMatch: 1 })).status).toBe(409)
    await agreed(planned)
    const done = await api.post(`${path}/close`, {}, { ifMatch: 1 })
    expect(done.body).toMatchObject({ status: 'closed', past: [{ reason: 'person_asked' }] })
    const { etag } = done.headers
    const again = await api.post(
      `${path}/reopen`,
      { reason: 'risk_again' },
      { ifMatch: String(etag).replaceAll('"', '') },
    )
    expect(again.body).toMatchObject({ status: 'open' })
    expect((await (await given().test.apiOf(stranger)).get(path)).status).toBe(404)
  })
})
