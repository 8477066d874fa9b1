import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { MaxLength, IsOptional } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { isNotedSection, noSafeContact } from '../domain/case-content.js'
import { ReadSections, type SectionToWrite } from '../use-cases/read-sections.js'
import { RecordSection } from '../use-cases/record-section.js'
import { ReadHistory } from '../use-cases/read-history.js'
import { WhoSees } from '../use-cases/who-sees.js'
import { asCaseId } from '../use-cases/case-id.js'
import type { FieldErrors } from './complaints.js'
import { typedContact } from './contact-fields.js'
import { ContactForm, contactOf, tooLong } from './contact.form.js'
import { ContactFormPage } from './contact-form.page.js'
import { SectionHistoryPage, SectionOnlookersPage } from './section-history.page.js'
import { sectionNamed } from '../use-cases/section-named.js'
import { SectionPage } from './section.page.js'
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
    private readonly readHistory: ReadHistory,
    private readonly whoSees: WhoSees,
  ) {}

  @Get()
  @Allow('section.read')
  async all(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const { views, writable, forms, manages, ...frame } = await this.readSections.all(actor, id)
    return page(SectionsPage, { frame: { caseId: id, ...frame }, views, writable, forms, manages })
  }

  @Get(':section')
  @Allow('section.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<Page> {
    const section = sectionNamed(name, id)
    if (section !== 'contact') return this.sectionPage(actor, id, section)
    const read = await this.readSections.toWrite(actor, id, section)
    return contactPage(id, read, read.view.version, typedContact(read.contact ?? noSafeContact))
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
    const section = sectionNamed(name, id)
    if (section === 'contact') {
      const form = readForm(ContactForm, body)
      if (!form.ok) {
        const read = await this.readSections.toWrite(actor, id, section)
        return contactPage(id, read, version, form.values, form.errors)
      }
      await this.recordSection.contact(actor, id, version, contactOf(form.value))
      return seeOther(`/cases/${id}/sections`, 'said.cases.section-saved')
    }
    if (!isNotedSection(section)) throw new NotFound('section.change', 'case', id)
    const form = readForm(NotesForm, body)
    if (!form.ok)
      return this.sectionPage(actor, id, section, {
        version,
        notes: form.values,
        errors: form.errors,
      })
    await this.recordSection.notes(actor, id, section, version, form.value.notes ?? null)
    return seeOther(`/cases/${id}/sections`, 'said.cases.section-saved')
  }

  @Get(':section/history')
  @Allow('section.history')
  async history(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<Page> {
    const section = sectionNamed(name, id)
    const { changes, ...frame } = await this.readHistory.run(actor, id, section)
    return page(SectionHistoryPage, { frame: { caseId: id, ...frame }, section, changes })
  }

  @Get(':section/who')
  @Allow('section.who')
  async who(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
  ): Promise<Page> {
    const section = sectionNamed(name, id)
    const { onlookers, ...frame } = await this.whoSees.run(actor, id, section)
    return page(SectionOnlookersPage, { frame: { caseId: id, ...frame }, section, onlookers })
  }

  private async sectionPage(
    actor: WorkerActor,
    caseId: string,
    section: Section,
    again?: { readonly version: number; readonly notes: Typed; readonly errors: FieldErrors },
  ): Promise<Page> {
    const read = await this.readSections.withForms(actor, caseId, section)
    const { number, safeContact } = read
    return page(
      SectionPage,
      {
        frame: { caseId, number, safeContact },
        section,
        read,
        notesVersion: again?.version ?? read.view.version,
        notes: again?.notes ?? { notes: read.notes ?? '' },
        errors: again?.errors ?? {},
      },
      again === undefined ? 200 : 422,
    )
  }
}

const contactPage = (
  caseId: string,
  { number, safeContact }: SectionToWrite,
  version: number,
  values: Typed,
  errors: FieldErrors = {},
): Page =>
  page(
    ContactFormPage,
    { frame: { caseId, number, safeContact }, version, values, errors },
    Object.keys(errors).length > 0 ? 422 : 200,
  )
