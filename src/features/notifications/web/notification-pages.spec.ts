import { describe, expect, it } from '@jest/globals'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { useReferrals } from '../../referrals/testing/use-referrals.js'

describe('the page of notifications', () => {
  const referrals = useReferrals()

  it('counts in the navigation, leads to the referral and is read by being opened', async () => {
    const world = referrals()
    const cast = await world.parties()
    const { id } = await world.build.aSentReferral(cast)
    await world.deliverAll()
    const receiver = await world.test.browserOf(cast.receiver)

    expect(JSON.parse((await receiver.get('/notifications/unread-count')).html)).toEqual({
      count: 1,
    })
    const page = await receiver.get('/notifications')
    expect(page.text).toContain('chuyển gửi đến đơn vị bạn')
    expect(page.text).not.toContain(girlsName)

    const action = /action="(\/notifications\/[0-9a-f-]+\/read)"/.exec(page.html)?.[1] ?? ''
    const opened = await receiver.submit(page, action)
    expect(opened.path).toBe(`/referrals/${id}`)
    expect(JSON.parse((await receiver.get('/notifications/unread-count')).html)).toEqual({
      count: 0,
    })
  })

  it('marks all as read', async () => {
    const world = referrals()
    const cast = await world.parties()
    await world.build.aSentReferral(cast)
    await world.build.aSentReferral(cast)
    await world.deliverAll()
    const receiver = await world.test.browserOf(cast.receiver)
    const page = await receiver.submit(await receiver.get('/notifications'), '/notifications/read')
    expect(page.text).toContain('Đã đánh dấu là đã đọc')
  })

  it('is there for other systems, and holds nobody else’s', async () => {
    const world = referrals()
    const cast = await world.parties()
    await world.build.aSentReferral(cast)
    await world.deliverAll()
    const receiver = await world.test.apiOf(cast.receiver)
    const { body } = await receiver.get('/notifications')
    expect(body).toMatchObject({
      items: [{ kind: 'referral.requested', readAt: null }],
      next: null,
    })
    const id = /"id":"([0-9a-f-]+)"/.exec(JSON.stringify(body))?.[1] ?? ''

    const colleague = await world.test.apiOf(cast.colleague)
    expect((await colleague.post(`/notifications/${id}/read`)).status).toBe(404)
    expect((await receiver.post(`/notifications/${id}/read`)).status).toBe(204)
  })
})
