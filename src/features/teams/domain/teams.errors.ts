import { DomainError } from '../../../platform/errors/domain-error.js'

/** Of a case that is closed no team is made. */
export class TeamOfClosedCase extends DomainError {
  readonly code = 'teams.case-closed'
}

/** Nobody is invited to a team that has ended, and nothing given to do. */
export class TeamClosed extends DomainError {
  readonly code = 'teams.closed'
}

/** The unit is on the team already, or has been asked. */
export class UnitAlreadyOnTeam extends DomainError {
  readonly code = 'teams.already-on-team'
}

/** Not a unit that could be invited: one's own, inactive, or without Bến An. */
export class UnitUnfit extends DomainError {
  readonly code = 'teams.unit-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** Nothing is agreed that could be shared with the unit. */
export class TeamConsentMissing extends DomainError {
  readonly code = 'teams.consent-missing'
}

/** No one consent covers all that was chosen. */
export class TeamBeyondConsent extends DomainError {
  readonly code = 'teams.beyond-consent'

  override get kind() {
    return 'invalid' as const
  }
}

/** What was agreed has ended since the unit was invited. */
export class InvitationNoLongerAgreed extends DomainError {
  readonly code = 'teams.no-longer-agreed'
}

/** The worker is not one of the unit who could take it on. */
export class MemberUnfit extends DomainError {
  readonly code = 'teams.member-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** A task is about something that whoever is to do it may not see. */
export class TaskBeyondSight extends DomainError {
  readonly code = 'teams.task-beyond-sight'

  override get kind() {
    return 'invalid' as const
  }
}

/** The day is gone already. */
export class DayHasPassed extends DomainError {
  readonly code = 'teams.day-has-passed'

  override get kind() {
    return 'invalid' as const
  }
}

/** It was done or cancelled already. */
export class TaskAlreadyEnded extends DomainError {
  readonly code = 'teams.task-ended'
}

/** It was held or called off already. */
export class ConferenceAlreadyEnded extends DomainError {
  readonly code = 'teams.conference-ended'
}

/** Nobody can say what was said before it began. */
export class ConferenceNotBegun extends DomainError {
  readonly code = 'teams.conference-not-begun'
}

/** A step of the plan names a unit whose consent does not cover the person's safety. */
export class PlanBeyondConsent extends DomainError {
  readonly code = 'teams.plan-beyond-consent'

  override get kind() {
    return 'invalid' as const
  }
}
