import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { asId } from '../../../platform/web/as-id.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { MergeCases } from '../use-cases/merge-cases.js'
import { MergePage, type MergePageView } from './merge.page.js'

const asCaseId = asId('case.merge', 'case')

/** Joining two cases of one person. */
@Controller('cases/:id/merge')
export class MergePages {
  constructor(private readonly merging: MergeCases) {}

  @Get()
  @Allow('case.merge')
  async show(@CurrentActor() actor: WorkerActor, @Param('id', asCaseId) id: string): Promise<Page> {
    const view = await this.merging.read(actor, id)
    return mergePage({ view, comparison: null, other: '', main: '', errors: {} })
  }

  /** Names the other case, looks at both, and joins them. */
  @Post()
  @Allow('case.merge')
  async next(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: Typed,
  ): Promise<Page | SeeOther> {
    const other = typedText(body, 'other').trim()
    const main = typedText(body, 'main')
    try {
      if (typedText(body, 'step') === 'merge' && main !== '') {
        await this.merging.run(actor, id, other, main)
        return seeOther(`/cases/${main}`, 'said.merging.merged')
      }
      const comparison = await this.merging.compare(actor, id, other)
      const errors: FieldErrors =
        typedText(body, 'step') === 'merge' ? { main: 'merging.main.missing' } : {}
      return mergePage({ view: comparison, comparison, other, main, errors })
    } catch (error) {
      const view = await this.merging.read(actor, id)
      const errors = troubleAt('other', error)
      return mergePage({ view, comparison: null, other, main, errors })
    }
  }

  @Post(':mergeId/undo')
  @Allow('case.merge')
  async undo(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('mergeId', asId('case.merge', 'case-merge')) mergeId: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.merging.undo(actor, id, mergeId, version)
    return seeOther(`/cases/${id}`, 'said.merging.undone')
  }
}

const mergePage = (view: MergePageView): Page =>
  page(MergePage, view, Object.keys(view.errors).length > 0 ? 422 : 200)

const troubleAt = (field: string, error: unknown): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [field]: error.code }
  throw error
}
