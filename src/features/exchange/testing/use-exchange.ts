import { useApp, type TestApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { servicesOf } from '../../directory/index.js'
import { ReferralWorld, type Cast } from '../../referrals/testing/use-referrals.js'
import type { Handed } from '../../referrals/testing/referral.builder.js'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import { MakeLink, type MadeLink } from '../use-cases/make-link.js'

/** A referral that was sent to a unit without the service. */
export interface SentOutside extends Handed {
  readonly number: string
}

/** A service beside which there is a health post without it. */
export class ExchangeWorld {
  readonly referrals: ReferralWorld

  private constructor(
    readonly test: TestApp,
    readonly cast: Cast,
    readonly outside: TestUnit,
  ) {
    this.referrals = new ReferralWorld(test)
  }

  static async in(test: TestApp): Promise<ExchangeWorld> {
    const cast = await new ReferralWorld(test).parties()
    // Whom the other side calls back.
    await test.owner.query('UPDATE unit SET phone = $2 WHERE id = $1', [
      cast.sender.unit.id,
      '0236 000 0001',
    ])
    const outside = await test.given.aUnit('health', {
      services: [...servicesOf('health'), 'PSS_BASIC'],
      onBenAn: false,
      phone: '0236 000 0012',
    })
    return new ExchangeWorld(test, cast, outside)
  }

  get sender(): TestWorker {
    return this.cast.sender
  }

  async aReferral(): Promise<SentOutside> {
    // Nobody works there: only the unit is asked for.
    const receiver = { actor: { ...this.cast.receiver.actor, unitId: this.outside.id } }
    const handed = await this.referrals.build.aSentReferral({ sender: this.sender, receiver })
    const { rows } = await this.test.owner.query<{ number: string }>(
      'SELECT number FROM referral WHERE id = $1',
      [handed.id],
    )
    return { ...handed, number: rows[0]?.number ?? '' }
  }

  makeLink(referralId: string): Promise<MadeLink> {
    return this.referrals.find(MakeLink).run(this.sender.actor, referralId, 14)
  }

  async aLink(): Promise<{ referral: SentOutside; link: MadeLink; path: string }> {
    const referral = await this.aReferral()
    const link = await this.makeLink(referral.id)
    return { referral, link, path: `/x/${link.token}` }
  }

  /** Somebody at the health post, with the page open behind the code. */
  async opened(path: string, code: string): Promise<{ browser: Browser; shown: Shown }> {
    const browser = this.test.stranger()
    const shown = await browser.submit(await browser.get(path), path, { code })
    return { browser, shown }
  }

  async statusOf(referralId: string): Promise<string | undefined> {
    const { rows } = await this.test.owner.query<{ status: string }>(
      'SELECT status FROM referral WHERE id = $1',
      [referralId],
    )
    return rows[0]?.status
  }

  async eventsOf(referralId: string): Promise<string[]> {
    const { rows } = await this.test.owner.query<{ type: string }>(
      'SELECT type FROM outbox_event WHERE subject_id = $1 ORDER BY created_at, id',
      [referralId],
    )
    return rows.map(({ type }) => type)
  }
}

/** A code that is not this one. */
export const anotherCode = (code: string): string =>
  String((Number(code) + 1) % 100_000_000).padStart(8, '0')

/** What is typed where somebody answers. */
export const answerer = { name: 'Y Sĩ Bông', position: 'Y sĩ trạm xá' }

/** Gives the spec file its world before its tests. */
export const useExchange = (): (() => Promise<ExchangeWorld>) => {
  const test = useApp()
  let world: Promise<ExchangeWorld> | undefined
  return () => (world ??= ExchangeWorld.in(test()))
}
