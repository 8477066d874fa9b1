import { Button, InsetText, Layout, PageHeader, SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import type { OpeningHours } from '../domain/opening-hours.js'
import type { UnitView } from '../domain/unit-view.js'
import { UnitState, type ShownUnit } from './directory.page.js'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const agesIn = (t: Translate, { from, to }: UnitView['ages']): string => {
  if (from !== null && to !== null) return t('directory.ages.between', { from, to })
  if (from !== null) return t('directory.ages.from', { from })
  if (to !== null) return t('directory.ages.to', { to })
  return t('directory.ages.all')
}

const Hours = ({ hours }: { hours: OpeningHours }) => {
  const { t } = usePage()
  if (hours.kind === 'always') return <>{t('directory.always-open')}</>
  if (hours.spans.length === 0) return <>{t('directory.hours.none')}</>
  return (
    <ul class="govuk-list">
      {weekdays
        .map((weekday) => ({
          weekday,
          spans: hours.spans.filter((span) => span.weekday === weekday),
        }))
        .filter(({ spans }) => spans.length > 0)
        .map(({ weekday, spans }) => (
          <li>
            {t(`directory.weekday.${weekday}`)}:{' '}
            {spans.map(({ from, to }) => `${from}–${to}`).join(', ')}
          </li>
        ))}
      <li>
        {t(hours.openOnHolidays ? 'directory.hours.holidays' : 'directory.hours.no-holidays')}
      </li>
    </ul>
  )
}

const Places = ({ unit: { places, placesAreRecent } }: { unit: ShownUnit }) => {
  const { t, format } = usePage()
  if (places === null) return <>{t('common.not-recorded')}</>
  const at = format.dayAndTime(places.at)
  return (
    <>
      {placesAreRecent
        ? t('directory.places.are', { free: places.free, total: places.total, at })
        : t('directory.places.old', { at })}
    </>
  )
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul class="govuk-list">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)

export const UnitPage = ({ unit, mayTellPlaces }: { unit: ShownUnit; mayTellPlaces: boolean }) => {
  const { t, format } = usePage()
  const named = (list: 'sex' | 'language', codes: readonly string[]): string =>
    format.list(
      codes.map((code) => {
        const key = `code.${list}.${code}`
        return isSentence(key) ? t(key) : code
      }),
    )

  return (
    <Layout
      title={unit.name}
      breadcrumbs={[{ text: t('directory.title'), href: '/directory' }, { text: unit.name }]}
      width="reading"
    >
      <PageHeader
        title={unit.name}
        meta={[unit.agencyName, t(`code.sector.${unit.sector}`)]}
        tag={<UnitState unit={unit} />}
      />
      {unit.isHidden && <InsetText>{t('directory.place-hidden')}</InsetText>}
      {!unit.onBenAn && <InsetText>{t('directory.outside.text')}</InsetText>}
      <SummaryList
        rows={[
          { key: t('directory.field.province'), value: unit.provinceName },
          unit.commune !== null && { key: t('directory.field.commune'), value: unit.commune },
          {
            key: t(unit.isHidden ? 'directory.field.hotline' : 'directory.field.phone'),
            value: unit.phone ?? t('common.not-recorded'),
          },
          { key: t('directory.field.hours'), value: <Hours hours={unit.hours} /> },
          {
            key: t('directory.field.services'),
            value: <List items={unit.services.map((service) => t(`code.service.${service}`))} />,
          },
          { key: t('directory.field.ages'), value: agesIn(t, unit.ages) },
          {
            key: t('directory.field.sexes'),
            value: unit.sexes.length === 0 ? t('directory.sexes.all') : named('sex', unit.sexes),
          },
          {
            key: t('directory.field.languages'),
            value: named('language', unit.languages),
          },
          {
            key: t('directory.field.referrals'),
            value: t(unit.takingReferrals ? 'directory.taking' : 'directory.not-taking'),
          },
          { key: t('directory.field.places'), value: <Places unit={unit} /> },
          {
            key: t('directory.field.assured'),
            value:
              unit.assuredOn === null
                ? t('directory.never-assured')
                : format.plainDate(unit.assuredOn),
          },
        ]}
      />
      {mayTellPlaces && (
        <Button href={`/directory/${unit.id}/places`} variant="secondary">
          {t('directory.places.change')}
        </Button>
      )}
    </Layout>
  )
}
