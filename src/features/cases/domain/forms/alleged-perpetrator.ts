import type { Form } from '../../../forms/index.js'
import { perpetratorRelations } from './code-lists-incident.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

/**
 * Somebody who is said to have done it, for whoever may read of the incident: police see this, and not
 * the family. They speak for nobody: consent refuses their name.
 */
export const allegedPerpetratorForm = ({ sexes }: KnownLists): Form => ({
  code: 'alleged-perpetrator',
  section: 'incident',
  title: say('Người bị cho là gây hại', 'Alleged perpetrators', 'Auteurs présumés'),
  one: say('Một người bị cho là gây hại', 'An alleged perpetrator', 'Un auteur présumé'),
  intro: say(
    'Ghi điều người được hỗ trợ kể. Người này không được liên lạc, không được báo và không thể đồng ý thay cho ai.',
    'As the person tells it. They are not contacted, not told, and cannot agree for anybody.',
    'Selon la personne aidée. Ils ne sont ni joints, ni informés, et ne consentent pour personne.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'relationType',
          kind: 'choice',
          list: perpetratorRelations,
          required: 'to-save',
          label: say(
            'Là gì của người được hỗ trợ?',
            'What are they to the person?',
            'Quel lien avec la personne ?',
          ),
        },
        {
          code: 'relationOther',
          kind: 'text',
          maxLength: 200,
          label: say('Cụ thể là', 'Namely', 'À savoir'),
        },
        {
          code: 'name',
          kind: 'text',
          maxLength: 200,
          label: say('Tên hoặc cách gọi', 'Name, or how they are called', 'Nom ou surnom'),
        },
        {
          code: 'sex',
          kind: 'choice',
          list: sexes,
          label: say('Giới tính', 'Sex', 'Sexe'),
        },
        {
          code: 'age',
          kind: 'number',
          min: 0,
          max: 120,
          label: say('Tuổi, ước chừng cũng được', 'Age, a guess will do', 'Âge, même approximatif'),
        },
        {
          code: 'accounts',
          kind: 'text',
          maxLength: 500,
          label: say('Tài khoản trên mạng', 'Accounts online', 'Comptes en ligne'),
        },
        {
          code: 'phone',
          kind: 'text',
          maxLength: 40,
          label: say('Điện thoại', 'Telephone', 'Téléphone'),
        },
        {
          code: 'address',
          kind: 'text',
          maxLength: 500,
          label: say('Nơi ở', 'Where they live', 'Adresse'),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
})
