import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { ChangeRisk } from '../use-cases/change-risk.js'
import { ListCases, type WorkListRow } from '../use-cases/list-cases.js'
import { OpenCase } from '../use-cases/open-case.js'
import { ReadCase, type CaseOverview } from '../use-cases/read-case.js'
import { asCaseId } from '../use-cases/case-id.js'
import {
  CaseDetailDto,
  CasesPageDto,
  CasesQuery,
  ChangeCaseDto,
  OpenedCaseDto,
  type CaseDto,
} from './case.dto.js'
import { intakeOfDto } from './intake-of-dto.js'
import { IntakeDto } from './intake.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases')
export class CasesApi {
  constructor(
    private readonly openCase: OpenCase,
    private readonly listCases: ListCases,
    private readonly readCase: ReadCase,
    private readonly changeRisk: ChangeRisk,
  ) {}

  @Post()
  @Allow('case.open')
  @ApiOperation({ summary: 'Take a person in' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: OpenedCaseDto })
  async open(@CurrentActor() actor: WorkerActor, @Body() dto: IntakeDto): Promise<Versioned> {
    const { id, number, version } = await this.openCase.run(actor, intakeOfDto(dto))
    return withEtag(version, { id, number } satisfies OpenedCaseDto)
  }

  @Get()
  @Allow('case.list')
  @ApiOperation({
    summary: 'Cases one leads, or of one’s unit; newest change first unless another order is asked',
  })
  @ApiOkResponse({ type: CasesPageDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() { scope, riskLevel, overdue, updatedSince, leadWorkerId, ...query }: CasesQuery,
  ): Promise<CasesPageDto> {
    const asked = {
      ...query,
      risk: riskLevel,
      overdue: overdue === 'true',
      since: updatedSince,
      ...(scope === 'unit' ? { leadWorkerId } : {}),
    }
    const { items, next } =
      scope === 'unit'
        ? await this.listCases.ofUnit(actor, asked)
        : await this.listCases.mine(actor, asked)
    return {
      items: items.map((row) => ({
        ...caseOf(row),
        step: row.step,
        nextDueAt: row.nextDueAt?.toISOString() ?? null,
      })),
      next,
    }
  }

  @Get(':id')
  @Allow('case.read')
  @ApiOperation({ summary: 'One case: codes, and what is to be offered' })
  @ApiOkResponse({ type: CaseDetailDto })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<Versioned> {
    const overview = await this.readCase.run(actor, id)
    return withEtag(overview.row.version, detailOf(overview))
  }

  @Patch(':id')
  @Allow('case.change')
  @ApiOperation({ summary: 'Change risk level or immediate danger' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: CaseDetailDto })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse()
  async change(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeCaseDto,
  ): Promise<Versioned> {
    await this.changeRisk.run(actor, id, version, change)
    return this.one(actor, id)
  }
}

type Codes = Pick<
  WorkListRow,
  | 'id'
  | 'number'
  | 'status'
  | 'riskLevel'
  | 'immediateDanger'
  | 'ageBand'
  | 'sex'
  | 'provinceCode'
  | 'commune'
  | 'openedAt'
  | 'updatedAt'
>

const caseOf = (row: Codes) =>
  ({
    id: row.id,
    number: row.number,
    status: row.status,
    riskLevel: row.riskLevel,
    immediateDanger: row.immediateDanger,
    ageBand: row.ageBand,
    sex: row.sex,
    provinceCode: row.provinceCode,
    commune: row.commune,
    openedAt: row.openedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }) satisfies CaseDto

const detailOf = ({ row, incidents, sectorsToOffer }: CaseOverview): CaseDetailDto => ({
  ...caseOf(row),
  unitId: row.unitId,
  leadWorkerId: row.leadWorkerId,
  language: row.language,
  incidentTypes: incidents.flatMap(({ type, otherTypes }) => [type, ...otherTypes]),
  sectorsToOffer: [...sectorsToOffer],
})
