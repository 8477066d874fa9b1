import type { Role, WorkerActor } from './actor.js'
import { allSections, bitOf, type Section } from './sections.js'

/** Bit of the management of a case: its consents, its referrals, who is on it. */
export const managementBit = 1 << 10

/**
 * Bit of a team's shared safety plan. It is no section: the plan never tells where the person is
 * sheltered, which stays in `safety`, so that also those may share it who may not know the place.
 */
export const sharedPlanBit = 1 << 11

/** Why an actor may see some sections of a case, for a time. */
export interface Grant {
  readonly reason: 'lead' | 'supervision' | 'referral' | 'team' | 'kept'
  /** Mask of sections, and `managementBit`. */
  readonly sections: number
  readonly mayWrite: boolean
  readonly validUntil: Date
  /** For what is shared: the mask of the consent (or legal basis) it stands on, 0 once withdrawn. */
  readonly consented?: number
}

export interface CaseFacts {
  /** The actor has a conflict of interest in this case. */
  readonly blocked: boolean
  readonly sealed: boolean
  /** The actor's own grants. */
  readonly grants: readonly Grant[]
}

export interface ReferralFacts {
  readonly status: string
  readonly fromUnitId: string
  readonly toUnitId: string | null
  readonly handlerId: string | null
  readonly claimedBy: string | null
  /** Who handles it cannot go on at this moment: away, or no longer at work here. */
  readonly handlerIsAway?: boolean
  readonly claimantIsAway?: boolean
}

/** A unit's invitation to a team, or its membership. */
export interface MembershipFacts {
  readonly unitId: string
  readonly status: string
  /** Who is the member; null for the unit's desk. */
  readonly workerId: string | null
}

/** Whom a task of a team was given to. */
export interface TaskFacts {
  readonly unitId: string
  /** Null for the unit's desk. */
  readonly workerId: string | null
}

/** Something shared without consent, or to be shared so. */
export interface ExceptionFacts {
  /** The unit whose case it is. */
  readonly unitId: string
  /** Whom it is shared with; null for a report to an authority. */
  readonly recipientUnitId: string | null
  readonly recordedBy: string
  readonly approval: 'not_needed' | 'pending' | 'approved' | 'declined'
  /** Nobody of the unit can or did answer in time: it is for reviewers of other units as well. */
  readonly isEscalated: boolean
  readonly decidedBy: string | null
  readonly review: 'justified' | 'not_justified' | 'needs_follow_up' | null
}

/** What a supervisor was asked to agree to in a case. */
export interface ApprovalFacts {
  readonly state: 'requested' | 'approved' | 'returned' | 'withdrawn'
  /** Whose supervisors were asked. */
  readonly unitId: string
  readonly requestedBy: string
}

/** Both sides of a case that moves. */
export interface TransferFacts {
  readonly status: string
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly offeredBy: string
  /** Who led the case when it was offered. */
  readonly oldLeadId: string
  readonly answeredBy: string | null
  readonly newLeadId: string | null
  /** As the case is: supervisors see nothing of it on either side. */
  readonly caseSealed: boolean
}

export interface Context {
  readonly now: Date
  readonly case?: CaseFacts
  readonly section?: Section
  readonly referral?: ReferralFacts
  readonly membership?: MembershipFacts
  readonly task?: TaskFacts
  readonly exception?: ExceptionFacts
  readonly transfer?: TransferFacts
  readonly approval?: ApprovalFacts
  /** Whose the task of a case is. */
  readonly taskOf?: string
}

const atTheDesk: readonly Role[] = ['caseworker', 'supervisor']
// Who looks at what is shared without consent.
const overseers: readonly Role[] = ['supervisor', 'safeguarding-reviewer']

