import { Choices, type Choice, type ChoicesProps } from './choices.js'

export interface RadiosProps extends ChoicesProps {
  readonly value?: string | number | undefined
}

/** One choice out of a few, all in sight. Port of `govukRadios`. */
export const Radios = ({ value, ...group }: RadiosProps) => {
  const isTaken = (choice: Choice): boolean =>
    choice.checked ??
    (value !== undefined && value !== '' && String(choice.value) === String(value))
  return <Choices {...group} kind="radios" isTaken={isTaken} />
}
