import type { Locale } from '../../../platform/i18n/index.js'
import { fieldsOf, longestOf, rangeOf } from './fields.js'
import type { CodeList, Field, Form } from './form.js'

/** A JSON Schema, 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The values of a form for machines: JSON Schema with titles in one language. What the schema cannot
 * say stands in words of ours: on what an answer depends, what is asked for without being needed.
 */
export const jsonSchemaOf = (form: Form, locale: Locale): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:ben-an:form:${form.code}:${form.version}`,
  title: form.title[locale],
  ...(form.intro === undefined ? {} : { description: form.intro[locale] }),
  type: 'object',
  properties: Object.fromEntries(
    fieldsOf(form).map((field) => [field.code, schemaOf(field, locale)]),
  ),
  // Only what is needed whatever else is answered.
  required: fieldsOf(form)
    .filter(
      ({ required, when, retired }) =>
        required === 'to-save' && when === undefined && retired !== true,
    )
    .map(({ code }) => code),
  additionalProperties: false,
})

const schemaOf = (field: Field, locale: Locale): JsonSchema => ({
  title: field.label[locale],
  ...(field.hint === undefined ? {} : { description: field.hint[locale] }),
  ...typeOf(field, locale),
  ...(field.retired === true ? { deprecated: true } : {}),
  ...(field.required === undefined ? {} : { 'x-required': field.required }),
  ...(field.when === undefined ? {} : { 'x-when': field.when }),
  ...(field.added === true ? { 'x-added': true } : {}),
})

const typeOf = (field: Field, locale: Locale): JsonSchema => {
  switch (field.kind) {
    case 'text':
      return {
        type: 'string',
        maxLength: longestOf(field),
        ...(field.commune === undefined ? {} : { 'x-commune': field.commune }),
      }
    case 'long-text':
      return { type: 'string', maxLength: longestOf(field) }
    case 'number': {
      const { min, max } = rangeOf(field)
      return { type: 'number', minimum: min, maximum: max }
    }
    case 'date':
      return {
        type: 'string',
        format: 'date',
        ...(field.only === undefined ? {} : { 'x-only': field.only }),
      }
    case 'yes-no':
      return { type: 'boolean' }
    case 'choice':
      return codesOf(field.list, locale)
    case 'choices':
      return { type: 'array', uniqueItems: true, items: codesOf(field.list, locale) }
  }
}

const codesOf = (list: CodeList, locale: Locale): JsonSchema => ({
  type: 'string',
  'x-list': list.code,
  ...(list.source === undefined ? {} : { $comment: list.source }),
  // `oneOf` with `const` gives each code its words, which `enum` cannot.
  oneOf: list.values.map(({ code, label, retired, added }) => ({
    const: code,
    title: label[locale],
    ...(retired === true ? { deprecated: true } : {}),
    ...(added === true ? { 'x-added': true } : {}),
  })),
})
