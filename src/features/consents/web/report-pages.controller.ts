import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { asCaseId, type FieldErrors } from '../../cases/index.js'
import { ReportNotValid } from '../domain/consent.errors.js'
import { DutyReports } from '../use-cases/duty-reports.js'
import { NewReportPage } from './new-report.page.js'
import { AcknowledgedForm, MadeForm, ReportForm, reportOfForm } from './report.forms.js'
import { ReportPage } from './report.page.js'

const asReportId = asId('consent.report', 'duty-report')

/** What was typed, at which version, and what has to be mended. */
interface Returned {
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Reports that the law obliges to, on the pages of their case. */
@Controller('cases/:id/reports')
export class DutyReportPages {
  constructor(private readonly reports: DutyReports) {}

  @Get('new')
  @Allow('consent.report')
  ask(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    return this.form(actor, id, {}, {})
  }

  @Post('new')
  @Allow('consent.report')
  async write(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(ReportForm, body)
    if (!form.ok) return this.form(actor, id, form.values, form.errors)
    try {
      const written = await this.reports.write(actor, id, reportOfForm(form.value))
      return seeOther(
        `/cases/${id}/reports/${written.id}`,
        written.approval === 'pending' ? 'said.consents.waits' : 'said.reports-by-duty.written',
      )
    } catch (error) {
      if (!(error instanceof ReportNotValid)) throw error
      const errors = error.fields.map(({ field, problem }) => [
        field,
        `code.report-problem.${problem}`,
      ])
      return this.form(actor, id, form.values, Object.fromEntries(errors) as FieldErrors)
    }
  }

  @Get(':reportId')
  @Allow('consent.read')
  read(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
  ): Promise<Page> {
    return this.one(actor, id, reportId)
  }

  @Post(':reportId/made')
  @Allow('consent.report')
  async made(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(MadeForm, body)
    if (!form.ok) return this.one(actor, id, reportId, { ...form, version })
    await this.reports.made(actor, id, reportId, version, form.value.channel)
    return seeOther(`/cases/${id}/reports/${reportId}`, 'said.reports-by-duty.made')
  }

  @Post(':reportId/acknowledged')
  @Allow('consent.report')
  async acknowledged(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('reportId', asReportId) reportId: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(AcknowledgedForm, body)
    if (!form.ok) return this.one(actor, id, reportId, { ...form, version })
    const { acknowledgement } = form.value
    await this.reports.acknowledged(actor, id, reportId, version, acknowledgement)
    return seeOther(`/cases/${id}/reports/${reportId}`, 'said.reports-by-duty.acknowledged')
  }

  private async form(
    actor: WorkerActor,
    id: string,
    values: Typed,
    errors: FieldErrors,
  ): Promise<Page> {
    const frame = await this.reports.frame(actor, id)
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return page(NewReportPage, { frame, values, errors }, status)
  }

  private async one(
    actor: WorkerActor,
    id: string,
    reportId: string,
    { version, values = {}, errors = {} }: Partial<Returned> = {},
  ): Promise<Page> {
    const view = await this.reports.read(actor, id, reportId)
    const { caseId, caseNumber, safeContact, report } = view
    const frame = { caseId, number: caseNumber, safeContact }
    const seen = version ?? report.version
    const status = Object.keys(errors).length > 0 ? 422 : 200
    return page(ReportPage, { ...view, frame, version: seen, values, errors }, status)
  }
}
