import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { Absences } from '../../accounts/index.js'
import { girlsName, type Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

const tomorrow = () => addDays(localTimeOf(new Date()).date, 1)
const reason = { reason: 'person_asked' }
const words = { text: 'Có cần phiên dịch không?' }

/** What each move is sent with, by a form and by another system. */
const moves = {
  claim: [{}, {}],
  release: [{}, {}],
  'take-over': [{}, {}],
  accept: [{}, {}],
  hold: [reason, reason],
  resume: [{}, {}],
  appointment: [{ day: tomorrow(), time: '09:00' }, { at: `${tomorrow()}T09:00:00+07:00` }],
  'no-show': [{}, {}],
  ask: [words, words],
  'confirm-cancel': [{}, {}],
  assign: [{}, {}],
  answer: [words, words],
  cancel: [{ reason: 'no_longer_needed' }, { reason: 'no_longer_needed' }],
  'ask-to-cancel': [{ reason: 'consent_withdrawn' }, { reason: 'consent_withdrawn' }],
  'enter-in-error': [{ reason: 'wrong_person' }, { reason: 'wrong_person' }],
} as const
type Move = keyof typeof moves
const every = Object.keys(moves) as readonly Move[]
const ofTheSender: readonly Move[] = ['answer', 'cancel', 'ask-to-cancel']
const ofTheReceiver = every.filter((move) => ![...ofTheSender, 'enter-in-error'].includes(move))

describe('the moves of the desk, by pages and by other systems', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let sender: Browser
  let receiver: Browser
  let supervisor: Browser

  beforeAll(async () => {
    world = referrals()
    cast = await world.parties()
    sender = await world.test.browserOf(cast.sender)
    receiver = await world.test.browserOf(cast.receiver)
    supervisor = await world.test.browserOf(cast.supervisor)
  })

  const press = async (browser: Browser, id: string, move: Move): Promise<Shown> =>
    browser.submit(await browser.get(`/referrals/${id}`), `/referrals/${id}/${move}`)
  const fill = async (
    browser: Browser,
    id: string,
    move: Move,
    fields: Record<string, string> = moves[move][0],
  ): Promise<Shown> => {
    const path = `/referrals/${id}/${move}`
    return browser.submit(await browser.get(path), path, fields)
  }

  describe('who may', () => {
    it('asks, is answered, makes an appointment, pauses and goes on', async () => {
      const { id } = await world.build.anAcceptedReferral(cast)
      expect((await fill(receiver, id, 'ask')).text).toContain('Đã gửi câu hỏi.')
      const question = await sender.get(`/referrals/${id}/answer`)
      expect(question.text).toContain(words.text)
      const answer = { text: 'Có, tiếng H’Mông.' }
      const answered = await fill(sender, id, 'answer', answer)
      expect(answered.text).toContain('Đã gửi câu trả lời.')

      expect((await fill(receiver, id, 'appointment')).text).toContain('Đã đặt lịch hẹn.')
      expect((await fill(receiver, id, 'hold')).text).toContain('Đã tạm dừng.')
      expect((await press(receiver, id, 'resume')).text).toContain('Đã ghi: hỗ trợ tiếp tục.')
      expect((await sender.get(`/referrals/${id}`)).text).toContain(answer.text)
    })

    it('asks to stop what has begun, and the other side stops', async () => {
      const { id } = await world.build.anAcceptedReferral(cast)
      await receiver.submit(await receiver.get(`/referrals/${id}`), `/referrals/${id}/start`)
      const asked = await fill(sender, id, 'ask-to-cancel')
      expect(asked.text).toContain('Đã xin nơi nhận dừng lại.')
      const stopped = await press(receiver, id, 'confirm-cancel')
      expect(stopped.text).toContain('Đã dừng theo yêu cầu của nơi gửi.')
      expect(stopped.text).not.toContain(girlsName)
    })

    it('gives it to a colleague, and marks what should never have been', async () => {
      const { id } = await world.build.anAcceptedReferral(cast)
      const page = await supervisor.get(`/referrals/${id}/assign`)
      expect(page.text).toContain(cast.colleague.displayName)
      const given = await fill(supervisor, id, 'assign', { worker: cast.colleague.id })
      expect(given.text).toContain('Đã giao.')
      expect((await receiver.get(`/referrals/${id}`)).status).toBe(404)
      expect((await fill(sender, id, 'enter-in-error')).text).toContain('Đã đánh dấu là ghi nhầm.')
    })

    it('takes over from a colleague who is away', async () => {
      const absent = await world.aWorker(cast.receiver.unit)
      const { id } = await world.build.anAcceptedReferral({ ...cast, receiver: absent })
      const from = localTimeOf(new Date()).date
      await world
        .find(Absences)
        .record(absent.actor, { workerId: absent.id, from, until: tomorrow() })
      const taken = await press(receiver, id, 'take-over')
      expect(taken.text).toContain('Từ bây giờ bạn phụ trách chuyển gửi này.')
      expect(taken.text).toContain(girlsName)
      const old = await world.test.browserOf(absent)
      expect((await old.get(`/referrals/${id}`)).status).toBe(404)
    })

    it('is told what is missing, and keeps what was typed', async () => {
      const { id } = await world.build.anAcceptedReferral(cast)
      for (const [browser, move, typed] of [
        [receiver, 'hold', { note: 'Em xin nghỉ' }],
        [receiver, 'enter-in-error', { note: 'Em xin nghỉ' }],
        [receiver, 'appointment', { day: 'mai', time: '09:00', note: 'Gọi trước' }],
        [receiver, 'ask', { text: '' }],
        [supervisor, 'assign', { worker: 'ai đó' }],
      ] as const) {
        const again = await fill(browser, id, move, typed)
        expect([move, again.status]).toEqual([move, 422])
        expect(again.text).toContain('Có 1 điểm cần sửa')
        if ('note' in typed)
          expect(again.formTo(`/referrals/${id}/${move}`)).toMatchObject({ note: typed.note })
      }
    })
  })

  describe('who may not is answered as if nothing were there', () => {
    // With a version that fits, and a token of their own: nothing but the wall stands in the way.
    const tries = async (
      who: TestWorker,
      handed: Handed,
      tried: readonly Move[],
      id = handed.id,
    ) => {
      const browser = await world.test.browserOf(who)
      const api = await world.test.apiOf(who)
      const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/account')).html)?.[1]
      const found: string[] = []
      for (const move of tried) {
        const [form, body] = moves[move]
        const assigned = move === 'assign' ? cast.colleague.id : undefined
        const { status } = await browser.postRaw(`/referrals/${id}/${move}`, {
          _csrf: token ?? '',
          _version: String(handed.version),
          ...form,
          ...(assigned === undefined ? {} : { worker: assigned }),
        })
        const answer = await api.post(
          `/referrals/${id}/${move}`,
          assigned === undefined ? body : { workerId: assigned },
          { ifMatch: handed.version },
        )
        if (status !== 404 || answer.status !== 404)
          found.push(`${move}: ${String(status)} and ${String(answer.status)}`)
      }
      return found
    }

    it.each([
      ['another unit', 'stranger', every],
      ['a colleague, of what somebody else handles', 'colleague', every],
      ['the sender, who never answers what it sent', 'sender', ofTheReceiver],
      ['the receiver, who never cancels for the sender', 'receiver', ofTheSender],
      ['a colleague of the sender', 'sendersColleague', every],
      ['the sender’s supervisor, who reads', 'sendersSupervisor', every],
    ] as const)('%s', async (_, who, tried) => {
      const handed = await world.build.anAcceptedReferral(cast)
      const stranger = await world.aWorker(await world.aUnit('police'), [
        'caseworker',
        'supervisor',
      ])
      expect(await tries({ ...cast, stranger }[who], handed, tried)).toEqual([])
    })

    it('and nobody else is', async () => {
      const handed = await world.build.anAcceptedReferral(cast)
      expect(await tries(cast.receiver, handed, ['hold'])).toEqual(['hold: 200 and 409'])
    })

    it.each([
      ['the handler', 'receiver', 'anAcceptedReferral'],
      ['the desk', 'colleague', 'aSentReferral'],
      ['the sender', 'sender', 'anAcceptedReferral'],
      ['the supervisor', 'supervisor', 'aSentReferral'],
    ] as const)('%s, in a conflict of interest', async (_, who, state) => {
      const handed = await world.build[state](cast)
      await world.block(cast[who], handed.caseId)
      expect(await tries(cast[who], handed, every)).toEqual([])
    })

    it('whoever writes another id in the address: of a case, or of nothing', async () => {
      const handed = await world.build.anAcceptedReferral(cast)
      for (const id of [handed.caseId, handed.consentId, randomUUID()])
        for (const who of [cast.receiver, cast.supervisor, cast.sender])
          expect(await tries(who, handed, every, id)).toEqual([])
    })

    it('whoever goes on with a referral under another case’s address', async () => {
      const { id } = await world.build.anAcceptedReferral(cast)
      const other = await world.build.aCase(cast.sender)
      const api = await world.test.apiOf(cast.sender)
      const need = { service: 'PSS_BASIC', urgency: 'normal', need: 'Cần tư vấn' }
      const created = await api.post(`/cases/${other}/referrals`, { ...need, supersedesId: id })
      expect(created.status).toBe(404)
      expect((await sender.get(`/cases/${other}/referrals/new?after=${id}`)).status).toBe(404)
      expect((await sender.get(`/cases/${id}/referrals/new`)).status).toBe(404)
    })
  })
})
