import type { ComponentChildren } from 'preact'
import type { Locale, Words } from '../../../platform/i18n/index.js'
import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Checkboxes,
  CommuneInput,
  DateInput,
  Details,
  Input,
  Radios,
  Select,
  Textarea,
  type Choice,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import { fieldOf, fieldsOf, rangeOf } from '../domain/fields.js'
import type { Condition, Field, FieldGroup, Form } from '../domain/form.js'
import { noWords, yesWords } from '../domain/value-rows.js'

/** More values than these are chosen from a select. */
const mostRadios = 7

/** More boxes than these lie folded until one is ticked: a thumb has to get past them. */
const mostBoxes = 15

export interface FormFieldsProps {
  readonly form: Form
  readonly values: Typed
  /** What does not fit, by the code of the field, in the reader's words. */
  readonly complaints: Readonly<Record<string, string>>
  /** Communes to choose from, by the code of the field, where a list of them is known. */
  readonly offers?: Readonly<Record<string, readonly string[]>>
}

/**
 * The fields of a form. What is asked on a condition lies under the answer it depends on, or says the
 * condition in words; without JavaScript all of it is in sight, and what does not hold is not kept.
 */
export const FormFields = (props: FormFieldsProps) => {
  const { locale } = usePage()
  return (
    <>
      {props.form.groups.map((group) => {
        const blocks = blocksOf(group, props)
        if (blocks.length === 0) return null
        return (
          <>
            {group.title !== undefined && <h2 class="govuk-heading-m">{group.title[locale]}</h2>}
            {blocks.map((block) => (
              <FieldBlock block={block} {...props} />
            ))}
          </>
        )
      })}
    </>
  )
}

/** A field, and those that are asked only where it has a certain answer. */
interface Block {
  readonly field: Field
  readonly under: readonly Field[]
}

// What was retired is no longer asked, and a list without values has no answer.
const isOpen = (field: Field): boolean =>
  field.retired !== true && (!('list' in field) || field.list.values.some(isLive))

const isLive = ({ retired }: { readonly retired?: boolean }): boolean => retired !== true

const blocksOf = ({ fields }: FieldGroup, { values }: FormFieldsProps): Block[] => {
  const blocks: { field: Field; under: Field[] }[] = []
  for (const field of fields.filter(isOpen)) {
    const last = blocks.at(-1)
    if (last !== undefined && liesUnder(field, last.field, values)) last.under.push(field)
    else blocks.push({ field, under: [] })
  }
  return blocks
}

// Only what depends on one answer of choices in sight can be shown and hidden with it.
const liesUnder = ({ when }: Field, above: Field, values: Typed): boolean =>
  when !== undefined &&
  when.field === above.code &&
  when.is.length === 1 &&
  hasChoicesInSight(above, values)

const hasChoicesInSight = (field: Field, values: Typed): boolean =>
  field.kind === 'yes-no' ||
  field.kind === 'choices' ||
  (field.kind === 'choice' && offered(field, values).length <= mostRadios)

const FieldBlock = ({ block, ...props }: FormFieldsProps & { readonly block: Block }) => {
  const { field, under } = block
  const below = (code: string): ComponentChildren => {
    const fields = under.filter(({ when }) => when?.is[0] === code)
    return fields.length === 0
      ? undefined
      : fields.map((inner) => <AnyField field={inner} isUnder {...props} />)
  }
  return under.length === 0 ? (
    <AnyField field={field} {...props} />
  ) : (
    <AnyField field={field} below={below} {...props} />
  )
}

interface AnyFieldProps extends FormFieldsProps {
  readonly field: Field
  readonly below?: (code: string) => ComponentChildren
  readonly isUnder?: boolean
}

const AnyField = (props: AnyFieldProps) => {
  const { field, values, complaints, form, isUnder = false } = props
  const { locale, t } = usePage()
  const { code } = field
  const label = field.label[locale]
  const notes = {
    hint: hintOf(
      field,
      isUnder ? undefined : conditionSaid(form, field.when, locale, t),
      locale,
      t,
    ),
    errorMessage: complaints[code],
  }
  const legend = { legend: { text: label, classes: 'govuk-fieldset__legend--s' } }
  switch (field.kind) {
    case 'text':
      return (
        <CommuneInput
          {...notes}
          name={code}
          label={label}
          value={typedText(values, code)}
          autocomplete="off"
          provinceField={field.commune?.province ?? ''}
          offers={field.commune === undefined ? undefined : props.offers?.[code]}
        />
      )
    case 'long-text':
      return <Textarea {...notes} name={code} label={label} value={typedText(values, code)} />
    case 'number':
      return (
        <Input
          {...notes}
          name={code}
          label={label}
          value={typedText(values, code)}
          inputmode="decimal"
          classes="govuk-input--width-10"
          autocomplete="off"
        />
      )
    case 'date':
      return (
        <DateInput
          {...notes}
          id={code}
          namePrefix={code}
          fieldset={legend}
          values={{
            day: typedText(values, `${code}-day`),
            month: typedText(values, `${code}-month`),
            year: typedText(values, `${code}-year`),
          }}
        />
      )
    case 'yes-no':
    case 'choice':
      return <OneOf {...props} notes={notes} />
    case 'choices':
      return <SeveralOf {...props} notes={notes} />
  }
}

