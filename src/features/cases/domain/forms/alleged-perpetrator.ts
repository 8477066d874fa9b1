import type { Form } from '../../../forms/index.js'
import { perpetratorRelations } from './code-lists-incident.js'
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
        relationField(perpetratorRelations),
        namelyField,
        nameField,
        sexField(sexes),
        ageField,
        accountsField,
        phoneField,
        addressField,
        notesField,
      ],
    },
  ],
})
