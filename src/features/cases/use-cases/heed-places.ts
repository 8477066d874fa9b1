import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { fieldsOf, type Form, type FormErrors, type FormValues } from '../../forms/index.js'
import { PlaceUnclear, UnderstandPlaces } from '../../places/index.js'
import type { Intake } from '../domain/intake.js'
import { textIn } from '../domain/value-parts.js'

/** Names to choose from, by the code of the field that takes one. */
export type PlaceNames = Readonly<Record<string, readonly string[]>>

/** A checked form with its communes written out, or what of them is not clear. */
export type PlacesHeeded =
  | { readonly ok: true; readonly values: FormValues }
  | {
      readonly ok: false
      readonly errors: FormErrors
      /** What may have been meant. */
      readonly names: PlaceNames
    }

/**
 * Holds the communes that people write down against the official list. Where none was imported for a
 * province, a name stays as it was typed; so does one that stood there before and was not touched.
 */
@Injectable()
export class HeedPlaces {
  constructor(
    private readonly places: UnderstandPlaces,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Inside the open transaction. */
  async inForm(
    form: Form,
    values: FormValues,
    before: FormValues | undefined,
    today: LocalDate,
  ): Promise<PlacesHeeded> {
    const written: Record<string, string> = {}
    const errors: Record<string, string> = {}
    const names: Record<string, readonly string[]> = {}
    for (const { code, province, on } of communesIn(form)) {
      const name = textIn(values, code)
      const provinceCode = textIn(values, province)
      if (name === null || provinceCode === null) continue
      if (before?.[code] === name && before[province] === provinceCode) continue
      const day = on === undefined ? today : (textIn(values, on) ?? today)
      try {
        written[code] = await this.places.nameOf({ provinceCode, name, on: day })
      } catch (error) {
        if (!(error instanceof PlaceUnclear)) throw error
        errors[code] = error.code
        names[code] = error.names
      }
    }
    return Object.keys(errors).length === 0
      ? { ok: true, values: { ...values, ...written } }
      : { ok: false, errors, names }
  }

  /** Where a person lives, written out; inside the open transaction. @throws PlaceUnclear */
  async ofPerson(
    { provinceCode, commune }: Pick<Intake['person'], 'provinceCode' | 'commune'>,
    today: LocalDate,
  ): Promise<string | null> {
    if (provinceCode === null || commune === null) return commune
    return this.places.nameOf({ provinceCode, name: commune, on: today })
  }

  /** Is it clear where the person lives? Asked before the intake is complete. */
  async unclear(
    actor: WorkerActor,
    person: Pick<Intake['person'], 'provinceCode' | 'commune'>,
  ): Promise<PlaceUnclear | null> {
    try {
      await this.transactions.run(actor, () => this.ofPerson(person, this.today()))
      return null
    } catch (error) {
      if (error instanceof PlaceUnclear) return error
      throw error
    }
  }

  /** What a page offers for a province that was chosen; null while nothing was ever imported. */
  offered(actor: WorkerActor, provinceCode: string): Promise<readonly string[] | null> {
    return this.transactions.run(actor, async () => {
      if (!(await this.places.isAnyKnown())) return null
      return provinceCode === '' ? [] : this.places.names(provinceCode, this.today())
    })
  }

  /** The same for each field of a form that takes a commune; without a list for none. */
  async offeredIn(
    actor: WorkerActor,
    form: Form,
    provinceOf: (field: string) => string,
  ): Promise<PlaceNames> {
    const offers: Record<string, readonly string[]> = {}
    for (const { code, province } of communesIn(form)) {
      const names = await this.offered(actor, provinceOf(province))
      if (names !== null) offers[code] = names
    }
    return offers
  }

  private today(): LocalDate {
    return localTimeOf(this.clock.now()).date
  }
}

const communesIn = (
  form: Form,
): { readonly code: string; readonly province: string; readonly on?: string }[] =>
  fieldsOf(form).flatMap((field) =>
    field.kind === 'text' && field.commune !== undefined
      ? [{ code: field.code, ...field.commune }]
      : [],
  )
