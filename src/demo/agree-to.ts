import type { Section } from '../platform/access/sections.js'
import { RecordConsent } from '../features/consents/index.js'
import { wordsAround } from './consent-words.js'
import type { DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

/** An adult, or a child whose caregiver can be asked: consent is theirs to give. */
export const canBeAsked = ({ person }: DemoStory): boolean =>
  !person.intake('2026-01-05').caregiver.suspected

/** The person agrees, as their worker writes it down, that the unit may see these sections. */
export const agreeTo = async (
  { app, cast }: Stage,
  { person, lead }: DemoStory,
  caseId: string,
  unitId: string,
  sections: readonly Section[],
  until: string,
): Promise<void> => {
  await app.get(RecordConsent, { strict: false }).run(cast.actor(lead), caseId, {
    basis: 'consent',
    recipientUnitId: unitId,
    sections,
    purposes: ['services', 'sharing'],
    selfAnswer: 'agrees',
    representativeAnswer: person.age < 18 ? 'agrees' : null,
    mode: person.age < 15 ? 'written' : 'verbal',
    explained: true,
    detail: wordsAround(person),
    until,
    consentsToStatistics: true,
    reason: null,
  })
}
