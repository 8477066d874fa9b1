import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { sessionFor } from '../../../../test/support/sessions.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { readPdf } from '../../../platform/pdf/testing/read-pdf.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { aDocx, aPdf } from '../testing/files.js'
import { CasePapers } from '../use-cases/case-papers.js'

const app = useApp()
let unit: TestUnit
let lead: TestWorker
let caseId: string

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
  lead = await app().given.aWorker(unit)
})
beforeEach(async () => {
  caseId = (
    await aCase(services, lead.actor, {
      perpetrator: { name: 'Lê Văn Đức', relationship: 'bố dượng', phone: null, accounts: null },
    })
  ).id
})

interface Upload {
  readonly file?: Buffer
  readonly name?: string
  readonly fields?: Record<string, string>
}

/** A form with a file, as a browser sends it; no redirect is followed. */
const upload = async (
  worker: TestWorker,
  of: string,
  { file, name = 'đơn của Mai.pdf', fields }: Upload,
) => {
  const { token, csrfToken } = await sessionFor(app().app, worker, 'cookie')
  const boundary = '----ben-an-test'
  const all = { _csrf: csrfToken, section: 'legal', title: 'Đồng thuận đã ký', ...fields }
  const payload = Buffer.concat([
    ...Object.entries(all).map(([field, value]) =>
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      ),
    ),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file === undefined ? '' : name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    file ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return app().app.inject({
    method: 'POST',
    url: `/cases/${of}/papers/new`,
    headers: {
      cookie: `__Host-ben-an=${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
}

const papersOf = async (worker: TestWorker, of = caseId) => {
  const { status, body } = await (await app().apiOf(worker)).get(`/cases/${of}/papers`)
  return { status, items: (body as { items?: { id: string; kind: string }[] }).items ?? [] }
}

const asBrowser = async (worker: TestWorker, url: string) => {
  const { token } = await sessionFor(app().app, worker, 'cookie')
  return app().app.inject({ url, headers: { cookie: `__Host-ben-an=${token}` } })
}

/** Everybody who may not, each for a reason of their own. */
const others = async (): Promise<Record<string, TestWorker>> => {
  const blocked = await app().given.aWorker(unit, ['supervisor'])
  await app().owner.query(
    `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'relative')`,
    [blocked.id, caseId],
  )
  return {
    colleague: await app().given.aWorker(unit),
    'other unit': await app().given.aWorker(await app().given.aUnit('police'), [
      'caseworker',
      'supervisor',
    ]),
    blocked,
  }
}

describe('documents of a case', () => {
  it('are added, saved under a name that says nothing, and never shown by the browser', async () => {
    const bytes = aPdf()
    const added = await upload(lead, caseId, { file: bytes })
    expect([added.statusCode, added.headers.location]).toEqual([303, `/cases/${caseId}/papers`])
    const { items } = await papersOf(lead)
    expect(items).toMatchObject([{ kind: 'pdf', section: 'legal', title: 'Đồng thuận đã ký' }])
    const id = items[0]?.id ?? ''

    const file = await asBrowser(lead, `/cases/${caseId}/papers/${id}/file`)
    expect(file.rawPayload.equals(bytes)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="BA-document-${id.slice(0, 8)}.pdf"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    const { rows } = await app().owner.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY xid, id`,
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['paper.add', 'paper.open'])
  })

  it('are nobody’s whose role has gone, though the case is still theirs in the database', async () => {
    const papers = services.find(CasePapers)
    const id = await papers.add(lead.actor, caseId, {
      section: 'legal',
      title: 'Đơn',
      bytes: aPdf(),
      isTooBig: false,
    })
    const without = { ...lead.actor, roles: [] }
    for (const attempt of [
      () => papers.list(without, caseId),
      () => papers.open(without, caseId, id),
      () => papers.remove(without, caseId, id, 'wrong_file'),
    ])
      await expect(attempt()).rejects.toThrow(NotFound)
  })

  it('lie sealed: neither title, content nor the name of the file can be read', async () => {
    await upload(lead, caseId, { file: aPdf('Lời khai của em') })
    const { rows } = await app().owner.query<Record<string, unknown>>('SELECT * FROM case_paper')
    const stored = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      .join()
    for (const words of ['%PDF', 'thu', 'Mai', Buffer.from('%PDF-1.7').toString('base64')])
      expect(stored).not.toContain(words)
  })

  it.each([
    ['a picture called PDF', { file: Buffer.from('ffd8ffe000104a464946', 'hex') }, 'Chỉ nhận PDF'],
    ['a picture inside a document', { file: aDocx({ 'word/media/1.png': 'x' }) }, 'có ảnh'],
    ['more than 5 MB', { file: Buffer.concat([aPdf(), Buffer.alloc(5 * 1024 * 1024)]) }, '5 MB'],
    ['no file', {}, 'Hãy chọn một tệp'],
    ['no title', { file: aPdf(), fields: { title: ' ' } }, 'Hãy ghi đây là giấy tờ gì'],
    ['no section', { file: aPdf(), fields: { section: 'everything' } }, 'Hãy chọn phần'],
  ])('are refused where it is %s, and what was typed stays', async (_, given, words) => {
    const refused = await upload(lead, caseId, given)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(words)
    if (!('fields' in given)) expect(refused.body).toContain('value="Đồng thuận đã ký"')
    expect((await papersOf(lead)).items).toEqual([])
  })

  it('sent twice are added once', async () => {
    const fields = { _idempotency: 'one-and-the-same-form' }
    const both = await Promise.all([
      upload(lead, caseId, { file: aPdf(), fields }),
      upload(lead, caseId, { file: aPdf(), fields }),
    ])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect((await papersOf(lead)).items).toHaveLength(1)
  })

  it('from another site, or without the token of the session, are refused', async () => {
    const forged = await upload(lead, caseId, { file: aPdf(), fields: { _csrf: 'x' } })
    expect(forged.statusCode).toBe(403)
    expect((await papersOf(lead)).items).toEqual([])
  })

  it('taken out lose their content for good, and say who and why', async () => {
    await upload(lead, caseId, { file: aPdf() })
    const id = (await papersOf(lead)).items[0]?.id ?? ''
    const browser = await app().browserOf(lead)
    const path = `/cases/${caseId}/papers/${id}/remove`
    const ask = await browser.get(path)
    const unsaid = await browser.submit(ask, path)
    expect([unsaid.status, unsaid.text.includes('Hãy chọn lý do')]).toEqual([422, true])
    const list = await browser.submit(ask, path, { reason: 'shows_pictures' })
    expect(list.text).toContain('có hình ảnh không được giữ')

    const { rows } = await app().owner.query(
      'SELECT sealed_content FROM case_paper WHERE id = $1',
      [id],
    )
    expect(rows).toEqual([{ sealed_content: null }])
    expect((await browser.get(`/cases/${caseId}/papers/${id}/file`)).status).toBe(409)
    expect((await browser.get(path)).status).toBe(409)
  })

  it('are read by the supervisor and written by nobody but the lead', async () => {
    await upload(lead, caseId, { file: aPdf() })
    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    const { items } = await papersOf(supervisor)
    expect(items).toHaveLength(1)
    const id = items[0]?.id ?? ''
    expect((await asBrowser(supervisor, `/cases/${caseId}/papers/${id}/file`)).statusCode).toBe(200)
    expect((await asBrowser(supervisor, `/cases/${caseId}/papers/${id}/remove`)).statusCode).toBe(
      404,
    )
    expect((await upload(supervisor, caseId, { file: aPdf() })).statusCode).toBe(404)
  })

  it('of counselling are not the supervisor’s to see', async () => {
    await upload(lead, caseId, { file: aPdf(), fields: { section: 'psychosocial' } })
    const id = (await papersOf(lead)).items[0]?.id ?? ''
    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    expect((await papersOf(supervisor)).items).toEqual([])
    expect((await asBrowser(supervisor, `/cases/${caseId}/papers/${id}/file`)).statusCode).toBe(404)
  })

  it('are nothing to anybody else, nor below another case', async () => {
    await upload(lead, caseId, { file: aPdf() })
    const id = (await papersOf(lead)).items[0]?.id ?? ''
    const another = await aCase(services, lead.actor)
    const file = `/cases/${another.id}/papers/${id}/file`
    expect((await asBrowser(lead, file)).statusCode).toBe(404)
    for (const [who, worker] of Object.entries(await others())) {
      const seen = [
        (await papersOf(worker)).status,
        (await asBrowser(worker, `/cases/${caseId}/papers`)).statusCode,
        (await asBrowser(worker, `/cases/${caseId}/papers/${id}/file`)).statusCode,
        (await asBrowser(worker, `/cases/${caseId}/papers/${id}/remove`)).statusCode,
        (await upload(worker, caseId, { file: aPdf() })).statusCode,
      ]
      expect({ who, seen }).toEqual({ who, seen: [404, 404, 404, 404, 404] })
    }
  })

  it('through the API: known by their content, named at their field, added once', async () => {
    const api = await app().apiOf(lead)
    const path = `/cases/${caseId}/papers`
    const paper = { section: 'legal', title: 'Quyết định', content: aPdf().toString('base64') }
    const added = await api.post(path, paper)
    expect(added.status).toBe(201)
    const { id } = added.body as { id: string }
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
    const refused = await api.post(path, { ...paper, content: png })
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/content' }] },
    ])
    expect((await api.post(`${path}/${id}/remove`, { reason: 'wrong_file' })).status).toBe(204)
    expect((await api.post(`${path}/${id}/remove`, { reason: 'wrong_file' })).status).toBe(409)
  })
})

