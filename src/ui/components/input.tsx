import { useForm } from '../typed-form.js'
import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputGroupOptions,
  type Notes,
} from './field.js'
import { Label, type LabelOptions } from './label.js'
import {
  classNames,
  isPresent,
  spelled,
  worded,
  type Attributes,
  type Worded,
  type Words,
} from './text.js'

export type Inputmode = 'none' | 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search'

export interface InputProps extends Notes {
  readonly label: Words<LabelOptions>
  readonly name: string
  /** The name, unless given. */
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'search'
    | 'password'
    | 'number'
    | 'url'
    | 'date'
    | 'time'
    | undefined
  readonly inputmode?: Inputmode | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'words' | 'sentences' | 'characters' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly prefix?: Words | undefined
  readonly suffix?: Words | undefined
  readonly formGroup?: InputGroupOptions | undefined
  readonly inputWrapper?: Omit<Worded, 'text'> | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const Affix = ({ kind, affix }: { kind: 'prefix' | 'suffix'; affix: Words | undefined }) => {
  const { text, classes, attributes } = worded(affix)
  if (!isPresent(text)) return null
  return (
    <div class={classNames(`govuk-input__${kind}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}

const hasWords = (words: Words): boolean => isPresent(worded(words).text)

/** One line of text. Port of `govukInput`. */
export const Input = (props: InputProps) => {
  const { name, id = name, label, prefix, suffix, formGroup, inputWrapper, spellcheck } = props
  const hasError = isPresent(props.errorMessage)
  const typed = useForm()?.text(name, props.type === 'password')

  // Not written out, since the types allow each attribute with certain types of input only.
  const kind: Attributes = { type: props.type ?? 'text', ...spelled(spellcheck) }
  const input = (
    <input
      class={classNames('govuk-input', props.classes, hasError && 'govuk-input--error')}
      id={id}
      name={name}
      value={typed ?? props.value}
      disabled={props.disabled}
      aria-describedby={describedByNotes(id, props, props.describedBy)}
      autocomplete={props.autocomplete}
      pattern={props.pattern}
      autocapitalize={props.autocapitalize}
      inputmode={props.inputmode}
      {...kind}
      {...props.attributes}
    />
  )
  const isWrapped =
    hasWords(prefix) ||
    hasWords(suffix) ||
    isPresent(formGroup?.beforeInput) ||
    isPresent(formGroup?.afterInput)

  return (
    <FormGroup hasError={hasError} options={formGroup}>
      <Label for={id} label={label} />
      <FieldNotes id={id} hint={props.hint} errorMessage={props.errorMessage} />
      {isWrapped ? (
        <div
          class={classNames('govuk-input__wrapper', inputWrapper?.classes)}
          {...inputWrapper?.attributes}
        >
          {formGroup?.beforeInput}
          <Affix kind="prefix" affix={prefix} />
          {input}
          <Affix kind="suffix" affix={suffix} />
          {formGroup?.afterInput}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}
