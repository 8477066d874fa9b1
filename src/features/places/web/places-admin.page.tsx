import {
  DataTable,
  EmptyState,
  InsetText,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { PlacesOverview } from '../use-cases/oversee-places.js'

/** What of the official list of communes is known here, province by province. */
export const PlacesAdminPage = ({ lastImport, provinces }: PlacesOverview) => {
  const { t, format } = usePage()
  const title = t('places.admin.title')
  return (
    <Layout title={title}>
      <PageHeader title={title} />
      <InsetText>{t('places.admin.note')}</InsetText>
      {lastImport === null ? (
        <EmptyState title={t('places.admin.none')}>{t('places.admin.none.text')}</EmptyState>
      ) : (
        <>
          <p>
            {t('places.admin.last', {
              at: format.dateTime(lastImport.at),
              added: lastImport.added,
              changed: lastImport.changed,
            })}
          </p>
          <DataTable
            caption={t('places.admin.by-province')}
            firstCellIsHeader
            head={[
              { text: t('places.admin.province') },
              { text: t('places.admin.standing') },
              { text: t('places.admin.since') },
              { text: t('places.admin.former') },
            ]}
            rows={provinces.map(({ code, name, standing, since, former }) => [
              { text: `${name} (${code})` },
              { text: standing },
              { text: since === null ? t('places.admin.not-imported') : format.plainDate(since) },
              { text: former },
            ])}
          />
        </>
      )}
    </Layout>
  )
}
