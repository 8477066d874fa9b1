export type {
  CodeList,
  CodeValue,
  Condition,
  Field,
  FieldGroup,
  FieldKind,
  Form,
  FormValue,
  FormValues,
} from './domain/form.js'
export {
  checkValues,
  type CheckedValues,
  type CheckGround,
  type FieldComplaint,
  type FormErrors,
} from './domain/check-values.js'
export { completeness, type Completeness } from './domain/completeness.js'
export { fieldsOf } from './domain/fields.js'
export { type JsonSchema } from './domain/json-schema.js'
export { sayRow, valueRows, type ValueRow } from './domain/value-rows.js'
export { readFormBody, typedOf, type FormBody } from './use-cases/read-form-body.js'
export { FormFields, formComplaints, placesOf, type FormFieldsProps } from './web/form-fields.js'
export { FormsModule } from './forms.module.js'
export { FormsInUse } from './use-cases/forms-in-use.js'
export { ShippedForms } from './use-cases/shipped-forms.js'
