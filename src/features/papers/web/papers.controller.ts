import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Download } from '../../../platform/web/download.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { fileIn, TakesFiles } from '../../../platform/web/upload.js'
import { asCaseId, type FieldErrors } from '../../cases/index.js'
import { fileNameOf, mediaTypeOf } from '../domain/paper.js'
import { PaperUnfit } from '../domain/papers.errors.js'
import { CasePapers } from '../use-cases/case-papers.js'
import { PaperForm, RemoveForm } from './papers.form.js'
import { AddPaperPage, PapersPage, RemovePaperPage } from './papers.page.js'

/** The documents of a case. */
@Controller('cases/:id/papers')
export class PaperPages {
  constructor(private readonly papers: CasePapers) {}

  @Get()
  @Allow('paper.read')
  async list(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    return page(PapersPage, await this.papers.list(actor, id))
  }

  @Get('new')
  @Allow('paper.add')
  async form(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    return this.addPage(actor, id, {}, {})
  }

  @Post('new')
  @Allow('paper.add')
  @TakesFiles()
  async add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(PaperForm, body)
    const file = fileIn(body, 'file')
    const missing = file === null ? { file: 'papers.problem.missing' } : {}
    if (!form.ok) return this.addPage(actor, id, form.values, { ...form.errors, ...missing })
    if (file === null) return this.addPage(actor, id, form.values, missing)
    const { section, title } = form.value
    try {
      await this.papers.add(actor, id, {
        section,
        title,
        bytes: file.bytes,
        isTooBig: file.isTooBig,
      })
    } catch (error) {
      if (!(error instanceof PaperUnfit)) throw error
      return this.addPage(actor, id, form.values, { file: `papers.problem.${error.problem}` })
    }
    return seeOther(`/cases/${id}/papers`, 'said.papers.added')
  }

  @Get(':paperId/file')
  @Allow('paper.read')
  async file(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('paperId', asId('paper.read', 'paper')) paperId: string,
  ): Promise<Download> {
    const { kind, bytes } = await this.papers.open(actor, id, paperId)
    return new Download(bytes, mediaTypeOf[kind], fileNameOf(paperId, kind))
  }

  @Get(':paperId/remove')
  @Allow('paper.remove')
  async askRemove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('paperId', asId('paper.remove', 'paper')) paperId: string,
  ): Promise<Page> {
    return this.removePage(actor, id, paperId, {})
  }

  @Post(':paperId/remove')
  @Allow('paper.remove')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('paperId', asId('paper.remove', 'paper')) paperId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(RemoveForm, body)
    const reason = form.ok ? form.value.reason : undefined
    if (reason === undefined)
      return this.removePage(actor, id, paperId, { reason: 'papers.remove.reason.missing' })
    await this.papers.remove(actor, id, paperId, reason)
    return seeOther(`/cases/${id}/papers`, 'said.papers.removed')
  }

  private async addPage(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors,
  ): Promise<Page> {
    const papers = await this.papers.toAdd(actor, id)
    return page(AddPaperPage, { papers, values, errors }, statusOf(errors))
  }

  private async removePage(
    actor: WorkerActor,
    id: string,
    paperId: string,
    errors: FieldErrors,
  ): Promise<Page> {
    const papers = await this.papers.toRemove(actor, id, paperId)
    return page(RemovePaperPage, { papers, paperId, errors }, statusOf(errors))
  }
}

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)
