/** The 35 concerns of CPIMS+ (Primero), spelt as there. */
export const cpimsConcerns = [
  'physical_abuse_violence',
  'sexual_abuse_violence',
  'rape',
  'emotional_or_psychological',
  'neglect',
  'abandonment',
  'child_labour',
  'hazardous_work',
  'sexual_exploitation',
  'slavery_sale_abduction',
  'in_conflict_with_the_law',
  'associated_with_armed',
  'deprived_of_liberty',
  'serious_medical_condition',
  'functional_difficulty_seeing',
  'functional_difficulty_hearing',
  'functional_difficulty_walking',
  'functional_difficulty_remembering',
  'difficulty_with_self_care',
  'difficulty_communicating',
  'unaccompanied',
  'separated',
  'orphan',
  'psychosocial_distress',
  'mental_disorder',
  'substance_abuse',
  'belongs_to_marginalised',
  'lack_of_documentation_birth_registration',
  'child_marriage',
  'female_genital_mutilation_fgm',
  'pregnancy_child_parent',
  'denial_of_resources_opportunities_or_services',
  'highly_vulnerable_care',
  'child_survivor_of_explosive',
  'other',
] as const

/** Own additions, marked `x_`: CPIMS+ has no word for harm online. */
export const onlineConcerns = [
  'x_online_sexual_exploitation',
  'x_cyberbullying',
  'x_harmful_content_exposure',
] as const

export const protectionConcerns = [...cpimsConcerns, ...onlineConcerns] as const

export type CpimsConcern = (typeof cpimsConcerns)[number]
export type ProtectionConcern = (typeof protectionConcerns)[number]
