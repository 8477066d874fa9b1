import { usePage } from '../page-context.js'
import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputsGroupOptions,
  type Notes,
} from './field.js'
import { Fieldset, type FieldsetOptions } from './fieldset.js'
import { Input, type Inputmode } from './input.js'
import { classNames, isPresent, type Attributes } from './text.js'

export type DatePart = 'day' | 'month' | 'year'

/** One of the fields a date is typed into. */
export interface DateField {
  readonly name?: string | undefined
  /** Needed when the name is not `day`, `month` or `year`. */
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  readonly error?: boolean | undefined
  readonly inputmode?: Inputmode | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface DateInputProps extends Notes {
  readonly id: string
  /** Begins the names of the fields: `birth` → `birth-day`, `birth-month`, `birth-year`. */
  readonly namePrefix?: string | undefined
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  /** Which fields the error message is about; all of them, unless given. */
  readonly errors?: readonly DatePart[] | undefined
  /** Changes one field, or leaves it out (`false`). */
  readonly day?: DateField | false | undefined
  readonly month?: DateField | false | undefined
  readonly year?: DateField | false | undefined
  /** Replaces the three fields. */
  readonly items?: readonly DateField[] | undefined
  readonly fieldset?: FieldsetOptions | undefined
  readonly formGroup?: InputsGroupOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const parts = ['day', 'month', 'year'] as const

const hasErrorClass = (field: DateField): boolean =>
  field.classes?.includes('govuk-input--error') ?? false

interface Planned {
  readonly field: DateField
  readonly part: DatePart | undefined
}

const plan = (props: DateInputProps): Planned[] => {
  const standard = parts.map((part): Planned | undefined => {
    const field = props[part]
    if (field === false) return undefined
    const error = props.errors === undefined ? undefined : props.errors.includes(part)
    return { part, field: { name: part, error, ...field } }
  })
  if (props.items === undefined || props.items.length === 0) return standard.filter(isPresent)

  return props.items.map((field) => {
    const part = parts.find((name) => name === field.name)
    const own = part === undefined ? undefined : props[part]
    return { part, field: own ? { ...own, ...field } : field }
  })
}

/** A date the person knows by heart, typed in three fields. Port of `govukDateInput`. */
export const DateInput = (props: DateInputProps) => {
  const { t } = usePage()
  const { id, namePrefix, values, fieldset, formGroup } = props
  const hasError = isPresent(props.errorMessage)
  const fields = plan(props)
  const someFieldHasError = fields.some(({ field }) => field.error === true || hasErrorClass(field))

  const isWrong = (field: DateField): boolean =>
    field.error ?? (hasError && !someFieldHasError && !hasErrorClass(field))

  const inner = (
    <>
      <FieldNotes id={id} hint={props.hint} errorMessage={props.errorMessage} />
      <div class={classNames('govuk-date-input', props.classes)} id={id} {...props.attributes}>
        {formGroup?.beforeInputs}
        {fields.map(({ field, part }) => {
          const ownName = field.name ?? part ?? ''
          const name = namePrefix === undefined ? ownName : `${namePrefix}-${ownName}`
          const width = part === 'year' ? 4 : 2
          return (
            <div class="govuk-date-input__item">
              <Input
                label={{
                  text: field.label ?? (part === undefined ? ownName : t(`common.date.${part}`)),
                  classes: 'govuk-date-input__label',
                }}
                id={field.id ?? `${id}-${ownName}`}
                name={name}
                value={field.value ?? (part && values?.[part]) ?? values?.[name]}
                inputmode={field.inputmode ?? 'numeric'}
                autocomplete={field.autocomplete}
                pattern={field.pattern}
                attributes={field.attributes}
                classes={classNames(
                  'govuk-date-input__input',
                  isWrong(field) && 'govuk-input--error',
                  !field.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
                  field.classes,
                )}
              />
            </div>
          )
        })}
        {formGroup?.afterInputs}
      </div>
    </>
  )
  const describedBy = describedByNotes(id, props, fieldset?.describedBy)

  return (
    <FormGroup hasError={hasError} options={formGroup}>
      {fieldset ? (
        // Without the role, JAWS keeps silent about the description of text fields in a fieldset.
        <Fieldset
          legend={fieldset.legend}
          classes={fieldset.classes}
          attributes={fieldset.attributes}
          role="group"
          describedBy={describedBy}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