const SeveralOf = ({ notes, ...props }: OneOfProps) => {
  const { field, values } = props
  const { locale } = usePage()
  const label = field.label[locale]
  const chosen = typedList(values, field.code)
  const items = choicesOf(props, locale)
  const isFolded = items.length > mostBoxes
  const boxes = (
    <Checkboxes
      {...notes}
      name={field.code}
      fieldset={{
        legend: {
          text: label,
          classes: isFolded ? 'govuk-visually-hidden' : 'govuk-fieldset__legend--s',
        },
      }}
      values={chosen}
      items={items}
    />
  )
  if (!isFolded) return boxes
  // What was chosen, or is complained of, is in sight.
  return (
    <Details
      summaryText={label}
      open={chosen.length > 0 || notes.errorMessage !== undefined || undefined}
    >
      {boxes}
    </Details>
  )
}

interface OneOfProps extends AnyFieldProps {
  readonly notes: { readonly hint: string | undefined; readonly errorMessage: string | undefined }
}

const OneOf = ({ notes, ...props }: OneOfProps) => {
  const { field, values } = props
  const { locale, t } = usePage()
  const value = typedText(values, field.code)
  const label = field.label[locale]
  if (!hasChoicesInSight(field, values)) {
    return (
      <Select
        {...notes}
        name={field.code}
        label={{ text: label, classes: 'govuk-label--s' }}
        value={value}
        items={[{ value: '', text: t('forms.choose') }, ...choicesOf(props, locale)]}
      />
    )
  }
  return (
    <Radios
      {...notes}
      name={field.code}
      fieldset={{ legend: { text: label, classes: 'govuk-fieldset__legend--s' } }}
      value={value}
      classes={
        field.kind === 'yes-no' && props.below === undefined ? 'govuk-radios--inline' : undefined
      }
      items={[
        ...choicesOf(props, locale),
        // A radio button once taken cannot be let go of: who was too fast needs a way back.
        value !== '' && field.required !== 'to-save' && { value: '', text: t('forms.not-asked') },
      ]}
    />
  )
}

const choicesOf = (
  { field, values, below }: AnyFieldProps,
  locale: Locale,
): (Choice & { readonly text: string })[] =>
  offered(field, values).map(({ code, label, hint }) => ({
    value: code,
    text: label[locale],
    hint: hint?.[locale],
    conditional: below?.(code) as Choice['conditional'],
  }))

interface Offered {
  readonly code: string
  readonly label: Words
  readonly hint?: Words
}

const yesOrNo: readonly Offered[] = [
  { code: 'yes', label: yesWords },
  { code: 'no', label: noWords },
]

// What was retired is offered only where it was chosen before.
const offered = (field: Field, values: Typed): readonly Offered[] => {
  if (field.kind === 'yes-no') return yesOrNo
  if (field.kind !== 'choice' && field.kind !== 'choices') return []
  const chosen = typedList(values, field.code)
  return field.list.values.filter((value) => isLive(value) || chosen.includes(value.code))
}

const hintOf = (
  field: Field,
  condition: string | undefined,
  locale: Locale,
  t: Translate,
): string | undefined => {
  const parts = [condition, field.hint?.[locale], rangeSaid(field, t)]
  return parts.filter((part) => part !== undefined).join(' ') || undefined
}

const rangeSaid = (field: Field, t: Translate): string | undefined => {
  if (field.kind !== 'number' || field.max === undefined) return undefined
  return t('forms.range', rangeOf(field))
}

const conditionSaid = (
  form: Form,
  when: Condition | undefined,
  locale: Locale,
  t: Translate,
): string | undefined => {
  const above = when === undefined ? undefined : fieldOf(form, when.field)
  if (when === undefined || above === undefined) return undefined
  const answers = offeredWords(above)
    .filter(({ code }) => when.is.includes(code))
    .map(({ label }) => `“${label[locale]}”`)
  return t('forms.only-if', { question: above.label[locale], answers: answers.join(' / ') })
}

const offeredWords = (field: Field): readonly Offered[] => {
  if (field.kind === 'yes-no') return yesOrNo
  return 'list' in field ? field.list.values : []
}

/** The complaints of a form in the reader's words, each with the question it is about. */
export const formComplaints = (
  form: Form,
  errors: Readonly<Record<string, string>>,
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([code, key]) => {
      const complaint = t(isSentence(key) ? key : 'error.field.other')
      const question = fieldOf(form, code)?.label[locale]
      return [code, question === undefined ? complaint : `${question} – ${complaint}`]
    }),
  )

/** The ids of the inputs as they follow on the page: for the summary of what does not fit. */
export const placesOf = (form: Form): readonly string[] =>
  fieldsOf(form).map(({ kind, code }) => (kind === 'date' ? `${code}-day` : code))
