import { beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'

const girl = 'Trần Thị Mai'

const answers = {
  danger: {
    immediateDanger: 'no',
    caller: 'other',
    callerRelationship: 'cô giáo',
    callerCallBack: 'yes',
    callerPhone: '0905 000 222',
  },
  person: { name: girl, ageKind: 'stated', age: '16', sex: 'female', province: '48' },
  contact: { channels: 'message', phone: '0905 000 111', codeWord: 'tiệm may' },
  incident: { family: 'csea', 'type-csea': 'csea.sextortion_sexual', ongoing: 'yes' },
  family: { caregiver: 'known', caregiverName: 'Trần Thị Hoa', suspected: 'no' },
  risk: { risk: 'medium' },
} as const

describe('an intake in steps', () => {
  const test = useApp()
  let lan: TestWorker
  let browser: Browser
  let path: string

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('child-protection'))
    browser = await test().browserOf(lan)
    path = `/cases/new/${randomUUID()}`
  })

  const answer = async (
    step: keyof typeof answers,
    changes: Record<string, string> = {},
  ): Promise<Shown> => {
    const form = await browser.get(`${path}/${step}`)
    return browser.submit(form, `${path}/${step}`, { ...answers[step], ...changes })
  }
  const answerAll = async (): Promise<Shown> => {
    for (const step of ['danger', 'person', 'contact', 'incident', 'family'] as const)
      await answer(step)
    return answer('risk')
  }
  const cases = async () =>
    (
      await test().owner.query<{ id: string }>('SELECT id FROM cases WHERE lead_worker_id = $1', [
        lan.id,
      ])
    ).rows

  it('begins with danger, goes on step by step, and opens the case after a last look', async () => {
    const start = await browser.get('/cases/new')
    expect(start.html).toMatch(/href="\/cases\/new\/[0-9a-f-]{36}\/danger"/)
    expect((await answer('danger')).path).toBe(`${path}/person`)
    const check = await answerAll()
    expect(check.path).toBe(`${path}/check`)
    for (const said of [girl, '16', 'cô giáo', '0905 000 222', 'tiệm may', 'Trần Thị Hoa'])
      expect(check.text).toContain(said)
    expect(await cases()).toHaveLength(0)

    const opened = await browser.submit(check, path)
    const [{ id } = { id: '' }] = await cases()
    expect(opened.path).toBe(`/cases/${id}`)
    const contact = await browser.get(`/cases/${id}/sections`)
    expect(contact.text).toContain('Người báo tin cô giáo, 0905 000 222')
  })

  it('is opened once, however often it is sent, and then is an intake no more', async () => {
    const check = await answerAll()
    const [one, other] = [await browser.submit(check, path), await browser.submit(check, path)]

    expect(one.path).toBe(other.path)
    expect(await cases()).toHaveLength(1)
    expect((await browser.get('/drafts')).html).not.toContain(path)
    const late = await browser.get(`${path}/danger`)
    const again = await browser.submit(late, `${path}/danger`, answers.danger)
    expect(again.text).toContain('đã thành hồ sơ rồi')
    expect(await cases()).toHaveLength(1)
  })

  it('waits where it was left, also for another day', async () => {
    await answer('danger')
    await answer('person')
    const waiting = await browser.get('/drafts')
    const href = new RegExp(`href="(${path}[^"]*)"`).exec(waiting.html)?.[1] ?? ''

    const later = await test().browserOf(lan)
    expect((await later.get(href)).path).toBe(`${path}/contact`)
    expect((await later.get(`${path}/person`)).formTo(`${path}/person`)).toMatchObject({
      name: girl,
      sex: 'female',
    })
  })

  it('keeps what was typed when something does not fit, and says so in its step', async () => {
    await answer('danger')
    const back = await answer('person', { sex: '', age: '' })

    expect(back.status).toBe(422)
    expect(back.text).toContain('Hãy chọn giới tính')
    expect(back.text).toContain('Hãy ghi số tuổi')
    expect(back.text).not.toContain('Hãy chọn mức nguy cơ')
    expect(back.formTo(`${path}/person`)).toMatchObject({ name: girl, ageKind: 'stated' })
  })

  it('says at the last look what does not fit together, and where it can be put right', async () => {
    await answerAll()
    await answer('person', { age: '30' })
    const check = await browser.get(`${path}/check`)
    const refused = await browser.submit(check, path)

    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`href="${path}/incident#type-csea"`)
    expect(await cases()).toHaveLength(0)
  })

  it('points to a case the person may have already, only to who may see that case', async () => {
    await answerAll()
    await browser.submit(await browser.get(`${path}/check`), path)
    const [{ id } = { id: '' }] = await cases()
    const again = async () => {
      path = `/cases/new/${randomUUID()}`
      return answerAll()
    }
    const own = await again()
    expect(own.text).toContain('Có thể người này đã có hồ sơ')
    expect(own.html).toContain(`href="/cases/${id}"`)

    const colleague = await test().given.aWorker(lan.unit)
    browser = await test().browserOf(colleague)
    const theirs = await again()
    expect(theirs.path).toBe(`${path}/check`)
    expect(theirs.text).not.toContain('Có thể người này đã có hồ sơ')
    expect(theirs.html).not.toContain(id)
  })

  it('lets no step be skipped, and none be invented', async () => {
    expect((await browser.get(`${path}/risk`)).path).toBe(`${path}/danger`)
    await answer('danger')
    expect((await browser.get(`${path}/check`)).path).toBe(`${path}/person`)
    expect((await browser.get(`${path}/police`)).status).toBe(404)
    expect((await browser.get('/cases/new/1/danger')).status).toBe(404)
  })

  it('is nobody else’s', async () => {
    await answer('danger')
    await answer('person')
    const colleague = await test().browserOf(await test().given.aWorker(lan.unit))
    expect((await colleague.get(`${path}/person`)).path).toBe(`${path}/danger`)
    expect((await colleague.get(`${path}/danger`)).html).not.toContain('0905 000 222')

    const supervisor = await test().given.aWorker(lan.unit, ['supervisor'])
    expect((await (await test().browserOf(supervisor)).get(`${path}/danger`)).status).toBe(404)
  })

  it('does not write down who wants to stay anonymous, and asks where to call back', async () => {
    const named = { callerAnonymous: 'yes', callerName: 'Bà Tư', callerPhone: '' }
    const back = await answer('danger', named)

    expect(back.status).toBe(422)
    expect(back.text).toContain('muốn ẩn danh: hãy xoá tên')
    expect(back.text).toContain('Hãy ghi số để gọi lại')
  })
})

