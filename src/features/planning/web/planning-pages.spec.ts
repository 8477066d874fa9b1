import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser } from '../../../../test/support/browser.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { usePlanning, type PlannedCase, type PlanningWorld } from '../testing/use-planning.js'
import { dayFields } from './planning.forms.js'

jest.setTimeout(60_000)

describe('the pages of planning', () => {
  const planning = usePlanning()
  let given: PlanningWorld
  let planned: PlannedCase
  let lead: Browser
  let path: string

  beforeAll(async () => {
    given = planning()
    planned = await given.aPlannedCase()
    lead = await given.test.browserOf(planned.lead)
    path = `/cases/${planned.caseId}/plan`
  })

  const inDays = (days: number, name = 'due') =>
    dayFields(name, addDays(localTimeOf(given.test.clock.now()).date, days))
  const rows = async (table: string): Promise<number> =>
    (await given.owner.query(`SELECT FROM ${table} WHERE case_id = $1`, [planned.caseId]))
      .rowCount ?? 0
  const idsOn = (html: string, pattern: string): string => new RegExp(pattern).exec(html)?.[1] ?? ''

  /** Opens a form, sends it badly, then well, then the same again. */
  const story = async (
    form: string,
    bad: Record<string, string>,
    good: Record<string, string>,
    table: string,
  ) => {
    const before = await rows(table)
    const shown = await lead.get(form)
    expect({ form, status: shown.status }).toEqual({ form, status: 200 })
    const back = await lead.submit(shown, form, bad)
    expect({ form, status: back.status }).toEqual({ form, status: 422 })
    for (const [name, value] of Object.entries(bad))
      if (value !== '' && !/^(yes|no|us|person|now|earlier)$/.test(value))
        expect({ form, name, kept: back.html.includes(value) }).toEqual({ form, name, kept: true })
    expect(back.text).toContain('Có')
    expect(await rows(table)).toBe(before)
    const both = await Promise.all([lead.submit(back, form, good), lead.submit(back, form, good)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await rows(table)).toBe(before + 1)
  }

  it('lead from a need to a goal to an action, keeping what was typed when it did not fit', async () => {
    await story(
      `${path}/basis`,
      { part: '', wishes: 'Được đi học lại', ...inDays(30, 'review') },
      { part: 'yes', wishes: 'Được đi học lại', ...inDays(30, 'review') },
      'plan_version',
    )
    await story(
      `${path}/needs/new`,
      { domain: 'schooling', text: '', ownWords: 'Con muốn gặp bạn', priority: 'soon' },
      { domain: 'schooling', text: 'Trở lại lớp', ownWords: 'Con muốn gặp bạn', priority: 'soon' },
      'plan_version',
    )
    const need = idsOn((await lead.get(path)).html, `${path}/needs/([0-9a-f-]{36})"`)
    await story(
      `${path}/needs/${need}/goals/new`,
      {
        text: 'Học lại trong tháng',
        measure: 'Cô giáo báo',
        'due-day': '31',
        'due-month': '2',
        'due-year': '2027',
      },
      { text: 'Học lại trong tháng', measure: 'Cô giáo báo', ...inDays(30) },
      'plan_version',
    )
    const goal = idsOn((await lead.get(path)).html, `${path}/goals/([0-9a-f-]{36})"`)
    // A day that has passed is found out only while it is written: nothing of it stays.
    await story(
      `${path}/goals/${goal}/actions/new`,
      { text: 'Gặp cô chủ nhiệm', doer: 'family', ...inDays(-1) },
      { text: 'Gặp cô chủ nhiệm', doer: 'family', ...inDays(5) },
      'plan_version',
    )
    await story(
      `${path}/goals/${goal}/progress`,
      { state: '', note: 'Đã nói chuyện' },
      { state: 'partly', note: 'Đã nói chuyện' },
      'plan_version',
    )
    const plan = await lead.get(path)
    for (const said of [
      'Được đi học lại',
      'Trở lại lớp',
      'Con muốn gặp bạn',
      'Học lại trong tháng',
      'Gặp cô chủ nhiệm',
      'Đã nói chuyện',
    ])
      expect(plan.text).toContain(said)
    const action = idsOn(plan.html, `${path}/actions/([0-9a-f-]{36})"`)
    await story(
      `${path}/actions/${action}/end`,
      { state: 'dropped', reason: '', note: 'Gia đình chưa sẵn sàng' },
      { state: 'dropped', reason: 'person_declined', note: 'Gia đình chưa sẵn sàng' },
      'plan_version',
    )
    expect((await lead.get(`${path}/history`)).text).toContain('Bản 6')
    expect((await lead.get(`${path}/history?version=2`)).text).not.toContain('Học lại trong tháng')
    expect((await lead.get(`${path}/history?version=99`)).status).toBe(404)
  })

  it('ask again for who does it, where somebody of the unit or a service does', async () => {
    const goal = idsOn((await lead.get(path)).html, `${path}/goals/([0-9a-f-]{36})"`)
    const form = `${path}/goals/${goal}/actions/new`
    const shown = await lead.get(form)
    const typed = { text: 'Xin hỗ trợ pháp lý', doer: 'service', service: '' }
    expect((await lead.submit(shown, form, typed)).text).toContain('Hãy chọn dịch vụ.')
    const ours = { text: 'Gọi điện', doer: 'worker', worker: '' }
    expect((await lead.submit(shown, form, ours)).text).toContain('Hãy chọn ai trong đơn vị.')
    await lead.submit(shown, form, { ...typed, service: 'LEGAL' })
    const plan = await lead.get(path)
    expect(plan.html).toContain(`/cases/${planned.caseId}/referrals/new?service=LEGAL`)
    const referral = await lead.get(`/cases/${planned.caseId}/referrals/new?service=LEGAL`)
    expect(referral.formTo(`/cases/${planned.caseId}/referrals/new`)['service']).toBe('LEGAL')
  })

  it('tell a writer that somebody else changed the plan meanwhile', async () => {
    const form = `${path}/needs/new`
    const shown = await lead.get(form)
    const good = { domain: 'family', text: 'Gặp bà', priority: 'soon' }
    expect((await lead.submit(await lead.get(form), form, good)).status).toBe(200)
    expect((await lead.submit(shown, form, good)).status).toBe(412)
  })

  it('give a task, end it, and list it for whose it is', async () => {
    await story(
      `${path}/tasks/new`,
      { title: 'Hỏi lịch xét xử', worker: '', ...inDays(3) },
      { title: 'Hỏi lịch xét xử', worker: planned.lead.id, ...inDays(3) },
      'case_task',
    )
    const mine = await lead.get('/tasks')
    expect(mine.text).toContain('Hỏi lịch xét xử')
    const task = idsOn(mine.html, `${path}/tasks/([0-9a-f-]{36})"[^<]*>[^<]*Hỏi lịch`)
    const cancel = `${path}/tasks/${task}/cancel`
    const back = await lead.submit(await lead.get(cancel), cancel, { reason: '', note: 'Chờ toà' })
    expect(back.status).toBe(422)
    expect(back.html).toContain('Chờ toà')
    const long = await lead.submit(
      await lead.get(`${path}/tasks/${task}`),
      `${path}/tasks/${task}/finish`,
      { note: 'x'.repeat(1001) },
    )
    expect(long.status).toBe(422)
    expect((await lead.submit(long, `${path}/tasks/${task}/finish`, { note: 'Xong' })).path).toBe(
      path,
    )
    expect((await lead.get('/tasks')).text).not.toContain('Hỏi lịch xét xử')
    expect((await lead.get(cancel)).path).toBe(`${path}/tasks/${task}`)
  })

  it('raise a flag and take it down', async () => {
    await story(
      `${path}/flags/new`,
      { message: 'Toà xử', 'due-day': '', 'due-month': '', 'due-year': '' },
      { message: 'Toà xử', ...inDays(4) },
      'case_flag',
    )
    const flag = idsOn((await lead.get(path)).html, `${path}/flags/([0-9a-f-]{36})"`)
    const page = `${path}/flags/${flag}`
    const back = await lead.submit(await lead.get(page), page, { reason: '' })
    expect(back.status).toBe(422)
    expect((await lead.submit(back, page, { reason: 'Đã dự phiên toà' })).path).toBe(path)
    expect((await lead.get(page)).text).toContain('Đã dự phiên toà')
  })

  it('show before a contact whether it is safe, and ask again about what was not', async () => {
    const form = `${path}/contacts/new`
    const shown = await lead.get(form)
    expect(shown.text).toContain('Trước khi liên lạc')
    const call = {
      by: 'us',
      with: 'person',
      reached: 'no',
      channel: 'call',
      safe: 'yes',
      when: 'now',
    }
    const back = await lead.submit(shown, form, { ...call, note: 'Chuông reo' })
    expect(back.status).toBe(422)
    expect(back.html).toContain('Chuông reo')
    expect(back.formTo(form)).not.toHaveProperty('knows')
    const known = await lead.submit(back, form, { ...call, knows: 'yes' })
    expect(known.text).toContain('Không theo cách an toàn')
    await story(
      form,
      { by: 'us', channel: 'message', safe: 'yes', when: 'earlier', time: '25:00', note: 'Nhắn' },
      {
        by: 'us',
        with: 'person',
        reached: 'yes',
        channel: 'message',
        safe: 'yes',
        when: 'earlier',
        time: '00:01',
        note: 'Nhắn',
        knows: 'yes',
        ...inDays(-1, 'day'),
      },
      'contact_entry',
    )
    const all = await lead.get(`${path}/contacts`)
    const entry = idsOn(all.html, `${path}/contacts/([0-9a-f-]{36})/strike"`)
    const strike = `${path}/contacts/${entry}/strike`
    expect((await lead.submit(await lead.get(strike), strike)).text).toContain('Đã gạch bỏ')
  })

  it('carry an approval to the supervisor and her answer back', async () => {
    const ask = `${path}/approvals/plan`
    const long = await lead.submit(await lead.get(ask), ask, { note: 'x'.repeat(1001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('Phần này dài quá 1.000 ký tự')
    expect((await lead.submit(long, ask, { note: 'Mong chị xem' })).path).toBe(path)
    expect(
      (await lead.submit(long, ask, { note: 'Lần nữa', _idempotency: randomUUID() })).path,
    ).toMatch(/^\/approvals\/cases\//)
    // While one waits, the way to ask leads to it.
    const pending = await lead.get(ask)
    expect(pending.path).toMatch(/^\/approvals\/cases\//)
    expect(pending.text).toContain('Mong chị xem')
    const supervisor = await given.test.browserOf(planned.supervisor)
    const list = await supervisor.get('/approvals/cases')
    const page = `/approvals/cases/${idsOn(list.html, '/approvals/cases/([0-9a-f-]{36})"')}`
    const back = await supervisor.submit(await supervisor.get(page), page, {
      answer: 'returned',
      reason: '',
    })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Hãy viết điều cần bổ sung.')
    const own = await lead.get(page)
    expect(() => own.formTo(page)).toThrow()
    expect(
      (await supervisor.submit(back, page, { answer: 'returned', reason: 'Thiếu nơi ở' })).path,
    ).toBe('/approvals/cases')
    expect((await lead.get(page)).text).toContain('Thiếu nơi ở')
    await lead.submit(await lead.get(ask), ask, { note: '' })
    const second = idsOn((await lead.get(path)).html, '/approvals/cases/([0-9a-f-]{36})"')
    const withdraw = `/approvals/cases/${second}/withdraw`
    const taken = await lead.submit(await lead.get(`/approvals/cases/${second}`), withdraw)
    expect(taken.path).toBe(path)
    expect((await lead.get(`${path}/approvals/closing`)).status).toBe(404)
  })

  it('let supervisors, and nobody else, say when an approval is needed', async () => {
    const supervisor = await given.test.browserOf(planned.supervisor)
    const form = '/approvals/rules'
    const shown = await supervisor.get(form)
    expect((await supervisor.submit(shown, form, { plan: 'sometimes' })).status).toBe(422)
    expect((await supervisor.submit(shown, form, { plan: 'always' })).path).toBe('/approvals/cases')
    expect((await supervisor.get(form)).formTo(form)['plan']).toBe('always')
    expect((await lead.get(form)).status).toBe(404)
    expect((await lead.get('/approvals/cases')).status).toBe(404)
  })

  it('are not there for a colleague, another unit, a blocked worker, or below another case', async () => {
    const other = await given.aPlannedCase()
    const plan = (await lead.get(path)).html
    const need = idsOn(plan, `${path}/needs/([0-9a-f-]{36})"`)
    const task = idsOn(plan, `${path}/tasks/([0-9a-f-]{36})"`)
    const below = [
      '',
      '/basis',
      '/history',
      '/needs/new',
      `/needs/${need}`,
      `/tasks/${task}`,
      '/tasks/new',
      '/flags/new',
      '/contacts',
      '/contacts/new',
      '/approvals/plan',
      `/needs/${randomUUID()}`,
    ]
    for (const worker of [planned.colleague, planned.stranger]) {
      const browser = await given.test.browserOf(worker)
      for (const end of below)
        expect({ end, status: (await browser.get(path + end)).status }).toEqual({
          end,
          status: 404,
        })
    }
    const elsewhere = await given.test.browserOf(other.lead)
    for (const end of [`/needs/${need}`, `/tasks/${task}`])
      expect((await elsewhere.get(`/cases/${other.caseId}/plan${end}`)).status).toBe(404)
    const supervisor = await given.test.browserOf(planned.supervisor)
    expect((await supervisor.get(path)).status).toBe(200)
    for (const end of ['/basis', '/needs/new', '/contacts/new', '/approvals/plan'])
      expect((await supervisor.get(path + end)).status).toBe(404)
    await given.block(planned.lead, planned.caseId)
    expect((await lead.get(path)).status).toBe(404)
    expect((await lead.get('/tasks')).text).not.toContain(planned.caseId)
  })
})
