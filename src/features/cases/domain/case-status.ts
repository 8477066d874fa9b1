/** Case statuses of Primero (CPIMS+, GBVIMS+), and what may follow each. */
const next = {
  open: ['closed', 'transferred', 'duplicate'],
  // A closed case opens again: people come back.
  closed: ['open'],
  // What was transferred lives on with its new owner, who may close it or hand it back.
  transferred: [],
  duplicate: ['open'],
} as const satisfies Record<string, readonly string[]>

export type CaseStatus = keyof typeof next

export const caseStatuses: readonly CaseStatus[] = ['open', 'closed', 'transferred', 'duplicate']

/** May a case go from one status to the other? */
export const canChangeCase = (from: CaseStatus, to: CaseStatus): boolean =>
  (next[from] as readonly CaseStatus[]).includes(to)

/** Where an open case stands in case management (Primero workflow; inter-agency guidelines 2014). */
export const caseSteps = [
  'new',
  'reopened',
  'assessment',
  'case_plan',
  'service_provision',
  'services_implemented',
  'closed',
] as const

export type CaseStep = (typeof caseSteps)[number]

/** Why a case is closed (Primero and GBV practice). */
export const closureReasons = [
  'goals_met',
  'person_asked',
  'left_area',
  'contact_lost',
  'transferred',
  'reached_18',
  'death',
  'repatriated',
  'duplicate',
  'not_eligible',
] as const

export type ClosureReason = (typeof closureReasons)[number]
