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
