import { useForm } from '../typed-form.js'
import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputGroupOptions,
  type Notes,
} from './field.js'
import { Label, type LabelOptions } from './label.js'
import { classNames, isPresent, type Absent, type Attributes, type Words } from './text.js'

export interface SelectItem {
  readonly text: string | number
  /** The text, unless given. */
  readonly value?: string | number | boolean | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends Notes {
  readonly label: Words<LabelOptions>
  readonly name: string
  /** The name, unless given. */
  readonly id?: string | undefined
  readonly items: readonly (SelectItem | Absent)[]
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly formGroup?: InputGroupOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One choice out of many. Port of `govukSelect`. */
export const Select = (props: SelectProps) => {
  const { name, id = name, value: chosen } = props
  const hasError = isPresent(props.errorMessage)
  const form = useForm()

  const isSelected = ({ text, value = text, selected }: SelectItem): boolean =>
    form?.isTaken(name, String(value)) ??
    selected ??
    (chosen !== undefined && chosen !== '' && String(value) === String(chosen))

  return (
    <FormGroup hasError={hasError} options={props.formGroup}>
      <Label for={id} label={props.label} />
      <FieldNotes id={id} hint={props.hint} errorMessage={props.errorMessage} />
      {props.formGroup?.beforeInput}
      <select
        class={classNames('govuk-select', props.classes, hasError && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={props.disabled}
        aria-describedby={describedByNotes(id, props, props.describedBy)}
        {...props.attributes}
      >
        {props.items.filter(isPresent).map((item) => (
          <option
            key={item.value}
            value={item.value === undefined ? undefined : String(item.value)}
            selected={isSelected(item)}
            disabled={item.disabled}
            {...item.attributes}
          >
            {item.text}
          </option>
        ))}
      </select>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}
