import { expect, it } from '@jest/globals'
import { renderPart } from '../testing/page.js'
import { ticksUpTo } from './chart-scale.js'
import { StackedColumns } from './stacked-columns.js'
import { TargetBars } from './target-bars.js'

it.each([
  [32, [0, 10, 20, 30, 40]],
  [3, [0, 1, 2, 3]],
  [0, [0, 1]],
  [950, [0, 500, 1000]],
])('counts up to %d in round steps', (largest, ticks) => {
  expect(ticksUpTo(largest)).toEqual(ticks)
})

it('marks only what lies beyond the target', () => {
  const html = renderPart(
    <TargetBars
      title="Thời gian đến phản hồi đầu tiên"
      description="Trung vị"
      target={{ value: 24, text: 'Cam kết 24 giờ' }}
      rows={[
        { label: 'Pháp lý', value: 24, valueText: '24 giờ' },
        { label: 'Tâm lý', value: 41, valueText: '41 giờ' },
      ]}
    />,
  )

  expect(html.match(/ba-fill--\w+/g)).toEqual(['ba-fill--good', 'ba-fill--late'])
})

it('draws nothing for nothing', () => {
  const html = renderPart(
    <StackedColumns
      title="Chuyển gửi theo tuần"
      description="Chưa có chuyển gửi."
      series={[{ label: 'Đã nhận', tone: 'good' }]}
      columns={[{ label: '1/11', values: [0] }]}
    />,
  )

  expect(html).not.toContain('NaN')
  expect(html.match(/<rect[^>]*ba-fill--good/g)).toHaveLength(1)
})
