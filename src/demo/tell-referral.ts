import type { INestApplicationContext } from '@nestjs/common'
import { system, type WorkerActor } from '../platform/access/actor.js'
import { addDays, localTimeOf } from '../platform/clock/local-time.js'
import { Transactions } from '../platform/database/transactions.js'
import { RecordConsent, WithdrawConsent } from '../features/consents/index.js'
import {
  AcceptReferral,
  AskQuestion,
  AskToCancel,
  CancelReferral,
  ChooseSharing,
  ChooseUnit,
  ClaimReferral,
  CompleteReferral,
  ConfirmReferral,
  EnterInError,
  FailReferral,
  FollowClocks,
  HoldReferral,
  RejectReferral,
  SendReferral,
  SetAppointment,
  StartReferral,
  StartService,
  type Urgency,
} from '../features/referrals/index.js'
import { demoId, type Cast } from './cast.js'
import { wordsAround } from './consent-words.js'
import type { DemoClock } from './demo-clock.js'
import { sectionsFor } from './needs.js'
import { noteText } from './referral-texts.js'
import type { DemoReferral, DemoStory } from './stories.js'
import type { Timeline } from './timeline.js'

/** What a story is told with. */
export interface Stage {
  readonly app: INestApplicationContext
  readonly clock: DemoClock
  readonly cast: Cast
}

/** The case a referral is made from. */
export interface Teller {
  readonly story: DemoStory
  readonly caseId: string
  readonly openedAt: Date
  readonly timeline: Timeline
}

// Half a year from the day it was given.
const consentDays = 180

/** Tells one referral from its consent to where it stands now, each deed by whoever does it. */
export class ToldReferral {
  private readonly sender: WorkerActor
  private readonly handler: WorkerActor
  private id = ''
  private consentId = ''
  private version = 0
  private now: Date

  constructor(
    private readonly stage: Stage,
    private readonly teller: Teller,
    private readonly referral: DemoReferral,
  ) {
    this.sender = stage.cast.actor(teller.story.lead)
    this.handler = stage.cast.actor(referral.handler)
    const sent = teller.timeline.ago(referral.sentHoursAgo)
    const soonest = new Date(teller.openedAt.getTime() + 3_600_000)
    this.now = sent > soonest ? sent : soonest
  }

  /** @returns the id of the referral */
  async tell(supersedesId: string | null): Promise<string> {
    const { state } = this.referral
    await this.draft(supersedesId)
    if (state === 'draft') return this.id
    await this.move(SendReferral, this.now, (it) => it.run(this.sender, this.id, this.version))
    await this.goOn()
    if (waiting.includes(state)) await this.letTimePass()
    return this.id
  }

  private async draft(supersedesId: string | null): Promise<void> {
    const { service, urgency, need, to } = this.referral
    const { timeline, caseId } = this.teller
    const sectionsAsked = sectionsFor[to.sector]
    await this.consent()
    this.id = await this.at(timeline.before(this.now, 12), StartReferral, (it) =>
      it.run(this.sender, caseId, { service, urgency, text: need }, supersedesId),
    )
    this.version = 1
    await this.move(ChooseUnit, timeline.before(this.now, 8), (it) =>
      it.run(this.sender, this.id, this.version, demoId('unit', to.key)),
    )
    await this.move(ChooseSharing, timeline.before(this.now, 4), (it) =>
      it.run(this.sender, this.id, this.version, sectionsAsked),
    )
  }

  private async consent(): Promise<void> {
    const { timeline, caseId, story } = this.teller
    const { to } = this.referral
    const given = timeline.before(this.now, 25)
    const { age } = story.person
    const { caregiver } = story.person.intake(localTimeOf(given).date)
    const recorded = await this.at(given, RecordConsent, (it) =>
      it.run(this.sender, caseId, {
        basis: caregiver.suspected ? 'vital_interests' : 'consent',
        recipientUnitId: demoId('unit', to.key),
        sections: sectionsFor[to.sector],
        purposes: ['services', 'sharing'],
        selfAnswer: 'agrees',
        representativeAnswer: age < 18 && !caregiver.suspected ? 'agrees' : null,
        mode: age < 15 ? 'written' : 'verbal',
        explained: true,
        detail: wordsAround(story.person),
        until: addDays(localTimeOf(given).date, caregiver.suspected ? 30 : consentDays),
        consentsToStatistics: true,
        reason: caregiver.suspected ? 'Người giám hộ bị nghi che giấu; cần bảo vệ ngay.' : null,
      }),
    )
    this.consentId = recorded.id
  }

  private async goOn(): Promise<void> {
    const { state, isClaimed, urgency } = this.referral
    switch (state) {
      case 'requested':
      case 'requested-late':
        if (!isClaimed) return
        await this.claim(0.3, 1.5)
        return urgency === 'normal' ? this.ask() : undefined
      case 'expired':
        return
      case 'entered_in_error':
        return this.later(EnterInError, 1, 3, (it) =>
          it.run(this.sender, this.id, this.version, { code: 'wrong_unit', note: null }),
        )
      case 'rejected':
        await this.claim(...answerHours[urgency])
        return this.reject()
      case 'cancelled':
        if (isClaimed) await this.accept()
        return this.cancel()
      default:
        await this.accept()
        await this.serve()
    }
  }

