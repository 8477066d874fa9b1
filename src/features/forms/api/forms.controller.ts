import { Body, Controller, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { AdditionUnfit } from '../domain/forms.errors.js'
import { jsonSchemaOf } from '../domain/json-schema.js'
import { ExtendForms } from '../use-cases/extend-forms.js'
import { ReadForms } from '../use-cases/read-forms.js'
import { AddedCodeDto, FormListDto, NewFieldDto, NewValueDto, RetireDto } from './form.dto.js'

@ApiTags('forms')
@ApiBearerAuth()
@Controller('api/v1/forms')
export class FormsApi {
  constructor(
    private readonly forms: ReadForms,
    private readonly extend: ExtendForms,
  ) {}

  @Get()
  @Allow('form.read')
  @ApiOperation({ summary: 'The forms in use' })
  @ApiOkResponse({ type: FormListDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Req() { locale }: FastifyRequest,
  ): Promise<FormListDto> {
    const forms = await this.forms.all(actor)
    return {
      items: forms.map(({ code, section, title, many, version }) => ({
        code,
        section,
        title: title[locale],
        many,
        version,
      })),
    }
  }

  @Get(':code')
  @Allow('form.read')
  @ApiOperation({ summary: 'The JSON Schema (2020-12) of the values of a form' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @ApiNotFoundResponse()
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('code') code: string,
    @Req() { locale }: FastifyRequest,
  ): Promise<object> {
    return jsonSchemaOf(await this.forms.one(actor, code), locale)
  }

  @Post(':code/fields')
  @Allow('form.extend')
  @ApiOperation({ summary: 'Add a field to a form of this installation' })
  @ApiCreatedResponse({ type: AddedCodeDto })
  @ApiNotFoundResponse()
  async addField(
    @CurrentActor() actor: WorkerActor,
    @Param('code') code: string,
    @Body() field: NewFieldDto,
  ): Promise<AddedCodeDto> {
    return fitting(() =>
      this.extend.addField(actor, code, {
        code: field.code,
        kind: field.kind,
        list: field.list ?? null,
        label: field.label,
        hint: field.hint ?? null,
        isToComplete: field.toComplete === true,
      }),
    )
  }

  @Put(':code/fields/:field/retired')
  @HttpCode(204)
  @Allow('form.extend')
  @ApiOperation({ summary: 'Ask a field that was added no longer, or again' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async retireField(
    @CurrentActor() actor: WorkerActor,
    @Param('code') code: string,
    @Param('field') field: string,
    @Body() { retired }: RetireDto,
  ): Promise<void> {
    await this.extend.retireField(actor, code, field, retired)
  }

  @Post(':code/lists/:list/values')
  @Allow('form.extend')
  @ApiOperation({ summary: 'Add a value to a code list' })
  @ApiCreatedResponse({ type: AddedCodeDto })
  @ApiNotFoundResponse()
  async addValue(
    @CurrentActor() actor: WorkerActor,
    @Param('code') code: string,
    @Param('list') list: string,
    @Body() value: NewValueDto,
  ): Promise<AddedCodeDto> {
    return fitting(() => this.extend.addValue(actor, code, list, value))
  }

  @Put(':code/lists/:list/values/:value/retired')
  @HttpCode(204)
  @Allow('form.extend')
  @ApiOperation({ summary: 'Offer a value that was added no longer, or again' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async retireValue(
    @CurrentActor() actor: WorkerActor,
    @Param('code') _code: string,
    @Param('list') list: string,
    @Param('value') value: string,
    @Body() { retired }: RetireDto,
  ): Promise<void> {
    await this.extend.retireValue(actor, list, value, retired)
  }
}

const fitting = async (work: () => Promise<string>): Promise<AddedCodeDto> => {
  try {
    return { code: await work() }
  } catch (error) {
    if (!(error instanceof AdditionUnfit)) throw error
    throw new InvalidInput(
      Object.entries(error.errors).map(([name, code]) => ({
        pointer: `/${name.replace('-', '/')}`,
        code,
      })),
    )
  }
}
