import { Injectable } from '@nestjs/common'
import type { CaseFacts } from '../../../platform/access/decide.js'
import type { Section } from '../../../platform/access/sections.js'
import { Sealer, type KeyRing } from '../../../platform/crypto/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafeContact,
} from '../domain/case-content.js'
import { askedKeys, type Findable } from '../domain/search-keys.js'
import {
  bytes,
  incidentPlace,
  partPlace,
  personPlace,
  ringOf,
  sectionOf,
} from './case-content.reader.js'
import {
  caseColumns,
  factsOf,
  type CaseRow,
  type ContentRow,
  type StandingRow,
} from './case-rows.js'
import { SearchKeys, sourceColumn } from './search-keys.js'

// A place is a section and the row it stands in: of the others of a case nothing is read, except who the
// case is about.
const sought = statement(
  'found-cases.sought',
  `SELECT x.id AS "caseId", x.sections, x.places,
          (SELECT json_agg(json_build_object('class', k.class, 'wrapped', encode(k.wrapped, 'base64')))
             FROM case_key k
            WHERE k.case_id = x.id
              AND k.class = ANY (CASE WHEN x.sections & (1 << 3) = 0 THEN '{identity}'::text[]
                                      ELSE '{identity,general}' END)) AS keys,
          (SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'section', p.section,
                    'sealed', encode(p.sealed, 'base64')))
             FROM person p
            WHERE p.case_id = x.id AND (1 << p.section) & (x.sections | 1) <> 0
              AND (p.role = 'victim' OR ${sourceColumn('p.id')} = ANY (x.sources))) AS persons,
          (SELECT encode(s.sealed, 'base64') FROM case_section s
            WHERE s.case_id = x.id AND s.section = 1 AND x.sections & (1 << 1) <> 0) AS contact,
          (SELECT json_agg(json_build_object('id', i.id, 'sealed', encode(i.sealed, 'base64')))
             FROM incident i
            WHERE i.case_id = x.id AND x.sections & (1 << 3) <> 0
              AND ${sourceColumn('i.id')} = ANY (x.sources)) AS incidents
     FROM (SELECT f.id, bit_or(f.mask) AS sections, array_agg(f.source) AS sources,
                  count(f.source)::int AS places, min(f.place) AS place
             FROM (SELECT id, 0 AS mask, NULL::int AS source, 0 AS place
                     FROM unnest($1::uuid[]) id
                   UNION ALL
                   SELECT case_id, 1 << section, source, place
                     FROM (SELECT *, max(weight) OVER () AS best
                             FROM guard.find_places($2, $3, $4)
                                  WITH ORDINALITY p (case_id, section, source, weight, place)) p
                    -- Beside one where nearly all of it stands, these would not be shown.
                    WHERE place <= $5 OR weight >= best / 4) f
            GROUP BY f.id) x
    ORDER BY x.place, x.id`,
)
// Whatever is asked, the plan of what follows is the same, and making it takes as long as following it.
const planOnce = statement(
  'found-cases.plan-once',
  "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)",
)
const byNumbers = statement(
  'found-cases.by-numbers',
  'SELECT id FROM cases WHERE number = ANY ($1::text[]) ORDER BY number DESC',
)
// Blocks are looked up once for all, not for each.
const standing = statement(
  'found-cases.standing',
  `SELECT x.id AS "caseId", to_jsonb(r) AS row, x.id = ANY (b.blocked) AS blocked,
          (SELECT json_agg(json_build_object('reason', a.reason, 'sections', a.sections,
                    'mayWrite', a.may_write, 'validUntil', nullif(a.valid_until, 'infinity')))
             FROM case_access a WHERE a.case_id = x.id AND a.valid_until > now()) AS grants
     FROM (SELECT guard.blocked_cases() AS blocked) b,
          unnest($1::uuid[]) WITH ORDINALITY x (id, place)
     LEFT JOIN (SELECT ${caseColumns}
                  FROM cases c JOIN unit u ON u.id = c.unit_id JOIN worker w ON w.id = c.lead_worker_id
                 WHERE c.id = ANY ($1::uuid[])) r ON r.id = x.id
    ORDER BY x.place`,
)

/** A case in which something that was looked for may stand. */
export interface CandidateCase {
  readonly caseId: string
  /** Mask of the sections in which it may. */
  readonly sections: number
  /** In how many places of the case. */
  readonly places: number
  readonly content: SoughtContent
}

