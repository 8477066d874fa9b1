import type { ConsentDetail, Relation } from '../features/consents/index.js'
import type { DemoStory } from './stories.js'

const relationOf: Readonly<Record<string, Relation>> = {
  Mẹ: 'mother',
  Bố: 'father',
  'Bà ngoại': 'grandparent',
  'Cô ruột': 'aunt_or_uncle',
}

/** Who speaks for a child, and what the child says; of an adult nothing of it. */
export const wordsAround = ({ age, intake }: DemoStory['person']): Partial<ConsentDetail> => {
  const { caregiver } = intake('2026-01-05')
  const { name = null, relationship = null } = caregiver.person ?? {}
  if (age >= 18 || caregiver.suspected || name === null) return { explainedLanguage: 'vi' }
  return {
    explainedLanguage: 'vi',
    representative: { name, relation: relationOf[relationship ?? ''] ?? 'other' },
    childView: age >= 12 ? 'Em muốn được giúp. Em nhờ đừng nói với thầy cô và các bạn.' : null,
    withheld: age >= 12 ? 'Không cho trường biết.' : null,
    withheldReason: age >= 12 ? 'fear_of_harm' : null,
  }
}
