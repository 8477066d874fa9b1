import type { VNode } from 'preact'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { OneReferral } from '../use-cases/read-referral.js'

/** The referral a panel is shown beside. */
export type PanelOf = Pick<OneReferral, 'referral' | 'side' | 'sharing'>

/** What a feature that referrals know nothing of shows on the page of one. */
export abstract class ReferralPanel {
  /** Null where it has nothing to say. */
  abstract panelFor(actor: WorkerActor, of: PanelOf): Promise<VNode | null>
}