/** What may be done, who may ever do it, and what it needs to stand on. */
const rules = {
  'today.read': { roles: atTheDesk, on: 'role' },
  'case.list': { roles: atTheDesk, on: 'role' },
  'case.search': { roles: atTheDesk, on: 'role' },
  'case.open': { roles: ['caseworker'], on: 'role' },
  'case.reassign': { roles: ['supervisor'], on: 'owner' },
  'case.read': { roles: atTheDesk, on: 'management' },
  'case.change': { roles: ['caseworker'], on: 'management', writes: true },
  'case.export': { roles: ['caseworker'], on: 'management', writes: true },
  'paper.read': { roles: atTheDesk, on: 'management' },
  'paper.add': { roles: ['caseworker'], on: 'management', writes: true },
  'paper.remove': { roles: ['caseworker'], on: 'management', writes: true },
  'case.watch': { roles: atTheDesk, on: 'management' },
  'case.trail': { roles: atTheDesk, on: 'management' },
  'section.read': { roles: atTheDesk, on: 'section' },
  'section.change': { roles: ['caseworker'], on: 'section', writes: true },
  'timeline.read': { roles: atTheDesk, on: 'any-part' },
  'timeline.print': { roles: atTheDesk, on: 'any-part' },
  'note.read': { roles: atTheDesk, on: 'section' },
  'note.write': { roles: ['caseworker'], on: 'section', writes: true },
  'takedown.read': { roles: atTheDesk, on: 'section' },
  'takedown.change': { roles: ['caseworker'], on: 'section', writes: true },
  'section.history': { roles: atTheDesk, on: 'managed-section' },
  'section.who': { roles: atTheDesk, on: 'management' },
  'form.read': { roles: 'everyone', on: 'role' },
  'form.extend': { roles: ['system-admin'], on: 'role' },
  'consent.read': { roles: atTheDesk, on: 'management' },
  'consent.record': { roles: ['caseworker'], on: 'management', writes: true },
  'consent.print': { roles: atTheDesk, on: 'management' },
  'consent.withdraw': { roles: ['caseworker'], on: 'management', writes: 'under-way' },
  'consent.report': { roles: ['caseworker'], on: 'management', writes: true },
  'exception.list': { roles: overseers, on: 'role' },
  'exception.read': { roles: overseers, on: 'exception' },
  'exception.approve': { roles: overseers, on: 'exception' },
  'exception.review': { roles: overseers, on: 'exception' },
  'referral.list': { roles: atTheDesk, on: 'role' },
  'referral.draft': { roles: ['caseworker'], on: 'management', writes: true },
  'referral.send': { roles: ['caseworker'], on: 'sender', writes: true },
  'referral.cancel': { roles: ['caseworker'], on: 'sender' },
  'referral.confirm': { roles: ['caseworker'], on: 'sender' },
  'referral.read': { roles: atTheDesk, on: 'party' },
  'referral.claim': { roles: atTheDesk, on: 'desk' },
  'referral.release': { roles: atTheDesk, on: 'desk' },
  'referral.accept': { roles: ['caseworker'], on: 'desk' },
  'referral.reject': { roles: atTheDesk, on: 'desk' },
  'referral.serve': { roles: ['caseworker'], on: 'handler' },
  'referral.ask': { roles: atTheDesk, on: 'desk-or-handler' },
  'referral.answer-question': { roles: ['caseworker'], on: 'sender' },
  'referral.assign': { roles: ['supervisor'], on: 'receiving-unit' },
  'referral.take-over': { roles: ['caseworker'], on: 'absence' },
  'referral.enter-in-error': { roles: ['caseworker'], on: 'either-side' },
  'absence.own': { roles: 'everyone', on: 'role' },
  'absence.of-colleague': { roles: ['supervisor'], on: 'role' },
  'exchange.link': { roles: ['caseworker'], on: 'sender' },
  'exchange.print': { roles: ['caseworker'], on: 'sender' },
  'exchange.copy': { roles: ['caseworker'], on: 'sender' },
  'exchange.read': { roles: atTheDesk, on: 'management' },
  'team.list': { roles: atTheDesk, on: 'role' },
  'team.read': { roles: atTheDesk, on: 'team' },
  'team.open': { roles: ['caseworker'], on: 'management', writes: true },
  'team.invite': { roles: ['caseworker'], on: 'management', writes: true },
  'team.remove': { roles: ['caseworker'], on: 'management', writes: true },
  'team.close': { roles: ['caseworker'], on: 'management', writes: true },
  'team.answer': { roles: atTheDesk, on: 'invited' },
  'team.leave': { roles: atTheDesk, on: 'member' },
  'task.read': { roles: atTheDesk, on: 'team-section' },
  'task.assign': { roles: ['caseworker'], on: 'management', writes: true },
  'task.cancel': { roles: ['caseworker'], on: 'management', writes: true },
  'task.finish': { roles: atTheDesk, on: 'assignee' },
  'conference.read': { roles: atTheDesk, on: 'team' },
  'conference.call': { roles: ['caseworker'], on: 'management', writes: true },
  'conference.record': { roles: ['caseworker'], on: 'management', writes: true },
  'conference.answer': { roles: atTheDesk, on: 'member' },
  'plan.read': { roles: atTheDesk, on: 'plan' },
  'plan.acknowledge': { roles: atTheDesk, on: 'plan' },
  'plan.change': { roles: ['caseworker'], on: 'management', writes: true },
  'plan.propose': { roles: ['caseworker'], on: 'member-with-plan' },
  'referral.share-more': { roles: ['caseworker'], on: 'sender' },
  'referral.ask-for-more': { roles: ['caseworker'], on: 'handler' },
  'referral.heed': { roles: atTheDesk, on: 'receiver' },
  'referral.tell-by-phone': { roles: atTheDesk, on: 'owner' },
  'transfer.list': { roles: atTheDesk, on: 'role' },
  'transfer.offer': { roles: atTheDesk, on: 'owner' },
  'transfer.withdraw': { roles: atTheDesk, on: 'owner' },
  'transfer.read': { roles: atTheDesk, on: 'transfer-party' },
  'transfer.accept': { roles: atTheDesk, on: 'transfer-desk' },
  'transfer.reject': { roles: atTheDesk, on: 'transfer-desk' },
  'transfer.contact': { roles: ['caseworker'], on: 'transfer-taken' },
  'transfer.ask': { roles: atTheDesk, on: 'role' },
  'transfer.decide-ask': { roles: atTheDesk, on: 'owner' },
  'planning.list': { roles: atTheDesk, on: 'role' },
  'planning.read': { roles: atTheDesk, on: 'management' },
  'planning.change': { roles: ['caseworker'], on: 'management', writes: true },
  'planning.task': { roles: atTheDesk, on: 'management' },
  'planning.finish': { roles: atTheDesk, on: 'own-task' },
  'planning.flag': { roles: atTheDesk, on: 'management' },
  'approval.list': { roles: ['supervisor'], on: 'role' },
  'approval.rule': { roles: ['supervisor'], on: 'role' },
  'approval.request': { roles: ['caseworker'], on: 'management', writes: true },
  'approval.read': { roles: atTheDesk, on: 'management' },
  'approval.decide': { roles: ['supervisor'], on: 'approval' },
  'case.close': { roles: ['caseworker'], on: 'management', writes: true },
  'case.merge': { roles: atTheDesk, on: 'owner' },
  'case.reopen': { roles: atTheDesk, on: 'owner' },
  'group.open': { roles: ['caseworker'], on: 'role' },
  'group.read': { roles: atTheDesk, on: 'role' },
  'notification.read': { roles: 'everyone', on: 'role' },
  'directory.read': { roles: 'everyone', on: 'role' },
  'place.read': { roles: 'everyone', on: 'role' },
  'place.oversee': { roles: ['system-admin'], on: 'role' },
  'escalation.read': { roles: ['supervisor', 'coordinator'], on: 'role' },
  'escalation.act': { roles: ['coordinator'], on: 'role' },
  'directory.tell-places': { roles: ['supervisor'], on: 'role' },
  'report.read': { roles: ['supervisor', 'coordinator'], on: 'role' },
  'audit.read': { roles: ['auditor'], on: 'role' },
  'audit.verify': { roles: ['auditor'], on: 'role' },
  'delivery.watch': { roles: ['system-admin'], on: 'role' },
  'delivery.replay': { roles: ['system-admin'], on: 'role' },
  'conduct.accept': { roles: 'everyone', on: 'role' },
  'conduct.of-unit': { roles: ['supervisor', 'unit-admin'], on: 'role' },
  'account.own': { roles: 'everyone', on: 'role' },
  'draft.own': { roles: 'everyone', on: 'role' },
} as const satisfies Record<string, Rule>

