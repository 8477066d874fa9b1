/** Deeds that only look; whatever else stands in the trail has changed something. */
export const looks = [
  'case.list',
  'case.read',
  'case.name-shown',
  'case.trail',
  'section.read',
  'consent.read',
  'consent.print',
  'exception.list',
  'exception.read',
  'referral.list',
  'referral.read',
  'transfer.list',
  'transfer.read',
  'exchange.read',
  'exchange.print',
  'exchange.copy',
  'exchange.preview',
  'team.list',
  'team.read',
  'task.read',
  'conference.read',
  'plan.read',
  'paper.read',
  'paper.open',
  'timeline.read',
  'timeline.print',
  'note.list',
  'note.read',
  'report.read',
  'audit.read',
  'today.read',
] as const

/** Is it a deed that only looks? Whatever is called a reading, a list or a print is one. */
export const onlyLooks = (action: string): boolean =>
  looks.some((look) => look === action) || /\.(read|list|print)$/.test(action)
