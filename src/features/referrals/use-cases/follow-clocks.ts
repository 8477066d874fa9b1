import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { HolidayWatch } from '../../../platform/clock/holiday-watch.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { ReferralClocks } from '../data/referral-clocks.js'
import { stateOf, type SeenReferral } from '../data/referral-row.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { clockKey, eventsOf, ReferralClock } from '../domain/clock-events.js'
import { dueStepsOf } from '../domain/clock-steps.js'
import { ReferralMoved } from '../domain/referral-events.js'
import { NextBestUnit } from './next-best-unit.js'

/**
 * Lets the clocks of a referral do what they are for: reminds, tells those above, gives it back to
 * its sender, each once; and looks again at the next step. Whatever the timer was set for, only the
 * present state counts, so a clock that somebody stopped meanwhile tells nobody.
 */
@Injectable()
export class FollowClocks {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly clocks: ReferralClocks,
    private readonly nextBest: NextBestUnit,
    private readonly outbox: Outbox,
    private readonly schedule: Schedule,
    private readonly holidays: HolidayWatch,
    private readonly clock: Clock,
  ) {}

  /** Runs inside a transaction of the service. @returns when to look again; null for never */
  async run(referralId: string): Promise<Date | null> {
    const referral = await this.referrals.see(referralId)
    if (referral === undefined) return null
    const now = this.clock.now()
    const zone = referral.toTimeZone ?? undefined
    const made = await this.clocks.madeKeys(referralId)
    // Whoever ends a pause begins the service, which stops the last clock: no timer is set for that.
    const pauses = referral.status === 'on_hold' ? await this.referrals.pauses(referralId) : []
    const due = dueStepsOf({ ...stateOf(referral), pauses }, made, now, zone)
    for (const step of due.steps) {
      const reaches = await this.clocks.note(referralId, step, now)
      if (reaches !== null)
        await this.outbox.add(...eventsOf(referralId, referral.caseId, step, reaches))
    }
    if (due.expires) await this.expire(referral, now)
    if (due.next !== null) await this.lookAgain(referral, due.next)
    return due.next
  }

  private async expire(referral: SeenReferral, now: Date): Promise<void> {
    const best = await this.nextBest.best(referral)
    if (await this.clocks.expire(referral.id, now, best?.unit.id ?? null))
      await this.outbox.add(
        new ReferralMoved('referral.expired', referral.id, referral.caseId, 'expired'),
      )
  }

  private async lookAgain({ id, caseId }: SeenReferral, at: Date): Promise<void> {
    this.holidays.look(at)
    await this.schedule.at(at, new ReferralClock(id, caseId), clockKey)
  }
}
