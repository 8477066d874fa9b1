import { DomainError } from '../../../platform/errors/domain-error.js'

/** A kind of incident that does not fit the victim's age at the time. */
export class TypeNotOffered extends DomainError {
  readonly code = 'cases.type-not-offered'

  override get kind() {
    return 'invalid' as const
  }
}

/** A birth or an incident that is still to come. */
export class DateInFuture extends DomainError {
  readonly code = 'cases.date-in-future'

  override get kind() {
    return 'invalid' as const
  }
}

export class AgeOutOfRange extends DomainError {
  readonly code = 'cases.age-out-of-range'

  override get kind() {
    return 'invalid' as const
  }
}

/** A province that does not stand on the day it is named. */
export class UnknownProvince extends DomainError {
  readonly code = 'cases.unknown-province'

  override get kind() {
    return 'invalid' as const
  }
}

/** Reasons that make the risk high still stand: it cannot be lowered past them. */
export class RiskReasonsStand extends DomainError {
  readonly code = 'cases.risk-reasons-stand'
}

/** What a case cannot be without: the victim, and one incident. */
export class RecordStays extends DomainError {
  readonly code = 'cases.record-stays'
}
