import { Choices, type Choice, type ChoicesProps } from './choices.js'

export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly (string | number)[] | undefined
  readonly describedBy?: string | undefined
}

/** Any number of choices. Port of `govukCheckboxes`. */
export const Checkboxes = ({ values, ...group }: CheckboxesProps) => {
  const isTaken = (choice: Choice): boolean =>
    choice.checked ?? values?.some((value) => String(value) === String(choice.value)) ?? false
  return <Choices {...group} kind="checkboxes" isTaken={isTaken} />
}
