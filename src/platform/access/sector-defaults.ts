import type { Section } from './sections.js'
import type { Sector } from './sectors.js'

/**
 * What each sector needs to know to do its work, and no more (inter-agency referral form: share
 * need-to-know only). Counselling notes go to health alone, whose clinicians carry such care on.
 * Police never get counselling, health or the shelter's place, which is in `safety`; nor do those
 * who only advise. A shelter need not know what was done to a person in order to protect her.
 */
const defaults: Readonly<Record<Sector, readonly Section[]>> = {
  'child-protection': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'health',
    'legal',
    'services',
    'reintegration',
  ],
  'womens-services': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'legal',
    'services',
    'reintegration',
  ],
  police: ['identity', 'contact', 'incident', 'legal'],
  health: ['identity', 'contact', 'incident', 'health', 'psychosocial'],
  shelter: ['identity', 'contact', 'family', 'safety', 'health', 'services', 'reintegration'],
  'legal-aid': ['identity', 'contact', 'family', 'incident', 'legal'],
  'anti-trafficking': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'legal',
    'services',
    'reintegration',
  ],
  hotline: ['identity', 'contact', 'safety', 'services'],
}

/** Sections a unit of this sector may see at most, unless a person decides otherwise. */
export const sectorDefault = (sector: Sector): readonly Section[] => defaults[sector]
