import type { YearCalendar } from '../../../platform/clock/holidays.js'
import { Card, Layout, PageHeader, SummaryList, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

/** The days on which clocks that count working days rest, and how sure we are of them. */
export const CalendarPage = ({ years }: { years: readonly YearCalendar[] }) => {
  const { t, format } = usePage()
  const title = t('calendar.title')
  return (
    <Layout title={title} width="reading">
      <PageHeader title={title} />
      <p>{t('calendar.lead')}</p>
      {years.map(({ year, isKnown, holidays }) => (
        <Card title={String(year)}>
          {isKnown ? (
            <SummaryList
              rows={holidays.map(({ from, to, code, verified }) => ({
                key: t(`code.holiday.${code}`),
                value: [
                  from === to
                    ? format.plainDate(from)
                    : t('calendar.days', {
                        from: format.plainDate(from),
                        to: format.plainDate(to),
                      }),
                  ...(verified ? [] : [t('calendar.unverified')]),
                ].join(' · '),
              }))}
            />
          ) : (
            <WarningText>{t('calendar.unknown', { year })}</WarningText>
          )}
        </Card>
      ))}
    </Layout>
  )
}
