import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { PostOffice } from '../testing/post-office.js'

const office = new PostOffice()
const smtpUrl = await office.open()
const here = '/account/notifications'

describe('how one is told', () => {
  const test = useApp({ SMTP_URL: smtpUrl, MAIL_FROM: 'no-reply@ben-an.example' })
  let lan: TestWorker

  afterAll(() => office.close())
  beforeEach(async () => {
    office.received.length = 0
    lan = await test().given.aWorker(await test().given.aUnit('legal-aid'))
  })

  const code = (): string =>
    /\b\d{6}\b/.exec(office.received.at(-1)?.whole.split('\n\n')[1] ?? '')?.[0] ?? ''

  it('is chosen on a page: an address, confirmed by its code, and what, and when', async () => {
    const browser = await test().browserOf(lan)
    expect((await browser.get('/account')).html).toContain(`href="${here}"`)
    const sent = await browser.submit(await browser.get(here), `${here}/address`, {
      address: 'lan@unit.example',
    })
    expect(sent.text).toContain('Chưa xác nhận lan@unit.example')
    await test().deliverAll()
    const wrong = await browser.submit(sent, `${here}/code`, { code: '000' })
    expect([wrong.status, wrong.text.includes('Mã chưa đúng')]).toEqual([422, true])
    const confirmed = await browser.submit(wrong, `${here}/code`, { code: code() })
    expect(confirmed.text).toContain('Thư được gửi đến lan@unit.example')

    const saved = await browser.submit(confirmed, here, {
      mailed: ['emergency', 'news'],
      quietFrom: '20:00',
      quietUntil: '07:00',
      digestAt: '',
    })
    expect(saved.formTo(here)).toMatchObject({
      mailed: ['emergency', 'news'],
      quietFrom: '20:00',
      quietUntil: '07:00',
      digestAt: '',
    })
    const gone = await browser.submit(saved, `${here}/address/forget`)
    expect(gone.text).not.toContain('lan@unit.example')
  })

  it('comes back as typed when something is missing', async () => {
    const browser = await test().browserOf(lan)
    const shown = await browser.get(here)
    const half = await browser.submit(shown, here, { quietFrom: '20:00', quietUntil: '' })
    expect([half.status, half.text.includes('Chọn cả giờ bắt đầu')]).toEqual([422, true])
    expect(half.formTo(here)).toMatchObject({ quietFrom: '20:00', quietUntil: '' })
    const noAddress = await browser.submit(shown, `${here}/address`, { address: 'lan at unit' })
    expect(noAddress.status).toBe(422)
    expect(noAddress.formTo(`${here}/address`)).toMatchObject({ address: 'lan at unit' })
  })

  it('is not overwritten by a page that is out of date', async () => {
    const browser = await test().browserOf(lan)
    const old = await browser.get(here)
    await browser.submit(old, here, { digestAt: '08:00' })
    const late = { digestAt: '09:00', _idempotency: randomUUID() }
    expect((await browser.submit(old, here, late)).status).toBe(412)
  })

  it('is chosen by other systems too, each for whom it signs in', async () => {
    const api = await test().apiOf(lan)
    const choice = { mailed: ['news'], quietHours: null, digestAt: '06:45' }
    const path = '/notification-preferences'
    expect((await api.get(path)).body).toMatchObject({ mailAvailable: true, mailAddress: null })
    expect((await api.put(path, choice)).status).toBe(428)
    const changed = await api.put(path, choice, { ifMatch: 0 })
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"1"'])
    expect((await api.put(path, choice, { ifMatch: 0 })).status).toBe(412)
    expect((await api.put(path, { ...choice, digestAt: '25:00' }, { ifMatch: 1 })).status).toBe(422)

    expect((await api.put(`${path}/mail-address`, { address: 'nobody' })).status).toBe(422)
    expect((await api.put(`${path}/mail-address`, { address: 'lan@unit.example' })).status).toBe(
      204,
    )
    await test().deliverAll()
    const minh = await test().apiOf(await test().given.aWorker(lan.unit))
    expect((await minh.post(`${path}/mail-address/confirm`, { code: code() })).status).toBe(422)
    expect((await minh.get(path)).body).toMatchObject({ mailAddress: null, digestAt: '07:30' })
    expect((await api.post(`${path}/mail-address/confirm`, { code: code() })).status).toBe(204)
    expect((await api.get(path)).body).toMatchObject({
      ...choice,
      mailAddress: { address: 'lan@unit.example', confirmed: true },
    })
    expect((await api.delete(`${path}/mail-address`)).status).toBe(204)
    expect((await (await test().apiOf()).get(path)).status).toBe(401)
  })

  it('counts wrong codes whatever is answered', async () => {
    const api = await test().apiOf(lan)
    const path = '/notification-preferences/mail-address'
    await api.put(path, { address: 'lan@unit.example' })
    await test().deliverAll()
    const wrong = code() === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt++) await api.post(`${path}/confirm`, { code: wrong })
    expect((await api.post(`${path}/confirm`, { code: code() })).status).toBe(422)
  })
})

describe('where no mail is sent', () => {
  const test = useApp()

  it('the page says so, and takes no address', async () => {
    const lan = await test().given.aWorker(await test().given.aUnit('legal-aid'))
    const browser = await test().browserOf(lan)
    const shown = await browser.get(here)
    expect(shown.text).toContain('chưa được cài đặt để gửi thư')
    expect(shown.html).not.toContain(`${here}/address`)
    const api = await test().apiOf(lan)
    const path = '/notification-preferences/mail-address'
    expect((await api.put(path, { address: 'lan@unit.example' })).status).toBe(409)
  })
})
