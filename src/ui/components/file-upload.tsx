import {
  describedByNotes,
  FieldNotes,
  FormGroup,
  type InputGroupOptions,
  type Notes,
} from './field.js'
import { Label, type LabelOptions } from './label.js'
import { classNames, isPresent, type Attributes, type Words } from './text.js'

export interface FileUploadProps extends Notes {
  readonly label: Words<LabelOptions>
  readonly name: string
  /** The name, unless given. */
  readonly id?: string | undefined
  /** What the browser's own window offers, as `accept` names it: `.csv,.xlsx`. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly formGroup?: InputGroupOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A file to choose; its form needs `enctype`. Port of `govukFileUpload`. */
export const FileUpload = (props: FileUploadProps) => {
  const { name, id = name } = props
  const hasError = isPresent(props.errorMessage)
  return (
    <FormGroup hasError={hasError} options={props.formGroup}>
      <Label for={id} label={props.label} />
      <FieldNotes id={id} hint={props.hint} errorMessage={props.errorMessage} />
      {props.formGroup?.beforeInput}
      <input
        class={classNames(
          'govuk-file-upload',
          props.classes,
          hasError && 'govuk-file-upload--error',
        )}
        id={id}
        name={name}
        type="file"
        accept={props.accept}
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={describedByNotes(id, props, props.describedBy)}
        {...props.attributes}
      />
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}