describe('a short call', () => {
  const test = useApp()
  let lan: TestWorker
  let browser: Browser
  const short = '/cases/new?path=short'

  beforeEach(async () => {
    const { given } = test()
    lan = await given.aWorker(await given.aUnit('hotline'))
    browser = await test().browserOf(lan)
  })

  it('asks little, danger first', async () => {
    const { html } = await browser.get(short)
    const names = [...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"_][^"]*)"/g)]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('type-'))
    const questions = [...new Set(names)]
    expect(questions[0]).toBe('immediateDanger')
    // Half of them only after an answer: what danger, and all about a caller who is not the person.
    expect(questions.length).toBeLessThanOrEqual(17)
  })

  it('opens a case of which almost nothing is known, with the caller unnamed', async () => {
    const opened = await browser.submit(await browser.get(short), short, {
      immediateDanger: 'yes',
      danger: 'Người chồng đang ở ngoài cửa',
      family: 'gbv',
      'type-gbv': 'gbv.physical_assault',
      ongoing: 'yes',
      channels: 'none',
      caller: 'other',
      callerRelationship: 'hàng xóm',
      callerAnonymous: 'yes',
      callerCallBack: 'no',
    })

    expect(opened.path).toMatch(/^\/cases\/[0-9a-f-]{36}$/)
    const { rows } = await test().owner.query(
      `SELECT age_band AS age, sex, risk_level AS risk, immediate_danger AS danger FROM cases
        WHERE lead_worker_id = $1`,
      [lan.id],
    )
    expect(rows).toEqual([{ age: 'unknown', sex: 'unknown', risk: 'high', danger: true }])
    expect((await browser.get(`${opened.path}/sections`)).text).toContain('Người báo tin hàng xóm')
  })

  it('keeps what was typed when something is missing, and is done once', async () => {
    const back = await browser.submit(await browser.get(short), short, { narrative: 'Em khóc' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Hãy cho biết có đang gặp nguy hiểm không')
    expect(back.formTo(short)).toMatchObject({ narrative: 'Em khóc' })

    const rest = {
      immediateDanger: 'no',
      family: 'tip',
      'type-tip': 'tip.servitude',
      ongoing: 'no',
    }
    const [one, other] = [
      await browser.submit(back, short, rest),
      await browser.submit(back, short, rest),
    ]
    expect(one.path).toBe(other.path)
    const { rows } = await test().owner.query('SELECT FROM cases WHERE lead_worker_id = $1', [
      lan.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it('is done once even when it is sent again after a new sign-in', async () => {
    const rest = {
      immediateDanger: 'no',
      family: 'tip',
      'type-tip': 'tip.servitude',
      ongoing: 'no',
    }
    const form = (await browser.get(short)).formTo(short)
    const first = await browser.postRaw(short, { ...form, ...rest })
    const later = await test().browserOf(lan)
    const { _csrf = '' } = (await later.get(short)).formTo(short)
    const again = await later.postRaw(short, { ...form, ...rest, _csrf })

    expect(again.path).toBe(first.path)
    expect(again.status).toBe(200)
  })

  it('is not for who opens no cases', async () => {
    const supervisor = await test().given.aWorker(lan.unit, ['supervisor'])
    expect((await (await test().browserOf(supervisor)).get(short)).status).toBe(404)
  })
})
