import type { GbvCoreType } from './gbv-core-types.js'

/** Incident types of NCMEC's CyberTipline, by their usual abbreviations; MDN and MWI concern no victim and are left out. */
export const ncmecTypes = {
  CP: 'Child Pornography (possession, manufacture, and distribution)',
  OE: 'Online Enticement of Children for Sexual Acts',
  CST: 'Child Sex Trafficking',
  CSTo: 'Child Sex Tourism',
  CSM: 'Child Sexual Molestation',
  UOM: 'Unsolicited Obscene Material Sent to a Child',
} as const

export type NcmecType = keyof typeof ncmecTypes

/** Annotations of the CyberTipline that a type of incident implies. */
export type NcmecAnnotation =
  | 'sextortion'
  | 'csamSolicitation'
  | 'minorToMinorInteraction'
  | 'sadisticOnlineExploitation'
  | 'liveStreaming'
  | 'generativeAi'
  | 'possibleSelfProduction'

/** Facts of one incident on which an article depends: part of grooming, technology used, image shared, devices or accounts broken into. */
export type HanoiFact = 'grooming' | 'ict' | 'shared' | 'intrusion'

/** What is written down for one incident type. */
export interface IncidentTypeRow {
  /** Articles of the UN Convention against Cybercrime, some only if a fact holds. */
  readonly hanoi?: readonly (string | readonly [article: string, onlyIf: HanoiFact])[]
  readonly ncmec?: NcmecType
  readonly annotation?: NcmecAnnotation
  /** Core type offered first if the survivor meets the GBV test; absent where the worker has to ask. */
  readonly gbv?: GbvCoreType
  /** ICCS v1.0 codes; a question mark stands for a judgement not yet verified. */
  readonly iccs?: readonly string[]
  /** HTCDS 2.0 `vic_TypeOfExploitation`; `x_` marks an extension of ours. */
  readonly htcds?: readonly string[]
  /** HTCDS 2.0 `hte_Type`. */
  readonly htcdsEvent?: 'Recruitment'
}
