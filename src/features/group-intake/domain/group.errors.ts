import { DomainError } from '../../../platform/errors/domain-error.js'

abstract class Invalid extends DomainError {
  override get kind() {
    return 'invalid' as const
  }
}

/** No file was chosen. */
export class ListMissing extends Invalid {
  readonly code = 'groups.list.missing'
}

export class ListTooBig extends Invalid {
  readonly code = 'groups.list.too-big'
}

/** Neither a text with columns nor a workbook, or one that is broken. */
export class ListUnreadable extends Invalid {
  readonly code = 'groups.list.unreadable'
}

/** A workbook of the old kind, or one with a password. */
export class ListOfOldKind extends Invalid {
  readonly code = 'groups.list.old-kind'
}

export class ListEmpty extends Invalid {
  readonly code = 'groups.list.empty'
}

export class ListTooLong extends Invalid {
  readonly code = 'groups.list.too-long'
}

export class ListTooWide extends Invalid {
  readonly code = 'groups.list.too-wide'
}

/** The list was taken in, or dropped, or waited for more than a day. */
export class ListGone extends DomainError {
  readonly code = 'groups.list.gone'
}

/** Two columns were said to hold the same thing. */
export class ColumnTwice extends Invalid {
  readonly code = 'groups.columns.twice'
}

/** Nothing tells who the people are. */
export class ColumnOfNamesMissing extends Invalid {
  readonly code = 'groups.columns.name-missing'
}

/** People are taken in once they are there. */
export class ReceivedInFuture extends Invalid {
  readonly code = 'groups.facts.received-on.wrong'
}

/** Whoever is to lead is no caseworker of the unit who is at work. */
export class LeadUnfit extends Invalid {
  readonly code = 'groups.leads.unfit'
}

/** No row of the list brings anybody new. */
export class NobodyNew extends DomainError {
  readonly code = 'groups.nobody-new'
}
