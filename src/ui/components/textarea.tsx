import { useForm } from '../typed-form.js'
import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputGroupOptions,
  type Notes,
} from './field.js'
import { Label, type LabelOptions } from './label.js'
import { classNames, isPresent, spelled, type Attributes, type Words } from './text.js'

export interface TextareaProps extends Notes {
  readonly label: Words<LabelOptions>
  readonly name: string
  /** The name, unless given. */
  readonly id?: string | undefined
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly formGroup?: InputGroupOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Several lines of text. Port of `govukTextarea`. */
export const Textarea = (props: TextareaProps) => {
  const { name, id = name, spellcheck } = props
  const hasError = isPresent(props.errorMessage)
  const typed = useForm()?.text(name)
  return (
    <FormGroup hasError={hasError} options={props.formGroup}>
      <Label for={id} label={props.label} />
      <FieldNotes id={id} hint={props.hint} errorMessage={props.errorMessage} />
      {props.formGroup?.beforeInput}
      <textarea
        class={classNames('govuk-textarea', hasError && 'govuk-textarea--error', props.classes)}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        disabled={props.disabled}
        aria-describedby={describedByNotes(id, props, props.describedBy)}
        autocomplete={props.autocomplete}
        {...spelled(spellcheck)}
        {...props.attributes}
      >
        {typed ?? props.value}
      </textarea>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}
