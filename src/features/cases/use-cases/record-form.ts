import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import type { Typed } from '../../../platform/web/form.js'
import {
  checkValues,
  FormsInUse,
  readFormBody,
  type CheckGround,
  type Form,
  type FormBody,
  type FormErrors,
  type FormValues,
} from '../../forms/index.js'
import { CaseReader } from '../data/case-reader.js'
import { CaseWriter } from '../data/case-writer.js'
import { recordFoundBy } from '../data/findables.js'
import { plainOf, recordsOf, type FormRecord } from '../data/form-records.js'
import {
  FamilyStore,
  IdentityStore,
  IncidentStore,
  RecordsStore,
  RelationStore,
  type RecordStore,
  type Stored,
  type StoreGround,
} from '../data/record-stores.js'
import { RecordWriter } from '../data/record-writer.js'
import { SearchKeys } from '../data/search-keys.js'
import type { AgeKnown } from '../domain/age.js'
import { RecordStays } from '../domain/case.errors.js'
import { CaseSectionChanged } from '../domain/case.events.js'
import { sourceOf, type RemovalReason } from '../domain/record-source.js'
import { Birthdays } from './birthdays.js'
import { HeedAssessment } from './heed-assessment.js'
import { HeedPlaces, type PlaceNames } from './heed-places.js'

/** What is to be written: typed into the page of the form, or values of another system or feature. */
export type Given =
  { readonly body: unknown } | { readonly values: Readonly<Record<string, unknown>> }

/** Where a record belongs: a section of a case, and nowhere else. */
export interface RecordPlace {
  readonly caseId: string
  readonly section: Section
}

/** What was written, or what of it does not fit, with all that was typed. */
export type Recorded =
  | { readonly ok: true; readonly id: string; readonly version: number }
  | {
      readonly ok: false
      readonly form: Form
      readonly typed: Typed
      readonly errors: FormErrors
      /** What may have been meant, by the code of the field. */
      readonly names?: PlaceNames
    }

/**
 * Writes what a form asks into a case: adds a record, changes it, takes it away for a reason. Inside
 * an open transaction of the same actor it joins that one.
 */
@Injectable()
export class RecordForm {
  private readonly stores: Readonly<Record<string, RecordStore>>
  private readonly records: RecordStore

  constructor(
    private readonly transactions: Transactions,
    private readonly forms: FormsInUse,
    private readonly reader: CaseReader,
    private readonly writer: RecordWriter,
    cases: CaseWriter,
    private readonly searchKeys: SearchKeys,
    private readonly birthdays: Birthdays,
    private readonly assessment: HeedAssessment,
    private readonly places: HeedPlaces,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.records = new RecordsStore(writer)
    this.stores = {
      identity: new IdentityStore(writer),
      relation: new RelationStore(writer),
      'alleged-perpetrator': new RelationStore(writer, 'alleged-perpetrator'),
      incident: new IncidentStore(writer),
      family: new FamilyStore(cases),
    }
  }

  /** @throws NotFound; Stale where the case may hold one only and holds it by now */
  add(actor: WorkerActor, place: RecordPlace, formCode: string, given: Given): Promise<Recorded> {
    return this.transactions.run(actor, async () => {
      const form = await this.forms.one(formCode)
      if (form?.section !== place.section) throw absent(place)
      const opened = await this.opened(actor, place)
      const on = { ...opened, form, opened }
      return this.write(actor, on, null, given, (values) => this.storeOf(form).add(values, on))
    })
  }

  /** @param version of the record that was read. @throws NotFound, Stale */
  change(
    actor: WorkerActor,
    place: RecordPlace,
    recordId: string,
    version: number,
    given: Given,
  ): Promise<Recorded> {
    return this.transactions.run(actor, async () => {
      const { record, form, on } = await this.find(actor, place, recordId)
      return this.write(actor, on, record, given, (values) =>
        this.storeOf(form).change(record, version, values, on),
      )
    })
  }

