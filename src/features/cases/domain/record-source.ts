import type { Form } from '../../forms/index.js'

/** Where what is written in a form is stored. */
export type RecordSource = 'person' | 'case_section' | 'incident' | 'section_record'

// What was there before forms were data keeps its place; everything else is a record.
const ownPlaces: Readonly<Partial<Record<string, RecordSource>>> = {
  identity: 'person',
  relation: 'person',
  'alleged-perpetrator': 'person',
  family: 'case_section',
  incident: 'incident',
}

/** The table that holds the records of a form. */
export const sourceOf = ({ code }: Pick<Form, 'code'>): RecordSource =>
  ownPlaces[code] ?? 'section_record'

/** Why a record is taken away. It stays in the history. */
export const removalReasons = [
  'entered_in_error',
  'written_twice',
  'wrong_person',
  'person_asked',
] as const

export type RemovalReason = (typeof removalReasons)[number]
