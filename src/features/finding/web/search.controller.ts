import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { readForm, typedText } from '../../../platform/web/form.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor, OnlyAsks } from '../../../platform/web/route-permissions.js'
import { SearchCases } from '../use-cases/search-cases.js'
import { SearchForm } from './search.form.js'
import { SearchPage } from './search.page.js'
import { foundRow } from './search.view.js'

/** Finding a case. What is typed is sent as a form: no name stands in an address. */
@Controller('cases/search')
export class SearchPages {
  constructor(private readonly searchCases: SearchCases) {}

  /** Also where one lands by changing the language of what was found. */
  @Get()
  @Allow('case.search')
  ask(): Page {
    return page(SearchPage, { typed: '', rows: null })
  }

  @Post()
  @HttpCode(200)
  @OnlyAsks()
  @Allow('case.search')
  async search(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page> {
    const form = readForm(SearchForm, body)
    const typed = typedText(form.values, 'q')
    if (!form.ok) return page(SearchPage, { typed, rows: null, error: form.errors['q'] }, 422)
    try {
      const { cases, isCut } = await this.searchCases.run(actor, form.value.q)
      return page(SearchPage, { typed, rows: cases.map(foundRow), isCut })
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'too-many') throw error
      return page(SearchPage, { typed, rows: null, error: error.code }, 429)
    }
  }
}
