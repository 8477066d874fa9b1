import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  RecordConsent,
  type ConsentInput,
  type RecordedConsent,
} from '../use-cases/record-consent.js'

interface Finder {
  find<Provider>(type: new (...args: never[]) => Provider): Provider
}

const inDays = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** Agreed to by the girl and her mother, explained, for three months. */
export const consentTo = (
  recipientUnitId: string,
  changes: Partial<ConsentInput> = {},
  now: Date = new Date(),
): ConsentInput => ({
  basis: 'consent',
  recipientUnitId,
  sections: ['identity', 'contact', 'incident'],
  purposes: ['services', 'sharing'],
  selfAnswer: 'agrees',
  representativeAnswer: 'agrees',
  mode: 'verbal',
  explained: true,
  detail: { representative: { name: 'Trần Thị Hoa', relation: 'mother' } },
  until: inDays(now, 90),
  consentsToStatistics: false,
  reason: null,
  ...changes,
})

/** Records a consent through the use case itself. */
export const aConsent = (
  services: Finder,
  lead: WorkerActor,
  caseId: string,
  recipientUnitId: string,
  changes: Partial<ConsentInput> = {},
): Promise<RecordedConsent> =>
  services.find(RecordConsent).run(lead, caseId, consentTo(recipientUnitId, changes))
