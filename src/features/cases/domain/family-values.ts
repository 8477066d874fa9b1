import type { FormValues } from '../../forms/index.js'
import type { CaregiverState, FamilyContent } from './case-content.js'
import { answerIn, beside, known, more, textIn } from './value-parts.js'

const places = ['caregiver', 'informed', 'suspected', 'notes']

/** The family as the form asks it. */
export const familyValues = ({
  caregiver,
  informed,
  suspected,
  notes,
  more: others = {},
}: FamilyContent): FormValues => ({
  ...others,
  ...known({
    caregiver,
    informed,
    // Nobody to be suspected where there is nobody.
    suspected: caregiver === 'known' ? suspected : null,
    notes,
  }),
})

/** What is stored of a checked form. Not asked counts as unknown: no caregiver is asked on its ground. */
export const familyOf = (values: FormValues): FamilyContent => ({
  // Its list holds these codes only.
  caregiver: (values['caregiver'] ?? 'unknown') as CaregiverState,
  informed: answerIn(values, 'informed'),
  suspected: answerIn(values, 'suspected') ?? false,
  notes: textIn(values, 'notes'),
  ...more(beside(values, places)),
})
