import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Download } from '../../../platform/web/download.js'
import { Allow, CurrentActor, OwnTransactions } from '../../../platform/web/route-permissions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { asCaseId } from '../../cases/index.js'
import { fileNameOf, mediaTypeOf } from '../domain/paper.js'
import { ExportUnfit, PaperUnfit } from '../domain/papers.errors.js'
import { CasePapers } from '../use-cases/case-papers.js'
import { ExportCase } from '../use-cases/export-case.js'
import { ExportDto, NewPaperDto, PaperIdDto, PapersDto, RemovePaperDto } from './papers.dto.js'

const asPaper = asId('paper.read', 'paper')
const asBinary = { schema: { type: 'string', format: 'binary' } }

@ApiTags('papers')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id')
export class PapersApi {
  constructor(
    private readonly papers: CasePapers,
    private readonly exportCase: ExportCase,
  ) {}

  @Get('papers')
  @Allow('paper.read')
  @ApiOperation({ summary: 'Documents of a case, the newest first' })
  @ApiOkResponse({ type: PapersDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<PapersDto> {
    const { papers } = await this.papers.list(actor, id)
    return {
      items: papers.map((paper) => ({
        id: paper.id,
        section: paper.section,
        title: paper.title,
        kind: paper.kind,
        size: paper.size,
        addedAt: paper.addedAt.toISOString(),
        removedAt: paper.removedAt?.toISOString() ?? null,
        removedReason: paper.removedReason,
      })),
      next: null,
    }
  }

  @Post('papers')
  @Allow('paper.add')
  @ApiOperation({ summary: 'Add a document' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: PaperIdDto })
  async add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() { section, title, content }: NewPaperDto,
  ): Promise<PaperIdDto> {
    const bytes = Buffer.from(content, 'base64')
    try {
      return { id: await this.papers.add(actor, id, { section, title, bytes, isTooBig: false }) }
    } catch (error) {
      if (!(error instanceof PaperUnfit)) throw error
      throw new InvalidInput([{ pointer: '/content', code: `papers.problem.${error.problem}` }])
    }
  }

  @Get('papers/:paperId/file')
  @Allow('paper.read')
  @ApiOperation({ summary: 'The document itself' })
  @ApiProduces(...Object.values(mediaTypeOf))
  @ApiOkResponse(asBinary)
  @ApiConflictResponse({ description: 'It was taken out' })
  async file(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('paperId', asPaper) paperId: string,
  ): Promise<Download> {
    const { kind, bytes } = await this.papers.open(actor, id, paperId)
    return new Download(bytes, mediaTypeOf[kind], fileNameOf(paperId, kind))
  }

  @Post('papers/:paperId/remove')
  @HttpCode(204)
  @Allow('paper.remove')
  @ApiOperation({ summary: 'Take a document out: its content is erased for good' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'It was taken out before' })
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('paperId', asId('paper.remove', 'paper')) paperId: string,
    @Body() { reason }: RemovePaperDto,
  ): Promise<void> {
    await this.papers.remove(actor, id, paperId, reason)
  }

  @Post('export')
  @HttpCode(200)
  @Allow('case.export')
  @OwnTransactions()
  @ApiOperation({ summary: 'The case as a PDF under a password; made anew each time, never kept' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(asBinary)
  async export(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() dto: ExportDto,
  ): Promise<Download> {
    try {
      const made = await this.exportCase.run(actor, id, {
        purpose: dto.purpose,
        legalBasis: dto.legalBasis ?? null,
        reference: dto.reference ?? null,
        sections: dto.sections,
        aboutOthers: dto.aboutOthers ?? false,
        language: dto.language,
        password: dto.password,
      })
      return new Download(made.bytes, 'application/pdf', fileNameOf(made.id, 'pdf'))
    } catch (error) {
      if (!(error instanceof ExportUnfit)) throw error
      throw new InvalidInput(
        Object.entries(error.fields).map(([field, code]) => ({ pointer: `/${field}`, code })),
      )
    }
  }
}
