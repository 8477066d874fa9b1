import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { MaxLength, IsOptional } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSection, type Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { isNotedSection, noSafeContact } from '../domain/case-content.js'
import { ReadSections, type SectionToWrite } from '../use-cases/read-sections.js'
import { RecordSection } from '../use-cases/record-section.js'
import { asCaseId } from '../use-cases/case-id.js'
import type { FieldErrors } from './complaints.js'
import { typedContact } from './contact-fields.js'
import { ContactForm, contactOf, tooLong } from './contact.form.js'
import { SectionFormPage } from './section-form.page.js'
import { SectionsPage } from './sections.page.js'

class NotesForm {
  @IsOptional()
  @MaxLength(20_000, tooLong)
  notes?: string
}

/** What is recorded of a person, part by part. */
@Controller('cases/:id/sections')
export class SectionPages {
  constructor(
    private readonly readSections: ReadSections,
    private readonly recordSection: RecordSection,
  ) {}

  @Get()
  @Allow('section.read')
  async all(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const { views, writable, ...frame } = await this.readSections.all(actor, id)
    return page(SectionsPage, { frame: { caseId: id, ...frame }, views, writable })
  }

  @Get(':section')
  @Allow('section.change')
  async form(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<Page> {
    const section = writableSection(name, id)
    const read = await this.readSections.toWrite(actor, id, section)
    const values =
      section === 'contact'
        ? typedContact(read.contact ?? noSafeContact)
        : { notes: read.notes ?? '' }
    return formPage(id, read, read.view.version, values)
  }

  @Post(':section')
  @Allow('section.change')
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const section = writableSection(name, id)
    const again = async (values: Typed, errors: FieldErrors) =>
      formPage(id, await this.readSections.toWrite(actor, id, section), version, values, errors)
    if (section === 'contact') {
      const form = readForm(ContactForm, body)
      if (!form.ok) return again(form.values, form.errors)
      await this.recordSection.contact(actor, id, version, contactOf(form.value))
    } else if (isNotedSection(section)) {
      const form = readForm(NotesForm, body)
      if (!form.ok) return again(form.values, form.errors)
      await this.recordSection.notes(actor, id, section, version, form.value.notes ?? null)
    }
    return seeOther(`/cases/${id}/sections`, 'said.cases.section-saved')
  }
}

const writableSection = (name: string, caseId: string): Section => {
  if (!isSection(name) || (name !== 'contact' && !isNotedSection(name))) {
    throw new NotFound('section.change', 'case', caseId)
  }
  return name
}

const formPage = (
  caseId: string,
  { view, number, safeContact }: SectionToWrite,
  version: number,
  values: Typed,
  errors: FieldErrors = {},
): Page =>
  page(
    SectionFormPage,
    { frame: { caseId, number, safeContact }, section: view.section, version, values, errors },
    Object.keys(errors).length > 0 ? 422 : 200,
  )
