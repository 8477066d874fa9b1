import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import type { Json, KeyRing } from '../../../platform/crypto/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Words } from '../../../platform/i18n/index.js'
import { FormsInUse, valueRows, type Form, type FormValues } from '../../forms/index.js'
import {
  incidentPlace,
  partOf,
  partPlace,
  personPlace,
  recordPlace,
  type CaseContent,
} from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { plainOf, recordsOf } from '../data/form-records.js'
import { HistoryRows, type EarlierVersion } from '../data/history-rows.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafeContact,
} from '../domain/case-content.js'
import { identityValues, type PlainIdentity } from '../domain/identity-values.js'
import { incidentValues } from '../domain/incident-values.js'
import type { RemovalReason } from '../domain/record-source.js'
import { relationValues } from '../domain/relation-values.js'
import { beside } from '../domain/value-parts.js'
import type { Sex } from '../domain/sexes.js'
import { aroundIn, partRows, type SectionRow } from './section-view.js'

/** One thing that was written otherwise: as it was, and as it is since. */
export interface RowChange {
  readonly before: SectionRow | null
  readonly after: SectionRow | null
}

/** One deed on a section: something added, written anew or taken away. */
export interface SectionChange {
  readonly at: Date
  /** Null where the service itself did it. */
  readonly by: string | null
  /** What was changed; null for the section's own text. */
  readonly title: Words | null
  readonly kind: 'added' | 'changed' | 'removed'
  readonly reason: RemovalReason | null
  readonly rows: readonly RowChange[]
}

/** What happened to a section, newest first. */
export interface SectionHistory {
  readonly changes: readonly SectionChange[]
  readonly safeContact: SafeContact | null
  readonly number: string | null
}

/** What stood in a section before, for who manages the case and may see the section. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly rows: HistoryRows,
    private readonly forms: FormsInUse,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string, section: Section): Promise<SectionHistory> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const opened = await this.reader.content(caseId, maskOf([section, 'contact']))
      if (!decide(actor, 'section.history', { now, case: opened.facts, section }).allowed) {
        throw new NotFound('section.history', 'case', caseId)
      }
      const [versions, added, forms, found] = await Promise.all([
        this.rows.versions(caseId, section),
        this.rows.added(caseId, section),
        this.forms.all(),
        this.reader.row(caseId),
      ])
      await this.audit.record({
        action: 'section.history',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf([section]),
      })
      const today = localTimeOf(now).date
      const teller = new Teller(caseId, section, forms, opened.ring, today)
      const plain = found === undefined ? {} : plainOf(found.row)
      const changes = [
        ...teller.changes(versions, opened.content, plain),
        ...added.map(({ form, at, by }): SectionChange => ({
          at,
          by,
          title: teller.titleOf(form),
          kind: 'added',
          reason: null,
          rows: [],
        })),
      ]
      return {
        changes: changes.toSorted((one, other) => other.at.getTime() - one.at.getTime()),
        safeContact: partOf(opened.content, 'contact'),
        number: found?.row.number ?? null,
      }
    })
  }
}

type Rows = readonly SectionRow[]

/** Opens earlier versions and says what became of each. */
class Teller {
  constructor(
    private readonly caseId: string,
    private readonly section: Section,
    private readonly forms: readonly Form[],
    private readonly ring: KeyRing,
    private readonly today: LocalDate,
  ) {}

  titleOf(code: string): Words | null {
    const form = this.form(code)
    return form === undefined ? null : (form.one ?? form.title)
  }

  changes(
    versions: readonly EarlierVersion[],
    content: CaseContent,
    plain: Partial<Omit<PlainIdentity, 'sex'>>,
  ): SectionChange[] {
    // What stands there now; each earlier version is followed by the one that came before in the list.
    const next = this.present(content, plain)
    return versions.flatMap((version) => {
      const key = version.rowId ?? this.caseId
      const rows = this.rowsOf(version)
      const after = version.removedReason === null ? (next.get(key) ?? []) : []
      next.set(key, rows)
      const differing = differences(rows, after)
      if (differing.length === 0 && version.removedReason === null) return []
      return [
        {
          at: version.at,
          by: version.by,
          title: this.titleOf(this.formOf(version) ?? ''),
          kind: version.removedReason === null ? 'changed' : 'removed',
          reason: version.removedReason,
          rows: differing,
        },
      ]
    })
  }

