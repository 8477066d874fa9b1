import { describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { aList } from '../../places/testing/a-list.js'
import { csvOf } from '../testing/a-list.js'

const header = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Tỉnh', 'Xã']
const lines = [
  ['Đinh Văn Sáu', '02/03/1999', 'Nam', 'Đà Nẵng', 'ben mo'],
  ['Đinh Văn Bảy', '03/03/1999', 'Nam', 'Đà Nẵng', 'Bến Cũ'],
  // As he gave it years ago: the province is no more either.
  ['Đinh Văn Tám', '04/03/1999', 'Nam', 'Quảng Nam', 'Gò Sương'],
  ['Đinh Văn Chín', '05/03/1999', 'Nam', 'Đà Nẵng', 'Đồng Chia'],
  ['Đinh Văn Mười', '06/03/1999', 'Nam', 'Đà Nẵng', 'Nơi không ai biết'],
  ['Đinh Văn Một', '07/03/1999', 'Nam', 'Huế', 'Xã chưa có danh mục'],
]
const facts = {
  incidentType: 'tip.forced_criminality_scam',
  country: 'KH',
  'receivedOn-day': '18',
  'receivedOn-month': '11',
  'receivedOn-year': '2025',
  place: 'Cửa khẩu Mộc Bài',
  province: '48',
  identification: 'presumed',
  risk: 'medium',
}

describe('the communes of a list of people', () => {
  const test = useApp()

  it('are written out, and what is not clear is told row by row and taken in once mended', async () => {
    const { given, owner } = test()
    await aList(owner)
    const lead = await given.aWorker(await given.aUnit('anti-trafficking'))
    const browser = await test().browserOf(lead)
    const bytes = csvOf([header, ...lines])
    const form = await browser.get('/groups/new')
    const columns = await browser.upload(form, '/groups/new', 'file', { name: 'a.csv', bytes })
    const path = /^\/groups\/lists\/[0-9a-f-]{36}/.exec(columns.path)?.[0] ?? ''
    expect(columns.formTo(`${path}/columns`)).toMatchObject({ 'column-4': 'commune' })

    const rows = await browser.submit(columns, `${path}/columns`)
    expect(rows.text).toContain('4 người mới')
    expect(rows.text).toContain(
      'Dòng 5, Xã, phường: ‘Đồng Chia’ chưa rõ là nơi nào: Phường Bến Mơ; Xã Đồi Sương.',
    )
    expect(rows.text).toContain('Dòng 6, Xã, phường: ‘Nơi không ai biết’ không có trong danh mục')

    const toGive = await browser.get(`${path}/facts`)
    const check = await browser.submit(toGive, `${path}/facts`, facts)
    await browser.submit(check, `${path}/import`)
    await browser.submit(check, `${path}/import`)
    const { rows: kept } = await owner.query<{ commune: string }>(
      'SELECT commune FROM cases WHERE lead_worker_id = $1 ORDER BY commune',
      [lead.actor.workerId],
    )
    expect(kept.map(({ commune }) => commune).sort()).toEqual([
      'Phường Bến Mơ',
      'Phường Bến Mơ (Phường Bến Cũ cũ)',
      'Phường Bến Mơ (Thị trấn Gò Sương cũ)',
      'Xã chưa có danh mục',
    ])
    const mend = await browser.get(`${path}/to-mend`)
    expect(mend.html).toContain('Đinh Văn Chín')
  })
})
