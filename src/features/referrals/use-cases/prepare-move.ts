import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseReading, contactNow, type ContactAnswer, type SafeContact } from '../../cases/index.js'
import { Directory, type UnitView } from '../../directory/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralStory } from '../data/referral-story.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { openMovesOf, type MoveName } from '../domain/open-moves.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What is asked before a move that needs words. */
export interface PreparedMove {
  readonly id: string
  readonly number: string
  readonly version: number
  /** Where the move asks the person: how to reach them without danger. */
  readonly safeContact: SafeContact | null
  readonly asksThePerson: boolean
  /** Whether to get in touch now. */
  readonly contactNow: ContactAnswer
  /** Units that give the service and might be suggested; for who declines. */
  readonly units: readonly Pick<UnitView, 'id' | 'name'>[]
  /** Caseworkers of the unit to whom it can be given; for who assigns. */
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[]
  /** The question that waits; for who answers. */
  readonly question: string | null
}

/** The moves before which somebody gets in touch with the person. */
const asking: readonly MoveName[] = ['confirm', 'appointment']

/** Finds out whether somebody can make a move now, before they are asked what it needs. */
@Injectable()
export class PrepareMove {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly directory: Directory,
    private readonly cases: CaseReading,
    private readonly referrals: ReferralsRepository,
    private readonly stories: ReferralStory,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Null when the referral is theirs to see but the move is not open. @throws NotFound */
  run(actor: WorkerActor, id: string, move: MoveName): Promise<PreparedMove | null> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'referral.read', id)
      const side = referral.fromUnitId === actor.unitId ? 'sender' : 'receiver'
      const open = openMovesOf(
        referral,
        { side, workerId: actor.workerId, now: this.clock.now() },
        (action) => this.visible.may(actor, action, referral),
      )
      const asksThePerson = asking.includes(move)
      await this.trail.record({
        action: 'referral.read',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
        sections: asksThePerson && open.includes(move) ? maskOf(['contact']) : 0,
      })
      if (!open.includes(move)) return null
      const safeContact = asksThePerson ? await this.cases.safeContact(referral.caseId) : null
      const units =
        move === 'reject' && referral.service !== null
          ? await this.directory.activeUnits({ service: referral.service, takingReferrals: true })
          : []
      return {
        id,
        number: referral.number,
        version: referral.version,
        asksThePerson,
        safeContact,
        contactNow: contactNow(safeContact, this.clock.now()),
        colleagues:
          move === 'assign'
            ? await this.referrals.fitColleagues(actor.unitId, referral.caseId)
            : [],
        question: move === 'answer' ? await this.lastQuestion(referral) : null,
        units: units.filter((unit) => unit.id !== actor.unitId && unit.id !== referral.fromUnitId),
      }
    })
  }

  private async lastQuestion(referral: SeenReferral): Promise<string | null> {
    const asked = (await this.stories.of(referral.id)).filter(({ kind }) => kind === 'asked').at(-1)
    return asked === undefined ? null : this.texts.note(referral, asked)
  }
}
