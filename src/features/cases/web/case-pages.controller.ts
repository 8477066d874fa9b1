import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { mayEver } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { ChangeRisk } from '../use-cases/change-risk.js'
import { KeepFilters } from '../use-cases/keep-filters.js'
import { ListCases } from '../use-cases/list-cases.js'
import { ReadCase, type CaseOverview } from '../use-cases/read-case.js'
import { ReadSections } from '../use-cases/read-sections.js'
import { asCaseId } from '../use-cases/case-id.js'
import { askedBy, listPath, type CaseListQuery } from '../use-cases/list-query.js'
import { caseListView } from './case-list.view.js'
import { CasePage } from './case.page.js'
import { caseView } from './case.view.js'
import { CasesPage } from './cases.page.js'
import type { FieldErrors } from './complaints.js'
import { RiskForm } from './risk.form.js'
import { RiskFormPage } from './risk-form.page.js'

/** The work list, and a case at a glance. */
@Controller('cases')
export class CasePages {
  constructor(
    private readonly listCases: ListCases,
    private readonly filters: KeepFilters,
    private readonly readCase: ReadCase,
    private readonly readSections: ReadSections,
    private readonly changeRisk: ChangeRisk,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('case.list')
  async list(@CurrentActor() actor: WorkerActor, @Query() query: CaseListQuery): Promise<Page> {
    const asked = askedBy(query)
    const { filter, sort, after, size } = asked
    const narrowed = { ...filter, sort, after, limit: size }
    const isOfUnit = asked.scope === 'unit'
    const slice = isOfUnit
      ? await this.listCases.ofUnit(actor, narrowed)
      : await this.listCases.mine(actor, narrowed)
    const saved = await this.filters.all(actor)
    return page(
      CasesPage,
      caseListView(
        asked,
        slice,
        {
          mayOpen: mayEver(actor, 'case.open'),
          maySeeUnit: hasRole(actor, 'supervisor'),
          colleagues: isOfUnit ? await this.listCases.colleagues(actor) : [],
          saved: saved.map(({ name, query }) => ({ name, href: listPath(askedBy(query)) })),
        },
        this.clock.now(),
      ),
    )
  }

  @Get(':id')
  @Allow('case.read')
  async one(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    return page(CasePage, caseView(await this.readCase.run(actor, id), this.clock.now()))
  }

  /** Shows the name: a POST, because asking leaves a trace of its own. */
  @Post(':id/name')
  @Allow('section.read')
  async name(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const name = await this.readSections.name(actor, id)
    return page(CasePage, caseView(await this.readCase.run(actor, id), this.clock.now(), name))
  }

  /** Where one lands by changing the language of a page that shows the name: it is masked again. */
  @Get(':id/name')
  @Allow('case.read')
  masked(@Param('id', asCaseId) id: string): SeeOther {
    return seeOther(`/cases/${id}`)
  }

  @Get(':id/risk')
  @Allow('case.change')
  async risk(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const overview = await this.readCase.toChange(actor, id)
    const { riskLevel, immediateDanger, version } = overview.row
    const values = { riskLevel, immediateDanger: immediateDanger ? 'yes' : 'no' }
    return this.riskForm(overview, version, values)
  }

  @Post(':id/risk')
  @Allow('case.change')
  async changeRiskOf(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(RiskForm, body)
    const again = async (errors: FieldErrors) =>
      this.riskForm(await this.readCase.toChange(actor, id), version, form.values, errors)
    if (!form.ok) return again(form.errors)
    const { riskLevel, immediateDanger } = form.value
    try {
      await this.changeRisk.run(actor, id, version, {
        riskLevel,
        immediateDanger: immediateDanger === 'yes',
      })
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') {
        return again({ riskLevel: error.code })
      }
      throw error
    }
    return seeOther(`/cases/${id}`, 'said.cases.risk-changed')
  }

  private riskForm(
    { row, safeContact }: CaseOverview,
    version: number,
    values: Typed,
    errors: FieldErrors = {},
  ): Page {
    const frame = { caseId: row.id, number: row.number, safeContact }
    const hasErrors = Object.keys(errors).length > 0
    return page(RiskFormPage, { frame, version, values, errors }, hasErrors ? 422 : 200)
  }
}
