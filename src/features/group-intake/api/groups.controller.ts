import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import type { PersonOfList } from '../domain/person-row.js'
import { ReadGroups, type GroupSummary } from '../use-cases/read-groups.js'
import { TakeInPeople } from '../use-cases/take-in-people.js'
import {
  AddPeopleDto,
  GroupDto,
  GroupsPageDto,
  GroupsQuery,
  OpenGroupDto,
  PeopleTakenInDto,
  type GroupPersonDto,
  type GroupSummaryDto,
} from './group.dto.js'

const asGroupId = asId('group.read', 'group')

/** People who came together, each with a case of their own. */
@ApiTags('groups')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/groups')
export class GroupsApi {
  constructor(
    private readonly groups: ReadGroups,
    private readonly taking: TakeInPeople,
  ) {}

  @Get()
  @Allow('group.read')
  @ApiOperation({ summary: 'Groups the caller may know of, the last opened first' })
  @ApiOkResponse({ type: GroupsPageDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() query: GroupsQuery,
  ): Promise<GroupsPageDto> {
    const { items, next } = await this.groups.list(actor, query)
    return { items: items.map(summaryOf), next }
  }

  @Get(':id')
  @Allow('group.read')
  @ApiOperation({ summary: 'A group and the cases in it that the caller sees' })
  @ApiOkResponse({ type: GroupDto })
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asGroupId) id: string,
    @Query() query: GroupsQuery,
  ): Promise<GroupDto> {
    const { group, place, counts, cases } = await this.groups.one(actor, id, query)
    return Object.assign(summaryOf(group), {
      place,
      seen: counts.seen,
      cases: cases.items.map(({ id: caseId, number, leadName, status, riskLevel }) => ({
        id: caseId,
        number,
        leadName,
        status,
        riskLevel,
      })),
      next: cases.next,
    })
  }

  @Post()
  @Allow('group.open')
  @ApiOperation({ summary: 'Opens a case for each person of a new group: for all or for none' })
  @ApiCreatedResponse({ type: PeopleTakenInDto })
  open(
    @CurrentActor() actor: WorkerActor,
    @Body() { people, risk, leads, event }: OpenGroupDto,
  ): Promise<PeopleTakenInDto> {
    return this.taking.run(actor, {
      people: people.map(personOf),
      facts: { risk, leads },
      into: {
        event: {
          incidentType: event.incidentType,
          receivedOn: event.receivedOn,
          identification: event.identification,
          country: event.country ?? null,
          place: event.place ?? null,
          provinceCode: event.provinceCode ?? null,
        },
      },
    })
  }

  @Post(':id/people')
  @Allow('group.open')
  @ApiOperation({ summary: 'Adds people; who is in the group already is left out' })
  @ApiCreatedResponse({ type: PeopleTakenInDto })
  add(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asGroupId) id: string,
    @Body() { people, risk, leads }: AddPeopleDto,
  ): Promise<PeopleTakenInDto> {
    return this.taking.run(actor, {
      people: people.map(personOf),
      facts: { risk, leads },
      into: { groupId: id },
    })
  }
}

const personOf = (dto: GroupPersonDto): PersonOfList => ({
  name: dto.name,
  birthDate: dto.birthDate ?? null,
  statedAge: dto.birthDate === undefined ? (dto.statedAge ?? null) : null,
  sex: dto.sex ?? 'unknown',
  document: dto.document ?? null,
  phone: dto.phone ?? null,
  address: dto.address ?? null,
  commune: dto.commune ?? null,
  provinceCode: dto.provinceCode ?? null,
  language: dto.language ?? 'vi',
  note: dto.note ?? null,
})

const summaryOf = (group: GroupSummary): GroupSummaryDto => ({
  id: group.id,
  number: group.number,
  incidentType: group.incidentType,
  country: group.country,
  receivedOn: group.receivedOn,
  provinceCode: group.provinceCode,
  identification: group.identification,
  people: group.people,
  openedAt: group.openedAt.toISOString(),
})
