import type { IncidentTypeRow } from './incident-type-row.js'

// Codes are stable: never reused or renamed, only retired.

/** Gender-based violence offline, named after GBVIMS. */
export const gbvTypes = {
  'gbv.rape': { gbv: 'rape', iccs: ['03011'] },
  'gbv.sexual_assault': { gbv: 'sexual_assault', iccs: ['03012'] },
  'gbv.physical_assault': { gbv: 'physical_assault', iccs: ['02011'] },
  'gbv.forced_marriage': { gbv: 'forced_marriage', iccs: ['0203?'] },
  'gbv.denial_resources': { gbv: 'denial_of_resources_opportunities_or_services' },
  'gbv.psychological': { gbv: 'psychological_emotional_abuse', iccs: ['0208'] },
} as const satisfies Record<`gbv.${string}`, IncidentTypeRow>

/** Trafficking in persons. People made to commit crimes are victims first. */
export const tipTypes = {
  'tip.forced_criminality_scam': { iccs: ['02044'], htcds: ['Other', 'x_ForcedCriminality'] },
  'tip.forced_criminality_other': { iccs: ['02044'], htcds: ['Other', 'x_ForcedCriminality'] },
  'tip.sexual_exploitation': { ncmec: 'CST', iccs: ['02041'], htcds: ['SexualExploitation'] },
  'tip.forced_labour': { iccs: ['02042'], htcds: ['ForcedLabour'] },
  'tip.forced_marriage': { iccs: ['02044'], htcds: ['ForcedMarriage'] },
  'tip.child_sale': { iccs: ['02044'], htcds: ['ForcedAdoption', 'Surrogacy'] },
  'tip.begging': { iccs: ['02044'], htcds: ['ForcedBegging'] },
  'tip.servitude': { iccs: ['0203'], htcds: ['Servitude'] },
  'tip.organ_removal': { iccs: ['02043'], htcds: ['OrganRemoval'] },
  'tip.online_recruitment': { htcdsEvent: 'Recruitment' },
} as const satisfies Record<`tip.${string}`, IncidentTypeRow>
