import { describe, expect, it } from '@jest/globals'
import { useReferrals } from '../../referrals/testing/use-referrals.js'

describe('the hours at which the person may be reached', () => {
  const referrals = useReferrals()

  const aCase = async () => {
    const world = referrals()
    const cast = await world.parties()
    const { id, caseId } = await world.build.anAcceptedReferral(cast)
    return { world, cast, id, form: `/cases/${caseId}/sections/contact`, caseId }
  }

  it('are written, shown again in the form, and kept when it is saved once more', async () => {
    const { world, cast, form, caseId } = await aCase()
    const sender = await world.test.browserOf(cast.sender)
    await sender.submit(await sender.get(form), form, {
      hours1Days: 'weekdays',
      hours1From: '19:00',
      hours1Until: '21:00',
      hours2Days: 'sunday',
      hours2From: '08:00',
      hours2Until: '09:30',
    })
    const again = await sender.get(form)
    expect(again.formTo(form)).toMatchObject({
      hours1Days: 'weekdays',
      hours1From: '19:00',
      hours2Days: 'sunday',
      hours2Until: '09:30',
    })
    await sender.submit(again, form)
    const shown = await sender.get(`/cases/${caseId}/sections`)
    expect(shown.text).toContain('Thứ Hai đến thứ Sáu, 19:00–21:00')
    expect(shown.text).toContain('Chủ nhật, 08:00–09:30')
  })

  it('need both ends, and what was typed stays', async () => {
    const { world, cast, form } = await aCase()
    const sender = await world.test.browserOf(cast.sender)
    const back = await sender.submit(await sender.get(form), form, { hours1From: '19:00' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Chọn cả giờ bắt đầu và giờ kết thúc')
    expect(back.formTo(form)).toMatchObject({ hours1From: '19:00' })
  })

  it('stand where somebody is about to get in touch, for those it is shared with', async () => {
    const { world, cast, id, form } = await aCase()
    const sender = await world.test.browserOf(cast.sender)
    await sender.submit(await sender.get(form), form, { channels: ['none'] })
    const receiver = await world.test.browserOf(cast.receiver)
    for (const path of [`/referrals/${id}`, `/referrals/${id}/appointment`])
      expect((await receiver.get(path)).text).toContain('Không chủ động liên lạc')
  })

  it('are there for other systems', async () => {
    const { world, cast, caseId } = await aCase()
    const api = await world.test.apiOf(cast.sender)
    const path = `/cases/${caseId}/sections/contact`
    const hours = [{ days: 'every-day', from: '19:15', until: '21:00' }]
    const contact = { channels: ['message'], hours }
    expect((await api.put(path, contact, { ifMatch: 1 })).status).toBeLessThan(300)
    expect((await api.get(path)).text).toContain('Hằng ngày, 19:15–21:00')
    const wrong = { channels: ['message'], hours: [{ days: 'someday', from: '25:00', until: 'x' }] }
    expect((await api.put(path, wrong, { ifMatch: 2 })).status).toBe(422)
  })
})
