import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import { IsOptional, Matches } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Stale } from '../../../platform/errors/stale.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { isSentence } from '../../../ui/translate.js'
import { PlacesUnfit, type NewPlaces } from '../domain/places.js'
import { TellPlaces } from '../use-cases/tell-places.js'
import { PlacesPage, type PlacesView } from './places.page.js'

const count = { message: 'directory.places.no-number' } as const

class PlacesForm {
  @IsOptional()
  @Matches(/^\d{1,4}$/, count)
  total?: string

  @IsOptional()
  @Matches(/^\d{1,4}$/, count)
  free?: string
}

// Both empty: the unit does not count its places. One alone says nothing.
const placesOf = ({ total, free }: PlacesForm): NewPlaces => {
  if (total === undefined && free === undefined) return null
  if (total === undefined || free === undefined) throw new PlacesUnfit()
  return { total: Number(total), free: Number(free) }
}

const asUnitId = asId('directory.tell-places', 'unit')

/** A supervisor tells the places of the own unit. */
@Controller('directory/:unitId/places')
export class PlacesPages {
  constructor(private readonly tellPlaces: TellPlaces) {}

  @Get()
  @Allow('directory.tell-places')
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('unitId', asUnitId) unitId: string,
  ): Promise<Page> {
    const unit = await this.tellPlaces.prepare(actor, unitId)
    const { places } = unit
    return page(PlacesPage, {
      unit,
      typed: { total: `${places?.total ?? ''}`, free: `${places?.free ?? ''}` },
      errors: {},
    })
  }

  @Post()
  @Allow('directory.tell-places')
  async tell(
    @CurrentActor() actor: WorkerActor,
    @Param('unitId', asUnitId) unitId: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Promise<Page | SeeOther> {
    const form = readForm(PlacesForm, body)
    if (!form.ok) return this.again(actor, unitId, form.values, sentencesOf(form.errors), 422)
    try {
      await this.tellPlaces.run(actor, unitId, version, placesOf(form.value))
    } catch (error) {
      if (error instanceof PlacesUnfit)
        return this.again(actor, unitId, form.values, { free: error.code }, 422)
      if (error instanceof Stale)
        return this.again(actor, unitId, form.values, { total: error.code }, 412)
      throw error
    }
    return seeOther(`/directory/${unitId}`, 'said.directory.places')
  }

  private async again(
    actor: WorkerActor,
    unitId: string,
    values: Typed,
    errors: PlacesView['errors'],
    status: number,
  ): Promise<Page> {
    const unit = await this.tellPlaces.prepare(actor, unitId)
    const typed = { total: typedText(values, 'total'), free: typedText(values, 'free') }
    return page(PlacesPage, { unit, typed, errors }, status)
  }
}

const sentencesOf = (errors: Readonly<Record<string, string>>): PlacesView['errors'] =>
  Object.fromEntries(Object.entries(errors).filter(([, code]) => isSentence(code)))
