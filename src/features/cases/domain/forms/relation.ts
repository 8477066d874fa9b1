import type { Form } from '../../../forms/index.js'
import { relationTypes, suspicions, tellings } from './code-lists-family.js'
import type { KnownLists } from './known-lists.js'
import {
  accountsField,
  addressField,
  ageField,
  nameField,
  namelyField,
  notesField,
  phoneField,
  relationField,
  sexField,
} from './somebody-fields.js'
import { say } from './words.js'

/** One person beside the one who is helped: family, friend, or somebody suspected. */
export const relationForm = ({ sexes }: KnownLists): Form => ({
  code: 'relation',
  section: 'family',
  title: say('Người liên quan', 'People around', 'Entourage'),
  one: say('Một người liên quan', 'A person around', 'Une personne de l’entourage'),
  intro: say(
    'Mỗi người một mục: ai, quan hệ gì, có được liên lạc và được biết chuyện không.',
    'One entry a person: who they are, whether they may be contacted, and whether they may know.',
    'Une entrée par personne : qui elle est, si on peut la joindre et si elle peut savoir.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        relationField(relationTypes),
        {
          ...namelyField,
          when: { field: 'relationType', is: ['other', 'other_relative', 'professional'] },
        },
        { ...nameField, required: 'to-complete' },
        sexField(sexes),
        ageField,
        {
          code: 'livesWith',
          kind: 'yes-no',
          label: say(
            'Sống cùng người được hỗ trợ?',
            'Lives with the person?',
            'Vit avec la personne ?',
          ),
        },
        {
          code: 'isGuardian',
          kind: 'yes-no',
          label: say(
            'Là người đại diện theo pháp luật?',
            'Is the legal representative?',
            'Est le représentant légal ?',
          ),
        },
        {
          code: 'suspicion',
          kind: 'choice',
          list: suspicions,
          required: 'to-save',
          label: say('Có bị nghi không?', 'Suspected?', 'Suspectée ?'),
          hint: say(
            'Người bị nghi không được liên lạc, không được báo và không thể đồng ý thay.',
            'Whoever is suspected is not contacted, not told, and cannot agree on the person’s behalf.',
            'Une personne suspectée n’est ni jointe, ni informée, et ne peut consentir à la place de l’autre.',
          ),
        },
      ],
    },
    {
      title: say('Liên lạc', 'Contact', 'Contact'),
      fields: [
        {
          code: 'mayContact',
          kind: 'yes-no',
          when: { field: 'suspicion', is: ['no', 'unknown'] },
          label: say(
            'Có được liên lạc với người này không?',
            'May they be contacted?',
            'Peut-on joindre cette personne ?',
          ),
        },
        phoneField,
        {
          code: 'whenToContact',
          kind: 'text',
          maxLength: 300,
          when: { field: 'mayContact', is: ['yes'] },
          label: say('Khi nào, bằng cách nào', 'When and how', 'Quand et comment'),
        },
        {
          code: 'mayBeTold',
          kind: 'choice',
          list: tellings,
          when: { field: 'suspicion', is: ['no', 'unknown'] },
          label: say(
            'Có được biết chuyện không?',
            'May they know what happened?',
            'Peut-elle savoir ce qui s’est passé ?',
          ),
          hint: say(
            'Theo lời người được hỗ trợ, không theo ý ta.',
            'As the person says, not as we think.',
            'Selon la personne aidée, pas selon nous.',
          ),
        },
        {
          code: 'supports',
          kind: 'yes-no',
          label: say(
            'Là chỗ dựa của người được hỗ trợ?',
            'Somebody the person leans on?',
            'Un soutien pour la personne ?',
          ),
        },
        accountsField,
        addressField,
        notesField,
      ],
    },
  ],
})
