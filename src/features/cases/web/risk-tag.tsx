import { StatusTag, type Tone } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { RiskLevel } from '../domain/risk.js'

const toneOf: Readonly<Record<RiskLevel, Tone>> = {
  high: 'danger',
  medium: 'waiting',
  low: 'good',
  none: 'neutral',
}

/** How great the risk is, in a word and a colour. */
export const RiskTag = ({ level }: { level: RiskLevel }) => {
  const { t } = usePage()
  return (
    <StatusTag tone={toneOf[level]} dot={level === 'high'}>
      {t(`code.risk.${level}`)}
    </StatusTag>
  )
}