describe('the case as a file', () => {
  const password = 'thuyền về bến lặng'
  const wanted = (some: object = {}) => ({
    purpose: 'person',
    sections: ['identity', 'incident', 'family'],
    language: 'vi',
    password,
    ...some,
  })
  const made = async (worker: TestWorker, some: object = {}, of = caseId) => {
    const { token } = await sessionFor(app().app, worker, 'bearer')
    return app().app.inject({
      method: 'POST',
      url: `/api/v1/cases/${of}/export`,
      headers: { authorization: `Bearer ${token}` },
      payload: wanted(some),
    })
  }

  it('holds what was chosen, without others and without a number, for the person', async () => {
    const answer = await made(lead)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="BA-document-[0-9a-f]{8}\.pdf"$/,
    )
    const { text, title } = readPdf(answer.rawPayload, password)
    const said = text.replace(/\s+/g, ' ')
    for (const words of ['Nguyễn Thị Mai', 'Bị doạ gửi ảnh cho cả lớp.', 'Nhân thân'])
      expect(said).toContain(words)
    for (const words of [
      'Lê Văn Đức',
      'Trần Thị Hoa',
      'BA-20',
      'Lan bên tiệm may',
      'Liên lạc an toàn',
      'Tài khoản liên quan',
    ])
      expect(said).not.toContain(words)
    expect(title).toBe('Điều đã được ghi lại')
    expect(answer.rawPayload.toString('latin1')).not.toContain('Mai')
  })

  it('holds others where somebody says so, and goes to a court on a basis only', async () => {
    const without = await made(lead, { purpose: 'court' })
    expect(without.statusCode).toBe(422)
    expect(without.json()).toMatchObject({
      errors: [{ pointer: '/legalBasis' }, { pointer: '/reference' }],
    })
    const order = { legalBasis: 'legal_obligation', reference: 'Quyết định 12/2026' }
    const answer = await made(lead, {
      purpose: 'court',
      aboutOthers: true,
      language: 'en',
      ...order,
    })
    const said = readPdf(answer.rawPayload, password).text.replace(/\s+/g, ' ')
    expect(said).toMatch(/Number: BA-20\d\d-\d+/)
    expect(said).toContain('Lê Văn Đức')
  })

  it('is never kept; that it was made, for whom and with which sections, is', async () => {
    await made(lead, { sections: ['identity', 'contact'] })
    const { rows } = await app().owner.query(
      'SELECT purpose, sections, about_others, legal_basis FROM case_export WHERE case_id = $1',
      [caseId],
    )
    expect(rows).toEqual([
      { purpose: 'person', sections: 0b11, about_others: false, legal_basis: null },
    ])
    const audit = await app().owner.query(
      `SELECT sections FROM audit_entry WHERE case_id = $1 AND action = 'case.export'`,
      [caseId],
    )
    expect(audit.rows).toEqual([{ sections: 0b11 }])
    const list = await (await app().browserOf(lead)).get(`/cases/${caseId}/papers`)
    expect(list.text).toContain('Đã xuất')
  })

  it('asks for a password that holds, and for sections one may see', async () => {
    for (const [some, pointer] of [
      [{ password: 'ngắn' }, '/password'],
      [{ password: 'ê'.repeat(40) + 'bcdefgh'.repeat(9) }, '/password'],
      [{ sections: [] }, '/sections'],
    ] as const) {
      const answer = await made(lead, some)
      expect([answer.statusCode, answer.json()]).toMatchObject([422, { errors: [{ pointer }] }])
    }
  })

  it('is made on a page that shows a new password each time and the place of shelter unticked', async () => {
    const browser = await app().browserOf(lead)
    const path = `/cases/${caseId}/export`
    const [one, other] = [await browser.get(path), await browser.get(path)]
    const [fields, again] = [one.formTo(path), other.formTo(path)]
    expect(fields['password']).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(fields['password']).not.toBe(again['password'])
    expect(fields['sections']).not.toContain('safety')
    expect(fields).not.toHaveProperty('aboutOthers')

    const refused = await browser.submit(one, path, { password: 'ngắn', reference: 'QĐ 12' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#purpose"')
    expect(refused.formTo(path)).toMatchObject({ reference: 'QĐ 12' })
    const file = await browser.submit(one, path, { purpose: 'person' })
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.html).not.toContain(String(fields['password']))
    const kept = await app().owner.query('SELECT FROM idempotency_key WHERE key = $1', [
      fields['_idempotency'],
    ])
    expect(kept.rowCount).toBe(0)
  })

  it('is nobody’s but the lead’s', async () => {
    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    const another = await aCase(services, (await app().given.aWorker(unit)).actor)
    expect((await made(lead, {}, another.id)).statusCode).toBe(404)
    for (const [who, worker] of Object.entries({ ...(await others()), supervisor })) {
      const page = await asBrowser(worker, `/cases/${caseId}/export`)
      expect({ who, seen: [page.statusCode, (await made(worker)).statusCode] }).toEqual({
        who,
        seen: [404, 404],
      })
    }
  })
})
