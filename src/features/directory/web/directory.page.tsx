import {
  DataTable,
  EmptyState,
  FilterPanel,
  Layout,
  PageHeader,
  Pagination,
  Select,
  StatusTag,
  type Absent,
  type Text,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { sectors } from '../../../platform/access/sectors.js'
import type { Province } from '../domain/provinces.js'
import { serviceTypes } from '../domain/service-types.js'
import type { UnitFilter } from '../domain/unit-filter.js'
import type { UnitNow } from '../use-cases/list-units.js'
import { directoryPath } from './directory-filter.js'

export interface ShownUnit extends UnitNow {
  readonly provinceName: string
}

interface DirectoryView {
  readonly filter: UnitFilter
  readonly provinces: readonly Province[]
  readonly units: readonly ShownUnit[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

const Filters = ({ filter, provinces }: Pick<DirectoryView, 'filter' | 'provinces'>) => {
  const { t } = usePage()
  const any = { value: '', text: t('directory.filter.any') }
  return (
    <>
      <Select
        label={t('directory.filter.sector')}
        name="sector"
        value={filter.sector}
        items={[any, ...sectors.map((value) => ({ value, text: t(`code.sector.${value}`) }))]}
      />
      <Select
        label={t('directory.filter.service')}
        name="service"
        value={filter.service}
        items={[any, ...serviceTypes.map((value) => ({ value, text: t(`code.service.${value}`) }))]}
      />
      <Select
        label={t('directory.filter.province')}
        name="province"
        value={filter.provinceCode}
        items={[any, ...provinces.map(({ code, name }) => ({ value: code, text: name }))]}
      />
    </>
  )
}

/** Whether somebody answers there now, and whether they take referrals. */
export const UnitState = ({ unit }: { unit: ShownUnit }) => {
  const { t } = usePage()
  return (
    <>
      <StatusTag tone={unit.isOpenNow ? 'good' : 'neutral'}>
        {t(unit.isOpenNow ? 'directory.open-now' : 'directory.closed-now')}
      </StatusTag>
      {!unit.takingReferrals && (
        <>
          {' '}
          <StatusTag tone="waiting">{t('directory.not-taking')}</StatusTag>
        </>
      )}
      {!unit.onBenAn && (
        <>
          {' '}
          <StatusTag tone="neutral">{t('directory.outside')}</StatusTag>
        </>
      )}
    </>
  )
}

const Lines = ({ items }: { items: readonly (Text | Absent)[] }) => (
  <>
    {items.filter(isSaid).map((item, index) => (
      <>
        {index > 0 && <br />}
        {item}
      </>
    ))}
  </>
)

const isSaid = (item: Text | Absent): boolean =>
  item !== null && item !== undefined && item !== false

const Units = ({ units, firstHref, nextHref }: DirectoryView) => {
  const { t, format } = usePage()
  if (units.length === 0)
    return <EmptyState title={t('directory.empty.title')}>{t('directory.empty.text')}</EmptyState>
  return (
    <>
      <p class="govuk-body">{t('directory.results', { count: units.length })}</p>
      <DataTable
        caption={t('directory.title')}
        head={[
          { text: t('directory.field.unit') },
          { text: t('directory.field.sector') },
          { text: t('directory.field.province') },
          { text: t('directory.field.phone') },
          { text: t('directory.field.now') },
        ]}
        firstCellIsHeader
        rows={units.map((unit) => [
          {
            text: (
              <a class="govuk-link" href={`/directory/${unit.id}`}>
                {unit.name}
              </a>
            ),
          },
          { text: <Lines items={[t(`code.sector.${unit.sector}`), unit.agencyName]} /> },
          { text: <Lines items={[unit.provinceName, unit.commune]} /> },
          {
            text: (
              <Lines
                items={[
                  unit.phone ?? t('common.not-recorded'),
                  unit.isHidden && unit.phone !== null && t('directory.field.hotline'),
                ]}
              />
            ),
          },
          {
            text: (
              <Lines
                items={[
                  <UnitState unit={unit} />,
                  unit.assuredOn === null
                    ? t('directory.never-assured')
                    : t('directory.assured-on', { date: format.plainDate(unit.assuredOn) }),
                ]}
              />
            ),
          },
        ])}
      />
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('directory.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </>
  )
}

export const DirectoryPage = (view: DirectoryView) => {
  const { t } = usePage()
  const { filter, provinces } = view
  const { sector, service, provinceCode } = filter
  const chips = [
    sector !== undefined && {
      text: t(`code.sector.${sector}`),
      removeHref: directoryPath({ ...filter, sector: undefined }),
    },
    service !== undefined && {
      text: t(`code.service.${service}`),
      removeHref: directoryPath({ ...filter, service: undefined }),
    },
    provinceCode !== undefined && {
      text: provinces.find(({ code }) => code === provinceCode)?.name ?? provinceCode,
      removeHref: directoryPath({ ...filter, provinceCode: undefined }),
    },
  ].filter((chip) => chip !== false)

  return (
    <Layout title={t('directory.title')}>
      <PageHeader title={t('directory.title')} />
      <FilterPanel
        action="/directory"
        chips={chips}
        clearHref="/directory"
        results={<Units {...view} />}
      >
        <Filters filter={filter} provinces={provinces} />
      </FilterPanel>
    </Layout>
  )
}
