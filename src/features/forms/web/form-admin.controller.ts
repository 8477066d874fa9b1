import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { AdditionUnfit } from '../domain/forms.errors.js'
import { listsOf } from '../domain/fields.js'
import { ExtendForms } from '../use-cases/extend-forms.js'
import { FieldForm, hintOf, labelOf, ValueForm } from './addition.form.js'
import { AddFieldPage, AddValuePage, FormAdminPage, FormsAdminPage } from './form-admin.page.js'

const here = '/admin/forms'

type Errors = Readonly<Record<string, string>>

/** What this installation adds to its forms. */
@Controller('admin/forms')
export class FormAdminPages {
  constructor(private readonly extend: ExtendForms) {}

  @Get()
  @Allow('form.extend')
  async all(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(FormsAdminPage, { forms: await this.extend.list(actor) })
  }

  @Get(':form')
  @Allow('form.extend')
  async one(@CurrentActor() actor: WorkerActor, @Param('form') code: string): Promise<Page> {
    return page(FormAdminPage, await this.extend.one(actor, code))
  }

  @Get(':form/field')
  @Allow('form.extend')
  toAddField(@CurrentActor() actor: WorkerActor, @Param('form') code: string): Promise<Page> {
    return this.fieldPage(actor, code)
  }

  @Post(':form/field')
  @Allow('form.extend')
  async addField(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(FieldForm, body)
    if (!form.ok) return this.fieldPage(actor, code, form.values, form.errors)
    const { value } = form
    const errors = await unfit(() =>
      this.extend.addField(actor, code, {
        code: value.code ?? '',
        kind: value.kind,
        list: value.list ?? null,
        label: labelOf(value),
        hint: hintOf(value),
        isToComplete: value.toComplete === 'yes',
      }),
    )
    if (errors !== null) return this.fieldPage(actor, code, form.values, errors)
    return seeOther(`${here}/${code}`, 'said.forms.added')
  }

  @Post(':form/field/:field/retire')
  @Allow('form.extend')
  retireField(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('field') field: string,
  ): Promise<SeeOther> {
    return this.setField(actor, code, field, true)
  }

  @Post(':form/field/:field/restore')
  @Allow('form.extend')
  restoreField(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('field') field: string,
  ): Promise<SeeOther> {
    return this.setField(actor, code, field, false)
  }

  @Get(':form/list/:list')
  @Allow('form.extend')
  toAddValue(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('list') list: string,
  ): Promise<Page> {
    return this.valuePage(actor, code, list)
  }

  @Post(':form/list/:list')
  @Allow('form.extend')
  async addValue(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('list') list: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const form = readForm(ValueForm, body)
    if (!form.ok) return this.valuePage(actor, code, list, form.values, form.errors)
    const { value } = form
    const errors = await unfit(() =>
      this.extend.addValue(actor, code, list, { code: value.code ?? '', label: labelOf(value) }),
    )
    if (errors !== null) return this.valuePage(actor, code, list, form.values, errors)
    return seeOther(`${here}/${code}`, 'said.forms.added')
  }

  @Post(':form/list/:list/:value/retire')
  @Allow('form.extend')
  async retireValue(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('list') list: string,
    @Param('value') value: string,
  ): Promise<SeeOther> {
    await this.extend.retireValue(actor, list, value, true)
    return seeOther(`${here}/${code}`, 'said.forms.retired')
  }

  @Post(':form/list/:list/:value/restore')
  @Allow('form.extend')
  async restoreValue(
    @CurrentActor() actor: WorkerActor,
    @Param('form') code: string,
    @Param('list') list: string,
    @Param('value') value: string,
  ): Promise<SeeOther> {
    await this.extend.retireValue(actor, list, value, false)
    return seeOther(`${here}/${code}`, 'said.forms.restored')
  }

  private async setField(
    actor: WorkerActor,
    code: string,
    field: string,
    isRetired: boolean,
  ): Promise<SeeOther> {
    await this.extend.retireField(actor, code, field, isRetired)
    return seeOther(`${here}/${code}`, isRetired ? 'said.forms.retired' : 'said.forms.restored')
  }

  private async fieldPage(
    actor: WorkerActor,
    code: string,
    values: Typed = {},
    errors: Errors = {},
  ): Promise<Page> {
    const [{ form }, forms] = [await this.extend.one(actor, code), await this.extend.list(actor)]
    const lists = [...new Set(forms.flatMap(listsOf).map((list) => list.code))]
    return page(AddFieldPage, { form, forms, lists, values, errors }, statusOf(errors))
  }

  private async valuePage(
    actor: WorkerActor,
    code: string,
    listCode: string,
    values: Typed = {},
    errors: Errors = {},
  ): Promise<Page> {
    const { form, lists } = await this.extend.one(actor, code)
    const found = lists.find(({ list, isOpen }) => isOpen && list.code === listCode)
    if (found === undefined) throw new NotFound('form.extend', 'form', code)
    return page(AddValuePage, { form, list: found.list, values, errors }, statusOf(errors))
  }
}

const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200)

/** What does not fit, by field; null where all of it did. */
const unfit = async (work: () => Promise<unknown>): Promise<Errors | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof AdditionUnfit) return error.errors
    throw error
  }
}