  /** Takes a record away; it stays in the history. @throws NotFound, Stale, RecordStays */
  remove(
    actor: WorkerActor,
    place: RecordPlace,
    recordId: string,
    version: number,
    reason: RemovalReason,
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { form, on } = await this.find(actor, place, recordId)
      const source = sourceOf(form)
      if (source === 'case_section') throw new RecordStays()
      const outcome = await this.writer.remove(source, recordId, version, reason, on)
      if (outcome === null) throw absent(place)
      if (outcome === 'stale') throw new Stale()
      if (outcome === 'stays') throw new RecordStays()
      await this.tell(actor, on, recordId, null)
    })
  }

  private async find(actor: WorkerActor, place: RecordPlace, recordId: string) {
    const opened = await this.opened(actor, place)
    const forms = (await this.forms.all()).filter(({ section }) => section === place.section)
    for (const form of forms) {
      const record = recordsOf(form, opened.content, opened).find(({ id }) => id === recordId)
      if (record !== undefined) return { record, form, on: { ...opened, form, opened } }
    }
    throw absent(place)
  }

  private async opened(actor: WorkerActor, place: RecordPlace) {
    const { caseId, section } = place
    const at = this.clock.now()
    // The age of the victim decides on kinds of incident and on risk.
    const opened = await this.reader.content(caseId, maskOf([section, 'identity']))
    if (!decide(actor, 'section.change', { now: at, case: opened.facts, section }).allowed)
      throw absent(place)
    const row = section === 'identity' ? (await this.reader.row(caseId))?.row : undefined
    // What lies with the case is written with who the victim is.
    if (section === 'identity' && row === undefined) throw absent(place)
    const plain = row === undefined ? {} : plainOf(row)
    return { ...opened, caseId, at, by: actor.workerId, today: localTimeOf(at).date, plain }
  }

  private async write(
    actor: WorkerActor,
    on: StoreGround,
    record: FormRecord | null,
    given: Given,
    store: (values: FormRecord['values']) => Promise<Stored>,
  ): Promise<Recorded> {
    const { form, today } = on
    const read = readGiven(form, given, { today, before: record?.values })
    if (!read.ok) return { ok: false, form, typed: read.typed, errors: read.errors }
    const placed = await this.places.inForm(form, read.values, record?.values, today)
    if (!placed.ok)
      return { ok: false, form, typed: read.typed, errors: placed.errors, names: placed.names }
    const { values } = placed
    const stored = await store(values)
    if (stored.outcome === 'stale') throw new Stale()
    if (stored.outcome === 'unfit')
      return { ok: false, form, typed: read.typed, errors: stored.errors }
    await this.tell(actor, on, stored.id, values)
    return { ok: true, id: stored.id, version: (record?.version ?? 0) + 1 }
  }

  /** @param values null where the record was taken away */
  private async tell(
    actor: WorkerActor,
    on: StoreGround,
    recordId: string,
    values: FormValues | null,
  ): Promise<void> {
    const { caseId, form, at } = on
    const { section, code } = form
    await this.writer.touch(caseId, at)
    const findable = recordFoundBy(form, recordId, values)
    if (findable !== null) await this.searchKeys.write(caseId, [findable])
    await this.assessment.heed(actor, caseId, form)
    if (code === 'identity' && values !== null)
      await this.birthdays.follow(caseId, ageIn(values, on), at)
    await this.audit.record({
      action: 'section.change',
      caseId,
      subject: { type: 'record', id: recordId },
      sections: maskOf([section]),
    })
    await this.outbox.add(
      new CaseSectionChanged(recordId, caseId, { section, form: code, actorId: actor.workerId }),
    )
  }

  private storeOf({ code }: Form): RecordStore {
    return this.stores[code] ?? this.records
  }
}

const absent = ({ caseId }: RecordPlace): NotFound => new NotFound('section.change', 'case', caseId)

// As the form of identity has it.
const ageIn = ({ birthDate, statedAge }: FormValues, { opened, today }: StoreGround): AgeKnown => {
  const before = opened.content.victim?.statedAge ?? null
  return {
    birthDate: typeof birthDate === 'string' ? birthDate : null,
    stated:
      typeof statedAge !== 'number'
        ? null
        : before?.years === statedAge
          ? before
          : { years: statedAge, on: today },
  }
}

const readGiven = (form: Form, given: Given, ground: CheckGround): FormBody =>
  'body' in given
    ? readFormBody(form, given.body, ground)
    : { typed: {}, ...checkValues(form, given.values, ground) }
