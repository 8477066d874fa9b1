import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import { girlsName } from '../testing/referral.builder.js'
import { AskQuestion } from '../use-cases/ask-question.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

describe('the pages of referrals', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let sender: Browser
  let receiver: Browser

  beforeAll(async () => {
    world = referrals()
    cast = await world.parties()
    sender = await world.test.browserOf(cast.sender)
    receiver = await world.test.browserOf(cast.receiver)
  })

  /** Presses the button of a form with nothing to fill in. */
  const press = (browser: Browser, shown: Shown, move: string, id: string): Promise<Shown> =>
    browser.submit(shown, `/referrals/${id}/${move}`)

  it('lead from a case through four steps to the other unit’s desk and back', async () => {
    const caseId = await world.build.aCase(cast.sender)
    await world.build.aConsent(cast.sender, caseId, cast.receiver.unit.id)

    const need = await sender.get(`/cases/${caseId}/referrals/new`)
    expect(need.text).toContain('Liên lạc an toàn')
    const unit = await sender.submit(need, `/cases/${caseId}/referrals/new`, {
      service: 'PSS_BASIC',
      urgency: 'urgent',
      need: 'Cần tư vấn tâm lý, chỉ gặp nhân viên nữ.',
    })
    expect(unit.text).toContain('Chuyển gửi đến đâu?')
    const id = /referrals\/([0-9a-f-]{36})\/unit/.exec(unit.path)?.[1] ?? ''

    const sharing = await sender.submit(unit, `/referrals/${id}/unit`, {
      unit: cast.receiver.unit.id,
    })
    expect(sharing.text).toContain('Chia sẻ những gì?')
    const check = await sender.submit(sharing, `/referrals/${id}/sharing`)
    expect(check.text).toContain('trước khi tiếp nhận')
    expect(check.text).toContain(girlsName)

    const sent = await press(sender, check, 'send', id)
    expect(sent.path).toBe(`/referrals/${id}`)
    expect(sent.text).toContain('Đã gửi. Nơi nhận đã được báo')
    expect(sent.text).toContain('chưa có ai xem xét')

    const desk = await receiver.get('/referrals?direction=in')
    expect(desk.html).toContain(`/referrals/${id}`)
    expect(desk.text).not.toContain(girlsName)
    const preview = await receiver.get(`/referrals/${id}`)
    expect(preview.text).toContain('chỉ gặp nhân viên nữ')
    expect(preview.text).not.toContain(girlsName)

    const claimed = await press(receiver, preview, 'claim', id)
    expect(claimed.text).toContain('Bạn đang xem xét chuyển gửi này')
    const accepted = await press(receiver, claimed, 'accept', id)
    expect(accepted.text).toContain(girlsName)
    expect(accepted.text).toContain('Liên lạc an toàn')
    const started = await press(receiver, accepted, 'start', id)
    expect(started.status).toBe(200)

    const outcome = await receiver.get(`/referrals/${id}/complete`)
    const completed = await receiver.submit(outcome, `/referrals/${id}/complete`, {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })
    expect(completed.text).toContain('Đã gửi kết quả về nơi gửi')
    expect(completed.text).not.toContain(girlsName)

    const question = await sender.get(`/referrals/${id}/confirm`)
    expect(question.text).toContain('Liên lạc an toàn')
    const closed = await sender.submit(question, `/referrals/${id}/confirm`, {
      received: 'yes',
      safe: 'yes',
      helpful: 'partly',
    })
    expect(closed.text).toContain('Chuyển gửi này đã khép lại')
    expect(closed.text).toContain('Đã tư vấn ba buổi.')
  })

  it('never say that nobody has to act while the person does not feel safe', async () => {
    const { id } = await world.build.aSentReferral(cast)
    await press(receiver, await receiver.get(`/referrals/${id}`), 'claim', id)
    await press(receiver, await receiver.get(`/referrals/${id}`), 'accept', id)
    const outcome = await receiver.get(`/referrals/${id}/complete`)
    await receiver.submit(outcome, `/referrals/${id}/complete`, {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })

    const question = await sender.get(`/referrals/${id}/confirm`)
    const closed = await sender.submit(question, `/referrals/${id}/confirm`, {
      received: 'yes',
      safe: 'no',
      helpful: 'yes',
    })
    expect(closed.text).toContain('Người được hỗ trợ chưa an toàn')
    expect(closed.html).toMatch(/href="\/cases\/[0-9a-f-]{36}\/risk"/)
    expect(closed.text).not.toContain('Không còn ai phải làm gì')
  })

  it('keep what was typed when something is missing, and say what', async () => {
    const caseId = await world.build.aCase(cast.sender)
    const path = `/cases/${caseId}/referrals/new`
    const again = await sender.submit(await sender.get(path), path, {
      service: 'PSS_BASIC',
      need: 'Cần người nghe',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Có 1 điểm cần sửa')
    expect(again.html).toContain('href="#urgency"')
    expect(again.formTo(path)).toMatchObject({ service: 'PSS_BASIC', need: 'Cần người nghe' })

    const empty = await sender.submit(await sender.get(path), path, { need: '' })
    expect(empty.text).toContain('Có 3 điểm cần sửa')
    expect(empty.text).toContain('Ghi điều nơi nhận cần biết để chuẩn bị')
  })

  it('send whoever has no consent yet to record one, and back again', async () => {
    const caseId = await world.build.aCase(cast.sender)
    const path = `/cases/${caseId}/referrals/new`
    const unit = await sender.submit(await sender.get(path), path, {
      service: 'PSS_BASIC',
      urgency: 'normal',
      need: 'Cần người nghe',
    })
    const action = unit.path
    const sharing = await sender.submit(unit, action, { unit: cast.receiver.unit.id })
    expect(sharing.text).toContain('Cần ghi đồng thuận trước')
    const back = encodeURIComponent(sharing.path)
    expect(sharing.html.replaceAll('&amp;', '&')).toContain(
      `/cases/${caseId}/consents/new?unit=${cast.receiver.unit.id}&return=${back}`,
    )
  })

  it('take a draft up where it was left, also from the outbox', async () => {
    const { id } = await world.build.aDraft(cast)
    expect((await sender.get(`/referrals/${id}`)).path).toBe(`/referrals/${id}/check`)
    expect((await sender.get('/referrals?direction=out&status=draft')).html).toContain(id)
  })

  it('ask for a reason before they decline, and tell it to the sender', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const page = await receiver.get(`/referrals/${id}/reject`)
    const again = await receiver.submit(page, `/referrals/${id}/reject`, { note: 'Hết chỗ' })
    expect(again.status).toBe(422)
    expect(again.formTo(`/referrals/${id}/reject`)).toMatchObject({ note: 'Hết chỗ' })

    await receiver.submit(again, `/referrals/${id}/reject`, { reason: 'no_capacity' })
    const told = await sender.get(`/referrals/${id}`)
    expect(told.text).toContain('Không còn khả năng tiếp nhận. Hết chỗ')
    expect(told.text).toContain('Chuyển gửi nơi khác')
  })

  it('show the colleagues at the desk who has it in hand', async () => {
    const { id } = await world.build.aSentReferral(cast)
    await press(receiver, await receiver.get(`/referrals/${id}`), 'claim', id)
    const colleague = await world.test.browserOf(cast.colleague)
    expect((await colleague.get('/referrals?direction=in')).text).toContain(
      `${cast.receiver.displayName} đang xem`,
    )
    const page = await colleague.get(`/referrals/${id}`)
    expect(page.text).toContain('đang xem xét')
    expect(page.text).not.toContain('Bước tiếp theo')
  })

  it('never propose to the sender, who waits, to take back what was sent', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const page = await sender.get(`/referrals/${id}`)
    expect(page.text).toContain('Nếu cần thay đổi')
    expect(page.text).not.toContain('Bước tiếp theo')
    expect(page.html).not.toContain('class="govuk-button"')
  })

  it('answer a stranger as if nothing were there', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const police = await world.aWorker(await world.aUnit('police'))
    const stranger = await world.test.browserOf(police)
    const nothing = await stranger.get('/referrals/00000000-0000-4000-8000-000000000000')
    const hidden = await stranger.get(`/referrals/${id}`)
    expect(hidden.status).toBe(404)
    expect(hidden.text).toBe(nothing.text)
    for (const step of ['need', 'unit', 'sharing', 'check', 'reject', 'cancel', 'complete'])
      expect((await stranger.get(`/referrals/${id}/${step}`)).status).toBe(404)
  })

  it('say that somebody else was faster when a form is out of date', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const seen = await receiver.get(`/referrals/${id}`)
    await press(receiver, seen, 'claim', id)
    expect((await press(receiver, seen, 'accept', id)).status).toBe(412)
  })

  it('carry no name in title or address', async () => {
    const { id } = await world.build.anAcceptedReferral(cast)
    const { html, path } = await receiver.get(`/referrals/${id}`)
    expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).not.toContain('Mai')
    expect(path).not.toContain('Mai')
  })

  it('narrow the desk by what the address asks for, with chips to take it back', async () => {
    const { id } = await world.build.aSentReferral(cast, { need: { urgency: 'emergency' } })
    const narrowed = await receiver.get(
      '/referrals?direction=in&status=requested&urgency=emergency',
    )
    expect(narrowed.html).toContain(id)
    expect(narrowed.text).toContain('Xoá bộ lọc')
    const none = await receiver.get('/referrals?direction=in&service=LEGAL')
    expect(none.text).toContain('Không có chuyển gửi nào khớp bộ lọc')
  })

  it('say whom the desk waits for, and narrow it to them', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const other = await world.build.anAcceptedReferral(cast)
    const desk = await receiver.get('/referrals?direction=in')
    expect(desk.text).toMatch(/Chưa ai nhận \(\d+\)/)
    expect(desk.html).toContain('href="/account/absence"')
    const unclaimed = await receiver.get('/referrals?direction=in&lane=unclaimed&number=')
    expect(unclaimed.html).toContain(id)
    expect(unclaimed.html).not.toContain(other.id)
    const mine = await receiver.get('/referrals?direction=in&lane=mine')
    expect(mine.html).toContain(other.id)
    expect(mine.html).not.toContain(id)
  })

  it('show both sides a question that waits', async () => {
    const { id, version } = await world.build.aSentReferral(cast)
    await world.find(AskQuestion).run(cast.receiver.actor, id, version, 'Có cần phiên dịch không?')
    const asked = await sender.get('/referrals?direction=out&lane=question')
    expect(asked.html).toContain(id)
    expect(asked.text).toContain('Nơi nhận hỏi, chờ bạn trả lời')
    const desk = await receiver.get('/referrals?direction=in&lane=question')
    expect(desk.text).toContain('Đang chờ nơi gửi trả lời câu hỏi')
    expect(desk.text).not.toContain('phiên dịch')
  })

  it('show the case its referrals, what to do and what happened', async () => {
    const { id, caseId } = await world.build.aCompletedReferral(cast)
    const { html, text } = await sender.get(`/cases/${caseId}`)
    expect(html).toContain(`/referrals/${id}`)
    expect(text).toContain('Hỏi lại người được hỗ trợ và xác nhận')
    expect(text).toContain('đã tiếp nhận')
  })
})
