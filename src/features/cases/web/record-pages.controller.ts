import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { IsIn } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { typedOf, type Form } from '../../forms/index.js'
import { removalReasons, sourceOf, type RemovalReason } from '../domain/record-source.js'
import { asCaseId } from '../use-cases/case-id.js'
import { HeedPlaces, type PlaceNames } from '../use-cases/heed-places.js'
import { ReadSections, type FormState, type SectionRead } from '../use-cases/read-sections.js'
import { RecordForm } from '../use-cases/record-form.js'
import type { FieldErrors } from './complaints.js'
import { RecordFormPage, RemoveRecordPage } from './record-form.page.js'
import { sectionNamed } from '../use-cases/section-named.js'

class RemoveForm {
  @IsIn(removalReasons, { message: 'cases.records.remove.missing' })
  reason: RemovalReason
}

type Record = FormState['records'][number]

/** A page of a form, and what was typed into it. */
interface Filled {
  readonly form: Form
  readonly record: Record | null
  readonly version?: number
  readonly values: Typed
  readonly errors?: FieldErrors
  /** What may have been meant, by field. */
  readonly names?: PlaceNames
}

/** Fills in the forms of a section. */
@Controller('cases/:id/sections/:section')
export class RecordPages {
  constructor(
    private readonly readSections: ReadSections,
    private readonly recordForm: RecordForm,
    private readonly heedPlaces: HeedPlaces,
  ) {}

  @Get(':form')
  @Allow('section.change')
  async toAdd(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') section: string,
    @Param('form') code: string,
  ): Promise<Page | SeeOther> {
    const read = await this.read(actor, id, section)
    const state = read.forms.find(({ form }) => form.code === code)
    if (state === undefined) throw new NotFound('section.change', 'case', id)
    const [first] = state.records
    // Of which there is one is written anew.
    if (!state.form.many && first !== undefined)
      return seeOther(`/cases/${id}/sections/${section}/records/${first.id}`)
    return this.formPage(actor, id, read, { form: state.form, record: null, values: {} })
  }

  @Post(':form')
  @Allow('section.change')
  async add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('form') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const section = sectionNamed(name, id)
    const recorded = await this.recordForm.add(actor, { caseId: id, section }, code, { body })
    if (recorded.ok) return saved(id, name)
    const { form, typed, errors, names = {} } = recorded
    const read = await this.read(actor, id, name)
    return this.formPage(actor, id, read, { form, record: null, values: typed, errors, names })
  }

  @Get('records/:record')
  @Allow('section.change')
  async toChange(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') section: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
  ): Promise<Page> {
    const read = await this.read(actor, id, section)
    const { form, record } = found(read, id, recordId)
    return this.formPage(actor, id, read, { form, record, values: typedOf(form, record.values) })
  }

  @Post('records/:record')
  @Allow('section.change')
  async change(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const place = { caseId: id, section: sectionNamed(name, id) }
    const recorded = await this.recordForm.change(actor, place, recordId, version, { body })
    if (recorded.ok) return saved(id, name)
    const { form, typed, errors, names = {} } = recorded
    const read = await this.read(actor, id, name)
    const { record } = found(read, id, recordId)
    return this.formPage(actor, id, read, { form, record, version, values: typed, errors, names })
  }

  @Get('records/:record/remove')
  @Allow('section.change')
  async toRemove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') section: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
  ): Promise<Page> {
    const read = await this.read(actor, id, section)
    const { form, record } = found(read, id, recordId)
    return removePage(id, read, { form, record })
  }

  @Post('records/:record/remove')
  @Allow('section.change')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Param('record', asId('section.change', 'record')) recordId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const place = { caseId: id, section: sectionNamed(name, id) }
    const typed = readForm(RemoveForm, body)
    if (!typed.ok) {
      const read = await this.read(actor, id, name)
      const { form, record } = found(read, id, recordId)
      const { values, errors } = typed
      return removePage(id, read, { form, record: { ...record, version } }, values, errors)
    }
    await this.recordForm.remove(actor, place, recordId, version, typed.value.reason)
    return seeOther(`/cases/${id}/sections/${name}`, 'said.cases.record-removed')
  }

  private async read(actor: WorkerActor, caseId: string, name: string): Promise<SectionRead> {
    const section = sectionNamed(name, caseId)
    const read = await this.readSections.withForms(actor, caseId, section)
    if (!read.mayWrite) throw new NotFound('section.change', 'case', caseId)
    return read
  }

  private async formPage(
    actor: WorkerActor,
    caseId: string,
    { number, safeContact, forms }: SectionRead,
    { form, record, version, values, errors = {}, names = {} }: Filled,
  ): Promise<Page> {
    const isLast = form.code === 'incident' && forms.every(({ records }) => records.length < 2)
    return page(
      RecordFormPage,
      {
        frame: { caseId, number, safeContact },
        form,
        record: record === null ? null : { id: record.id, version: version ?? record.version },
        // A case cannot be without them.
        mayRemove: form.code !== 'identity' && sourceOf(form) !== 'case_section' && !isLast,
        values,
        errors,
        names,
        offers: await this.heedPlaces.offeredIn(actor, form, (field) => typedText(values, field)),
      },
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  }
}

const saved = (caseId: string, section: string): SeeOther =>
  seeOther(`/cases/${caseId}/sections/${section}`, 'said.cases.section-saved')

const found = (
  { forms }: SectionRead,
  caseId: string,
  recordId: string,
): { readonly form: Form; readonly record: Record } => {
  for (const { form, records } of forms) {
    const record = records.find(({ id }) => id === recordId)
    if (record !== undefined) return { form, record }
  }
  throw new NotFound('section.change', 'case', caseId)
}

const removePage = (
  caseId: string,
  { number, safeContact }: SectionRead,
  { form, record }: { readonly form: Form; readonly record: Record },
  values: Typed = {},
  errors: FieldErrors = {},
): Page =>
  page(
    RemoveRecordPage,
    {
      frame: { caseId, number, safeContact },
      form,
      record: { id: record.id, version: record.version },
      value: typedText(values, 'reason'),
      errors,
    },
    Object.keys(errors).length > 0 ? 422 : 200,
  )