/** Who a case is about, and what of the rest keys were found of; no more of it is opened. */
export interface SoughtContent {
  readonly victim: PersonIdentity | null
  readonly related: readonly (RelatedPerson & { readonly section: Section })[]
  readonly contact: SafeContact | null
  readonly incidents: readonly IncidentContent[]
}

/** A case as the actor stands to it. */
export interface CaseStanding {
  readonly caseId: string
  /** Null for whom only a part is shared with. */
  readonly row: CaseRow | null
  readonly facts: CaseFacts
}

/** Finds cases of the open transaction's actor by number and by keyed tokens. */
@Injectable()
export class FoundCases {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly keys: SearchKeys,
  ) {}

  /**
   * The cases of these ids, and those where the most of what is asked for stands: up to `most` places in
   * cases and sections that the actor may see, the likeliest first. Beyond `sure` places those are left
   * out where much less of it stands than at the best.
   */
  async sought(
    asked: Findable,
    caseIds: readonly string[],
    { most, sure }: { readonly most: number; readonly sure: number },
  ): Promise<readonly CandidateCase[]> {
    const keys = askedKeys(asked)
    if (keys.length === 0 && caseIds.length === 0) return []
    const [, found] = await Promise.all([
      this.database.query(planOnce),
      this.database.query<SoughtRow>(sought, [
        caseIds,
        keys.map((key) => String(this.keys.tokenOf(key))),
        keys.map(({ weight }) => weight),
        most,
        sure,
      ]),
    ])
    return found.map((row) => ({
      caseId: row.caseId,
      sections: row.sections,
      places: row.places,
      content: openSought(ringOf(this.sealer, row.caseId, row), row),
    }))
  }

  /** Those of the numbers whose case the actor manages, the latest first. */
  async byNumbers(numbers: readonly string[]): Promise<string[]> {
    if (numbers.length === 0) return []
    const found = await this.database.query<{ id: string }>(byNumbers, [numbers])
    return found.map(({ id }) => id)
  }

  /** Rows and the actor's standing, in the order asked. */
  async standing(caseIds: readonly string[]): Promise<CaseStanding[]> {
    if (caseIds.length === 0) return []
    const found = await this.database.query<{ caseId: string; row: JsonRow | null } & StandingRow>(
      standing,
      [caseIds],
    )
    return found.map(({ caseId, row, ...rest }) => ({
      caseId,
      row: row === null ? null : rowOf(row),
      facts: factsOf(rest, row?.sealed),
    }))
  }
}

interface SoughtRow extends Pick<ContentRow, 'keys'> {
  readonly caseId: string
  readonly sections: number
  readonly places: number
  readonly persons:
    | readonly Pick<
        NonNullable<ContentRow['persons']>[number],
        'id' | 'role' | 'section' | 'sealed'
      >[]
    | null
  readonly contact: string | null
  readonly incidents: readonly { readonly id: string; readonly sealed: string | null }[] | null
}

const openSought = (
  ring: KeyRing,
  { caseId, persons, contact, incidents }: SoughtRow,
): SoughtContent => {
  const all = (persons ?? []).map((person) => ({ ...person, section: sectionOf(person) }))
  const victim = all.find(({ role }) => role === 'victim')
  return {
    victim:
      victim === undefined
        ? null
        : ring.open<PersonIdentity>(bytes(victim.sealed), personPlace(victim.id, victim.section)),
    related: all
      .filter(({ role }) => role !== 'victim')
      .map(({ id, section, sealed }) => ({
        ...ring.open<RelatedPerson>(bytes(sealed), personPlace(id, section)),
        section,
      })),
    contact:
      contact === null
        ? null
        : ring.open<SafeContact>(bytes(contact), partPlace(caseId, 'contact')),
    incidents: (incidents ?? []).flatMap(({ id, sealed }) =>
      sealed === null ? [] : [ring.open<IncidentContent>(bytes(sealed), incidentPlace(id))],
    ),
  }
}

/** A row that came as JSON: its times are text. */
type JsonRow = Omit<CaseRow, 'openedAt' | 'updatedAt'> & {
  readonly openedAt: string
  readonly updatedAt: string
}

const rowOf = (row: JsonRow): CaseRow => ({
  ...row,
  openedAt: new Date(row.openedAt),
  updatedAt: new Date(row.updatedAt),
})
