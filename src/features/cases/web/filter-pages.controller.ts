import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { KeepFilters } from '../use-cases/keep-filters.js'
import { askedBy, listPath, queryOf } from '../use-cases/list-query.js'
import { FilterNameForm } from './filter-name.form.js'
import { FiltersPage, type FiltersView } from './filters.page.js'

/** Filters of the work list that somebody keeps. */
@Controller('cases/filters')
export class FilterPages {
  constructor(private readonly filters: KeepFilters) {}

  @Get()
  @Allow('case.list')
  async all(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(FiltersPage, await this.view(actor))
  }

  /** Keeps what the list is narrowed to; the fields are those of the list's own address. */
  @Post()
  @Allow('case.list')
  async add(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page | SeeOther> {
    const form = readForm(FilterNameForm, body)
    const asked = askedBy(form.values)
    const adding = { query: queryOf(asked), name: typedText(form.values, 'name') }
    const again = async (error: string | undefined): Promise<Page> =>
      page(FiltersPage, { ...(await this.view(actor)), adding: { ...adding, error } }, 422)
    if (!form.ok) return again(form.errors['name'])
    try {
      await this.filters.add(actor, form.value.name, adding.query)
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'conflict') return again(error.code)
      throw error
    }
    return seeOther(listPath({ ...asked, after: undefined }), 'said.cases.filter-kept')
  }

  @Post(':id/rename')
  @Allow('case.list')
  async rename(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.list', 'saved-filter')) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(FilterNameForm, body)
    if (!form.ok) {
      const typed = { id, name: typedText(form.values, 'name'), error: form.errors['name'] }
      return page(FiltersPage, { ...(await this.view(actor)), renaming: typed }, 422)
    }
    await this.filters.rename(actor, id, form.value.name)
    return seeOther('/cases/filters', 'said.cases.filter-renamed')
  }

  @Post(':id/remove')
  @Allow('case.list')
  async remove(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.list', 'saved-filter')) id: string,
  ): Promise<SeeOther> {
    await this.filters.remove(actor, id)
    return seeOther('/cases/filters', 'said.cases.filter-removed')
  }

  private async view(actor: WorkerActor): Promise<FiltersView> {
    const kept = await this.filters.all(actor)
    return {
      filters: kept.map(({ id, name, query }) => ({
        id,
        name,
        href: listPath(askedBy(query)),
      })),
    }
  }
}
