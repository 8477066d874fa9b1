import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

describe('the page of proposed units', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let sender: Browser

  beforeAll(async () => {
    world = referrals()
    // A Sunday.
    world.test.clock.standAt(new Date('2026-11-15T09:00:00+07:00'))
    cast = await world.parties()
    sender = await world.test.browserOf(cast.sender)
  })

  const unitsFor = async (service: string): Promise<Shown> => {
    const path = `/cases/${await world.build.aCase(cast.sender)}/referrals/new`
    return sender.submit(await sender.get(path), path, {
      service,
      urgency: 'normal',
      need: 'Cần giúp đỡ',
    })
  }

  it('says when a unit that is closed now opens', async () => {
    await world.owner.query(
      `UPDATE unit SET hours = '{"mon": [["07:30", "11:30"]]}' WHERE id = $1`,
      [(await world.aUnit('health', { services: ['NUTRITION'] })).id],
    )
    const { text } = await unitsFor('NUTRITION')
    expect(text).toContain('đang ngoài giờ làm việc')
    expect(text).toContain('Mở cửa lại: Thứ Hai, 16 tháng 11, 07:30')
  })

  it('offers units elsewhere and the hotlines where none is near', async () => {
    const far = await world.aUnit('health', { services: ['WASH'], provinceCode: '01' })
    const { text, html } = await unitsFor('WASH')
    expect(text).toContain('Đây là các đơn vị ở tỉnh, thành phố khác')
    expect(text).toContain(far.name)
    expect(html).toContain('href="/directory?sector=hotline"')
  })

  it('leads to the hotlines where there is none at all', async () => {
    const { text, html } = await unitsFor('OTHER')
    expect(text).toContain('Chưa có đơn vị nào phù hợp')
    expect(html).toContain('href="/directory?sector=hotline"')
  })

  it('keeps saying what is wrong until a unit is chosen', async () => {
    const page = await unitsFor('PSS_BASIC')
    const again = await sender.submit(page, page.path, { unit: 'nowhere' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Chọn nơi nhận chuyển gửi')
    expect(again.text).toContain(cast.receiver.unit.name)
  })
})
