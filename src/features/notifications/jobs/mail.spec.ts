import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { DeliverEvent, DeliveryFailed } from '../../../platform/outbox/deliver-event.js'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import { ReferralWorld, type Cast } from '../../referrals/testing/use-referrals.js'
import type { MailChoice } from '../domain/mail-choice.js'
import { usualChoice } from '../domain/mail-choice.js'
import { TooManyMailCodes, WrongMailCode } from '../domain/mail.errors.js'
import { PostOffice } from '../testing/post-office.js'
import { MarkNotificationRead } from '../use-cases/mark-notification-read.js'
import { OwnMailAddress } from '../use-cases/own-mail-address.js'
import { OwnMailChoice } from '../use-cases/own-mail-choice.js'

const office = new PostOffice()
const smtpUrl = await office.open()
const zone = 'Asia/Ho_Chi_Minh'
const minute = 60_000
const hour = 60 * minute

describe('mail', () => {
  const test = useApp({
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Bến An <no-reply@ben-an.example>',
    PUBLIC_URL: 'https://ben-an.example',
  })
  let world: ReferralWorld
  let cast: Cast

  afterAll(() => office.close())
  beforeEach(async () => {
    world = new ReferralWorld(test())
    // Nobody of an earlier story gets mail.
    await world.owner.query(
      'UPDATE mail_address SET sealed_address = NULL, sealed_code = NULL, confirmed_at = NULL',
    )
    await world.owner.query('DELETE FROM timer')
    office.received.length = 0
    office.refusal = null
    office.hangsUp = false
    cast = await world.parties()
    // A Friday or whichever day it is by now, at ten in the morning.
    await comeTo(10 * 60)
  })

  /** Lets time come to the next such minute of the day. */
  const comeTo = async (minuteOfDay: number): Promise<void> => {
    const now = test().clock.now().getTime()
    const midnight = Math.floor((now + 7 * hour) / (24 * hour)) * 24 * hour - 7 * hour
    const at = midnight + minuteOfDay * minute
    await ringOurs(new Date(at > now ? at : at + 24 * hour))
  }
  const later = (milliseconds: number): Promise<void> =>
    ringOurs(new Date(test().clock.now().getTime() + milliseconds))
  /** Referrals have clocks that call people too: they stand still here. */
  const ringOurs = async (now: Date): Promise<void> => {
    await test().deliverAll()
    await world.owner.query(`DELETE FROM timer WHERE key NOT IN ('mail', 'digest')`)
    await test().ringTimers(now)
  }
  const addressOf = ({ login }: TestWorker): string => `${login}@unit.example`

  const confirmed = async (
    worker: TestWorker,
    choice: Partial<Omit<MailChoice, 'version'>> = { digestAt: null },
  ): Promise<TestWorker> => {
    const own = world.find(OwnMailAddress)
    await own.change(worker.actor, addressOf(worker))
    await test().deliverAll()
    const code = /\b\d{6}\b/.exec(office.received.at(-1)?.whole.split('\n\n')[1] ?? '')?.[0] ?? ''
    await own.confirm(worker.actor, code, zone)
    await world.find(OwnMailChoice).change(worker.actor, 0, { ...usualChoice, ...choice }, zone)
    office.received.length = 0
    return worker
  }
  const sentTo = (worker: TestWorker) =>
    office.received.filter(({ to }) => to.includes(addressOf(worker)))

  it('says that there is news and nothing else: no name, agency, type, number or path', async () => {
    const receiver = await confirmed(cast.receiver)
    const { id, caseId } = await world.build.aSentReferral(cast)
    await later(2 * minute)

    const [letter, ...others] = sentTo(receiver)
    expect(others).toEqual([])
    const whole = letter?.whole ?? ''
    expect(whole).toContain('Bến An: bạn có tin mới')
    expect(whole).toContain('https://ben-an.example/sign-in')
    const { rows } = await world.owner.query<{ word: string }>(
      `SELECT unnest(ARRAY[r.number, c.number, f.name, t.name, a.name, b.name, s.display_name,
                           h.display_name]) AS word
         FROM referral r JOIN cases c ON c.id = r.case_id
         JOIN unit f ON f.id = r.from_unit_id JOIN unit t ON t.id = r.to_unit_id
         JOIN agency a ON a.id = f.agency_id JOIN agency b ON b.id = t.agency_id
         JOIN worker s ON s.id = r.from_worker_id JOIN worker h ON h.id = $2
        WHERE r.id = $1`,
      [id, receiver.id],
    )
    const forbidden = [
      ...rows.map(({ word }) => word),
      ...[id, caseId, receiver.id, girlsName, 'Mai'],
      ...['referral', 'chuyển gửi', 'hồ sơ', 'PSS', 'urgent', '/referrals', '/cases', 'Zalo'],
    ]
    expect(forbidden.filter((word) => whole.toLowerCase().includes(word.toLowerCase()))).toEqual([])
    // As numbers begin; small letters may stand so in the id of the message.
    expect(whole).not.toMatch(/(CG|BA)-/)
    expect([...whole.matchAll(/https?:\S+/g)].map(([url]) => url)).toEqual([
      'https://ben-an.example/sign-in',
    ])
    expect(whole).toMatch(/^Auto-Submitted: auto-generated$/im)
    expect(whole).not.toMatch(/X-Mailer|nodemailer/i)
  })

  it('speaks the reader’s language', async () => {
    await world.owner.query(`UPDATE worker SET locale = 'fr' WHERE id = $1`, [cast.receiver.id])
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    await later(2 * minute)
    expect(sentTo(receiver)[0]?.whole).toContain('du nouveau pour vous')
  })

  it('is one for all that comes within a while, and none for what was read meanwhile', async () => {
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    await world.build.aSentReferral(cast)
    await later(2 * minute)
    expect(sentTo(receiver)).toHaveLength(1)

    await world.build.aSentReferral(cast)
    await later(5 * minute)
    expect(sentTo(receiver)).toHaveLength(1)
    await later(15 * minute)
    expect(sentTo(receiver)).toHaveLength(2)

    await world.build.aSentReferral(cast)
    await test().deliverAll()
    await world.find(MarkNotificationRead).all(receiver.actor)
    await later(hour)
    expect(sentTo(receiver)).toHaveLength(2)
  })

  it('is sent once, however often its event is delivered', async () => {
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    await later(2 * minute)
    const [first] = sentTo(receiver)

    for (const forget of ['SELECT 1', 'DELETE FROM inbox_event']) {
      await world.owner.query(forget)
      await world.owner.query('UPDATE notification SET mailed_at = NULL')
      await world.owner.query(
        `UPDATE outbox_event SET acknowledged_at = NULL WHERE type = 'notification.mail-due'`,
      )
      await test().deliverAll()
    }
    const { rows } = await world.owner.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE type = 'notification.mail-due' AND subject_id = $1`,
      [receiver.id],
    )
    await Promise.all(rows.map(({ id }) => test().app.get(DeliverEvent).run(id)))
    expect(sentTo(receiver)).toEqual([first])
    expect(first?.messageId).toBe(`<${rows[0]?.id ?? ''}@ben-an.example>`)
  })

  const failing = async (): Promise<string> => {
    const { rows } = await world.owner.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE type = 'notification.mail-due' AND acknowledged_at IS NULL`,
    )
    return rows[0]?.id ?? ''
  }

  it('is tried again when the server does not take it now, and not when it never will', async () => {
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    office.refusal = { code: 451, at: 'end' }
    await expect(later(2 * minute)).rejects.toThrow(DeliveryFailed)
    expect(sentTo(receiver)).toEqual([])
    office.refusal = null
    await test()
      .app.get(DeliverEvent)
      .run(await failing())
    expect(sentTo(receiver)).toHaveLength(1)

    await world.build.aSentReferral(cast)
    office.refusal = { code: 550, at: 'recipient' }
    await later(hour)
    expect(await failing()).toBe('')
    expect(sentTo(receiver)).toHaveLength(1)
  })

  it('cut off in between is sent once more, as the same letter', async () => {
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    office.hangsUp = true
    await expect(later(2 * minute)).rejects.toThrow(DeliveryFailed)
    office.hangsUp = false
    await test()
      .app.get(DeliverEvent)
      .run(await failing())
    const [first, second] = sentTo(receiver)
    expect(sentTo(receiver)).toHaveLength(2)
    expect(second?.messageId).toBe(first?.messageId)
  })

  it('keeps still at night, except in an emergency', async () => {
    const receiver = await confirmed(cast.receiver)
    const colleague = await confirmed(cast.colleague, { quiet: null, digestAt: null })
    await comeTo(23 * 60)
    await world.build.aSentReferral(cast)
    await later(hour)
    expect(sentTo(receiver)).toEqual([])
    expect(sentTo(colleague)).toHaveLength(1)

    await world.build.aSentReferral(cast, { need: { urgency: 'emergency' } })
    await later(minute)
    expect(sentTo(receiver)).toHaveLength(1)

    await comeTo(7 * 60)
    expect(sentTo(receiver)).toHaveLength(1)
  })

  it('that waited for the morning comes in the morning', async () => {
    const receiver = await confirmed(cast.receiver)
    await comeTo(23 * 60)
    await world.build.aSentReferral(cast)
    await comeTo(6 * 60 + 29)
    expect(sentTo(receiver)).toEqual([])
    await comeTo(6 * 60 + 32)
    expect(sentTo(receiver)).toHaveLength(1)
  })

  it('is sent only about what its reader chose', async () => {
    const receiver = await confirmed(cast.receiver, { mailed: ['emergency'], digestAt: null })
    await world.build.aSentReferral(cast)
    await later(hour)
    expect(sentTo(receiver)).toEqual([])
  })

  it('says once a day how much waits, in numbers only, and nothing where nothing does', async () => {
    const receiver = await confirmed(cast.receiver, { mailed: [], digestAt: 7 * 60 + 30 })
    await comeTo(7 * 60 + 31)
    expect(sentTo(receiver)).toEqual([])

    await world.build.aSentReferral(cast)
    await world.build.aSentReferral(cast)
    await comeTo(7 * 60 + 29)
    expect(sentTo(receiver)).toEqual([])
    await comeTo(7 * 60 + 31)
    const [digest] = sentTo(receiver)
    expect(digest?.whole).toContain('Việc cần làm chưa xem: 2')
    expect(digest?.whole).not.toMatch(/CG-|chuyển gửi/)

    await comeTo(7 * 60 + 31)
    expect(sentTo(receiver)).toHaveLength(2)
    const { actor } = receiver
    await world.find(OwnMailChoice).change(actor, 1, { ...usualChoice, digestAt: null }, zone)
    await comeTo(7 * 60 + 31)
    expect(sentTo(receiver)).toHaveLength(2)
  })

  it('does not count what its reader may no longer know of', async () => {
    const receiver = await confirmed(cast.receiver)
    const { caseId } = await world.build.aSentReferral(cast)
    await test().deliverAll()
    await world.block(receiver, caseId)
    await later(hour)
    expect(sentTo(receiver)).toEqual([])
  })

  it('is not sent to who works here no longer', async () => {
    const receiver = await confirmed(cast.receiver)
    await world.build.aSentReferral(cast)
    await test().deliverAll()
    await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [receiver.id])
    await later(hour)
    expect(sentTo(receiver)).toEqual([])
  })

  describe('goes to an address', () => {
    const own = () => world.find(OwnMailAddress)
    const codeIn = (worker: TestWorker): string =>
      /\b\d{6}\b/.exec(sentTo(worker).at(-1)?.whole.split('\n\n')[1] ?? '')?.[0] ?? ''
    const isConfirmed = async (worker: TestWorker): Promise<boolean | undefined> =>
      (await world.find(OwnMailChoice).read(worker.actor)).address?.isConfirmed

    it('only once its reader has typed the code that was sent there', async () => {
      await own().change(cast.receiver.actor, addressOf(cast.receiver))
      await world.build.aSentReferral(cast)
      await later(5 * minute)
      expect(sentTo(cast.receiver)).toHaveLength(1)
      expect(await isConfirmed(cast.receiver)).toBe(false)
      await own().confirm(cast.receiver.actor, codeIn(cast.receiver), zone)
      expect(await isConfirmed(cast.receiver)).toBe(true)
    })

    it('not with a wrong code, a late one, a colleague’s, or after five tries', async () => {
      const { receiver, colleague } = cast
      await own().change(receiver.actor, addressOf(receiver))
      await own().change(colleague.actor, addressOf(colleague))
      await test().deliverAll()
      const code = codeIn(receiver)
      const wrong = code === '000000' ? '000001' : '000000'
      await expect(own().confirm(colleague.actor, code, zone)).rejects.toThrow(WrongMailCode)
      for (let attempt = 0; attempt < 5; attempt++)
        await expect(own().confirm(receiver.actor, wrong, zone)).rejects.toThrow(WrongMailCode)
      await expect(own().confirm(receiver.actor, code, zone)).rejects.toThrow(WrongMailCode)

      await own().change(receiver.actor, addressOf(receiver))
      await test().deliverAll()
      await later(31 * minute)
      await expect(own().confirm(receiver.actor, codeIn(receiver), zone)).rejects.toThrow(
        WrongMailCode,
      )
    })

    it('and few codes a day, also when it is taken away in between', async () => {
      const { actor } = cast.receiver
      for (let count = 0; count < 5; count++) {
        await own().change(actor, `stranger-${count}@elsewhere.example`)
        await own().forget(actor)
      }
      await expect(own().change(actor, addressOf(cast.receiver))).rejects.toThrow(TooManyMailCodes)
      await later(25 * hour)
      await own().change(actor, addressOf(cast.receiver))
    })

    it('that nobody else reads, not even in the database', async () => {
      const receiver = await confirmed(cast.receiver)
      const { rows } = await world.owner.query('SELECT a.*::text AS row FROM mail_address a')
      expect(JSON.stringify(rows)).not.toContain(addressOf(receiver))
      const as = (worker: TestWorker, text: string) =>
        world
          .find(Transactions)
          .run(worker.actor, () =>
            world.find(Database).change(statement(`test.${text}`.slice(0, 60), text)),
          )
      for (const table of ['mail_address', 'notification_choice'])
        expect(await as(cast.colleague, `SELECT FROM ${table}`)).toBe(0)
      expect(await as(cast.colleague, 'UPDATE mail_address SET confirmed_at = NULL')).toBe(0)
      expect(
        await as(cast.colleague, 'UPDATE notification_choice SET mailed = ARRAY[]::text[]'),
      ).toBe(0)
      expect(await as(receiver, 'SELECT FROM mail_delivery')).toBe(0)
    })

    it('and to none any more once it is taken away', async () => {
      const receiver = await confirmed(cast.receiver, { digestAt: 450 })
      await world.build.aSentReferral(cast)
      await test().deliverAll()
      await own().forget(receiver.actor)
      await later(24 * hour)
      expect(sentTo(receiver)).toEqual([])
    })
  })
})

describe('without a mail server', () => {
  const test = useApp()

  it('nothing is sent and nothing is kept to be sent', async () => {
    const world = new ReferralWorld(test())
    const cast = await world.parties()
    await world.owner.query(
      `INSERT INTO mail_address (worker_id, sealed_address, codes_asked_since, confirmed_at)
       VALUES ($1, '\\x00', now(), now())`,
      [cast.receiver.id],
    )
    await world.build.aSentReferral(cast)
    await test().deliverAll()
    const { rows } = await world.owner.query(
      `SELECT (SELECT count(*)::int FROM timer WHERE key IN ('mail', 'digest')) AS timers,
              (SELECT count(*)::int FROM mail_delivery) AS mails`,
    )
    expect(rows).toEqual([{ timers: 0, mails: 0 }])
  })
})
