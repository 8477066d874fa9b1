import { describe, expect, it } from '@jest/globals'
import type { Role, WorkerActor } from './actor.js'
import { roles } from './actor.js'
import {
  actions,
  decide,
  managementBit,
  mayEver,
  type CaseFacts,
  type Context,
  type Grant,
  type ReferralFacts,
} from './decide.js'
import { maskOf, sections } from './sections.js'

const now = new Date('2026-11-20T03:00:00Z')
const later = new Date('2026-12-20T03:00:00Z')
const earlier = new Date('2026-11-19T03:00:00Z')

const worker = (changes: Partial<WorkerActor> = {}): WorkerActor => ({
  kind: 'worker',
  workerId: 'lan',
  unitId: 'hai-chau',
  agencyId: 'agency',
  sector: 'child-protection',
  roles: ['caseworker'],
  principals: ['lan'],
  ...changes,
})
const grant = (changes: Partial<Grant> = {}): Grant => ({
  reason: 'lead',
  sections: maskOf(sections) | managementBit,
  mayWrite: true,
  validUntil: later,
  ...changes,
})
const caseOf = (...grants: Grant[]): CaseFacts => ({ blocked: false, sealed: false, grants })
const referral = (changes: Partial<ReferralFacts> = {}): ReferralFacts => ({
  status: 'requested',
  fromUnitId: 'other-unit',
  toUnitId: 'hai-chau',
  handlerId: null,
  claimedBy: null,
  ...changes,
})
const refusalOf = (
  actor: WorkerActor | null,
  action: (typeof actions)[number],
  context: Context,
) => {
  const decision = decide(actor, action, context)
  return decision.allowed ? 'allowed' : decision.refusal
}

