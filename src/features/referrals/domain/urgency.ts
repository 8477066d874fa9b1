export const urgencies = ['emergency', 'urgent', 'normal'] as const

/** Priority of the inter-agency referral form. */
export type Urgency = (typeof urgencies)[number]

/** FHIR R4 request priority. */
export const fhirPriorityOf = (urgency: Urgency): 'stat' | 'urgent' | 'routine' =>
  (({ emergency: 'stat', urgent: 'urgent', normal: 'routine' }) as const)[urgency]
