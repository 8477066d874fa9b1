import type { IncidentTypeRow } from './incident-type-row.js'

// Codes are stable: never reused or renamed, only retired.

/** Sexual exploitation and abuse of children: victim under 18 at the time. */
export const cseaTypes = {
  'csea.csam_production': {
    hanoi: ['14(1)(a)'],
    ncmec: 'CP',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221'],
  },
  'csea.csam_distribution': {
    hanoi: ['14(1)(a)'],
    ncmec: 'CP',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221'],
  },
  'csea.csam_access': {
    hanoi: ['14(1)(b)'],
    ncmec: 'CP',
    annotation: 'csamSolicitation',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221'],
  },
  'csea.csam_possession': {
    hanoi: ['14(1)(c)'],
    ncmec: 'CP',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221'],
  },
  'csea.csam_financing': {
    hanoi: ['14(1)(d)'],
    ncmec: 'CP',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221'],
  },
  'csea.live_streaming': {
    hanoi: ['14', '15'],
    ncmec: 'CP',
    annotation: 'liveStreaming',
    iccs: ['030229?'],
  },
  'csea.csam_synthetic': {
    hanoi: ['14'],
    ncmec: 'CP',
    annotation: 'generativeAi',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221?'],
  },
  'csea.self_generated': {
    hanoi: ['14'],
    ncmec: 'CP',
    annotation: 'possibleSelfProduction',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030221?'],
  },
  'csea.grooming': {
    hanoi: ['15'],
    ncmec: 'OE',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030223'],
  },
  'csea.sextortion_sexual': {
    hanoi: ['14', '15'],
    ncmec: 'OE',
    annotation: 'sextortion',
    gbv: 'psychological_emotional_abuse',
    iccs: ['030223?', '02051?'],
  },
  'csea.sextortion_financial': {
    hanoi: ['14', '15'],
    ncmec: 'OE',
    annotation: 'sextortion',
    gbv: 'psychological_emotional_abuse',
    iccs: ['02051?'],
  },
  'csea.unsolicited_material': { hanoi: [['15', 'grooming']], ncmec: 'UOM', iccs: ['08022?'] },
  'csea.sexual_trafficking': { hanoi: [['15', 'ict']], ncmec: 'CST', iccs: ['030222', '02041'] },
  'csea.travel_tourism': { hanoi: [['15', 'ict']], ncmec: 'CSTo', iccs: ['0302'] },
  'csea.contact_abuse': { ncmec: 'CSM', iccs: ['03011', '030113'] },
  'csea.peer_harmful_behaviour': {
    hanoi: ['14(4)', '15(4)'],
    annotation: 'minorToMinorInteraction',
  },
  'csea.sadistic_online': { hanoi: ['14(2)', '15'], annotation: 'sadisticOnlineExploitation' },
} as const satisfies Record<`csea.${string}`, IncidentTypeRow>

/** Image-based abuse of adults. A false image is no recording, so art. 16 does not clearly cover a deepfake. */
export const nciiTypes = {
  'ncii.distribution': { hanoi: ['16'], gbv: 'psychological_emotional_abuse', iccs: ['02111?'] },
  'ncii.threat': { hanoi: ['16', '19'], gbv: 'psychological_emotional_abuse', iccs: ['0208'] },
  'ncii.recording': {
    hanoi: [['16', 'shared']],
    gbv: 'psychological_emotional_abuse',
    iccs: ['02111?'],
  },
  'ncii.deepfake': { gbv: 'psychological_emotional_abuse', iccs: ['02111?', '0209'] },
  'ncii.sextortion_sexual': {
    hanoi: ['16'],
    gbv: 'psychological_emotional_abuse',
    iccs: ['02051?'],
  },
  'ncii.sextortion_financial': {
    hanoi: ['16', '13'],
    gbv: 'psychological_emotional_abuse',
    iccs: ['02051?'],
  },
  'ncii.cyberflashing': { gbv: 'psychological_emotional_abuse', iccs: ['0208?'] },
} as const satisfies Record<`ncii.${string}`, IncidentTypeRow>

/** Other technology-facilitated violence, any age (forms after UNFPA). */
export const tfgbvTypes = {
  'tfgbv.cyberstalking': {
    hanoi: [
      ['7', 'intrusion'],
      ['8', 'intrusion'],
    ],
    gbv: 'psychological_emotional_abuse',
    iccs: ['0208'],
  },
  'tfgbv.sexual_harassment': { gbv: 'psychological_emotional_abuse', iccs: ['0208'] },
  'tfgbv.cyberbullying': { gbv: 'psychological_emotional_abuse', iccs: ['0208'] },
  'tfgbv.doxxing': { gbv: 'psychological_emotional_abuse', iccs: ['02111?'] },
  'tfgbv.impersonation': {
    hanoi: ['12', '13'],
    gbv: 'psychological_emotional_abuse',
    iccs: ['0701?'],
  },
  'tfgbv.account_hacking': {
    hanoi: ['7', '9', '10'],
    gbv: 'psychological_emotional_abuse',
    iccs: ['09031?'],
  },
  'tfgbv.surveillance': {
    hanoi: ['7', '8', '11'],
    gbv: 'psychological_emotional_abuse',
    iccs: ['09033?'],
  },
  'tfgbv.locate_survivor': {
    hanoi: [
      ['7', 'intrusion'],
      ['8', 'intrusion'],
    ],
    gbv: 'psychological_emotional_abuse',
    iccs: ['0208'],
  },
  'tfgbv.hate_speech': { gbv: 'psychological_emotional_abuse', iccs: ['0208?'] },
  'tfgbv.threat': { gbv: 'psychological_emotional_abuse', iccs: ['02012?'] },
  'tfgbv.defamation': { gbv: 'psychological_emotional_abuse', iccs: ['0209'] },
  'tfgbv.grooming_adult': { gbv: 'psychological_emotional_abuse' },
  'tfgbv.digital_economic_control': {
    hanoi: ['13'],
    gbv: 'denial_of_resources_opportunities_or_services',
    iccs: ['0701?'],
  },
  'tfgbv.romance_fraud': { hanoi: ['13'], gbv: 'psychological_emotional_abuse', iccs: ['0701'] },
} as const satisfies Record<`tfgbv.${string}`, IncidentTypeRow>