interface Rule {
  readonly roles: readonly Role[] | 'everyone'
  readonly on:
    | 'role'
    | 'management'
    | 'owner'
    | 'section'
    | 'any-part'
    | 'managed-section'
    | 'sender'
    | 'desk'
    | 'handler'
    | 'desk-or-handler'
    | 'receiving-unit'
    | 'absence'
    | 'either-side'
    | 'team'
    | 'invited'
    | 'member'
    | 'team-section'
    | 'assignee'
    | 'plan'
    | 'member-with-plan'
    | 'receiver'
    | 'party'
    | 'exception'
    | 'transfer-desk'
    | 'transfer-party'
    | 'transfer-taken'
    | 'own-task'
    | 'approval'
  /**
   * Whether it needs a case that is still written in. What is `under-way` is ended and gone on with by who
   * leads the case, also once it is closed or merged away: a consent is taken back at any time.
   */
  readonly writes?: boolean | 'under-way'
}

export type Action = keyof typeof rules

export const actions = Object.keys(rules) as readonly Action[]

export type Refusal =
  | 'signed-out'
  | 'blocked'
  | 'sealed'
  | 'no-grant'
  | 'not-shared'
  | 'read-only'
  | 'not-a-party'
  | 'own-deed'
  | 'role'

export type Decision =
  { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal }

