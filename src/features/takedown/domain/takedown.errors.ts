import { DomainError } from '../../../platform/errors/domain-error.js'

abstract class Mendable extends DomainError {
  override get kind() {
    return 'invalid' as const
  }
}

/** The hash service does not take pictures of this age. */
export class AskerDoesNotFit extends Mendable {
  readonly code = 'takedown.asker-does-not-fit'
}

/** Some of it is noted on this case already: in these lines, under these numbers. */
export class AlreadyNoted extends Mendable {
  readonly code = 'takedown.already-noted'
}

/** Police work on it and nothing was preserved: once it is removed the evidence is gone. */
export class NothingPreserved extends DomainError {
  readonly code = 'takedown.nothing-preserved'
}

/** A step that does not follow from where the request stands. */
export class NoSuchStep extends DomainError {
  readonly code = 'takedown.no-such-step'
}

/** A day that has not come yet, or lies before the step it follows. */
export class DayDoesNotFit extends Mendable {
  readonly code = 'takedown.day-does-not-fit'
}

/** Evidence is kept until a day to come, and not for ever. */
export class UntilDoesNotFit extends Mendable {
  readonly code = 'takedown.until-does-not-fit'
}