  private async accept(): Promise<void> {
    await this.claim(...answerHours[this.referral.urgency])
    await this.later(AcceptReferral, 0.2, 2, (it) => it.run(this.handler, this.id, this.version))
  }

  private async serve(): Promise<void> {
    const { state, outcome, outcomeText, failure, pause, feedback } = this.referral
    if (state === 'accepted') return this.meet()
    if (state === 'accepted-late') return
    if (state === 'failed') {
      const reason = { code: failure, note: noteText('failed') }
      return this.later(FailReferral, 72, 140, (it) =>
        it.run(this.handler, this.id, this.version, reason),
      )
    }
    await this.later(StartService, 6, 48, (it) => it.run(this.handler, this.id, this.version))
    if (state === 'in_progress') return
    if (state === 'on_hold')
      return this.later(HoldReferral, 48, 96, (it) =>
        it.run(this.handler, this.id, this.version, { code: pause, note: null }),
      )
    if (state === 'cancel-asked') {
      const reason = { code: 'person_declined', note: noteText('cancelled') } as const
      return this.later(AskToCancel, 48, 96, (it) =>
        it.run(this.sender, this.id, this.version, reason),
      )
    }
    await this.later(CompleteReferral, 48, 150, (it) =>
      it.run(this.handler, this.id, this.version, { outcome, text: outcomeText }),
    )
    if (state === 'confirmed')
      await this.later(ConfirmReferral, 20, 60, (it) =>
        it.run(this.sender, this.id, this.version, feedback),
      )
  }

  private ask(): Promise<void> {
    return this.later(AskQuestion, 0.1, 0.3, (it) =>
      it.run(this.handler, this.id, this.version, noteText('asked')),
    )
  }

  // The first working morning that is still to come.
  private meet(): Promise<void> {
    const at = this.teller.timeline.nextMorning()
    return this.later(SetAppointment, 0.1, 0.5, (it) =>
      it.run(this.handler, this.id, this.version, { at, note: null }),
    )
  }

  private reject(): Promise<void> {
    const { rejection, suggests } = this.referral
    return this.later(RejectReferral, 0.1, 1, (it) =>
      it.run(this.handler, this.id, this.version, {
        reason: rejection,
        note: noteText('rejected'),
        suggestedUnitId: suggests === null ? null : demoId('unit', suggests.key),
      }),
    )
  }

  private async cancel(): Promise<void> {
    const { cancellation } = this.referral
    const reason = { code: cancellation, note: noteText('cancelled') }
    if (cancellation === 'consent_withdrawn') {
      this.now = this.teller.timeline.after(this.now, 5, 20)
      await this.at(this.now, WithdrawConsent, (it) =>
        it.run(this.sender, this.teller.caseId, this.consentId),
      )
    }
    await this.later(CancelReferral, 0.2, 4, (it) =>
      it.run(this.sender, this.id, this.version, reason),
    )
  }

  private claim(least: number, most: number): Promise<void> {
    return this.later(ClaimReferral, least, most, (it) =>
      it.run(this.handler, this.id, this.version),
    )
  }

  // Its clocks run on to this day, or to its end: each step is made when it was due.
  private async letTimePass(): Promise<void> {
    const { app, clock } = this.stage
    const transactions = app.get(Transactions, { strict: false })
    const clocks = app.get(FollowClocks, { strict: false })
    const made = clock.now()
    for (let at: Date | null = this.now; at !== null && at <= made;)
      at = await clock.at(at, () => transactions.run(system('schedule'), () => clocks.run(this.id)))
  }

  private later<UseCase>(
    useCase: new (...parts: never[]) => UseCase,
    least: number,
    most: number,
    deed: (useCase: UseCase) => Promise<unknown>,
  ): Promise<void> {
    this.now = this.teller.timeline.after(this.now, least, most)
    return this.move(useCase, this.now, deed)
  }

  private async move<UseCase>(
    useCase: new (...parts: never[]) => UseCase,
    moment: Date,
    deed: (useCase: UseCase) => Promise<unknown>,
  ): Promise<void> {
    await this.at(moment, useCase, deed)
    this.version += 1
  }

  private at<UseCase, Result>(
    moment: Date,
    useCase: new (...parts: never[]) => UseCase,
    deed: (useCase: UseCase) => Promise<Result>,
  ): Promise<Result> {
    const { app, clock } = this.stage
    return clock.at(moment, () => deed(app.get(useCase, { strict: false })))
  }
}

// What nobody has taken up, or served, when the world is made.
const waiting: readonly string[] = [
  'requested',
  'requested-late',
  'accepted',
  'accepted-late',
  'expired',
]

// Hours until the desk takes it in hand: mostly in time, sometimes not.
const answerHours: Readonly<Record<Urgency, readonly [least: number, most: number]>> = {
  emergency: [0.2, 2.5],
  urgent: [2, 26],
  normal: [5, 70],
}