const allowed: Decision = { allowed: true }
const refused = (refusal: Refusal): Decision => ({ allowed: false, refusal })

/** Whether anybody of these roles could ever do it: what navigation and routes ask first. */
export const mayEver = (actor: Pick<WorkerActor, 'roles'>, action: Action): boolean => {
  const { roles }: Rule = rules[action]
  return roles === 'everyone' || actor.roles.some((role) => roles.includes(role))
}

/** Whether it begins or changes something in a case, and so needs one that is still written in. */
export const writesIn = (action: Action): boolean => {
  const { writes }: Rule = rules[action]
  return writes === true
}

/**
 * The one decision. Deny wins, in this order: signed in → conflict of interest → sealed → live grant
 * → section ∩ consent → action. Pure: the same question always has the same answer.
 */
export const decide = (actor: WorkerActor | null, action: Action, context: Context): Decision => {
  if (actor === null) return refused('signed-out')
  const rule: Rule = rules[action]
  const { case: facts, now } = context
  if (facts?.blocked === true) return refused('blocked')

  const grants = (facts?.grants ?? []).filter(({ validUntil }) => validUntil > now)
  const open =
    facts?.sealed === true ? grants.filter(({ reason }) => reason !== 'supervision') : grants
  if (grants.length > 0 && open.length === 0) return refused('sealed')

  const standing =
    rule.on === 'exception'
      ? overseeing(action, actor, open, context.exception)
      : standingOn({ ...rule, on: rule.on }, actor, open, context)
  if (!standing.allowed) return standing
  return mayEver(actor, action) ? allowed : refused('role')
}

const standingOn = (
  rule: Rule & { readonly on: Exclude<Rule['on'], 'exception'> },
  actor: WorkerActor,
  grants: readonly Grant[],
  { section, referral, membership, task, transfer, approval, taskOf }: Context,
): Decision => {
  switch (rule.on) {
    case 'role':
      return allowed
    case 'management':
      return throughGrants(grants, managementBit, rule)
    // The unit that has the case: its lead and its supervisors, on no other ground.
    case 'owner':
      return throughGrants(grants.filter(isOwnership), managementBit, rule)
    case 'section': {
      if (section === undefined) return refused('not-shared')
      return throughGrants(grants, 1 << bitOf(section), rule)
    }
    // Whoever sees at least one section of the case, or manages it.
    case 'any-part':
      return throughGrants(grants, allSections | managementBit, rule)
    // What stood there once was shared with nobody: the section, and the case with it.
    case 'managed-section': {
      if (section === undefined) return refused('not-shared')
      const managed = throughGrants(grants, managementBit, rule)
      return managed.allowed ? throughGrants(grants, 1 << bitOf(section), rule) : managed
    }
    case 'sender':
      if (referral === undefined || referral.fromUnitId !== actor.unitId)
        return refused('not-a-party')
      return throughGrants(grants, managementBit, { ...rule, writes: rule.writes ?? 'under-way' })
    case 'desk':
      return isAtDesk(actor, referral) ? allowed : refused('not-a-party')
    case 'handler':
      return handles(actor, referral) ? allowed : refused('not-a-party')
    case 'desk-or-handler':
      return isAtDesk(actor, referral) || handles(actor, referral)
        ? allowed
        : refused('not-a-party')
    case 'receiver':
      return isReceiver(actor, referral) ? allowed : refused('not-a-party')
    case 'receiving-unit':
      return referral?.toUnitId === actor.unitId && isOpenState(referral.status)
        ? allowed
        : refused('not-a-party')
    case 'absence':
      return referral?.toUnitId === actor.unitId && isOrphaned(referral)
        ? allowed
        : refused('not-a-party')
    case 'either-side': {
      if (isAtDesk(actor, referral) || handles(actor, referral)) return allowed
      if (referral?.fromUnitId !== actor.unitId) return refused('not-a-party')
      return throughGrants(grants, managementBit, { ...rule, writes: 'under-way' })
    }
    case 'transfer-desk':
      return isAskedToTakeOver(actor, transfer) ? allowed : refused('not-a-party')
    case 'transfer-party':
      return isTransferParty(actor, transfer) || throughGrants(grants, managementBit, rule).allowed
        ? allowed
        : refused('not-a-party')
    case 'transfer-taken':
      if (transfer?.status !== 'accepted' || transfer.toUnitId !== actor.unitId)
        return refused('not-a-party')
      return throughGrants(grants.filter(isOwnership), managementBit, { ...rule, writes: true })
    case 'party':
      return isReceiver(actor, referral) || throughGrants(grants, managementBit, rule).allowed
        ? allowed
        : refused('not-a-party')
    case 'team':
      return throughTeam(grants)
    case 'team-section':
      return section === undefined
        ? refused('not-shared')
        : throughTeam(grants, 1 << bitOf(section))
    case 'plan':
      return throughGrants(grants, managementBit, rule).allowed
        ? allowed
        : throughTeam(grants, sharedPlanBit)
    case 'member-with-plan':
      return throughGrants(membershipsIn(grants), sharedPlanBit, rule)
    case 'invited':
      return membership?.status === 'invited' && membership.unitId === actor.unitId
        ? allowed
        : refused('not-a-party')
    case 'member':
      return membershipsIn(grants).length > 0 && isMember(actor, membership)
        ? allowed
        : refused('not-a-party')
    case 'assignee':
      if (section === undefined || task === undefined || !isAssignee(actor, task, grants))
        return refused('not-a-party')
      return throughTeam(grants, 1 << bitOf(section))
    // Whoever leads the case answers for all that is to be done in it.
    case 'own-task': {
      const standing = throughGrants(grants, managementBit, rule)
      if (!standing.allowed || taskOf === actor.workerId) return standing
      return throughGrants(grants, managementBit, { ...rule, writes: true })
    }
    case 'approval':
      return answering(actor, grants, approval)
  }
}

