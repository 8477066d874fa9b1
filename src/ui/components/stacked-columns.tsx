import { usePage } from '../page-context.js'
import { ticksUpTo } from './chart-scale.js'
import { Details } from './details.js'
import { Table } from './table.js'

export type ChartTone = 'good' | 'waiting' | 'returned' | 'late'

interface StackedColumnsProps {
  readonly title: string
  /** What the figures tell, in a sentence. */
  readonly description: string
  readonly series: readonly { readonly label: string; readonly tone: ChartTone }[]
  /** One value per series, lowest part of the column first. */
  readonly columns: readonly { readonly label: string; readonly values: readonly number[] }[]
}

const box = { width: 680, height: 300, left: 40, right: 8, top: 14, bottom: 32 }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Parts of a whole over time, with the same figures in a table. */
export const StackedColumns = ({ title, description, series, columns }: StackedColumnsProps) => {
  const { t, format } = usePage()
  const ticks = ticksUpTo(Math.max(0, ...columns.map(({ values }) => sum(values))))
  const top = ticks.at(-1) ?? 1
  const plotHeight = box.height - box.top - box.bottom
  const slot = (box.width - box.left - box.right) / Math.max(1, columns.length)
  const width = Math.min(32, slot * 0.6)
  const y = (value: number): number => box.top + plotHeight * (1 - value / top)

  return (
    <figure class="ba-chart">
      <ul class="ba-chart__legend" aria-hidden="true">
        {series.map(({ label, tone }) => (
          <li>
            <svg width="14" height="14" focusable="false">
              <rect class={`ba-fill--${tone}`} width="14" height="14" rx="3" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <div class="ba-scroll" role="group" aria-label={title} tabindex={0}>
        <svg
          class="ba-chart__svg"
          viewBox={`0 0 ${box.width} ${box.height}`}
          role="img"
          aria-label={`${title}. ${description}`}
          focusable="false"
        >
          {ticks.map((tick) => (
            <g>
              <line
                class={tick === 0 ? 'ba-chart__base' : 'ba-chart__grid'}
                x1={box.left}
                x2={box.width - box.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text class="ba-chart__axis" x={box.left - 10} y={y(tick) + 5} text-anchor="end">
                {format.number(tick)}
              </text>
            </g>
          ))}
          {columns.map(({ label, values }, index) => {
            const middle = box.left + slot * (index + 0.5)
            return (
              <g>
                {values.map((value, part) => {
                  const below = sum(values.slice(0, part))
                  return (
                    value > 0 && (
                      <rect
                        class={`ba-fill--${series[part]?.tone ?? 'good'}`}
                        x={middle - width / 2}
                        y={y(below + value) + 1}
                        width={width}
                        height={Math.max(1, y(below) - y(below + value) - 2)}
                        rx="2"
                      />
                    )
                  )
                })}
                <text
                  class="ba-chart__axis"
                  x={middle}
                  y={box.height - box.bottom + 22}
                  text-anchor="middle"
                >
                  {label}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <Details summaryText={t('common.chart.table')}>
        <div class="ba-scroll" role="group" aria-label={title} tabindex={0}>
          <Table
            caption={title}
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { text: t('common.chart.period') },
              ...series.map(({ label }) => ({ text: label, format: 'numeric' })),
            ]}
            rows={columns.map(({ label, values }) => [
              { text: label },
              ...values.map((value) => ({ text: format.number(value), format: 'numeric' })),
            ])}
          />
        </div>
      </Details>
    </figure>
  )
}
