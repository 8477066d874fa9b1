import { randomUUID } from 'node:crypto'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { fieldsOf, type Form, type FormErrors, type FormValues } from '../../forms/index.js'
import { familyOf } from '../domain/family-values.js'
import { identityOf } from '../domain/identity-values.js'
import { incidentOf, type IncidentGround } from '../domain/incident-values.js'
import { relationOf } from '../domain/relation-values.js'
import { beside } from '../domain/value-parts.js'
import { incidentPlace, partPlace, personPlace, recordPlace } from './case-content.reader.js'
import type { OpenedContent } from './case-reader.js'
import type { PersonRole } from './case-rows.js'
import type { CaseWriter } from './case-writer.js'
import type { FormRecord } from './form-records.js'
import type { RecordWriter, Writing } from './record-writer.js'

/** What became of a writing: stored, or what of it does not fit, or somebody was faster. */
export type Stored =
  | { readonly outcome: 'stored'; readonly id: string }
  | { readonly outcome: 'unfit'; readonly errors: FormErrors }
  | { readonly outcome: 'stale' }

/** What a form is written on. */
export interface StoreGround extends Writing {
  readonly caseId: string
  readonly form: Form
  readonly opened: OpenedContent
  readonly today: LocalDate
}

/** Writes the records of the forms that it is for. */
export interface RecordStore {
  add(values: FormValues, on: StoreGround): Promise<Stored>
  change(record: FormRecord, version: number, values: FormValues, on: StoreGround): Promise<Stored>
}

const stored = (done: boolean, id: string): Stored =>
  done ? { outcome: 'stored', id } : { outcome: 'stale' }
const stale: Stored = { outcome: 'stale' }

const plainCodes = (form: Form): readonly string[] =>
  fieldsOf(form)
    .filter(({ plain }) => plain === true)
    .map(({ code }) => code)

/** Everything that has no place of its own. */
export class RecordsStore implements RecordStore {
  constructor(private readonly writer: RecordWriter) {}

  async add(values: FormValues, on: StoreGround): Promise<Stored> {
    const id = randomUUID()
    const { caseId, form } = on
    const row = { id, caseId, section: form.section, form: form.code, isOnlyOne: !form.many }
    return stored(await this.writer.insertRecord({ ...row, ...this.parts(id, values, on) }, on), id)
  }

  async change(
    { id }: FormRecord,
    version: number,
    values: FormValues,
    on: StoreGround,
  ): Promise<Stored> {
    return stored(
      await this.writer.updateRecord({ id, ...this.parts(id, values, on) }, version, on),
      id,
    )
  }

  private parts(id: string, values: FormValues, { form, opened }: StoreGround) {
    const plain = plainCodes(form)
    const secret = beside(values, plain)
    return {
      formVersion: form.version,
      codes: beside(values, Object.keys(secret)),
      sealed: opened.ring.seal(secret, recordPlace(id, form.section)),
    }
  }
}

/** The victim: always there, never a second one. */
export class IdentityStore implements RecordStore {
  constructor(private readonly writer: RecordWriter) {}

  add(): Promise<Stored> {
    return Promise.resolve(stale)
  }

  async change(
    { id }: FormRecord,
    version: number,
    values: FormValues,
    on: StoreGround,
  ): Promise<Stored> {
    const { caseId, opened, today } = on
    const { victim } = opened.content
    if (victim === null) return stale
    const { identity, ageBand, ...plain } = identityOf(values, victim, today)
    const sealed = opened.ring.seal(identity, personPlace(id, 'identity'))
    const row = { id, role: 'victim', sex: plain.sex, sealed } as const
    if (!(await this.writer.updatePerson(row, version, on))) return stale
    await this.writer.updatePlain(caseId, plain, ageBand)
    return { outcome: 'stored', id }
  }
}

/** People around the victim, in the role that follows from what is written, or always in this one. */
export class RelationStore implements RecordStore {
  constructor(
    private readonly writer: RecordWriter,
    private readonly always: PersonRole | null = null,
  ) {}

  async add(values: FormValues, on: StoreGround): Promise<Stored> {
    const id = randomUUID()
    const row = this.rowOf(id, values, on)
    return stored(await this.writer.insertPerson(on.caseId, on.form.section, row, on), id)
  }

  async change(
    { id }: FormRecord,
    version: number,
    values: FormValues,
    on: StoreGround,
  ): Promise<Stored> {
    return stored(await this.writer.updatePerson(this.rowOf(id, values, on), version, on), id)
  }

  private rowOf(id: string, values: FormValues, { form, opened }: StoreGround) {
    const { person, role, sex } = relationOf(values)
    const sealed = opened.ring.seal(person, personPlace(id, form.section))
    return { id, role: this.always ?? role, sex, sealed }
  }
}

/** What happened. What follows from its types and its day is derived when it is written. */
export class IncidentStore implements RecordStore {
  constructor(private readonly writer: RecordWriter) {}

  async add(values: FormValues, on: StoreGround): Promise<Stored> {
    const found = incidentOf(values, this.ground(on, on.today, null))
    if (!found.ok) return { outcome: 'unfit', errors: found.errors }
    const id = randomUUID()
    const sealed = on.opened.ring.seal(found.written.content, incidentPlace(id))
    return stored(await this.writer.insertIncident(on.caseId, id, found.written, sealed, on), id)
  }

  async change(
    { id }: FormRecord,
    version: number,
    values: FormValues,
    on: StoreGround,
  ): Promise<Stored> {
    const before = on.opened.content.incidents.find((incident) => incident.id === id)
    if (before === undefined) return stale
    const writtenOn = localTimeOf(before.createdAt).date
    const found = incidentOf(values, this.ground(on, writtenOn, before))
    if (!found.ok) return { outcome: 'unfit', errors: found.errors }
    const sealed = on.opened.ring.seal(found.written.content, incidentPlace(id))
    return stored(await this.writer.updateIncident(id, version, found.written, sealed, on), id)
  }

  private ground(
    { form, opened }: StoreGround,
    writtenOn: LocalDate,
    before: IncidentGround['before'],
  ): IncidentGround {
    const { victim } = opened.content
    return {
      age: victim === null ? null : { birthDate: victim.birthDate, stated: victim.statedAge },
      writtenOn,
      plain: plainCodes(form),
      before,
    }
  }
}

/** The family, which is the section's own text. */
export class FamilyStore implements RecordStore {
  constructor(private readonly writer: CaseWriter) {}

  add(values: FormValues, on: StoreGround): Promise<Stored> {
    return this.write(values, 0, on)
  }

  change(
    _record: FormRecord,
    version: number,
    values: FormValues,
    on: StoreGround,
  ): Promise<Stored> {
    return this.write(values, version, on)
  }

  private async write(values: FormValues, version: number, on: StoreGround): Promise<Stored> {
    const { caseId, opened, at, by } = on
    const sealed = opened.ring.seal(familyOf(values), partPlace(caseId, 'family'))
    const written = await this.writer.writePart(caseId, 'family', sealed, { version, at, by })
    return stored(written, caseId)
  }
}
