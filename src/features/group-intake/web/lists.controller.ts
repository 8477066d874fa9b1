import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { translate } from '../../../ui/translate.js'
import type { FieldErrors } from '../../cases/index.js'
import { provinceOn, provincesOn } from '../../directory/index.js'
import { personFields, type PersonField } from '../domain/columns.js'
import { mostColumns } from '../domain/people-table.js'
import { spreadsheetOf } from '../domain/spreadsheet-cell.js'
import { GroupColleagues } from '../use-cases/group-colleagues.js'
import { WaitingLists, type WaitingList } from '../use-cases/waiting-lists.js'
import { CheckListPage } from './check.page.js'
import { ColumnsPage } from './columns.page.js'
import { DonePage } from './done.page.js'
import { factsOfForm, GroupFactsForm, ListFactsForm } from './facts.form.js'
import { FactsPage } from './facts.page.js'
import { groupTrouble } from './group-trouble.js'
import { problemSentence } from './problem-words.js'
import { RowsPage } from './rows.page.js'
import { sendSpreadsheet } from './send-spreadsheet.js'

const asListId = asId('group.open', 'group-list')

type Answer = Promise<Page | SeeOther>

const pathOf = (id: string, step: string): string => `/groups/lists/${id}/${step}`

/** From a list to cases, step by step. */
@Controller('groups/lists/:id')
export class GroupListPages {
  constructor(
    private readonly lists: WaitingLists,
    private readonly colleagues: GroupColleagues,
    private readonly clock: Clock,
  ) {}

  /** Where it was left. */
  @Get()
  @Allow('group.open')
  async goOn(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
  ): Promise<SeeOther> {
    const { step } = await this.lists.read(actor, id)
    return seeOther(pathOf(id, step === 'left-over' ? 'done' : step))
  }

  @Get('columns')
  @Allow('group.open')
  async columns(@CurrentActor() actor: WorkerActor, @Param('id', asListId) id: string): Answer {
    const list = await this.lists.read(actor, id)
    if (list.done !== null) return seeOther(pathOf(id, 'done'))
    const fieldAt = (at: number) => personFields.find((field) => list.columns[field] === at) ?? null
    return columnsPage(list, list.version, fieldAt)
  }

  @Post('columns')
  @Allow('group.open')
  async nameColumns(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const fields = Array.from({ length: mostColumns }, (_, at): PersonField | null => {
      const typed = typedText(body, `column-${at}`)
      return personFields.find((field) => field === typed) ?? null
    })
    try {
      await this.lists.nameColumns(actor, id, version, fields)
    } catch (error) {
      const list = await this.lists.read(actor, id)
      const place = fields.findIndex((field, at) => field !== null && fields.indexOf(field) !== at)
      const errors = groupTrouble(error, `column-${place === -1 ? 0 : place}`)
      return columnsPage(list, version, (at) => fields[at] ?? null, errors)
    }
    return seeOther(pathOf(id, 'rows'))
  }

  @Get('rows')
  @Allow('group.open')
  async rows(@CurrentActor() actor: WorkerActor, @Param('id', asListId) id: string): Answer {
    const { outcome, done, columns } = await this.lists.read(actor, id)
    if (done !== null) return seeOther(pathOf(id, 'done'))
    if (columns.name === undefined) return seeOther(pathOf(id, 'columns'))
    return page(RowsPage, { listId: id, outcome })
  }

  @Get('facts')
  @Allow('group.open')
  async facts(@CurrentActor() actor: WorkerActor, @Param('id', asListId) id: string): Answer {
    const list = await this.lists.read(actor, id)
    if (list.done !== null) return seeOther(pathOf(id, 'done'))
    return this.factsPage(actor, list, list.version, valuesOf(list, actor))
  }

  @Post('facts')
  @Allow('group.open')
  async giveFacts(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
    @FormVersion() version: number,
    @Body() body: unknown,
  ): Answer {
    const list = await this.lists.read(actor, id)
    const form =
      list.group === null ? readForm(GroupFactsForm, body) : readForm(ListFactsForm, body)
    const again = (errors: FieldErrors) => this.factsPage(actor, list, version, form.values, errors)
    if (!form.ok) return again(form.errors)
    const given = factsOfForm(form.value, localTimeOf(this.clock.now()).date)
    if (!given.ok) return again(given.errors)
    try {
      await this.lists.giveFacts(actor, id, version, given)
    } catch (error) {
      return again(groupTrouble(error, 'risk'))
    }
    return seeOther(pathOf(id, 'check'))
  }

  @Get('check')
  @Allow('group.open')
  async check(@CurrentActor() actor: WorkerActor, @Param('id', asListId) id: string): Answer {
    const list = await this.lists.read(actor, id)
    return this.checkPage(actor, list, list.version)
  }

