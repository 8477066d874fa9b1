import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { mayEver } from '../../../platform/access/decide.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { fileIn, TakesFiles } from '../../../platform/web/upload.js'
import { translate } from '../../../ui/translate.js'
import { isLocale } from '../../../platform/i18n/index.js'
import { provinceOn } from '../../directory/index.js'
import { personFields } from '../domain/columns.js'
import { spreadsheetOf } from '../domain/spreadsheet-cell.js'
import { ReadGroups, type OneGroup } from '../use-cases/read-groups.js'
import { WaitingLists } from '../use-cases/waiting-lists.js'
import type { GroupFactsView } from './group-fact-rows.js'
import { GroupPage } from './group.page.js'
import { groupTrouble } from './group-trouble.js'
import { GroupsPage } from './groups.page.js'
import { SendListPage } from './send-list.page.js'
import { sendSpreadsheet } from './send-spreadsheet.js'

const asGroupId = asId('group.read', 'group')

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** Groups: their list, one of them, and a list of people to begin with. */
@Controller('groups')
export class GroupPages {
  constructor(
    private readonly groups: ReadGroups,
    private readonly lists: WaitingLists,
  ) {}

  @Get()
  @Allow('group.read')
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const after = textOf(query['after'])
    const mayOpen = mayEver(actor, 'group.open')
    const { items, next } = await this.groups.list(actor, { after })
    return page(GroupsPage, {
      groups: items,
      waiting: mayOpen && after === undefined ? await this.lists.mine(actor) : [],
      mayOpen,
      firstHref: after === undefined ? undefined : '/groups',
      nextHref: next === null ? undefined : `/groups?after=${next}`,
    })
  }

  @Get('new')
  @Allow('group.open')
  begin(): Page {
    return page(SendListPage, { group: null, errors: {} })
  }

  @Post('new')
  @Allow('group.open')
  @TakesFiles()
  async send(@CurrentActor() actor: WorkerActor, @Body() body: unknown): Promise<Page | SeeOther> {
    try {
      const id = await this.lists.send(actor, fileIn(body, 'file'), null)
      return seeOther(`/groups/lists/${id}/columns`)
    } catch (error) {
      return page(SendListPage, { group: null, errors: groupTrouble(error, 'file') }, 422)
    }
  }

  /** An empty list to fill in. */
  @Get('template/:locale')
  @Allow('group.open')
  template(
    @Param('locale') asked: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const locale = isLocale(asked) ? asked : request.locale
    const t = translate(locale)
    sendSpreadsheet(reply, `ben-an-${locale}.csv`)
    return spreadsheetOf([personFields.map((field) => t(`groups.field.${field}`))])
  }

  @Get(':id')
  @Allow('group.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asGroupId) id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const after = textOf(query['after'])
    const view = await this.groups.one(actor, id, { after })
    const { next } = view.cases
    return page(GroupPage, {
      ...view,
      event: eventView(view),
      firstHref: after === undefined ? undefined : `/groups/${id}`,
      nextHref: next === null ? undefined : `/groups/${id}?after=${next}`,
    })
  }

  @Get(':id/more')
  @Allow('group.open')
  async more(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asGroupId) id: string,
  ): Promise<Page> {
    const { group } = await this.groups.one(actor, id, { limit: 1 })
    return page(SendListPage, { group, errors: {} })
  }

  @Post(':id/more')
  @Allow('group.open')
  @TakesFiles()
  async sendMore(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asGroupId) id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { group } = await this.groups.one(actor, id, { limit: 1 })
    try {
      const listId = await this.lists.send(actor, fileIn(body, 'file'), id)
      return seeOther(`/groups/lists/${listId}/columns`)
    } catch (error) {
      return page(SendListPage, { group, errors: groupTrouble(error, 'file') }, 422)
    }
  }
}

const eventView = ({ group, place }: OneGroup): GroupFactsView => ({
  ...group,
  place,
  provinceName:
    group.provinceCode === null
      ? null
      : (provinceOn(group.provinceCode, localTimeOf(group.openedAt).date)?.name ?? null),
})
