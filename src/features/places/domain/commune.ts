import type { LocalDate } from '../../../platform/clock/local-time.js'

/** Commune, ward, special zone; townships ended with the districts in 2025. */
export const communeKinds = ['xa', 'phuong', 'dac-khu', 'thi-tran'] as const

export type CommuneKind = (typeof communeKinds)[number]

/** A commune as it stood for a time. A code goes on when a name changes: code and first day name one. */
export interface Commune {
  /** Five digits of the official list. */
  readonly code: string
  /** Two digits, as they were understood on the first day. */
  readonly provinceCode: string
  readonly kind: CommuneKind
  /** Without its kind: `Hải Châu`. */
  readonly name: string
  readonly nameEn: string | null
  readonly validFrom: LocalDate
  /** Last day on which it stood, or null while it stands. */
  readonly validUntil: LocalDate | null
  /** Codes of those that hold its area since; more than one where it was divided. */
  readonly replacedBy: readonly string[]
}

const words: Readonly<Record<CommuneKind, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  'dac-khu': 'Đặc khu',
  'thi-tran': 'Thị trấn',
}

/** As people write it: `Phường Hải Châu`. A proper name, the same in every language. */
export const fullNameOf = ({ kind, name }: Pick<Commune, 'kind' | 'name'>): string =>
  `${words[kind]} ${name}`

/** Did it stand on that day? */
export const standsOn = (
  { validFrom, validUntil }: Pick<Commune, 'validFrom' | 'validUntil'>,
  date: LocalDate,
): boolean => validFrom <= date && (validUntil === null || date <= validUntil)

/** Letters and digits only, without tones and case: what people type in a hurry. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const kindNames: Readonly<Record<string, CommuneKind>> = {
  xa: 'xa',
  commune: 'xa',
  phuong: 'phuong',
  ward: 'phuong',
  'dac khu': 'dac-khu',
  'special zone': 'dac-khu',
  'thi tran': 'thi-tran',
  township: 'thi-tran',
}

/** The kind that a word of the official list means, or null. */
export const communeKindNamed = (word: string): CommuneKind | null =>
  kindNames[plainName(word)] ?? null
