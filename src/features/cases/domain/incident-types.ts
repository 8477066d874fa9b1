import { isFamilyOffered, type IncidentFamily } from './incident-families.js'
import type { GbvCoreType } from './gbv-core-types.js'
import type { HanoiFact, IncidentTypeRow, NcmecAnnotation, NcmecType } from './incident-type-row.js'
import { gbvTypes, tipTypes } from './incident-types.offline.js'
import { cseaTypes, nciiTypes, tfgbvTypes } from './incident-types.online.js'
import { cpimsConcerns, type CpimsConcern } from './protection-concerns.js'

export { type HanoiFact, type NcmecAnnotation, type NcmecType } from './incident-type-row.js'

export type IncidentCode =
  | keyof typeof cseaTypes
  | keyof typeof nciiTypes
  | keyof typeof tfgbvTypes
  | keyof typeof gbvTypes
  | keyof typeof tipTypes
  | `cp.${CpimsConcern}`
  | 'cp.unknown'

/** One kind of incident and its place in the lists of others. */
export interface IncidentType {
  readonly code: IncidentCode
  readonly family: IncidentFamily
  /** Articles of the Hanoi Convention that always apply, and those that apply if a fact holds. */
  readonly hanoi: readonly { readonly article: string; readonly onlyIf: HanoiFact | null }[]
  /** Of use only where the victim is a child: NCMEC takes no other reports. */
  readonly ncmec: NcmecType | null
  readonly ncmecAnnotation: NcmecAnnotation | null
  /** Offered first; the worker decides. Null: nothing to offer, ask the six questions. */
  readonly gbvDefault: GbvCoreType | null
  readonly iccs: readonly { readonly code: string; readonly verified: boolean }[]
  readonly htcdsExploitation: readonly string[]
  readonly htcdsEvent: 'Recruitment' | null
}

const typesOf = <Code extends IncidentCode>(
  family: IncidentFamily,
  rows: Readonly<Record<Code, IncidentTypeRow>>,
): IncidentType[] =>
  // Object.keys forgets the keys' type; the rows above are the only ones there are.
  (Object.keys(rows) as Code[]).map((code) => typeOf(family, code, rows[code]))

const typeOf = (
  family: IncidentFamily,
  code: IncidentCode,
  row: IncidentTypeRow,
): IncidentType => ({
  code,
  family,
  hanoi: (row.hanoi ?? []).map((entry) =>
    typeof entry === 'string'
      ? { article: entry, onlyIf: null }
      : { article: entry[0], onlyIf: entry[1] },
  ),
  ncmec: row.ncmec ?? null,
  ncmecAnnotation: row.annotation ?? null,
  gbvDefault: row.gbv ?? null,
  iccs: (row.iccs ?? []).map((text) => ({
    code: text.replace('?', ''),
    verified: !text.endsWith('?'),
  })),
  htcdsExploitation: row.htcds ?? [],
  htcdsEvent: row.htcdsEvent ?? null,
})

/** Every incident type, in the order people choose from. Codes are never reused or renamed. */
export const incidentTypes: readonly IncidentType[] = [
  ...typesOf('csea', cseaTypes),
  ...typesOf('ncii', nciiTypes),
  ...typesOf('tfgbv', tfgbvTypes),
  ...typesOf('gbv', gbvTypes),
  ...typesOf('tip', tipTypes),
  ...cpimsConcerns.map((concern) => typeOf('cp', `cp.${concern}`, {})),
  typeOf('cp', 'cp.unknown', {}),
]

const byCode: ReadonlyMap<string, IncidentType> = new Map(
  incidentTypes.map((type) => [type.code, type]),
)

/** The type behind a code, or null. */
export const incidentTypeOf = (code: string): IncidentType | null => byCode.get(code) ?? null

/** Is this text the code of an incident type? */
export const isIncidentCode = (text: string): text is IncidentCode => byCode.has(text)

/** Is the type offered for a victim of this age at the time of the incident? Unknown counts as a child. */
export const isOffered = (type: IncidentType, ageAtIncident: number | null): boolean =>
  isFamilyOffered(type.family, ageAtIncident)

/** The types to choose from for a victim of this age at the time of the incident. */
export const offeredTypes = (ageAtIncident: number | null): IncidentType[] =>
  incidentTypes.filter((type) => isOffered(type, ageAtIncident))

/**
 * Articles of the Hanoi Convention touched by these types, each once, in the Convention's order.
 * Articles that depend on a fact appear only if the fact is given.
 */
export const hanoiArticlesOf = (
  types: readonly IncidentType[],
  facts: readonly HanoiFact[] = [],
): string[] => {
  const articles = types
    .flatMap((type) => type.hanoi)
    .filter(({ onlyIf }) => onlyIf === null || facts.includes(onlyIf))
    .map(({ article }) => article)
  return [...new Set(articles)].sort(
    (one, other) => parseInt(one, 10) - parseInt(other, 10) || (one < other ? -1 : 1),
  )
}

/** The families of these types, each once. */
export const familiesOf = (types: readonly IncidentType[]): IncidentFamily[] => [
  ...new Set(types.map((type) => type.family)),
]
