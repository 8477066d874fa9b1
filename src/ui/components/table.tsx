import { classNames, isPresent, type Absent, type Attributes, type Text } from './text.js'

export interface TableCell {
  readonly text?: Text
  readonly format?: 'numeric' | (string & {}) | undefined
  readonly classes?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export interface TableProps {
  readonly rows: readonly (readonly TableCell[] | Absent)[]
  readonly head?: readonly TableCell[] | undefined
  readonly caption?: Text
  readonly captionClasses?: string | undefined
  /** Whether the first cell of a row names it. */
  readonly firstCellIsHeader?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const HeadCell = ({ text, format, classes, colspan, rowspan, attributes }: TableCell) => (
  <th
    scope="col"
    class={classNames('govuk-table__header', format && `govuk-table__header--${format}`, classes)}
    colspan={colspan}
    rowspan={rowspan}
    {...attributes}
  >
    {text}
  </th>
)

const RowHeader = ({ text, classes, colspan, rowspan, attributes }: TableCell) => (
  <th
    scope="row"
    class={classNames('govuk-table__header', classes)}
    colspan={colspan}
    rowspan={rowspan}
    {...attributes}
  >
    {text}
  </th>
)

const Cell = ({ text, format, classes, colspan, rowspan, attributes }: TableCell) => (
  <td
    class={classNames('govuk-table__cell', format && `govuk-table__cell--${format}`, classes)}
    colspan={colspan}
    rowspan={rowspan}
    {...attributes}
  >
    {text}
  </td>
)

/** Figures or facts in rows. Port of `govukTable`. */
export const Table = ({
  rows,
  head,
  caption,
  captionClasses,
  firstCellIsHeader = false,
  classes,
  attributes,
}: TableProps) => (
  <table class={classNames('govuk-table', classes)} {...attributes}>
    {isPresent(caption) && (
      <caption class={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>
    )}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((cell) => (
            <HeadCell {...cell} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.filter(isPresent).map((row) => (
        <tr class="govuk-table__row">
          {row.map((cell, index) =>
            firstCellIsHeader && index === 0 ? <RowHeader {...cell} /> : <Cell {...cell} />,
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
