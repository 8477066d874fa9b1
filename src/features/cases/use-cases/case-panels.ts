import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import type { Sentence } from '../../../ui/translate.js'

/** How a status is coloured; the tones of `StatusTag`. */
export type PanelTone = 'new' | 'neutral' | 'waiting' | 'good' | 'returned' | 'danger'

/** A referral on the case page. */
export interface ReferralRow {
  readonly id: string
  readonly href: string
  readonly service: Sentence
  readonly unitName: string | null
  readonly status: Sentence
  readonly tone: PanelTone
  /** When the other side is to answer or act; null where no clock runs. */
  readonly due: Date | null
  readonly isOverdue: boolean
  readonly isOpen: boolean
}

/** A consent on the case page. */
export interface ConsentRow {
  readonly id: string
  readonly href: string
  readonly unitName: string
  readonly sections: readonly Section[]
  readonly validUntil: Date
  readonly isLive: boolean
}

/** Something to do on the case page. */
export interface TaskRow {
  readonly title: Sentence
  readonly href: string
  /** What it is about: a unit's name, a number. */
  readonly about?: string
  readonly due: Date | null
  readonly isOverdue: boolean
}

/** Something that happened to the case. */
export interface CaseEventRow {
  readonly title: Sentence
  /** Fills the sentence. */
  readonly facts?: Readonly<Record<string, string>>
  readonly at: Date
  readonly by: string | null
  readonly isStrong?: boolean
}

export interface CasePanelsView {
  readonly referrals: readonly ReferralRow[]
  readonly consents: readonly ConsentRow[]
  readonly tasks: readonly TaskRow[]
  readonly events?: readonly CaseEventRow[]
}

/**
 * What features that stand on cases show on the case page. Bound by the app, because cases do not
 * know them; called inside the open transaction of the actor who opened the page.
 */
export abstract class CasePanels {
  abstract panelsFor(actor: WorkerActor, caseId: string): Promise<CasePanelsView>
}
