import type { CaseFacts } from '../../../platform/access/decide.js'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'

/** What somebody is told of. Its type is registered in the table `notification_subject`. */
export interface Subject {
  readonly type: string
  readonly id: string
}

/** A worker who might be told, with what `decide` asks. */
export interface Hearer {
  readonly actor: WorkerActor
  /** The worker's own sight of the concern's case. */
  readonly case: CaseFacts
}

/** Whom an event concerns, before anybody asks whether they may know of it. */
export interface Concern {
  readonly subject: Subject
  /** Where it belongs to a case: conflicts of interest and grants are looked up there. */
  readonly caseId: string | null
  /** By name. Where one of them is away or gone, their unit is asked to hear too. */
  readonly workerIds: readonly string[]
  /** Everybody who answers at this unit's desk. */
  readonly deskUnitId: string | null
  readonly supervisorsOfUnitId?: string | null
  /** The code of a province; those of the whole country hear as well. */
  readonly coordinatorsOfProvince?: string | null
  /** Whoever holds it, in any unit. */
  readonly everybodyInRole?: Role
  /** An emergency: no quiet hours. */
  readonly urgent?: boolean
  /** Whether something is waited for. Left out: where a desk, supervisors or coordinators are called. */
  readonly asksForDeed?: boolean
  /** Kinds told of this subject earlier that call nobody any more, whoever was told. */
  readonly settles?: readonly string[]
  /** Whether this one may know of it now; ask `decide`. */
  mayHear(hearer: Hearer): boolean
}

export const weights = ['emergency', 'to-do', 'news'] as const

/** How much it matters that somebody hears soon. */
export type Weight = (typeof weights)[number]

/** The weight of a notification that comes of a concern. */
export const weightOf = (concern: Concern): Weight => {
  if (concern.urgent === true) return 'emergency'
  const calls =
    concern.deskUnitId !== null ||
    (concern.supervisorsOfUnitId ?? null) !== null ||
    (concern.coordinatorsOfProvince ?? null) !== null ||
    concern.everybodyInRole !== undefined
  return (concern.asksForDeed ?? calls) ? 'to-do' : 'news'
}

/** Whether a concern names anybody at all. */
export const concernsAnybody = ({
  workerIds,
  deskUnitId,
  supervisorsOfUnitId,
  coordinatorsOfProvince,
  everybodyInRole,
}: Concern): boolean =>
  workerIds.length > 0 ||
  everybodyInRole !== undefined ||
  [deskUnitId, supervisorsOfUnitId, coordinatorsOfProvince].some((one) => (one ?? null) !== null)
