import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { defaultLocale, isLocale } from '../../../platform/i18n/index.js'
import { Download } from '../../../platform/web/download.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor, OwnTransactions } from '../../../platform/web/route-permissions.js'
import { asCaseId, type FieldErrors } from '../../cases/index.js'
import { madePassword, sectionsToBeginWith } from '../domain/case-export.js'
import { fileNameOf } from '../domain/paper.js'
import { ExportUnfit } from '../domain/papers.errors.js'
import { ExportCase, type ExportOptions } from '../use-cases/export-case.js'
import { ExportForm } from './export.form.js'
import { ExportPage } from './export.page.js'

/** The case as a file, sealed under a password that is shown once. */
@Controller('cases/:id/export')
export class ExportPages {
  constructor(private readonly exportCase: ExportCase) {}

  @Get()
  @Allow('case.export')
  async form(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const options = await this.exportCase.options(actor, id)
    const values = {
      sections: sectionsToBeginWith(options.seen),
      language: isLocale(options.language) ? options.language : defaultLocale,
      password: madePassword(),
    }
    return pageOf(options, values, {})
  }

  // The answer is a file under a password: neither is kept, so it is made anew for who asks again.
  @Post()
  @Allow('case.export')
  @OwnTransactions()
  async make(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | Download> {
    const form = readForm(ExportForm, body)
    const again = async (errors: FieldErrors) =>
      pageOf(await this.exportCase.options(actor, id), form.values, errors)
    if (!form.ok) return again(form.errors)
    const { purpose, legalBasis, reference, aboutOthers, password = '', ...what } = form.value
    try {
      const made = await this.exportCase.run(actor, id, {
        ...what,
        purpose: purpose ?? null,
        legalBasis: legalBasis ?? null,
        reference: reference ?? null,
        aboutOthers: aboutOthers !== undefined,
        password,
      })
      return new Download(made.bytes, 'application/pdf', fileNameOf(made.id, 'pdf'))
    } catch (error) {
      if (!(error instanceof ExportUnfit)) throw error
      return again(error.fields)
    }
  }
}

const pageOf = (options: ExportOptions, values: Typed, errors: FieldErrors): Page =>
  page(ExportPage, { options, values, errors }, Object.keys(errors).length > 0 ? 422 : 200)
