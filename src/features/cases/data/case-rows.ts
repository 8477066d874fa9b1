import { grantsOf } from '../../../platform/access/access.js'
import type { CaseFacts } from '../../../platform/access/decide.js'
import type { FormValues } from '../../forms/index.js'
import type { AgeBand } from '../domain/age.js'
import type { CaseStatus, CaseStep } from '../domain/case-status.js'
import type { IncidentCode } from '../domain/incident-types.js'
import type { Language } from '../domain/languages.js'
import type { RiskLevel } from '../domain/risk.js'
import type { Sex } from '../domain/sexes.js'

export type PersonRole = 'victim' | 'dependant' | 'guardian' | 'contact' | 'alleged-perpetrator'

/** The row of a case: codes, no content. */
export interface CaseRow {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly unitName: string
  readonly leadWorkerId: string
  readonly leadName: string
  readonly status: CaseStatus
  /** Where it stands in case management; moved by what is done. */
  readonly step: CaseStep
  readonly riskLevel: RiskLevel
  readonly immediateDanger: boolean
  readonly sealed: boolean
  readonly ageBand: AgeBand
  readonly sex: Sex
  readonly language: Language
  readonly provinceCode: string | null
  readonly commune: string | null
  readonly openedAt: Date
  readonly updatedAt: Date
  readonly version: number
}

/** Sealed rows as the database's JSON gives them: bytes in base64. */
export interface ContentRow {
  readonly keys: readonly { readonly class: string; readonly wrapped: string }[] | null
  readonly persons:
    | readonly {
        readonly id: string
        readonly role: PersonRole
        readonly section: number
        readonly sex: Sex
        readonly sealed: string
        readonly version: number
        readonly updatedAt: string
      }[]
    | null
  readonly parts:
    | readonly { readonly section: number; readonly sealed: string; readonly version: number }[]
    | null
  readonly incidents:
    | readonly {
        readonly id: string
        readonly type: IncidentCode
        readonly otherTypes: readonly IncidentCode[]
        readonly hanoiArticles: readonly string[]
        readonly ageAtIncident: number | null
        readonly occurredOn: string | null
        readonly ongoing: boolean
        readonly codes: FormValues
        readonly sealed: string | null
        readonly version: number
        readonly createdAt: string
        readonly updatedAt: string | null
      }[]
    | null
  readonly records:
    | readonly {
        readonly id: string
        readonly section: number
        readonly form: string
        readonly codes: FormValues
        readonly sealed: string
        readonly version: number
        readonly formVersion: number
        readonly updatedAt: string
      }[]
    | null
}

/** What the actor may do with the case, as JSON. */
export interface StandingRow {
  readonly blocked: boolean
  readonly grants: Parameters<typeof grantsOf>[0] | null
}

/** The facts `decide` asks for; a case whose row is hidden is not known to be sealed. */
export const factsOf = ({ blocked, grants }: StandingRow, sealed = false): CaseFacts => ({
  blocked,
  sealed,
  grants: grantsOf(grants ?? []),
})

/** Column list of `CaseRow` over `cases c`, `unit u`, `worker w`. */
export const caseColumns = `c.id, c.number, c.unit_id AS "unitId", u.name AS "unitName",
  c.lead_worker_id AS "leadWorkerId", w.display_name AS "leadName", c.status, c.step,
  c.risk_level AS "riskLevel", c.immediate_danger AS "immediateDanger", c.sealed,
  c.age_band AS "ageBand", c.sex, c.language, c.province_code AS "provinceCode", c.commune,
  c.opened_at AS "openedAt", c.updated_at AS "updatedAt", c.version`

/** The actor's standing in case `$1`. */
export const standingColumns = `$1::uuid = ANY (guard.blocked_cases()) AS blocked,
  (SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
            'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
     FROM case_access a WHERE a.case_id = $1 AND a.valid_until > now()) AS grants`

/** What is sealed in case `$1`, narrowed to the sections of mask `$2` and to what the actor may see. */
export const contentColumns = `
  (SELECT json_agg(json_build_object('class', k.class, 'wrapped', encode(k.wrapped, 'base64')))
     FROM case_key k WHERE k.case_id = $1 AND k.sections & $2::int <> 0) AS keys,
  (SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'section', p.section, 'sex', p.sex,
            'sealed', encode(p.sealed, 'base64'), 'version', p.version,
            'updatedAt', p.updated_at) ORDER BY p.role, p.id)
     FROM person p WHERE p.case_id = $1 AND (1 << p.section) & $2::int <> 0) AS persons,
  (SELECT json_agg(json_build_object('section', s.section, 'sealed', encode(s.sealed, 'base64'),
            'version', s.version))
     FROM case_section s WHERE s.case_id = $1 AND (1 << s.section) & $2::int <> 0) AS parts,
  (SELECT json_agg(json_build_object('id', i.id, 'type', i.type, 'otherTypes', i.other_types,
            'hanoiArticles', i.hanoi_articles, 'ageAtIncident', i.age_at_incident,
            'occurredOn', i.occurred_on, 'ongoing', i.ongoing, 'codes', i.codes,
            'sealed', encode(i.sealed, 'base64'), 'version', i.version, 'createdAt', i.created_at,
            'updatedAt', i.updated_at) ORDER BY i.created_at, i.id)
     FROM incident i WHERE i.case_id = $1 AND (1 << 3) & $2::int <> 0) AS incidents,
  (SELECT json_agg(json_build_object('id', r.id, 'section', r.section, 'form', r.form,
            'codes', r.codes, 'sealed', encode(r.sealed, 'base64'), 'version', r.version,
            'formVersion', r.form_version, 'updatedAt', r.updated_at) ORDER BY r.created_at, r.id)
     FROM section_record r WHERE r.case_id = $1 AND (1 << r.section) & $2::int <> 0) AS records`
