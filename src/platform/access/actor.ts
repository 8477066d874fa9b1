import type { Sector } from './sectors.js'

export const roles = [
  'caseworker',
  'supervisor',
  'unit-admin',
  'safeguarding-reviewer',
  'coordinator',
  'auditor',
  'system-admin',
] as const
export type Role = (typeof roles)[number]

/** A person at work: who they are, for which unit, and the principals whose grants they hold. */
export interface WorkerActor {
  readonly kind: 'worker'
  readonly workerId: string
  readonly unitId: string
  readonly agencyId: string
  readonly sector: Sector
  readonly roles: readonly Role[]
  /** The worker's own id; for supervisors also the unit's supervision id. */
  readonly principals: readonly string[]
}

/** The service itself, for one named purpose. It sees no case content. */
export interface SystemActor {
  readonly kind: 'system'
  readonly purpose:
    'sign-in' | 'delivery' | 'audit' | 'reports' | 'sweeper' | 'schedule' | 'exchange' | 'notices'
}

export type Actor = WorkerActor | SystemActor

export const system = (purpose: SystemActor['purpose']): SystemActor => ({
  kind: 'system',
  purpose,
})

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.kind === 'worker' && actor.roles.some((role) => wanted.includes(role))
