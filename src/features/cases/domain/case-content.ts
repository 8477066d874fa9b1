import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Section } from '../../../platform/access/sections.js'
import type { FormValues } from '../../forms/index.js'
import type { ContactWindow } from './may-contact.js'
import type { RiskReason } from './risk.js'

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */

/** What a form asks beyond what has a place of its own, by the code of the field. */
type More = { readonly more?: FormValues }

/** Who the victim is. Without a name while nobody could ask safely. */
export type PersonIdentity = More & {
  readonly name: string | null
  readonly birthDate: LocalDate | null
  readonly statedAge: { readonly years: number; readonly on: LocalDate } | null
  /** Where the person lives; where they are sheltered belongs to `safety`. */
  readonly address: string | null
}

export const contactChannels = ['call', 'message', 'in-person', 'through-someone'] as const

/** A way of getting in touch that the person called safe. */
export type ContactChannel = (typeof contactChannels)[number]

/** How to reach the person without harming them. The telephone number never goes without it. */
export type SafeContact = {
  readonly phone: string | null
  /** What is not listed is not safe. */
  readonly channels: readonly ContactChannel[]
  /** FHIR's "contacting subject prohibited": only the person gets in touch. */
  readonly doNotContact: boolean
  /** In their own words. */
  readonly when: string | null
  /** The same so that a clock understands it; missing where it was recorded before there was such. */
  readonly hours?: readonly ContactWindow[]
  readonly codeWord: string | null
  readonly whoMayAnswer: string | null
  readonly notes: string | null
}

export const caregiverStates = ['known', 'unknown', 'none'] as const

/** Is there a parent or guardian whom one could ask? */
export type CaregiverState = (typeof caregiverStates)[number]

export type FamilyContent = More & {
  readonly caregiver: CaregiverState
  /** Whether the caregiver knows; null while not asked. */
  readonly informed: boolean | null
  /** Suspected of the violence, or of shielding it: neither asked nor heard. */
  readonly suspected: boolean
  readonly notes: string | null
}

/** A person beside the victim: a caregiver or an alleged perpetrator. */
export type RelatedPerson = More & {
  readonly name: string | null
  readonly relationship: string | null
  readonly phone: string | null
  /** Names on platforms and in games. */
  readonly accounts: string | null
  /** Only of who told of the victim. */
  readonly report?: ReportedBy
}

/** What somebody who told of a victim asked for themselves. */
export type ReportedBy = {
  /** Wants not to be named: then no name is written down. */
  readonly anonymous: boolean
  readonly mayCallBack: boolean
}

/** Somebody other than the victim who told of them: a neighbour, a teacher, a friend. */
export type Reporter = RelatedPerson & { readonly report: ReportedBy }

export type IncidentContent = More & {
  readonly platform: string | null
  readonly accounts: string | null
  readonly narrative: string | null
}

export type SafetyContent = {
  readonly riskReasons: readonly RiskReason[]
  readonly danger: string | null
  readonly notes: string | null
}

type NotesContent = { readonly notes: string | null }

/** What a row of each section holds, beside the persons and incidents that have rows of their own. */
export type SectionContents = {
  readonly contact: SafeContact
  readonly family: FamilyContent
  readonly safety: SafetyContent
  readonly health: NotesContent
  readonly psychosocial: NotesContent
  readonly legal: NotesContent
  readonly services: NotesContent
  readonly reintegration: NotesContent
}

/** Sections that are one text each, written by the caseworker. */
const notedSections = [
  'family',
  'safety',
  'health',
  'psychosocial',
  'legal',
  'services',
  'reintegration',
] as const satisfies readonly Section[]

export type NotedSection = (typeof notedSections)[number]

/** Is it a section with a text of its own? */
export const isNotedSection = (section: Section): section is NotedSection =>
  notedSections.some((noted) => noted === section)

/** Nothing known yet: nothing is safe until the person says so. */
export const noSafeContact: SafeContact = {
  phone: null,
  channels: [],
  doNotContact: false,
  when: null,
  codeWord: null,
  whoMayAnswer: null,
  notes: null,
}