// Only what waits, only in one's own unit, and never what one asked for oneself.
const answering = (
  actor: WorkerActor,
  grants: readonly Grant[],
  approval: ApprovalFacts | undefined,
): Decision => {
  const standing = throughGrants(grants.filter(isOwnership), managementBit, {
    roles: ['supervisor'],
    on: 'approval',
  })
  if (!standing.allowed) return standing
  if (approval?.state !== 'requested' || approval.unitId !== actor.unitId)
    return refused('not-a-party')
  return approval.requestedBy === actor.workerId ? refused('own-deed') : allowed
}

const membershipsIn = (grants: readonly Grant[]): Grant[] =>
  grants.filter(({ reason }) => reason === 'team')

const manages = ({ sections }: Grant): boolean => (sections & managementBit) !== 0

// Whoever manages the case or is on its team; what was shared by a referral opens no team.
const throughTeam = (grants: readonly Grant[], bit?: number): Decision => {
  const onTeam = grants.filter((grant) => grant.reason === 'team' || manages(grant))
  if (onTeam.length === 0) return refused('no-grant')
  return bit === undefined || onTeam.some(({ sections }) => (sections & bit) !== 0)
    ? allowed
    : refused('not-shared')
}

const isMember = (actor: WorkerActor, membership: MembershipFacts | undefined): boolean =>
  membership?.status === 'joined' &&
  membership.unitId === actor.unitId &&
  (membership.workerId === null ||
    membership.workerId === actor.workerId ||
    actor.roles.includes('supervisor'))

// What nobody in particular was given is the whole desk's; who leads the case answers for her unit.
const isAssignee = (
  actor: WorkerActor,
  { unitId, workerId }: TaskFacts,
  grants: readonly Grant[],
): boolean =>
  unitId === actor.unitId &&
  (workerId === null ||
    workerId === actor.workerId ||
    grants.some((grant) => (manages(grant) ? grant.mayWrite : actor.roles.includes('supervisor'))))

const throughGrants = (grants: readonly Grant[], bit: number, { writes }: Rule): Decision => {
  if (grants.length === 0) return refused('no-grant')
  const seeing = grants.filter(
    ({ sections, consented }) => (sections & (consented ?? sections) & bit) !== 0,
  )
  if (seeing.length === 0) return refused('not-shared')
  const goesOn = writes === 'under-way' && seeing.some(({ reason }) => reason === 'lead')
  return writes === undefined ||
    writes === false ||
    goesOn ||
    seeing.some(({ mayWrite }) => mayWrite)
    ? allowed
    : refused('read-only')
}

