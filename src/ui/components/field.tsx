import type { ComponentChildren } from 'preact'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.js'
import { Hint } from './hint.js'
import {
  classNames,
  idList,
  isPresent,
  worded,
  type Attributes,
  type Text,
  type Words,
} from './text.js'

export interface FormGroupOptions {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The group around one field, with room before and after it. */
export interface InputGroupOptions extends FormGroupOptions {
  readonly beforeInput?: Text
  readonly afterInput?: Text
}

/** The group around several fields, with room before and after them. */
export interface InputsGroupOptions extends FormGroupOptions {
  readonly beforeInputs?: Text
  readonly afterInputs?: Text
}

/** Help and complaint, which every field may carry. */
export interface Notes {
  readonly hint?: Words | undefined
  readonly errorMessage?: Words<ErrorMessageOptions> | undefined
}

/** The ids a field names in `aria-describedby`: what was given, then hint, then error. */
export const describedByNotes = (
  id: string,
  { hint, errorMessage }: Notes,
  given?: string,
): string | undefined =>
  idList(given, isPresent(hint) && `${id}-hint`, isPresent(errorMessage) && `${id}-error`)

export const FieldNotes = ({ id, hint, errorMessage }: Notes & { readonly id: string }) => {
  const help = isPresent(hint) ? worded(hint) : undefined
  const complaint = isPresent(errorMessage) ? worded(errorMessage) : undefined
  return (
    <>
      {help && (
        <Hint id={`${id}-hint`} classes={help.classes} attributes={help.attributes}>
          {help.text}
        </Hint>
      )}
      {complaint && (
        <ErrorMessage
          id={`${id}-error`}
          classes={complaint.classes}
          attributes={complaint.attributes}
          visuallyHiddenText={complaint.visuallyHiddenText}
        >
          {complaint.text}
        </ErrorMessage>
      )}
    </>
  )
}

interface FormGroupProps {
  readonly hasError: boolean
  readonly options: FormGroupOptions | undefined
  readonly children: ComponentChildren
}

export const FormGroup = ({ hasError, options, children }: FormGroupProps) => (
  <div
    class={classNames('govuk-form-group', hasError && 'govuk-form-group--error', options?.classes)}
    {...options?.attributes}
  >
    {children}
  </div>
)
