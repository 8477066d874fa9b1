import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../test/support/app.js'
import type { ApiClient } from '../../../test/support/api-client.js'
import type { TestWorker } from '../../../test/support/world.js'
import { aList, fictionalList } from './testing/a-list.js'
import { NotFound } from '../../platform/errors/not-found.js'
import { importPlaces } from './use-cases/import-places.js'
import { OverseePlaces } from './use-cases/oversee-places.js'

const header = 'code,province,kind,name_vi,name_en,valid_from,valid_until,replaced_by\n'

describe('the list of communes', () => {
  const test = useApp()
  let reader: TestWorker
  let admin: TestWorker
  let api: ApiClient

  beforeAll(async () => {
    const { given } = test()
    const unit = await given.aUnit('child-protection')
    reader = await given.aWorker(unit)
    admin = await given.aWorker(unit, ['system-admin'])
    api = await test().apiOf(reader)
  })

  const count = async (): Promise<number> =>
    (await test().owner.query<{ n: number }>('SELECT count(*)::int AS n FROM commune')).rows[0]
      ?.n ?? 0
  const namesOf = async (query: string): Promise<unknown[]> =>
    (await items(await api.get(`/places?${query}`))).map((item) => item['fullName'])

  it('is empty until somebody brings one in, and says so', async () => {
    const overview = await (await test().browserOf(admin)).get('/admin/places')
    expect(overview.text).toContain('Chưa nhập danh mục')

    const answer = await api.get('/places?province=48')
    expect(answer.body).toEqual({ items: [], next: null })
    expect(answer.headers['etag']).toBe('"0"')
  })

  it('takes all of a file or nothing, and says line by line what has to be mended', async () => {
    const wrong = `${header}99001,48,phường,Bến Mơ,,2025-07-01,,
1,48,phường,Ngắn,,2025-07-01,,
99x02,48,phố,,,1/13/2025,,
99003,49,xã,Không còn tỉnh,,2025-07-01,,
99004,48,xã,Ngược ngày,,2025-07-01,2025-06-30,
99005,48,xã,Chưa kết thúc,,2025-07-01,,99001`
    const { problems } = await aList(test().owner, wrong)

    expect(problems).toEqual([
      { line: 4, problem: 'code ‘99x02’ is not a code of 5 digits' },
      { line: 4, problem: 'kind ‘phố’ is none of xã, phường, đặc khu, thị trấn' },
      { line: 4, problem: 'name_vi is empty' },
      { line: 4, problem: 'valid_from ‘1/13/2025’ is not a date: write 2025-07-01' },
      { line: 5, problem: 'no province has the code 49 on 2025-07-01' },
      { line: 6, problem: 'valid_until lies before valid_from' },
      {
        line: 7,
        problem: 'replaced_by without valid_until: since when does it stand no more?',
      },
    ])
    const unfinished = `${header}99001,48,phường,Bến Mơ,,2025-07-01,,
99001,48,phường,Bến Mơ,,2025-07-01,,
99101,48,phường,Bến Cũ,,2010-01-01,2025-06-30,99777`
    expect((await aList(test().owner, unfinished)).problems).toEqual([
      { line: 3, problem: 'code 99001 from 2025-07-01 stands on line 2 already' },
      { line: 4, problem: 'replaced_by 99777 is not in the list' },
    ])
    for (const [file, problem] of [
      ['code;province\n99001;48', 'there is no column kind, name_vi, valid_from'],
      ['', 'the file is empty'],
    ] as const)
      expect((await aList(test().owner, file)).problems).toEqual([{ line: 1, problem }])
    const latin = Buffer.from(fictionalList, 'latin1')
    const { problems: unread } = await importPlaces(test().owner, latin, {
      at: new Date(),
      isDryRun: false,
    })
    expect(unread[0]?.problem).toContain('no CSV in UTF-8')
    expect(await count()).toBe(0)
  })

  it('keeps nothing of a dry run', async () => {
    const told = await importPlaces(test().owner, Buffer.from(fictionalList), {
      at: new Date(),
      isDryRun: true,
    })
    expect(told).toEqual({ added: 9, changed: 0, unchanged: 0, problems: [] })
    expect(await count()).toBe(0)
  })

  it('is brought in once, however often', async () => {
    expect(await aList(test().owner)).toMatchObject({ added: 9, changed: 0, unchanged: 0 })
    expect(await aList(test().owner)).toMatchObject({ added: 0, changed: 0, unchanged: 9 })
    // Separated by semicolons, codes without their zeros, days as in Viet Nam.
    const again = `code;province;kind;name_vi;valid_from\n99201;15;Xã;Xã Suối Lam;1/7/2025`
    expect(await aList(test().owner, again)).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    expect(await count()).toBe(9)
  })

  it('of a province hold what stood there on a day, whatever its code meant before', async () => {
    expect(await namesOf('province=48&on=2026-01-01')).toEqual([
      'Phường Bến Mơ',
      'Xã Đồi Sương',
      'Xã Đồi Sường',
      'Đặc khu Đảo Hạc',
    ])
    expect(await namesOf('province=48&on=2024-01-01')).toEqual(['Phường Bến Cũ', 'Xã Đồng Chia'])
    expect(await namesOf('province=49&on=2024-01-01')).toEqual(['Thị trấn Gò Sương'])
    // 15 was Yên Bái, which is part of Lào Cai now.
    expect(await namesOf('province=15')).toEqual(['Xã Suối Lam', 'Xã Đèo Bạc'])
    expect(await namesOf('province=10')).toEqual([])
    expect(await namesOf('')).toHaveLength(9)
  })

  it('goes page by page, under the version of the whole list', async () => {
    const codes: unknown[] = []
    let after = ''
    for (;;) {
      const answer = await api.get(`/places?limit=4${after}`)
      expect(answer.headers['etag']).toBe('"1"')
      codes.push(...(await items(answer)).map(({ code }) => code))
      const { next } = answer.body as { next: string | null }
      if (next === null) break
      after = `&after=${next}`
    }
    expect(codes).toEqual([...codes].sort())
    expect(new Set(codes).size).toBe(9)
    for (const [query, pointer] of [
      ['province=4', '/province'],
      ['on=2026-02-31', '/on'],
      ['on=yesterday', '/on'],
      ['limit=500', '/limit'],
      ['after=nonsense', '/after'],
      [`after=${Buffer.from('["99001","2026-99-99"]').toString('base64url')}`, '/after'],
    ]) {
      const answer = await api.get(`/places?${query}`)
      expect({ query, status: answer.status }).toEqual({ query, status: 422 })
      expect(JSON.stringify(answer.body)).toContain(`"${pointer}"`)
    }
  })

  it('gives a code a new name from its day on, and never another name for the old days', async () => {
    const renamed = `${header}99004,48,đặc khu,Đảo Hạc Trắng,,2026-03-01,,`
    expect(await aList(test().owner, renamed)).toMatchObject({ added: 1, changed: 1 })
    expect(await namesOf('province=48&on=2026-02-28')).toContain('Đặc khu Đảo Hạc')
    expect(await namesOf('province=48&on=2026-03-01')).toContain('Đặc khu Đảo Hạc Trắng')
    expect(await namesOf('province=48&on=2026-03-01')).not.toContain('Đặc khu Đảo Hạc')

    for (const [line, problem] of [
      [
        '99001,48,phường,Bến Thực,,2025-07-01,,',
        'code 99001 from 2025-07-01 is ‘Phường Bến Mơ’, not ‘Phường Bến Thực’: ' +
          'a new name needs the day from which it holds as valid_from',
      ],
      [
        '99001,46,phường,Bến Mơ,,2025-07-01,,',
        'code 99001 from 2025-07-01 lies in province 48, not 46',
      ],
      [
        '99101,48,phường,Bến Cũ,,2010-01-01,2024-06-30,99001',
        'code 99101 from 2010-01-01 ended on 2025-06-30, not 2024-06-30',
      ],
      [
        '99101,48,phường,Bến Mới,,2025-01-01,,',
        'code 99101 from 2025-01-01 begins before code 99101 from 2010-01-01 ends',
      ],
    ] as const)
      expect((await aList(test().owner, header + line)).problems).toEqual([{ line: 2, problem }])
    expect(await namesOf('province=48&on=2026-03-01')).toContain('Phường Bến Mơ')
    expect((await api.get('/places')).headers['etag']).toBe('"2"')
  })

  it('is shown to administrators by province, with the last change', async () => {
    const browser = await test().browserOf(admin)
    const overview = await browser.get('/admin/places')

    expect(overview.text).toContain('Thêm 1, sửa 1')
    // The township of what was Quảng Nam counts with Đà Nẵng.
    expect(overview.text).toMatch(/Đà Nẵng \(48\)\s*4\s*1 tháng 3, 2026\s*4/)
    expect(overview.text).toMatch(/Huế \(46\)\s*0\s*Chưa nhập\s*0/)
    expect(overview.html).toContain('href="/admin/places"')
  })

  it('is overseen by administrators only, and read by everybody who is signed in', async () => {
    const browser = await test().browserOf(reader)
    expect((await browser.get('/admin/places')).status).toBe(404)
    expect((await browser.get('/today')).html).not.toContain('/admin/places')
    // Asked past the route, too.
    const oversee = test().app.get(OverseePlaces, { strict: false })
    expect(() => oversee.run(reader.actor)).toThrow(NotFound)
    expect((await browser.get('/places/names?province=48')).text).toContain('Phường Bến Mơ')
    expect((await test().stranger().get('/places/names?province=48')).path).toMatch(/^\/sign-in/)
    expect((await (await test().apiOf()).get('/places')).status).toBe(401)
  })

  it('is written by the owner of the database alone', async () => {
    const { rows } = await test().owner.query<{ may: boolean }>(
      `SELECT bool_or(has_table_privilege('ben_an_app', t, p)) AS may
         FROM unnest('{commune,place_import}'::text[]) AS t,
              unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS p`,
    )
    expect(rows).toEqual([{ may: false }])
  })
})

const items = async (answer: { readonly body: unknown }): Promise<Record<string, unknown>[]> =>
  (answer.body as { items: Record<string, unknown>[] }).items
