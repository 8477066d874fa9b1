import type { Words } from '../../../platform/i18n/index.js'
import { fieldsOf, listsOf } from './fields.js'
import type { CodeList, CodeValue, Field, FieldKind, Form } from './form.js'

/** What the people who run an installation add bears this prefix: a release never takes such a code. */
export const additionPrefix = 'x_'

/** A field that was added to a form, as it stands by its last change. */
export interface FieldAddition {
  readonly form: string
  /** `x_` and camelCase. */
  readonly code: string
  readonly kind: FieldKind
  /** Code of the list of a choice: one of ours, or one of its own; null for other kinds. */
  readonly list: string | null
  readonly label: Words
  readonly hint: Words | null
  readonly isToComplete: boolean
  readonly isRetired: boolean
}

/** A value that was added to a code list, as it stands by its last change. */
export interface ValueAddition {
  readonly list: string
  /** `x_` and snake_case. */
  readonly code: string
  readonly label: Words
  readonly isRetired: boolean
}

/** All that was added, in the order in which it was added first. */
export interface Additions {
  /** Raised with every change of anything. */
  readonly version: number
  readonly fields: readonly FieldAddition[]
  readonly values: readonly ValueAddition[]
  /** How often something of each form was added, changed or retired; by the code of the form. */
  readonly changes: ReadonlyMap<string, number>
  /** The same for code lists. */
  readonly listChanges: ReadonlyMap<string, number>
}

/** The code of the list that a field of choices brings along, where it uses none of ours. */
export const ownListOf = (form: string, field: string): string =>
  `x-${form}-${field.slice(additionPrefix.length).toLowerCase()}`

/**
 * The form with what was added to it. Its version counts both the releases and the changes here, so
 * that neither goes by unnoticed.
 */
export const withAdditions = (
  form: Form,
  additions: Additions,
  /** Every list that any form brings: an added field may draw on one of another form. */
  shippedLists: readonly CodeList[],
): Form => {
  const groups = form.groups.map((group) => ({
    ...group,
    fields: group.fields.map((field) => withValues(field, additions)),
  }))
  const extended: Form = { ...form, groups }
  const lists = new Map(shippedLists.map((list) => [list.code, listWith(list, additions)]))
  const known = new Set(fieldsOf(form).map(({ code }) => code))
  const added = additions.fields
    .filter(({ form: code, code: field }) => code === form.code && !known.has(field))
    .map((field) => fieldOfAddition(field, lists, additions))
  const withFields: Form =
    added.length === 0 ? extended : { ...extended, groups: [...groups, { fields: added }] }
  const changes = [
    additions.changes.get(form.code) ?? 0,
    ...listsOf(withFields).map(({ code }) => additions.listChanges.get(code) ?? 0),
  ]
  return { ...withFields, version: changes.reduce((sum, some) => sum + some, form.version) }
}

const withValues = (field: Field, additions: Additions): Field =>
  'list' in field ? { ...field, list: listWith(field.list, additions) } : field

const listWith = (list: CodeList, { values }: Additions): CodeList => {
  const added = values.filter(
    (value) => value.list === list.code && !list.values.some(({ code }) => code === value.code),
  )
  return added.length === 0 ? list : { ...list, values: [...list.values, ...added.map(valueOf)] }
}

const valueOf = ({ code, label, isRetired }: ValueAddition): CodeValue => ({
  code,
  label,
  added: true,
  ...(isRetired ? { retired: true } : {}),
})

const fieldOfAddition = (
  { code, kind, list, label, hint, isToComplete, isRetired }: FieldAddition,
  lists: ReadonlyMap<string, CodeList>,
  additions: Additions,
): Field => {
  const common = {
    code,
    label,
    added: true,
    ...(hint === null ? {} : { hint }),
    ...(isToComplete ? { required: 'to-complete' as const } : {}),
    ...(isRetired ? { retired: true } : {}),
  }
  if (kind !== 'choice' && kind !== 'choices') return { ...common, kind }
  const own: CodeList = { code: list ?? '', values: [] }
  return { ...common, kind, list: lists.get(own.code) ?? listWith(own, additions) }
}
