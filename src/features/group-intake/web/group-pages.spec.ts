import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import { Shown } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { uploadLimitBytes } from '../../../platform/web/upload.js'
import { csvOf, headerOfList, linesOfList } from '../testing/a-list.js'
import { workbookOf } from '../testing/a-workbook.js'

const facts = {
  incidentType: 'tip.forced_criminality_scam',
  country: 'KH',
  'receivedOn-day': '18',
  'receivedOn-month': '11',
  'receivedOn-year': '2025',
  place: 'Cửa khẩu Mộc Bài',
  province: '80',
  identification: 'presumed',
  risk: 'medium',
}

describe('the pages of a group', () => {
  const test = useApp()
  let unit: TestUnit
  let lead: TestWorker
  let colleague: TestWorker
  let stranger: TestWorker

  beforeAll(async () => {
    unit = await test().given.aUnit('anti-trafficking')
    lead = await test().given.aWorker(unit)
    colleague = await test().given.aWorker(unit)
    stranger = await test().given.aWorker(await test().given.aUnit('anti-trafficking'))
  })

  const cases = async (): Promise<number> => {
    const { rowCount } = await test().owner.query('SELECT FROM cases WHERE unit_id = $1', [unit.id])
    return rowCount ?? -1
  }
  const send = async (who: TestWorker, bytes: Buffer, name = 'Trần Văn A.csv') => {
    const browser = await test().browserOf(who)
    const form = await browser.get('/groups/new')
    return { browser, shown: await browser.upload(form, '/groups/new', 'file', { name, bytes }) }
  }
  const listOf = ({ path }: Shown): string =>
    /^\/groups\/lists\/[0-9a-f-]{36}/.exec(path)?.[0] ?? ''

  it('lead from a list with faults to cases, and from the mended rows to the rest', async () => {
    const before = await cases()
    const lines = linesOfList(12).map((line) => [...line])
    lines[4] = ['Lê "Tí" Nguyễn', '31/02/1999', 'Nam', '=HYPERLINK("x")', '', 'Tây Ninh']
    const { browser, shown: columns } = await send(lead, csvOf([headerOfList, ...lines]))
    const path = listOf(columns)
    expect([columns.status, columns.path]).toEqual([200, `${path}/columns`])
    expect(columns.formTo(`${path}/columns`)).toMatchObject({
      'column-0': 'name',
      'column-1': 'birthDate',
      'column-3': 'document',
    })

    const twice = await browser.submit(columns, `${path}/columns`, { 'column-1': 'name' })
    expect([twice.status, twice.text.includes('chỉ được chọn cho một cột')]).toEqual([422, true])
    const rows = await browser.submit(columns, `${path}/columns`)
    expect(rows.path).toBe(`${path}/rows`)
    expect(rows.text).toContain('11 người mới')
    expect(rows.text).toContain('Dòng 6, Ngày sinh: ‘31/02/1999’ không phải là ngày')

    const mend = await browser.get(`${path}/to-mend`)
    expect(mend.headers['content-disposition']).toBe('attachment; filename="ben-an.csv"')
    expect(mend.html).toContain(`"'=HYPERLINK(""x"")"`)
    expect(mend.html.trim().split('\r\n')).toHaveLength(2)

    const form = await browser.get(`${path}/facts`)
    const wrong = await browser.submit(form, `${path}/facts`, {
      ...facts,
      'receivedOn-day': '31',
      'receivedOn-month': '2',
    })
    expect([wrong.status, wrong.formTo(`${path}/facts`)['place']]).toEqual([422, facts.place])
    const check = await browser.submit(wrong, `${path}/facts`, facts)
    expect(check.path).toBe(`${path}/check`)
    expect(check.text).toContain('Tạo 11 hồ sơ')
    const [done, again] = [
      await browser.submit(check, `${path}/import`),
      await browser.submit(check, `${path}/import`),
    ]
    expect([done.path, again.path]).toEqual([`${path}/done`, `${path}/done`])
    expect(await cases()).toBe(before + 11)

    const more = /\/groups\/[0-9a-f-]{36}\/more/.exec(done.html)?.[0] ?? ''
    const mended = Buffer.from(mend.html.replace('31/02/1999', '28/02/1999').replace("'=", "'="))
    const second = await browser.upload(await browser.get(more), more, 'file', {
      name: 'b.csv',
      bytes: mended,
    })
    const secondPath = listOf(second)
    const preview = await browser.submit(second, `${secondPath}/columns`)
    expect(preview.text).toContain('1 người mới')
    const confirm = await browser.submit(
      await browser.get(`${secondPath}/facts`),
      `${secondPath}/facts`,
      { risk: 'low' },
    )
    await browser.submit(confirm, `${secondPath}/import`)
    expect(await cases()).toBe(before + 12)

    const group = await browser.get(more.replace('/more', ''))
    expect(group.text).toContain('12 người trong nhóm')
    expect(group.text).toContain('Bạn xem được 12 hồ sơ')
    expect(group.html).not.toContain('HYPERLINK')
    const first = /\/cases\/[0-9a-f-]{36}/.exec(group.html)?.[0] ?? ''
    expect((await browser.get(first)).text).toContain('Tiếp nhận trong nhóm NH-')
    expect((await browser.get('/groups')).text).toContain('NH-')
  })

  it('take a workbook as they take a text', async () => {
    const { shown } = await send(
      lead,
      workbookOf([
        ['Full name', 'Date of birth'],
        ['Phạm Thị Út', { day: 36218 }],
      ]),
      'list.xlsx',
    )
    expect(shown.text).toContain('1999-02-27')
  })

  it('say calmly what is wrong with a file', async () => {
    const troubles: [Buffer, string][] = [
      [Buffer.alloc(0), 'Danh sách không có ai'],
      [Buffer.from('\u0000\u0001PDF'), 'Không đọc được tệp này'],
      [Buffer.alloc(uploadLimitBytes + 1, 'a'), 'lớn hơn mức nhận được'],
    ]
    for (const [bytes, words] of troubles) {
      const { shown } = await send(lead, bytes)
      expect([words, shown.status, shown.text.includes(words)]).toEqual([words, 422, true])
    }
    const browser = await test().browserOf(lead)
    const form = await browser.get('/groups/new')
    const none = await browser.submit(form, '/groups/new')
    expect([none.status, none.text.includes('Hãy chọn một tệp danh sách')]).toEqual([422, true])
  })

  it('refuse a file that did not come from our page', async () => {
    const browser = await test().browserOf(lead)
    const form = await browser.get('/groups/new')
    const html = form.html.replace(/(name="_csrf"[^>]*value=")[^"]*/g, '$1x')
    const forged = new Shown(form.status, form.path, html, {})
    expect(forged.formTo('/groups/new')['_csrf']).toBe('x')
    const bytes = csvOf([headerOfList, ...linesOfList(1)])
    const refused = await browser.upload(forged, '/groups/new', 'file', { name: 'a.csv', bytes })
    expect(refused.status).toBe(403)
  })

  it('give an empty list to fill in, in three languages', async () => {
    const browser = await test().browserOf(lead)
    for (const [locale, heading] of [
      ['vi', 'Họ và tên'],
      ['en', 'Full name'],
      ['fr', 'Nom complet'],
    ]) {
      const template = await browser.get(`/groups/template/${locale ?? ''}`)
      expect(template.headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(template.html).toContain(heading)
      const { shown } = await send(lead, Buffer.from(`${template.html}Ngô Văn Bảy;01/02/1990\r\n`))
      expect(shown.formTo(`${listOf(shown)}/columns`)).toMatchObject({
        'column-0': 'name',
        'column-1': 'birthDate',
        'column-4': 'document',
        'column-10': 'note',
      })
    }
  })

  it('are nobody else’s: not a list, and not a group', async () => {
    const { browser, shown } = await send(lead, csvOf([headerOfList, ...linesOfList(1)]))
    const path = listOf(shown)
    for (const who of [colleague, stranger]) {
      const other = await test().browserOf(who)
      for (const step of ['', '/columns', '/rows', '/facts', '/check', '/done', '/to-mend'])
        expect([step, (await other.get(`${path}${step}`)).status]).toEqual([step, 404])
      const forms = await other.get('/groups/new')
      const { _csrf } = forms.formTo('/groups/new')
      for (const step of ['/columns', '/facts', '/import', '/drop']) {
        const refused = await other.postRaw(`${path}${step}`, {
          _csrf: _csrf ?? '',
          _version: '1',
          risk: 'low',
          leads: who.id,
          'column-0': 'name',
        })
        expect([step, refused.status]).toEqual([step, 404])
      }
    }
    expect((await browser.get(`/groups/${randomUUID()}`)).status).toBe(404)
    expect((await browser.get('/groups/x')).status).toBe(404)
    const dropped = await browser.submit(shown, `${path}/drop`)
    expect(dropped.path).toBe('/groups')
    expect((await browser.get(`${path}/columns`)).status).toBe(404)
  })

  it('are for who opens cases: a supervisor sees groups and opens none', async () => {
    const supervisor = await test().browserOf(await test().given.aWorker(unit, ['supervisor']))
    expect((await supervisor.get('/groups')).status).toBe(200)
    expect((await supervisor.get('/groups/new')).status).toBe(404)
    const auditor = await test().browserOf(await test().given.aWorker(unit, ['auditor']))
    expect((await auditor.get('/groups')).status).toBe(404)
  })
})

describe('the API of groups', () => {
  const test = useApp()

  it('takes people in, all or none, and nobody twice', async () => {
    const unit = await test().given.aUnit('anti-trafficking')
    const lead = await test().given.aWorker(unit)
    const api = await test().apiOf(lead)
    const event = {
      incidentType: 'tip.forced_criminality_scam',
      receivedOn: '2025-11-18',
      identification: 'presumed',
    }
    const people = [{ name: 'Đỗ Văn Sáu', birthDate: '1990-01-02' }, { name: 'Đỗ Văn Bảy' }]
    const body = { people, event, risk: 'low', leads: [lead.id] }
    const wrong = await api.post('/groups', {
      ...body,
      people: [...people, { name: '', birthDate: '1999-02-31' }],
    })
    expect(wrong.status).toBe(422)
    expect(JSON.stringify(wrong.body)).toContain('/people/2/birthDate')
    const future = { ...body, people: [...people, { name: 'Mai', birthDate: '2999-01-01' }] }
    expect((await api.post('/groups', future)).status).toBe(422)
    const { rowCount } = await test().owner.query('SELECT FROM cases')
    expect(rowCount).toBe(0)

    const opened = await api.post('/groups', { ...body, people: [...people, ...people] })
    expect([opened.status, opened.body]).toEqual([201, { groupId: expect.any(String), opened: 2 }])
    const { groupId } = opened.body as { groupId: string }
    const more = await api.post(`/groups/${groupId}/people`, {
      people: [...people, { name: 'Đỗ Thị Tám' }],
      risk: 'high',
      leads: [lead.id],
    })
    expect(more.body).toEqual({ groupId, opened: 1 })
    const one = await api.get(`/groups/${groupId}`)
    expect(one.body).toMatchObject({ people: 3, seen: 3, number: expect.stringMatching(/^NH-/) })
    expect((await api.get('/groups?limit=1')).body).toMatchObject({ items: [{ id: groupId }] })

    const elsewhere = await test().given.aWorker(await test().given.aUnit('anti-trafficking'))
    const stranger = await test().apiOf(elsewhere)
    expect((await stranger.get(`/groups/${groupId}`)).status).toBe(404)
    const smuggled = await stranger.post(`/groups/${groupId}/people`, {
      people,
      risk: 'low',
      leads: [elsewhere.id],
    })
    expect(smuggled.status).toBe(404)
  })
})
