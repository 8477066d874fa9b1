interface RowChoiceProps {
  readonly name: string
  readonly value: string
  /** Said, not shown: the row beside it shows what is chosen. */
  readonly label: string
  readonly checked?: boolean | undefined
}

/** Chooses a row of a list for what is to be done with many. */
export const RowChoice = ({ name, value, label, checked }: RowChoiceProps) => (
  <label class="ba-row-choice">
    <input type="checkbox" name={name} value={value} checked={checked} aria-label={label} />
  </label>
)
