import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { locales, type Words } from '../../../platform/i18n/index.js'
import { FormAdditionRows, type AdditionChange } from '../data/form-addition-rows.js'
import { additionPrefix, ownListOf, type FieldAddition } from '../domain/additions.js'
import { fieldOf, listsOf } from '../domain/fields.js'
import type { CodeList, FieldKind, Form } from '../domain/form.js'
import { AdditionUnfit } from '../domain/forms.errors.js'
import { tidyLine } from '../domain/tidy.js'
import { FormsInUse } from './forms-in-use.js'

/** A field to be added. */
export interface NewField {
  /** Without the prefix; camelCase. */
  readonly code: string
  readonly kind: FieldKind
  /** Of a choice: the code of one of our lists, or null for a list of its own. */
  readonly list: string | null
  readonly label: Words
  readonly hint: Words | null
  readonly isToComplete: boolean
}

/** A form as an administrator sees it: what is in use, and how it came to be so. */
export interface FormWithAdditions {
  readonly form: Form
  readonly lists: readonly { readonly list: CodeList; readonly isOpen: boolean }[]
  readonly changes: readonly AdditionChange[]
}

const longestLabel = 300

/**
 * Adds fields and code values to the forms of this installation, and retires what was added. For those
 * who run it; they see forms, never what is written in them.
 */
@Injectable()
export class ExtendForms {
  constructor(
    private readonly transactions: Transactions,
    private readonly forms: FormsInUse,
    private readonly rows: FormAdditionRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All forms in use. @throws NotFound for who does not run this installation */
  list(actor: WorkerActor): Promise<readonly Form[]> {
    return this.as(actor, () => this.forms.all())
  }

  /** @throws NotFound */
  one(actor: WorkerActor, code: string): Promise<FormWithAdditions> {
    return this.as(actor, async () => {
      const form = await this.form(code)
      const lists = listsOf(form)
      const changes = await this.rows.changesOf(
        code,
        lists.map((list) => list.code),
      )
      return {
        form,
        lists: lists.map((list) => ({ list, isOpen: this.forms.isOpen(list.code) })),
        changes,
      }
    })
  }

  /** @returns the code it was given. @throws NotFound, AdditionUnfit */
  addField(actor: WorkerActor, formCode: string, field: NewField): Promise<string> {
    return this.as(actor, async () => {
      const form = await this.form(formCode)
      const code = `${additionPrefix}${field.code}`
      const errors: Record<string, string> = {
        ...(/^[a-z][A-Za-z0-9]{0,39}$/.test(field.code) ? {} : { code: 'forms.admin.code.wrong' }),
        ...(fieldOf(form, code) === undefined ? {} : { code: 'forms.admin.code.taken' }),
        ...missingWords('label', field.label),
        ...(field.hint === null ? {} : missingWords('hint', field.hint)),
      }
      const isChoice = field.kind === 'choice' || field.kind === 'choices'
      const known = (await this.forms.all()).flatMap(listsOf)
      if (isChoice && field.list !== null && !known.some((list) => list.code === field.list))
        errors['list'] = 'forms.admin.list.wrong'
      if (Object.keys(errors).length > 0) throw new AdditionUnfit(errors)
      await this.saveField(actor, {
        form: formCode,
        code,
        kind: field.kind,
        list: isChoice ? (field.list ?? ownListOf(formCode, code)) : null,
        label: tidied(field.label),
        hint: field.hint === null ? null : tidied(field.hint),
        isToComplete: field.isToComplete,
        isRetired: false,
      })
      return code
    })
  }

  /** Asks a field of ours no longer, or asks it again. @throws NotFound where none was added */
  retireField(
    actor: WorkerActor,
    formCode: string,
    code: string,
    isRetired: boolean,
  ): Promise<void> {
    return this.as(actor, async () => {
      const { fields } = await this.rows.all()
      const field = fields.find((one) => one.form === formCode && one.code === code)
      if (field === undefined) throw absent(formCode)
      if (field.isRetired !== isRetired) await this.saveField(actor, { ...field, isRetired })
    })
  }

  /** @returns the code it was given. @throws NotFound, AdditionUnfit */
  addValue(
    actor: WorkerActor,
    formCode: string,
    listCode: string,
    value: { readonly code: string; readonly label: Words },
  ): Promise<string> {
    return this.as(actor, async () => {
      const list = listsOf(await this.form(formCode)).find((one) => one.code === listCode)
      if (list === undefined || !this.forms.isOpen(listCode)) throw absent(formCode)
      const code = `${additionPrefix}${value.code}`
      const errors = {
        ...(/^[a-z][a-z0-9_]{0,39}$/.test(value.code) ? {} : { code: 'forms.admin.code.wrong' }),
        ...(list.values.some((one) => one.code === code) ? { code: 'forms.admin.code.taken' } : {}),
        ...missingWords('label', value.label),
      }
      if (Object.keys(errors).length > 0) throw new AdditionUnfit(errors)
      await this.rows.saveValue(
        { list: listCode, code, label: tidied(value.label), isRetired: false },
        { by: actor.workerId, at: this.clock.now() },
      )
      await this.audit.record({ action: 'form.extend' })
      return code
    })
  }

  /** Offers a value of ours no longer, or offers it again. @throws NotFound where none was added */
  retireValue(
    actor: WorkerActor,
    listCode: string,
    code: string,
    isRetired: boolean,
  ): Promise<void> {
    return this.as(actor, async () => {
      const { values } = await this.rows.all()
      const value = values.find((one) => one.list === listCode && one.code === code)
      if (value === undefined) throw absent(listCode)
      if (value.isRetired === isRetired) return
      const change = { by: actor.workerId, at: this.clock.now() }
      await this.rows.saveValue({ ...value, isRetired }, change)
      await this.audit.record({ action: 'form.extend' })
    })
  }

  // Nothing asks for the forms in use after this in the same transaction: what is not committed yet
  // must not be kept in memory.
  private async saveField(actor: WorkerActor, field: FieldAddition): Promise<void> {
    await this.rows.saveField(field, { by: actor.workerId, at: this.clock.now() })
    await this.audit.record({ action: 'form.extend' })
  }

  private async form(code: string): Promise<Form> {
    const form = await this.forms.one(code)
    if (form === undefined) throw absent(code)
    return form
  }

  private async as<Result>(actor: WorkerActor, work: () => Promise<Result>): Promise<Result> {
    if (!decide(actor, 'form.extend', { now: this.clock.now() }).allowed) throw absent(null)
    return this.transactions.run(actor, work)
  }
}

const absent = (code: string | null): NotFound => new NotFound('form.extend', 'form', code)

const tidied = ({ vi, en, fr }: Words): Words => ({
  vi: tidyLine(vi),
  en: tidyLine(en),
  fr: tidyLine(fr),
})

const missingWords = (name: string, words: Words): Record<string, string> =>
  Object.fromEntries(
    locales
      .filter((locale) => {
        const text = tidyLine(words[locale])
        return text === '' || text.length > longestLabel
      })
      .map((locale) => [`${name}-${locale}`, 'forms.admin.words.missing']),
  )
