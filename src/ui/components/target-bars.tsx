import { usePage } from '../page-context.js'
import { Details } from './details.js'
import { Table } from './table.js'

interface TargetBarsProps {
  readonly title: string
  /** What the figures tell, in a sentence. */
  readonly description: string
  readonly rows: readonly {
    readonly label: string
    readonly value: number
    /** The value with its unit, in the words of the reader. */
    readonly valueText: string
  }[]
  /** What was promised; rows beyond it are marked. */
  readonly target: { readonly value: number; readonly text: string }
}

const box = { width: 380, left: 84, right: 74, top: 34, row: 52, bar: 22 }

/** Values held against one target, with the same figures in a table. */
export const TargetBars = ({ title, description, rows, target }: TargetBarsProps) => {
  const { t } = usePage()
  const largest = Math.max(1, target.value, ...rows.map(({ value }) => value))
  const height = box.top + rows.length * box.row
  const length = (value: number): number => ((box.width - box.left - box.right) * value) / largest
  const targetX = box.left + length(target.value)

  return (
    <figure class="ba-chart">
      <div class="ba-scroll" role="group" aria-label={title} tabindex={0}>
        <svg
          class="ba-chart__svg ba-chart__svg--bars"
          viewBox={`0 0 ${box.width} ${height}`}
          role="img"
          aria-label={`${title}. ${description}`}
          focusable="false"
        >
          <text class="ba-chart__axis" x={targetX} y="16" text-anchor="middle">
            {target.text}
          </text>
          {rows.map(({ label, value, valueText }, index) => {
            const middle = box.top + box.row * (index + 0.5)
            return (
              <g>
                <text x={box.left - 10} y={middle + 5} text-anchor="end">
                  {label}
                </text>
                <rect
                  class={value > target.value ? 'ba-fill--late' : 'ba-fill--good'}
                  x={box.left}
                  y={middle - box.bar / 2}
                  width={Math.max(2, length(value))}
                  height={box.bar}
                  rx="4"
                />
                <text x={box.left + length(value) + 14} y={middle + 5}>
                  {valueText}
                </text>
              </g>
            )
          })}
          <line class="ba-chart__target" x1={targetX} x2={targetX} y1="24" y2={height} />
        </svg>
      </div>
      <Details summaryText={t('common.chart.table')}>
        <Table
          caption={title}
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: t('common.chart.category') },
            { text: t('common.chart.value'), format: 'numeric' },
          ]}
          rows={rows.map(({ label, valueText }) => [
            { text: label },
            { text: valueText, format: 'numeric' },
          ])}
        />
        <p>
          {t('common.chart.target')}: {target.text}
        </p>
      </Details>
    </figure>
  )
}

interface MiniBarProps {
  readonly value: number
  readonly max: number
  readonly text: string
}

/** A figure with its length, for one cell of a table. */
export const MiniBar = ({ value, max, text }: MiniBarProps) => {
  const width = Math.round((110 * value) / Math.max(1, max))
  return (
    <span class="ba-mini-bar">
      <svg width={width} height="10" aria-hidden="true" focusable="false">
        <rect class="ba-fill--good" width={width} height="10" rx="5" />
      </svg>
      {text}
    </span>
  )
}
