import { Details } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

type Defined =
  'as-of' | 'weeks' | 'accepted' | 'returned' | 'lapsed' | 'late' | 'in-time' | 'median' | 'cases'

/** What each figure of a report means. */
export const Definitions = ({
  which,
  hours = 0,
}: {
  which: readonly Defined[]
  hours?: number
}) => {
  const { t } = usePage()
  return (
    <Details summaryText={t('reports.definitions.title')}>
      <ul class="govuk-list govuk-list--bullet">
        {which.map((one) => (
          <li>{t(`reports.definitions.${one}`, { hours })}</li>
        ))}
      </ul>
    </Details>
  )
}