describe('decide', () => {
  it('lets the lead read and change her case', () => {
    const context = { now, case: caseOf(grant()) }
    expect(refusalOf(worker(), 'case.read', context)).toBe('allowed')
    expect(refusalOf(worker(), 'case.change', context)).toBe('allowed')
    expect(refusalOf(worker(), 'section.read', { ...context, section: 'psychosocial' })).toBe(
      'allowed',
    )
  })

  it('refuses everything to nobody', () => {
    for (const action of actions) expect(refusalOf(null, action, { now })).toBe('signed-out')
  })

  it('refuses whoever has no grant', () => {
    expect(refusalOf(worker(), 'case.read', { now, case: caseOf() })).toBe('no-grant')
    expect(refusalOf(worker(), 'case.read', { now })).toBe('no-grant')
  })

  it('refuses a grant that has run out', () => {
    expect(
      refusalOf(worker(), 'case.read', { now, case: caseOf(grant({ validUntil: earlier })) }),
    ).toBe('no-grant')
    expect(
      refusalOf(worker(), 'case.read', { now, case: caseOf(grant({ validUntil: now })) }),
    ).toBe('no-grant')
  })

  it('lets a conflict of interest win over every grant and role', () => {
    const blocked = { ...caseOf(grant()), blocked: true }
    for (const action of actions)
      expect(refusalOf(worker({ roles: [...roles] }), action, { now, case: blocked })).toBe(
        'blocked',
      )
  })

  it('keeps a sealed case from supervisors, not from its lead', () => {
    const supervision = grant({ reason: 'supervision', mayWrite: false })
    const sealed = { blocked: false, sealed: true }
    const supervisor = worker({ roles: ['supervisor'] })
    expect(
      refusalOf(supervisor, 'case.read', { now, case: { ...sealed, grants: [supervision] } }),
    ).toBe('sealed')
    expect(refusalOf(worker(), 'case.read', { now, case: { ...sealed, grants: [grant()] } })).toBe(
      'allowed',
    )
  })

  it('shows a receiver the shared sections and neither the case nor other sections', () => {
    const shared = grant({ reason: 'referral', sections: maskOf(['identity']), mayWrite: false })
    const context = { now, case: caseOf(shared) }
    expect(refusalOf(worker(), 'section.read', { ...context, section: 'identity' })).toBe('allowed')
    expect(refusalOf(worker(), 'section.read', { ...context, section: 'psychosocial' })).toBe(
      'not-shared',
    )
    expect(refusalOf(worker(), 'section.change', { ...context, section: 'identity' })).toBe(
      'read-only',
    )
    expect(refusalOf(worker(), 'case.read', context)).toBe('not-shared')
    expect(refusalOf(worker(), 'consent.read', context)).toBe('not-shared')
    expect(refusalOf(worker(), 'referral.draft', context)).toBe('not-shared')
  })

  it('shares only what the consent still covers', () => {
    const shared = grant({ reason: 'referral', sections: maskOf(['identity']), consented: 0 })
    expect(
      refusalOf(worker(), 'section.read', { now, case: caseOf(shared), section: 'identity' }),
    ).toBe('not-shared')
  })

  it('never lets a sender answer its own referral', () => {
    const own = referral({ fromUnitId: 'hai-chau', toUnitId: 'women' })
    const context = { now, case: caseOf(grant()), referral: own }
    for (const action of [
      'referral.accept',
      'referral.reject',
      'referral.claim',
      'referral.serve',
    ] as const)
      expect(refusalOf(worker(), action, context)).toBe('not-a-party')
    expect(refusalOf(worker(), 'referral.cancel', context)).toBe('allowed')
  })

  it('lets the desk answer what nobody or oneself has claimed', () => {
    const at = (changes: Partial<ReferralFacts>): Context => ({ now, referral: referral(changes) })
    expect(refusalOf(worker(), 'referral.accept', at({}))).toBe('allowed')
    expect(refusalOf(worker(), 'referral.accept', at({ claimedBy: 'lan' }))).toBe('allowed')
    expect(refusalOf(worker(), 'referral.accept', at({ claimedBy: 'mai' }))).toBe('not-a-party')
    expect(
      refusalOf(worker({ roles: ['supervisor'] }), 'referral.reject', at({ claimedBy: 'mai' })),
    ).toBe('allowed')
    expect(refusalOf(worker(), 'referral.accept', at({ toUnitId: 'police' }))).toBe('not-a-party')
    expect(refusalOf(worker(), 'referral.accept', at({ status: 'accepted' }))).toBe('not-a-party')
  })

  it('leaves the service to whoever handles it', () => {
    const handled = { now, referral: referral({ status: 'accepted', handlerId: 'lan' }) }
    expect(refusalOf(worker(), 'referral.serve', handled)).toBe('allowed')
    expect(refusalOf(worker({ workerId: 'mai' }), 'referral.serve', handled)).toBe('not-a-party')
    expect(refusalOf(worker({ workerId: 'mai' }), 'referral.read', handled)).toBe('not-a-party')
    expect(
      refusalOf(worker({ workerId: 'mai', roles: ['supervisor'] }), 'referral.read', handled),
    ).toBe('allowed')
  })

  it('never shows a draft to the unit it is meant for', () => {
    expect(
      refusalOf(worker(), 'referral.read', { now, referral: referral({ status: 'draft' }) }),
    ).toBe('not-a-party')
  })

  it('gives those without case content no case content, whatever grants they hold', () => {
    const blind: Role[] = [
      'unit-admin',
      'auditor',
      'system-admin',
      'coordinator',
      'safeguarding-reviewer',
    ]
    const context = {
      now,
      case: caseOf(grant()),
      referral: referral(),
      section: 'identity' as const,
    }
    for (const role of blind) {
      const seen = actions.filter(
        (action) => decide(worker({ roles: [role] }), action, context).allowed,
      )
      expect(seen.filter((action) => /^(case|section|consent|referral)\./.test(action))).toEqual([])
    }
  })

  it('never opens more when a block is added or a grant is taken away', () => {
    for (const action of actions)
      for (const role of roles)
        for (const section of sections) {
          const actor = worker({ roles: [role] })
          const facts = caseOf(grant())
          const context = { now, case: facts, section, referral: referral() }
          const before = decide(actor, action, context).allowed
          const blocked = decide(actor, action, { ...context, case: { ...facts, blocked: true } })
          const without = decide(actor, action, { ...context, case: caseOf() })
          expect(blocked.allowed).toBe(false)
          if (!before) expect(without.allowed).toBe(false)
        }
  })

  it('knows for every action who could ever do it', () => {
    for (const action of actions)
      expect(roles.some((role) => mayEver({ roles: [role] }, action))).toBe(true)
  })
})
