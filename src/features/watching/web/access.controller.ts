import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { isSection } from '../../../platform/access/sections.js'
import { readForm } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { asCaseId } from '../../cases/index.js'
import { ReadAccess } from '../use-cases/read-access.js'
import { WatchSections } from '../use-cases/watch-sections.js'
import { WatchForm } from './access.form.js'
import { AccessPage } from './access.page.js'

const entriesAPage = 50

/** Who has been in a case. */
@Controller('cases/:id/access')
export class AccessPages {
  constructor(
    private readonly reading: ReadAccess,
    private readonly watch: WatchSections,
  ) {}

  @Get()
  @Allow('case.trail')
  async log(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const { section, after } = query
    const asked = {
      changesOnly: query['kind'] === 'changes',
      section: typeof section === 'string' && isSection(section) ? section : null,
    }
    const access = await this.reading.run(actor, id, {
      ...asked,
      after: typeof after === 'string' && after !== '' ? after : undefined,
      limit: entriesAPage,
    })
    return page(AccessPage, { access, asked, isFirst: after === undefined })
  }

  @Post('watch')
  @Allow('case.watch')
  async choose(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const form = readForm(WatchForm, body)
    // Only boxes of our own can be ticked.
    if (!form.ok) throw new InvalidInput([{ pointer: '/sections', code: 'error.field.isIn' }])
    await this.watch.run(actor, id, form.value.sections)
    return seeOther(`/cases/${id}/access`, 'said.watching.chosen')
  }
}
