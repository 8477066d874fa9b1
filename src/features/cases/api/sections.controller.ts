import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiPreconditionFailedResponse,
  ApiProperty,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger'
import { IsOptional, IsString, MaxLength } from 'class-validator'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sections, type Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Locale } from '../../../platform/i18n/index.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { apiValidation } from '../../../platform/web/validation.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { isNotedSection, type NotedSection } from '../domain/case-content.js'
import { ReadSections } from '../use-cases/read-sections.js'
import { RecordSection } from '../use-cases/record-section.js'
import { saySectionRow, type SectionView } from '../use-cases/section-view.js'
import { asCaseId } from '../use-cases/case-id.js'
import { sectionNamed } from '../use-cases/section-named.js'
import { SectionDto } from './case.dto.js'
import { SafeContactDto, safeContactOf } from './safe-contact.dto.js'

class NotesDto {
  @ApiProperty({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  notes: string | null
}

@ApiTags('cases')
@ApiBearerAuth()
@ApiExtraModels(SafeContactDto, NotesDto)
@Controller('api/v1/cases/:id/sections')
export class SectionsApi {
  constructor(
    private readonly readSections: ReadSections,
    private readonly recordSection: RecordSection,
  ) {}

  @Get(':section')
  @Allow('section.read')
  @ApiOperation({ summary: 'What is recorded in one section' })
  @ApiParam({ name: 'section', enum: sections })
  @ApiOkResponse({ type: SectionDto })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<Versioned> {
    const section = sectionNamed(name, id)
    const { view } = await this.readSections.one(actor, id, section)
    return withEtag(view.version, sectionOf(view, locale))
  }

  /** An ETag of `"0"` stands for a section in which nothing is written yet. */
  @Put(':section')
  @Allow('section.change')
  @ApiOperation({ summary: 'Replace the safe contact, or the text of a section' })
  @ApiParam({ name: 'section', enum: sections })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiBody({
    schema: {
      oneOf: [{ $ref: getSchemaPath(SafeContactDto) }, { $ref: getSchemaPath(NotesDto) }],
    },
  })
  @ApiOkResponse({ type: SectionDto })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse()
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('section') name: string,
    @IfMatch() version: number,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Versioned> {
    const section = sectionNamed(name, id)
    if (section === 'contact') {
      const contact = safeContactOf(await checked(SafeContactDto, body))
      await this.recordSection.contact(actor, id, version, contact)
    } else {
      const { notes } = await checked(NotesDto, body)
      await this.recordSection.notes(actor, id, noted(section, id), version, notes ?? null)
    }
    return this.one(actor, id, name, request)
  }
}

// The section in the address says which shape the body has, so the pipe for all routes cannot know.
const checked = async <Dto extends object>(type: new () => Dto, body: unknown): Promise<Dto> =>
  (await apiValidation().transform(body, { type: 'body', metatype: type })) as Dto

const noted = (section: Section, caseId: string): NotedSection => {
  if (!isNotedSection(section)) throw new NotFound('section.change', 'case', caseId)
  return section
}

const sectionOf = ({ section, rows }: SectionView, locale: Locale): SectionDto => ({
  section,
  rows: rows.map((row) => {
    const { label, value: text } = saySectionRow(row, locale)
    return {
      label,
      value: row.value,
      text,
      ...(row.record === undefined
        ? {}
        : { recordId: row.record.id, record: row.record.title[locale] }),
    }
  }),
})
