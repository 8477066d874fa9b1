import { Injectable } from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
import { FormAdditionRows } from '../data/form-addition-rows.js'
import { withAdditions } from '../domain/additions.js'
import { listsOf } from '../domain/fields.js'
import type { Form } from '../domain/form.js'
import { ShippedForms } from './shipped-forms.js'

/**
 * The forms as they are in use: those shipped, with what the people who run this installation added.
 * Kept in memory; each question looks, inside the open transaction, whether anything was added since,
 * so that a change made elsewhere holds here from the next request on.
 */
@Injectable()
export class FormsInUse {
  private found: readonly ShippedForms[] | undefined
  private kept: { readonly version: number; readonly forms: readonly Form[] } | undefined

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly rows: FormAdditionRows,
  ) {}

  /** All forms, in the order of their sections. @throws outside `Transactions.run` */
  async all(): Promise<readonly Form[]> {
    const version = await this.rows.version()
    if (this.kept?.version === version) return this.kept.forms
    const additions = await this.rows.all()
    const shipped = this.shipped()
    const lists = shipped.flatMap(listsOf)
    const forms = shipped.map((form) => withAdditions(form, additions, lists))
    this.kept = { version: additions.version, forms }
    return forms
  }

  /** The form of this code, or undefined. @throws outside `Transactions.run` */
  async one(code: string): Promise<Form | undefined> {
    return (await this.all()).find((form) => form.code === code)
  }

  /** May values be added to this code list? */
  isOpen(listCode: string): boolean {
    return !this.sources().some(({ closedLists }) => closedLists.includes(listCode))
  }

  private shipped(): readonly Form[] {
    return this.sources().flatMap(({ forms }) => forms)
  }

  private sources(): readonly ShippedForms[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof ShippedForms))
  }
}
