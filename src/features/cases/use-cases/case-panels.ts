import { Injectable } from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
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
  /** Fills the sentence. */
  readonly facts?: Readonly<Record<string, string>>
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
  readonly events: readonly CaseEventRow[]
}

/**
 * What a feature that stands on cases shows on the case page: cases do not know them. Extend it, list
 * the class among a module's providers, and it is found; called inside the open transaction of the
 * actor who opened the page.
 */
export abstract class CasePanel {
  abstract panelsFor(actor: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>>
}

/** All panels of the case page, in one view. */
@Injectable()
export class CasePanels {
  private found: readonly CasePanel[] | undefined

  constructor(private readonly discovery: DiscoveryService) {}

  async panelsFor(actor: WorkerActor, caseId: string): Promise<CasePanelsView> {
    const views = await Promise.all(this.all().map((panel) => panel.panelsFor(actor, caseId)))
    return {
      referrals: views.flatMap(({ referrals = [] }) => referrals),
      consents: views.flatMap(({ consents = [] }) => consents),
      tasks: views.flatMap(({ tasks = [] }) => tasks).toSorted(mostPressingFirst),
      events: views.flatMap(({ events = [] }) => events),
    }
  }

  private all(): readonly CasePanel[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof CasePanel))
  }
}

// What has no clock comes last.
const mostPressingFirst = (one: TaskRow, other: TaskRow): number =>
  (one.due?.getTime() ?? Infinity) - (other.due?.getTime() ?? Infinity) || 0
