/**
 * The deeds people filter the trail by: what `decide` is asked for, and what happens without a
 * question. A deed that is recorded and not listed is shown by its code.
 */
export const knownDeeds = [
  'today.read',
  'case.list',
  'case.open',
  'case.read',
  'case.name-shown',
  'case.change',
  'case.trail',
  'section.read',
  'section.change',
  'consent.read',
  'consent.record',
  'consent.withdraw',
  'consent.narrow',
  'consent.report',
  'exception.list',
  'exception.read',
  'exception.record',
  'exception.approve',
  'exception.decline',
  'exception.review',
  'referral.list',
  'referral.read',
  'referral.draft',
  'referral.send',
  'referral.claim',
  'referral.release',
  'referral.accept',
  'referral.reject',
  'referral.serve',
  'referral.cancel',
  'referral.confirm',
  'exchange.link',
  'exchange.read',
  'exchange.print',
  'exchange.copy',
  'exchange.open',
  'exchange.preview',
  'exchange.answer',
  'referral.share-more',
  'referral.ask-for-more',
  'referral.heed',
  'referral.tell-by-phone',
  'transfer.list',
  'transfer.read',
  'transfer.offer',
  'transfer.accept',
  'transfer.reject',
  'transfer.withdraw',
  'transfer.contact',
  'transfer.expired',
  'transfer.withdrawn',
  'transfer.ask',
  'transfer.decide-ask',
  'notification.read',
  'delivery.watch',
  'delivery.replay',
  'escalation.read',
  'escalation.act',
  'report.read',
  'report.rebuild',
  'audit.read',
  'audit.verify',
  'audit.verified',
  'audit.exported',
  'sign-in',
  'session.lock',
  'session.unlock',
  'session.end',
  'account.change',
  'password.change',
] as const
export type KnownDeed = (typeof knownDeeds)[number]

/** Is it one we have words for? */
export const isKnownDeed = (code: string): code is KnownDeed =>
  knownDeeds.some((known) => known === code)

/** What deeds are done to, as far as we have words for it. */
const knownSubjects = [
  'case',
  'person',
  'consent',
  'exception',
  'duty-report',
  'referral',
  'transfer',
  'request',
  'notification',
  'event',
  'worker',
  'unit',
  'session',
  'report',
] as const
export type KnownSubject = (typeof knownSubjects)[number]

/** Is it one we have words for? */
export const isKnownSubject = (type: string): type is KnownSubject =>
  knownSubjects.some((known) => known === type)