// What lies unanswered on the desk is everybody's there; a claimed one is the claimant's to answer,
// and the supervisors'.
const isAtDesk = (actor: WorkerActor, referral: ReferralFacts | undefined): boolean =>
  referral !== undefined &&
  referral.toUnitId === actor.unitId &&
  referral.status === 'requested' &&
  (referral.claimedBy === null ||
    referral.claimedBy === actor.workerId ||
    referral.claimantIsAway === true ||
    actor.roles.includes('supervisor'))

const handles = (actor: WorkerActor, referral: ReferralFacts | undefined): boolean =>
  referral !== undefined &&
  referral.toUnitId === actor.unitId &&
  referral.handlerId === actor.workerId

const underWay: readonly string[] = ['accepted', 'in_progress', 'on_hold']

const isOpenState = (status: string): boolean => status === 'requested' || underWay.includes(status)

// It was somebody's, and that somebody cannot go on.
const isOrphaned = ({ status, handlerIsAway, claimantIsAway }: ReferralFacts): boolean =>
  status === 'requested'
    ? claimantIsAway === true
    : underWay.includes(status) && handlerIsAway === true

const isReceiver = (actor: WorkerActor, referral: ReferralFacts | undefined): boolean => {
  if (referral === undefined || referral.toUnitId !== actor.unitId) return false
  if (!actor.roles.some((role) => atTheDesk.includes(role)) || referral.status === 'draft')
    return false
  return (
    referral.status === 'requested' ||
    referral.handlerId === actor.workerId ||
    isOrphaned(referral) ||
    actor.roles.includes('supervisor')
  )
}

/**
 * Sharing without consent is looked at by others than who decided it: supervisors of the unit who
 * manage the case, and safeguarding reviewers of other units, who see no case content; not those of the
 * unit that received it. Nobody approves what they recorded, nor reviews what they recorded or approved.
 */
const overseeing = (
  action: Action,
  actor: WorkerActor,
  grants: readonly Grant[],
  exception: ExceptionFacts | undefined,
): Decision => {
  if (exception === undefined) return refused('not-a-party')
  const { approval, review } = exception
  const isOwn = exception.unitId === actor.unitId
  const supervises =
    isOwn &&
    actor.roles.includes('supervisor') &&
    grants.some(({ sections }) => (sections & managementBit) !== 0)
  const looksFromOutside =
    !isOwn &&
    exception.recipientUnitId !== actor.unitId &&
    actor.roles.includes('safeguarding-reviewer') &&
    (approval === 'pending' ? exception.isEscalated : approval !== 'declined')
  if (!supervises && !looksFromOutside) return refused('not-a-party')
  if (action === 'exception.read') return allowed
  if (exception.recordedBy === actor.workerId) return refused('own-deed')
  if (action === 'exception.approve')
    return approval === 'pending' ? allowed : refused('not-a-party')
  if (exception.decidedBy === actor.workerId) return refused('own-deed')
  return (approval === 'not_needed' || approval === 'approved') &&
    (review === null || review === 'needs_follow_up')
    ? allowed
    : refused('not-a-party')
}

const isOwnership = ({ reason }: Grant): boolean => reason === 'lead' || reason === 'supervision'

// Whoever sees nothing of a sealed case is not asked about it either.
const maySeeSealed = (actor: WorkerActor, { caseSealed }: TransferFacts): boolean =>
  !caseSealed || actor.roles.includes('caseworker')

const isAskedToTakeOver = (actor: WorkerActor, transfer: TransferFacts | undefined): boolean =>
  transfer !== undefined &&
  transfer.toUnitId === actor.unitId &&
  transfer.status === 'offered' &&
  maySeeSealed(actor, transfer)

// The old unit's own people keep the receipt; at the receiving unit the desk sees what waits there,
// and afterwards who answered and the supervisors.
const isTransferParty = (actor: WorkerActor, transfer: TransferFacts | undefined): boolean => {
  if (transfer === undefined || !actor.roles.some((role) => atTheDesk.includes(role))) return false
  const { fromUnitId, toUnitId, offeredBy, oldLeadId, answeredBy, newLeadId } = transfer
  const supervises = actor.roles.includes('supervisor') && !transfer.caseSealed
  const isOneOf = (...ids: readonly (string | null)[]) => ids.includes(actor.workerId)
  if (fromUnitId === actor.unitId) return supervises || isOneOf(offeredBy, oldLeadId)
  if (toUnitId !== actor.unitId) return false
  return isAskedToTakeOver(actor, transfer) || supervises || isOneOf(answeredBy, newLeadId)
}