  private present(
    content: CaseContent,
    plain: Partial<Omit<PlainIdentity, 'sex'>>,
  ): Map<string, Rows> {
    const ground = { caseId: this.caseId, plain, today: this.today }
    const records = this.forms
      .filter(({ section, code }) => section === this.section && code !== 'family')
      .flatMap((form) =>
        recordsOf(form, content, ground).map(
          ({ id, values }) => [id, valueRows(form, values)] as const,
        ),
      )
    const part = content.parts.find(({ section }) => section === this.section)
    return new Map<string, Rows>([
      ...records,
      ...(part === undefined ? [] : [[this.caseId, partRows(part, this.forms)] as const]),
    ])
  }

  private rowsOf(version: EarlierVersion): Rows {
    const { source, codes } = version
    if (source === 'case_section') {
      const content = this.open(version, partPlace(this.caseId, this.section))
      // The place names the section, and only its own shape is ever sealed there.
      return partRows({ section: this.section, content } as unknown as Part, this.forms)
    }
    const form = this.form(this.formOf(version) ?? '')
    return form === undefined ? [] : valueRows(form, this.valuesOf(version, codes))
  }

  private valuesOf(version: EarlierVersion, codes: EarlierVersion['codes']): FormValues {
    const id = version.rowId ?? ''
    switch (version.source) {
      case 'person': {
        const place = personPlace(id, this.section)
        const { role, sex, ...plain } = codes
        return role === 'victim'
          ? identityValues(
              this.open<PersonIdentity>(version, place),
              { ...plain, sex } as Partial<PlainIdentity>,
              this.today,
            )
          : relationValues(this.open<RelatedPerson>(version, place), sex as Sex)
      }
      case 'incident': {
        const { type, otherTypes, occurredOn, ongoing } = codes
        const told =
          version.sealed === null
            ? { platform: null, accounts: null, narrative: null }
            : this.open<IncidentContent>(version, incidentPlace(id))
        return incidentValues({
          ...told,
          type,
          otherTypes,
          occurredOn,
          ongoing,
          codes: beside(codes as FormValues, incidentColumns),
        } as Parameters<typeof incidentValues>[0])
      }
      default:
        return {
          ...(codes as FormValues),
          ...this.open<FormValues>(version, recordPlace(id, this.section)),
        }
    }
  }

  // As with the ring itself, the shape is the one its writer gave it.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- see above
  private open<Shape extends Json>(
    { sealed }: EarlierVersion,
    place: Parameters<KeyRing['open']>[1],
  ): Shape {
    return this.ring.open<Shape>(sealed ?? Buffer.alloc(0), place)
  }

  private formOf({ source, form, codes }: EarlierVersion): string | null {
    if (source === 'person') return codes['role'] === 'victim' ? 'identity' : aroundIn(this.section)
    if (source === 'case_section') return this.section === 'family' ? 'family' : null
    return source === 'incident' ? 'incident' : form
  }

  private form(code: string): Form | undefined {
    return this.forms.find((form) => form.code === code)
  }
}

type Part = Parameters<typeof partRows>[0]

// What the database kept among the codes because it has columns of its own, or is derived.
const incidentColumns = [
  'type',
  'otherTypes',
  'occurredOn',
  'ongoing',
  'hanoiArticles',
  'ageAtIncident',
]

// Rows are told apart by what they are about, and of several by their place among them.
const differences = (before: Rows, after: Rows): RowChange[] => {
  const [was, is] = [keyed(before), keyed(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key) ?? null, is.get(key) ?? null]
    return one?.value === other?.value ? [] : [{ before: one, after: other }]
  })
}

const keyed = (rows: Rows): Map<string, SectionRow> => {
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const about = JSON.stringify(row.label)
      const at = seen.get(about) ?? 0
      seen.set(about, at + 1)
      return [`${about} ${at}`, row]
    }),
  )
}
