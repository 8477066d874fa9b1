import { beforeAll, describe, expect, it } from '@jest/globals'
import { CancelReferral } from '../../referrals/index.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { SetAppointment } from '../../referrals/use-cases/set-appointment.js'
import { useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

/** What she takes away, on the worker's page and for other systems. */
describe('the person’s copy', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  const copyOf = (id: string) => `/referrals/${id}/copy`
  const sheetIn = (html: string): string =>
    /<div class="ba-paper ba-copy".*?<\/div>/s.exec(html)?.[0] ?? ''

  it('is reached from the check of a draft and from the page of what was sent', async () => {
    const browser = await world.test.browserOf(world.sender)
    const draft = await world.referrals.build.aDraft(world.cast)
    for (const [id, page] of [
      [draft.id, `/referrals/${draft.id}/check`],
      [(await world.aReferral()).id, null],
      [(await world.referrals.build.aSentReferral(world.cast)).id, null],
    ] as const) {
      expect((await browser.get(page ?? `/referrals/${id}`)).html).toContain(copyOf(id))
      expect(sheetIn((await browser.get(copyOf(id))).html)).toContain('Giấy nhắc')
    }
  })

  it('says when and whom to ask for, and nothing of who she is or why', async () => {
    const { id, caseId, version } = await world.referrals.build.anAcceptedReferral(world.cast)
    const at = new Date(world.test.clock.now().getTime() + 3 * 86_400_000)
    await world.referrals
      .find(SetAppointment)
      .run(world.cast.receiver.actor, id, version, { at, note: 'Phòng 12' })
    const shown = await (await world.test.browserOf(world.sender)).get(copyOf(id))
    const sheet = sheetIn(shown.html)
    for (const words of ['Nơi hỗ trợ', 'Nguyễn Thử Nghiệm', '0236 000 0001', '113', '115', '111'])
      expect(sheet).toContain(words)
    const day = new Intl.DateTimeFormat('vi', { timeZone: 'Asia/Ho_Chi_Minh', day: 'numeric' })
    expect(sheet).toContain(day.format(at))
    const { rows } = await world.test.owner.query<{ number: string; ofCase: string }>(
      `SELECT r.number, c.number AS "ofCase" FROM referral r JOIN cases c ON c.id = r.case_id
        WHERE r.id = $1`,
      [id],
    )
    const { number = '', ofCase = '' } = rows[0] ?? {}
    for (const secret of [
      girlsName,
      'Mai',
      'womens',
      'tâm lý',
      'nhân viên nữ',
      'Phòng 12',
      number,
      ofCase,
      world.sender.unit.name,
    ])
      expect(sheet).not.toContain(secret)
    expect(/<title>([^<]*)<\/title>/.exec(shown.html)?.[1]).toBe('Giấy nhắc')
    const { rows: trail } = await world.test.owner.query(
      `SELECT actor_id AS actor FROM audit_entry
        WHERE subject_id = $1 AND action = 'exchange.copy' AND case_id = $2`,
      [id, caseId],
    )
    expect(trail).toEqual([{ actor: world.sender.id }])
  })

  it('is in her own language where we write it, and in another for the asking', async () => {
    const { id } = await world.aReferral()
    const browser = await world.test.browserOf(world.sender)
    const inOwn = async (language: string, query = '') => {
      await world.test.owner.query('UPDATE referral SET language = $2 WHERE id = $1', [
        id,
        language,
      ])
      return browser.get(`${copyOf(id)}${query}`)
    }
    const french = await inOwn('fr')
    expect(sheetIn(french.html)).toContain('lang="fr"')
    expect(french.text).not.toContain('chưa có bản viết')
    // The page around it stays in the worker's language.
    expect(french.text).toContain('Ngôn ngữ của tờ giấy')
    const khmer = await inOwn('km')
    expect(sheetIn(khmer.html)).toContain('lang="vi"')
    expect(khmer.text).toContain('chưa có bản viết')
    expect(sheetIn((await inOwn('km', '?language=en')).html)).toContain('lang="en"')
    for (const query of ['?language=xx', '?language=fr&language=en', '?language[a]=fr'])
      expect(sheetIn((await inOwn('km', query)).html)).toContain('lang="vi"')
  })

  it('is not there before there is somewhere to go, nor afterwards', async () => {
    const browser = await world.test.browserOf(world.sender)
    const { id, version } = await world.aReferral()
    await world.referrals
      .find(CancelReferral)
      .run(world.sender.actor, id, version, { code: 'person_declined', note: null })
    expect((await browser.get(copyOf(id))).status).toBe(404)
    expect((await browser.get(`/referrals/${id}`)).html).not.toContain(copyOf(id))
    const draft = await world.referrals.build.aDraft(world.cast)
    await world.test.owner.query('UPDATE referral SET consent_id = NULL WHERE id = $1', [draft.id])
    expect((await browser.get(copyOf(draft.id))).status).toBe(404)
  })

  it('is the sender’s alone: nothing to a receiver, a colleague, a supervisor or who is kept away', async () => {
    const referral = await world.referrals.build.anAcceptedReferral(world.cast)
    const path = copyOf(referral.id)
    const { sender, sendersColleague, sendersSupervisor, receiver, supervisor } = world.cast
    const elsewhere = await world.test.given.aWorker(await world.test.given.aUnit('police'))
    const nobody = async (worker: typeof sender): Promise<void> => {
      expect((await (await world.test.browserOf(worker)).get(path)).status).toBe(404)
      expect((await (await world.test.apiOf(worker)).get(path)).status).toBe(404)
    }
    for (const worker of [sendersColleague, sendersSupervisor, receiver, supervisor, elsewhere])
      await nobody(worker)
    await world.referrals.block(sender, referral.caseId)
    try {
      await nobody(sender)
    } finally {
      await world.test.owner.query('DELETE FROM case_block WHERE case_id = $1', [referral.caseId])
    }
  })

  it('is the same for other systems', async () => {
    const { id } = await world.aReferral()
    const api = await world.test.apiOf(world.sender)
    const { status, body } = await api.get(`${copyOf(id)}?language=en`)
    expect([status, body]).toMatchObject([
      200,
      {
        language: 'en',
        title: 'Reminder',
        parts: [
          { heading: 'Where' },
          { heading: 'When' },
          { heading: 'Whom to ask for', lines: ['Telephone: 0236 000 0012'] },
          { heading: 'What to bring' },
          { heading: 'You decide', lines: [expect.anything(), 'To stop, call: 0236 000 0001'] },
          { heading: 'Emergency numbers, day and night' },
        ],
      },
    ])
    expect((await api.get(`${copyOf(id)}?language=xx`)).status).toBe(422)
  })
})