  @Post('import')
  @Allow('group.open')
  async import(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
    @FormVersion() version: number,
  ): Answer {
    try {
      await this.lists.import(actor, id, version)
    } catch (error) {
      const errors = groupTrouble(error, 'form')
      return this.checkPage(actor, await this.lists.read(actor, id), version, errors)
    }
    return seeOther(pathOf(id, 'done'), 'said.groups.taken-in')
  }

  @Get('done')
  @Allow('group.open')
  async done(@CurrentActor() actor: WorkerActor, @Param('id', asListId) id: string): Answer {
    const { step, done, outcome } = await this.lists.read(actor, id)
    if (done === null) return seeOther(pathOf(id, step))
    return page(DonePage, { listId: id, ...done, outcome })
  }

  /** What could not be understood, as it came, with what to mend in a column of its own. */
  @Get('to-mend')
  @Allow('group.open')
  async toMend(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { header, rows, outcome } = await this.lists.rowsToMend(actor, id)
    const t = translate(request.locale)
    const problemsOf = (line: number): string =>
      outcome.rows
        .flatMap((row) => (row.kind === 'wrong' && row.line === line ? row.problems : []))
        .map((problem) => problemSentence(t, line, problem))
        .join('; ')
    sendSpreadsheet(reply, 'ben-an.csv')
    return spreadsheetOf([
      [...header, t('groups.mend.column')],
      ...rows.map(({ line, cells }) => [...cells, problemsOf(line)]),
    ])
  }

  @Post('drop')
  @Allow('group.open')
  async drop(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asListId) id: string,
  ): Promise<SeeOther> {
    await this.lists.drop(actor, id)
    return seeOther('/groups', 'said.groups.dropped')
  }

  private async factsPage(
    actor: WorkerActor,
    { id, group }: WaitingList,
    version: number,
    values: Typed,
    errors: FieldErrors = {},
  ): Promise<Page> {
    const view = {
      listId: id,
      version,
      group,
      provinces: provincesOn(localTimeOf(this.clock.now()).date),
      colleagues: await this.colleagues.run(actor),
      values,
      errors,
    }
    return page(FactsPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }

  private async checkPage(
    actor: WorkerActor,
    list: WaitingList,
    version: number,
    errors: FieldErrors = {},
  ): Answer {
    const { id, done, facts, group, outcome } = list
    if (done !== null) return seeOther(pathOf(id, 'done'))
    const event = list.event ?? (group === null ? null : { ...group, place: null })
    if (facts === null || event === null) return seeOther(pathOf(id, 'facts'))
    if (outcome.people.length === 0) return seeOther(pathOf(id, 'rows'))
    const colleagues = await this.colleagues.run(actor)
    const today = localTimeOf(this.clock.now()).date
    const view = {
      listId: id,
      version,
      outcome,
      event: {
        ...event,
        provinceName:
          event.provinceCode === null
            ? null
            : (provinceOn(event.provinceCode, today)?.name ?? null),
      },
      groupNumber: group?.number ?? null,
      risk: facts.risk,
      leads: facts.leads.flatMap(
        (lead) => colleagues.find((one) => one.id === lead)?.displayName ?? [],
      ),
      errors,
    }
    return page(CheckListPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}

const columnsPage = (
  { id, table }: WaitingList,
  version: number,
  fieldAt: (at: number) => PersonField | null,
  errors: FieldErrors = {},
): Page =>
  page(
    ColumnsPage,
    {
      listId: id,
      version,
      columns: table.header.map((heading, at) => ({
        heading: heading.slice(0, 60),
        examples: table.rows
          .map(({ cells }) => cells[at] ?? '')
          .filter((cell) => cell !== '')
          .slice(0, 3)
          .map((cell) => cell.slice(0, 40)),
        field: fieldAt(at),
      })),
      errors,
    },
    Object.keys(errors).length > 0 ? 422 : 200,
  )

// As it was typed before; at first what is most often so.
const valuesOf = ({ event, facts }: WaitingList, { workerId }: WorkerActor): Typed => {
  const [year = '', month = '', day = ''] = event?.receivedOn.split('-') ?? []
  return {
    incidentType: event?.incidentType ?? '',
    country: event?.country ?? '',
    'receivedOn-day': day,
    'receivedOn-month': month,
    'receivedOn-year': year,
    place: event?.place ?? '',
    province: event?.provinceCode ?? '',
    identification: event?.identification ?? 'presumed',
    risk: facts?.risk ?? '',
    leads: facts?.leads ?? [workerId],
  }
}
