import type { Section } from '../../../platform/access/sections.js'
import type { Words } from '../../../platform/i18n/index.js'

/**
 * A form is data: from its one definition come the page, the checks, the schema of the API, what is
 * exported and how complete it is. Codes are stable: they are stored, counted and exchanged, so none is
 * ever renamed or given another meaning; what is no longer used is retired.
 */
export interface Form {
  /** Kebab-case, unique among all forms: `legal-complaint`. */
  readonly code: string
  readonly section: Section
  readonly title: Words
  /** What one record of it is called, where there may be several: "a hearing". */
  readonly one?: Words
  /** Said above the form: what it is for, and what does not belong into it. */
  readonly intro?: Words
  /** A case may hold several records of it (hearings, visits); else one. */
  readonly many: boolean
  /** Raised with every change of the definition; records remember theirs. */
  readonly version: number
  readonly groups: readonly FieldGroup[]
}

export interface FieldGroup {
  readonly title?: Words
  readonly fields: readonly Field[]
}

interface Common {
  /** camelCase, unique within its form. */
  readonly code: string
  readonly label: Words
  /** Help where a decision is hard. */
  readonly hint?: Words
  /** `to-save`: without it nothing is saved. `to-complete`: may be filled in later, and is asked for. */
  readonly required?: 'to-save' | 'to-complete'
  /** Asked only where this holds; what is typed behind a condition that does not hold is not kept. */
  readonly when?: Condition
  /** Stored as a plain code, because statistics and lists need it; all else is sealed. Codes only. */
  readonly plain?: boolean
  /** What is asked of somebody else than the person: a file for the person leaves it out. */
  readonly isAboutAnother?: true
  /** Added by the people who run this installation, not by a release. */
  readonly added?: boolean
  /** No longer asked; shown where something was written. */
  readonly retired?: boolean
}

export type Field =
  | (Common & {
      readonly kind: 'text'
      readonly maxLength?: number
      /** The name of a commune: whoever writes the record holds it against the official list. */
      readonly commune?: {
        /** The field of this form that chooses the province. */
        readonly province: string
        /** The field that says of which day the name is; today without it. */
        readonly on?: string
      }
    })
  | (Common & { readonly kind: 'long-text'; readonly maxLength?: number })
  | (Common & { readonly kind: 'number'; readonly min?: number; readonly max?: number })
  /** A calendar day; `past` and `future` are judged by the day in the unit's zone, today included. */
  | (Common & { readonly kind: 'date'; readonly only?: 'past' | 'future' })
  | (Common & { readonly kind: 'yes-no' })
  /** One code of the list as radios, or as a select where the list is long; `choices`: several. */
  | (Common & { readonly kind: 'choice' | 'choices'; readonly list: CodeList })

export type FieldKind = Field['kind']

/** Codes with their words; deployments add values of their own, never change ours. */
export interface CodeList {
  /** Kebab-case, unique among all lists: `court-stage`. */
  readonly code: string
  readonly values: readonly CodeValue[]
  /** Where the values come from: a law, a standard. */
  readonly source?: string
}

export interface CodeValue {
  readonly code: string
  readonly label: Words
  readonly hint?: Words
  /** No longer offered; still said where it was chosen. */
  readonly retired?: boolean
  readonly added?: boolean
}

/** Holds when the other field (of the same form) has one of the values; `yes` and `no` for yes-no. */
export interface Condition {
  readonly field: string
  readonly is: readonly string[]
}

/** What is written in one record: by field code. A calendar day is `YYYY-MM-DD`. Absent = not asked yet. */
export type FormValues = Readonly<Record<string, FormValue>>

export type FormValue = string | number | boolean | readonly string[]
