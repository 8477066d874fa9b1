import { usePage } from '../page-context.js'
import { classNames, isPresent } from './text.js'
import { Table, type TableCell, type TableProps } from './table.js'

export interface SortableHead extends TableCell {
  readonly sort?:
    | { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }
    | undefined
}

interface DataTableProps extends Pick<TableProps, 'rows' | 'firstCellIsHeader'> {
  /** Said, not shown: the heading of the page shows it. */
  readonly caption: string
  readonly head: readonly SortableHead[]
  /** Without a frame of its own, inside a card. */
  readonly plain?: boolean | undefined
}

const SortLink = ({ head }: { head: SortableHead }) => {
  const { t } = usePage()
  if (head.sort === undefined) return <>{head.text}</>
  const { href, direction } = head.sort
  return (
    <a class="ba-sort" href={href}>
      {head.text}
      <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
        <path class="ba-sort__up" d="M5 0 10 6H0z" />
        <path class="ba-sort__down" d="M5 14 0 8h10z" />
      </svg>
      <span class="govuk-visually-hidden">
        {' '}
        ({t(direction === undefined ? 'common.sort.by' : `common.sort.${direction}`)})
      </span>
    </a>
  )
}

// The first cell names the row; the others say on a narrow screen which column they are of.
const named = (cell: TableCell, head: SortableHead | undefined, at: number): TableCell =>
  at > 0 && typeof head?.text === 'string' && head.text !== ''
    ? { ...cell, attributes: { ...cell.attributes, 'data-head': head.text } }
    : cell

/** A list to work through: framed, sortable by links, a row under the other where the screen is narrow. */
export const DataTable = ({
  caption,
  head,
  rows,
  firstCellIsHeader,
  plain = false,
}: DataTableProps) => (
  <div
    class={classNames('ba-scroll', !plain && 'ba-data-table')}
    role="group"
    aria-label={caption}
    tabindex={0}
  >
    <Table
      caption={caption}
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader={firstCellIsHeader}
      head={head.map((cell) => ({
        ...cell,
        text: <SortLink head={cell} />,
        attributes: { ...cell.attributes, 'aria-sort': cell.sort?.direction },
      }))}
      rows={rows.map((row) =>
        isPresent(row) ? row.map((cell, at) => named(cell, head[at], at)) : row,
      )}
    />
  </div>
)
