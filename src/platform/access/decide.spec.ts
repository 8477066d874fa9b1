import { describe, expect, it } from '@jest/globals'
import type { Role, WorkerActor } from './actor.js'
import { roles } from './actor.js'
import {
  actions,
  decide,
  managementBit,
  mayEver,
  sharedPlanBit,
  writesIn,
  type ApprovalFacts,
  type CaseFacts,
  type Context,
  type ExceptionFacts,
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
const exception = (changes: Partial<ExceptionFacts> = {}): ExceptionFacts => ({
  unitId: 'hai-chau',
  recipientUnitId: 'womens-house',
  recordedBy: 'lan',
  approval: 'pending',
  isEscalated: false,
  decidedBy: null,
  review: null,
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

  it('lets supervisors and coordinators see what is late, and only coordinators coordinate', () => {
    const whoMay = (action: (typeof actions)[number]) =>
      roles.filter((role) => refusalOf(worker({ roles: [role] }), action, { now }) === 'allowed')
    expect(whoMay('escalation.read')).toEqual(['supervisor', 'coordinator'])
    expect(whoMay('escalation.act')).toEqual(['coordinator'])
    const blocked = { now, case: { ...caseOf(), blocked: true } }
    expect(refusalOf(worker({ roles: ['coordinator'] }), 'escalation.act', blocked)).toBe('blocked')
  })

  it('closes for its lead, and opens again for the lead or a supervisor of the case', () => {
    const open = { now, case: caseOf(grant()) }
    const closed = { now, case: caseOf(grant({ mayWrite: false })) }
    const supervision = grant({ reason: 'supervision', mayWrite: false })
    const supervisor = worker({ roles: ['supervisor'] })
    expect(refusalOf(worker(), 'case.close', open)).toBe('allowed')
    expect(refusalOf(worker(), 'case.close', closed)).toBe('read-only')
    expect(refusalOf(worker(), 'section.change', { ...closed, section: 'identity' })).toBe(
      'read-only',
    )
    expect(refusalOf(worker(), 'case.reopen', closed)).toBe('allowed')
    expect(refusalOf(supervisor, 'case.reopen', { now, case: caseOf(supervision) })).toBe('allowed')
    expect(refusalOf(supervisor, 'case.merge', { now, case: caseOf(supervision) })).toBe('allowed')
    const kept = grant({ reason: 'kept', mayWrite: false })
    expect(refusalOf(worker(), 'case.merge', { now, case: caseOf(kept) })).toBe('no-grant')
    expect(refusalOf(worker(), 'case.reopen', { now, case: caseOf(kept) })).toBe('no-grant')
  })

  it('lets who leads a case take back, and go on with what is under way, also once it is closed', () => {
    const closed = { now, case: caseOf(grant({ mayWrite: false })) }
    expect(refusalOf(worker(), 'consent.withdraw', closed)).toBe('allowed')
    expect(refusalOf(worker(), 'consent.record', closed)).toBe('read-only')
    const sent = { ...closed, referral: referral({ fromUnitId: 'hai-chau' }) }
    for (const action of ['referral.cancel', 'referral.confirm', 'exchange.link'] as const)
      expect(refusalOf(worker(), action, sent)).toBe('allowed')
    expect(refusalOf(worker(), 'referral.send', sent)).toBe('read-only')
    for (const reason of ['supervision', 'kept', 'team'] as const)
      expect(
        refusalOf(worker(), 'consent.withdraw', {
          now,
          case: caseOf(grant({ reason, mayWrite: false })),
        }),
      ).toBe('read-only')
    const blocked = { now, case: { ...closed.case, blocked: true } }
    expect(refusalOf(worker(), 'consent.withdraw', blocked)).toBe('blocked')
    expect(actions.filter(writesIn)).toContain('referral.send')
    expect(actions.filter(writesIn)).not.toContain('consent.withdraw')
  })

  it('lets caseworkers take in groups, and supervisors look at them', () => {
    const whoMay = (action: (typeof actions)[number]) =>
      roles.filter((role) => refusalOf(worker({ roles: [role] }), action, { now }) === 'allowed')
    expect(whoMay('group.open')).toEqual(['caseworker'])
    expect(whoMay('group.read')).toEqual(['caseworker', 'supervisor'])
  })

  it('lets those at a desk look for cases, and nobody else', () => {
    const whoMay = roles.filter(
      (role) => refusalOf(worker({ roles: [role] }), 'case.search', { now }) === 'allowed',
    )
    expect(whoMay).toEqual(['caseworker', 'supervisor'])
  })

  it('lets a supervisor of the case give it another lead, not who leads it', () => {
    const supervision = caseOf(grant({ reason: 'supervision', mayWrite: false }))
    const supervisor = worker({ workerId: 'hoa', roles: ['supervisor'] })
    expect(refusalOf(supervisor, 'case.reassign', { now, case: supervision })).toBe('allowed')
    expect(refusalOf(worker(), 'case.reassign', { now, case: caseOf(grant()) })).toBe('role')
    expect(refusalOf(supervisor, 'case.reassign', { now, case: caseOf() })).toBe('no-grant')
    const team = caseOf(grant({ reason: 'team', sections: maskOf(['services']) }))
    expect(refusalOf(supervisor, 'case.reassign', { now, case: team })).not.toBe('allowed')
    const conflict = { ...supervision, blocked: true }
    expect(refusalOf(supervisor, 'case.reassign', { now, case: conflict })).toBe('blocked')
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

  it('lets nobody agree to what they asked for themselves, nor to what was asked of another unit', () => {
    const both = worker({ roles: ['caseworker', 'supervisor'] })
    const asked = (changes: Partial<ApprovalFacts> = {}): Context => ({
      now,
      case: caseOf(grant({ reason: 'supervision', mayWrite: false })),
      approval: { state: 'requested', unitId: 'hai-chau', requestedBy: 'mai', ...changes },
    })
    expect(refusalOf(both, 'approval.decide', asked())).toBe('allowed')
    expect(refusalOf(both, 'approval.decide', asked({ requestedBy: 'lan' }))).toBe('own-deed')
    expect(refusalOf(both, 'approval.decide', asked({ unitId: 'police' }))).toBe('not-a-party')
    expect(refusalOf(both, 'approval.decide', asked({ state: 'returned' }))).toBe('not-a-party')
    expect(refusalOf(worker(), 'approval.decide', asked())).toBe('role')
    const shared = caseOf(grant({ reason: 'referral', mayWrite: false }))
    expect(refusalOf(both, 'approval.decide', { ...asked(), case: shared })).toBe('no-grant')
  })

  it('lets whose it is end a task of a case, and who leads; a supervisor only her own', () => {
    const supervision = caseOf(grant({ reason: 'supervision', mayWrite: false }))
    const supervisor = worker({ workerId: 'hoa', roles: ['supervisor'] })
    const finish = (who: WorkerActor, facts: CaseFacts, taskOf: string) =>
      refusalOf(who, 'planning.finish', { now, case: facts, taskOf })
    expect(finish(worker(), caseOf(grant()), 'hoa')).toBe('allowed')
    expect(finish(supervisor, supervision, 'hoa')).toBe('allowed')
    expect(finish(supervisor, supervision, 'lan')).toBe('read-only')
    expect(finish(worker(), caseOf(), 'lan')).toBe('no-grant')
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

  describe('at the desk of a unit', () => {
    const mai = worker({ workerId: 'mai' })
    const supervisor = worker({ workerId: 'hoa', roles: ['supervisor'] })
    const at = (changes: Partial<ReferralFacts>): Context => ({ now, referral: referral(changes) })
    const handled = { status: 'accepted', handlerId: 'lan' } as const

    it('lets a supervisor give what is open to somebody, and nobody else', () => {
      for (const facts of [{}, handled, { ...handled, status: 'on_hold' }]) {
        expect(refusalOf(supervisor, 'referral.assign', at(facts))).toBe('allowed')
        expect(refusalOf(worker(), 'referral.assign', at(facts))).toBe('role')
      }
      for (const facts of [{ toUnitId: 'police' }, { status: 'completed' }, { status: 'draft' }])
        expect(refusalOf(supervisor, 'referral.assign', at(facts))).toBe('not-a-party')
    })

    it('lets a colleague see and take over what waits for somebody who is away', () => {
      const orphan = { ...handled, handlerIsAway: true }
      expect(refusalOf(mai, 'referral.read', at(orphan))).toBe('allowed')
      expect(refusalOf(mai, 'referral.take-over', at(orphan))).toBe('allowed')
      for (const action of ['referral.serve', 'referral.ask', 'referral.enter-in-error'] as const)
        expect(refusalOf(mai, action, at(orphan))).toBe('not-a-party')
      expect(refusalOf(mai, 'referral.take-over', at(handled))).toBe('not-a-party')
      expect(refusalOf(mai, 'referral.take-over', at({ ...orphan, toUnitId: 'police' }))).toBe(
        'not-a-party',
      )
      const ended = at({ ...orphan, status: 'completed' })
      expect(refusalOf(mai, 'referral.read', ended)).toBe('not-a-party')
    })

    it('lets anybody there answer what an absent colleague has claimed', () => {
      const claimed = { claimedBy: 'lan' }
      expect(refusalOf(mai, 'referral.accept', at(claimed))).toBe('not-a-party')
      expect(refusalOf(mai, 'referral.accept', at({ ...claimed, claimantIsAway: true }))).toBe(
        'allowed',
      )
    })

    it('lets whoever answers or handles it ask, and only the sender reply', () => {
      expect(refusalOf(mai, 'referral.ask', at({}))).toBe('allowed')
      expect(refusalOf(worker(), 'referral.ask', at(handled))).toBe('allowed')
      expect(refusalOf(mai, 'referral.ask', at(handled))).toBe('not-a-party')
      expect(refusalOf(worker(), 'referral.answer-question', at(handled))).toBe('not-a-party')
      const own = {
        ...at({ fromUnitId: 'hai-chau', toUnitId: 'women', status: 'requested' }),
        case: caseOf(grant()),
      }
      expect(refusalOf(worker(), 'referral.answer-question', own)).toBe('allowed')
      expect(refusalOf(worker(), 'referral.ask', own)).toBe('not-a-party')
    })

    it('lets either side say that it was an error, each for itself', () => {
      const sent = at({ ...handled, fromUnitId: 'hai-chau', toUnitId: 'women', handlerId: 'thu' })
      const enter = 'referral.enter-in-error'
      expect(refusalOf(worker(), enter, { ...sent, case: caseOf(grant()) })).toBe('allowed')
      expect(refusalOf(worker(), enter, sent)).toBe('no-grant')
      expect(refusalOf(worker(), enter, at(handled))).toBe('allowed')
      expect(refusalOf(mai, enter, at(handled))).toBe('not-a-party')
    })

    it('lets everybody say that they are away, and a supervisor that a colleague is', () => {
      expect(refusalOf(worker({ roles: ['auditor'] }), 'absence.own', { now })).toBe('allowed')
      expect(refusalOf(worker(), 'absence.of-colleague', { now })).toBe('role')
      expect(refusalOf(supervisor, 'absence.of-colleague', { now })).toBe('allowed')
    })
  })

  describe('on a team', () => {
    const member = grant({
      reason: 'team',
      sections: maskOf(['incident', 'legal']) | sharedPlanBit,
      mayWrite: false,
    })
    const membership = { unitId: 'hai-chau', status: 'joined', workerId: null }
    const on = (...grants: Grant[]): Context => ({ now, case: caseOf(...grants), membership })

    it('shows a member who is on it, and of its tasks those about what the member sees', () => {
      expect(refusalOf(worker(), 'team.read', on(member))).toBe('allowed')
      const task = (section: 'legal' | 'psychosocial') =>
        refusalOf(worker(), 'task.read', { ...on(member), section })
      expect(task('legal')).toBe('allowed')
      expect(task('psychosocial')).toBe('not-shared')
    })

    it('opens no team by what a referral shares', () => {
      const shared = grant({ reason: 'referral', mayWrite: false, sections: maskOf(['legal']) })
      expect(refusalOf(worker(), 'team.read', on(shared))).toBe('no-grant')
      expect(refusalOf(worker(), 'task.read', { ...on(shared), section: 'legal' })).toBe('no-grant')
      expect(refusalOf(worker(), 'team.leave', on(shared))).toBe('not-a-party')
    })

    it('is led by who leads the case, and by nobody else on it', () => {
      for (const action of ['team.invite', 'team.remove', 'task.assign', 'plan.change'] as const) {
        expect(refusalOf(worker(), action, on(grant()))).toBe('allowed')
        expect(refusalOf(worker(), action, on(member))).toBe('not-shared')
        expect(refusalOf(worker(), action, on(grant({ mayWrite: false })))).toBe('read-only')
      }
    })

    it('asks the desk that was invited, once', () => {
      const asked = (changes: object) =>
        refusalOf(worker(), 'team.answer', {
          now,
          membership: { ...membership, status: 'invited', ...changes },
        })
      expect(asked({})).toBe('allowed')
      expect(asked({ unitId: 'police' })).toBe('not-a-party')
      expect(asked({ status: 'joined' })).toBe('not-a-party')
    })

    it('lets the member go and answer, or the desk, or their supervisor; no colleague', () => {
      const named = { ...on(member), membership: { ...membership, workerId: 'mai' } }
      for (const action of ['team.leave', 'conference.answer'] as const) {
        expect(refusalOf(worker(), action, on(member))).toBe('allowed')
        expect(refusalOf(worker(), action, named)).toBe('not-a-party')
        expect(refusalOf(worker({ roles: ['supervisor'] }), action, named)).toBe('allowed')
      }
    })

    it('leaves a task to whom it was given', () => {
      const given = (task: { unitId: string; workerId: string | null }, who = worker()) =>
        refusalOf(who, 'task.finish', { ...on(member), section: 'legal', task })
      expect(given({ unitId: 'hai-chau', workerId: null })).toBe('allowed')
      expect(given({ unitId: 'hai-chau', workerId: 'mai' })).toBe('not-a-party')
      expect(given({ unitId: 'police', workerId: null })).toBe('not-a-party')
      expect(
        given({ unitId: 'hai-chau', workerId: 'mai' }, worker({ roles: ['supervisor'] })),
      ).toBe('allowed')
    })

    it('shares the safety plan only where the person agreed to it', () => {
      const without = { ...member, sections: maskOf(['incident', 'legal']) }
      expect(refusalOf(worker(), 'plan.read', on(member))).toBe('allowed')
      expect(refusalOf(worker(), 'plan.propose', on(member))).toBe('allowed')
      expect(refusalOf(worker(), 'plan.read', on(without))).toBe('not-shared')
      expect(refusalOf(worker(), 'plan.propose', on(without))).toBe('not-shared')
    })
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
      membership: { unitId: 'hai-chau', status: 'invited', workerId: null },
      task: { unitId: 'hai-chau', workerId: null },
    }
    for (const role of blind) {
      const seen = actions.filter(
        (action) => decide(worker({ roles: [role] }), action, context).allowed,
      )
      expect(
        seen.filter((action) =>
          /^(case|section|consent|referral|team|task|conference|plan)\./.test(action),
        ),
      ).toEqual([])
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

  describe('on what is shared without consent', () => {
    const supervision = grant({ reason: 'supervision', mayWrite: false })
    const supervisor = worker({ workerId: 'diep', roles: ['supervisor'] })
    const reviewer = worker({
      workerId: 'yen',
      unitId: 'far-away',
      roles: ['safeguarding-reviewer'],
    })
    const inUnit = (changes: Partial<ExceptionFacts> = {}): Context => ({
      now,
      case: caseOf(supervision),
      exception: exception(changes),
    })
    const outside = (changes: Partial<ExceptionFacts> = {}): Context => ({
      now,
      case: caseOf(),
      exception: exception(changes),
    })

    it('lets a supervisor of the unit approve, and nobody what they recorded themselves', () => {
      expect(refusalOf(supervisor, 'exception.approve', inUnit())).toBe('allowed')
      expect(refusalOf(supervisor, 'exception.approve', inUnit({ recordedBy: 'diep' }))).toBe(
        'own-deed',
      )
      expect(refusalOf(worker(), 'exception.approve', inUnit())).toBe('not-a-party')
    })

    it('keeps it from supervisors of other units, and from a sealed case’s', () => {
      const elsewhere = { ...supervisor, unitId: 'police' }
      for (const action of ['exception.read', 'exception.approve', 'exception.review'] as const) {
        expect(refusalOf(elsewhere, action, outside())).toBe('not-a-party')
        const sealed = { ...inUnit(), case: { ...caseOf(supervision), sealed: true } }
        expect(refusalOf(supervisor, action, sealed)).toBe('sealed')
        expect(refusalOf(supervisor, action, outside())).toBe('not-a-party')
      }
    })

    it('calls a reviewer of another unit once the unit itself cannot answer', () => {
      expect(refusalOf(reviewer, 'exception.approve', outside())).toBe('not-a-party')
      expect(refusalOf(reviewer, 'exception.approve', outside({ isEscalated: true }))).toBe(
        'allowed',
      )
      // Nobody of the unit itself, and nobody of the one that would receive it.
      for (const unitId of ['hai-chau', 'womens-house'])
        expect(
          refusalOf({ ...reviewer, unitId }, 'exception.approve', outside({ isEscalated: true })),
        ).toBe('not-a-party')
    })

    it('is reviewed by somebody else than who approved it, once', () => {
      const approved = { approval: 'approved', decidedBy: 'diep' } as const
      expect(refusalOf(reviewer, 'exception.review', outside(approved))).toBe('allowed')
      expect(refusalOf(supervisor, 'exception.review', inUnit(approved))).toBe('own-deed')
      expect(
        refusalOf(reviewer, 'exception.review', outside({ ...approved, review: 'justified' })),
      ).toBe('not-a-party')
      expect(
        refusalOf(
          reviewer,
          'exception.review',
          outside({ ...approved, review: 'needs_follow_up' }),
        ),
      ).toBe('allowed')
      for (const approval of ['pending', 'declined'] as const)
        expect(
          refusalOf(reviewer, 'exception.review', outside({ approval, isEscalated: true })),
        ).toBe('not-a-party')
    })

    it('is nothing to auditors and administrators', () => {
      for (const role of ['auditor', 'unit-admin', 'system-admin', 'coordinator'] as const)
        for (const action of ['exception.read', 'exception.approve', 'exception.review'] as const)
          expect(decide(worker({ workerId: 'x', roles: [role] }), action, inUnit()).allowed).toBe(
            false,
          )
    })
  })

  it('lets the unit that has the case say that a unit outside was told by phone', () => {
    const asked = (actor: WorkerActor, ...grants: Grant[]) =>
      refusalOf(actor, 'referral.tell-by-phone', { now, case: caseOf(...grants) })
    expect(asked(worker(), grant())).toBe('allowed')
    const supervision = grant({ reason: 'supervision', mayWrite: false })
    expect(asked(worker({ roles: ['supervisor'] }), supervision)).toBe('allowed')
    for (const reason of ['referral', 'team', 'kept'] as const)
      expect(asked(worker(), grant({ reason }))).toBe('no-grant')
    expect(asked(worker())).toBe('no-grant')
  })

  it('lets only who leads the case write what the person takes away', () => {
    const sent = { now, referral: referral({ fromUnitId: 'hai-chau', toUnitId: 'other-unit' }) }
    const asked = (changes: Partial<WorkerActor>, ...grants: Grant[]) =>
      refusalOf(worker(changes), 'exchange.copy', { ...sent, case: caseOf(...grants) })
    expect(asked({}, grant())).toBe('allowed')
    expect(asked({})).toBe('no-grant')
    expect(asked({ unitId: 'other-unit' }, grant())).toBe('not-a-party')
    const supervision = grant({ reason: 'supervision', mayWrite: false })
    expect(asked({ roles: ['supervisor'] }, supervision)).toBe('read-only')
  })

  it('lets only the receiving side heed a notice to stop', () => {
    const handled = { now, referral: referral({ status: 'completed', handlerId: 'lan' }) }
    expect(refusalOf(worker(), 'referral.heed', handled)).toBe('allowed')
    expect(refusalOf(worker({ workerId: 'mai' }), 'referral.heed', handled)).toBe('not-a-party')
    const sent = { ...handled, case: caseOf(grant()) }
    expect(refusalOf(worker({ unitId: 'other-unit' }), 'referral.heed', sent)).toBe('not-a-party')
  })

  it('opens the timeline to whoever sees some part of the case, and the rest of it to nobody', () => {
    const asked = (...grants: Grant[]) =>
      refusalOf(worker(), 'timeline.read', { now, case: caseOf(...grants) })
    const shared = grant({ reason: 'team', sections: maskOf(['legal']), mayWrite: false })
    expect(asked(shared)).toBe('allowed')
    expect(asked(grant({ sections: managementBit }))).toBe('allowed')
    expect(asked(grant({ reason: 'team', sections: sharedPlanBit }))).toBe('not-shared')
    expect(asked({ ...shared, consented: maskOf(['identity']) })).toBe('not-shared')
    expect(asked()).toBe('no-grant')
    const admin = worker({ roles: ['unit-admin'] })
    expect(refusalOf(admin, 'timeline.print', { now, case: caseOf(shared) })).toBe('role')
  })

  it('lets notes and takedowns be read by section, and written by who may write there', () => {
    const asked = (action: 'note.read' | 'note.write' | 'takedown.change', mayWrite: boolean) =>
      refusalOf(worker(), action, {
        now,
        case: caseOf(grant({ sections: maskOf(['incident']), mayWrite })),
        section: 'incident',
      })
    expect(asked('note.read', false)).toBe('allowed')
    expect(asked('note.write', false)).toBe('read-only')
    expect(asked('takedown.change', false)).toBe('read-only')
    expect(asked('note.write', true)).toBe('allowed')
    const supervisor = worker({ roles: ['supervisor'] })
    const context = { now, case: caseOf(grant()), section: 'health' } as const
    expect(refusalOf(supervisor, 'note.write', context)).toBe('role')
    const elsewhere = { ...context, case: caseOf(grant({ sections: maskOf(['legal']) })) }
    expect(refusalOf(worker(), 'note.read', elsewhere)).toBe('not-shared')
  })

  it('shows everybody the communes, and administrators alone what was imported of them', () => {
    expect(refusalOf(worker({ roles: ['auditor'] }), 'place.read', { now })).toBe('allowed')
    expect(refusalOf(null, 'place.read', { now })).toBe('signed-out')
    const admin = worker({ roles: ['system-admin'] })
    expect(refusalOf(admin, 'place.oversee', { now })).toBe('allowed')
    for (const role of ['caseworker', 'supervisor', 'unit-admin', 'coordinator'] as const)
      expect(refusalOf(worker({ roles: [role] }), 'place.oversee', { now })).toBe('role')
  })

  it('lets only supervisors tell the places of a unit', () => {
    expect(refusalOf(worker({ roles: ['supervisor'] }), 'directory.tell-places', { now })).toBe(
      'allowed',
    )
    for (const role of ['caseworker', 'unit-admin', 'coordinator'] as const)
      expect(refusalOf(worker({ roles: [role] }), 'directory.tell-places', { now })).toBe('role')
  })
})
