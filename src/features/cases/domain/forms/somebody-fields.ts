import type { CodeList, Field } from '../../../forms/index.js'
import { say } from './words.js'

// What is asked of everybody beside the person who is helped, in whichever part of the case they stand.

export const relationField = (list: CodeList): Field => ({
  code: 'relationType',
  kind: 'choice',
  list,
  required: 'to-save',
  label: say(
    'Là gì của người được hỗ trợ?',
    'What are they to the person?',
    'Quel lien avec la personne ?',
  ),
})

export const namelyField = {
  code: 'relationOther',
  kind: 'text',
  maxLength: 200,
  label: say('Cụ thể là', 'Namely', 'À savoir'),
} as const satisfies Field

export const nameField = {
  code: 'name',
  kind: 'text',
  maxLength: 200,
  label: say('Tên hoặc cách gọi', 'Name, or how they are called', 'Nom ou surnom'),
} as const satisfies Field

export const sexField = (list: CodeList): Field => ({
  code: 'sex',
  kind: 'choice',
  list,
  label: say('Giới tính', 'Sex', 'Sexe'),
})

export const ageField: Field = {
  code: 'age',
  kind: 'number',
  min: 0,
  max: 120,
  label: say('Tuổi, ước chừng cũng được', 'Age, a guess will do', 'Âge, même approximatif'),
}

export const phoneField: Field = {
  code: 'phone',
  kind: 'text',
  maxLength: 40,
  label: say('Điện thoại', 'Telephone', 'Téléphone'),
}

export const accountsField: Field = {
  code: 'accounts',
  kind: 'text',
  maxLength: 500,
  label: say('Tài khoản trên mạng', 'Accounts online', 'Comptes en ligne'),
}

export const addressField: Field = {
  code: 'address',
  kind: 'text',
  maxLength: 500,
  label: say('Nơi ở', 'Where they live', 'Adresse'),
}

export const notesField: Field = {
  code: 'notes',
  kind: 'long-text',
  maxLength: 5000,
  label: say('Ghi chú', 'Notes', 'Notes'),
}
