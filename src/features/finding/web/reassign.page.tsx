import {
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHeader,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, RiskTag } from '../../cases/index.js'
import type { ReassignChoice } from '../use-cases/reassign-cases.js'

export interface ReassignView extends ReassignChoice {
  readonly to?: string | undefined
  readonly error?: string | undefined
}

const list = '/cases?scope=unit'

/** What is about to be handed over, and to whom: looked at before it is done. */
export const ReassignPage = ({ cases, colleagues, to, error }: ReassignView) => {
  const { t } = usePage()
  const title = t('finding.reassign')
  const complaint = error === undefined ? undefined : complaintsOf({ to: error }, t)['to']
  return (
    <Layout
      title={title}
      errors={complaint !== undefined}
      back={{ href: list, text: t('finding.reassign.back') }}
    >
      {complaint !== undefined && <ErrorSummary errorList={[{ text: complaint, href: '#to' }]} />}
      <PageHeader title={title} />
      <p>{t('finding.reassign.intro', { count: cases.length })}</p>
      <DataTable
        caption={title}
        firstCellIsHeader
        head={[
          { text: t('cases.list.number') },
          { text: t('cases.list.person') },
          { text: t('cases.list.risk') },
          { text: t('cases.list.lead') },
        ]}
        rows={cases.map((row) => [
          { text: row.number },
          {
            text: `${t(`code.age-band.${row.ageBand}`)}, ${t(`code.sex.${row.sex}`).toLowerCase()}`,
          },
          { text: <RiskTag level={row.riskLevel} /> },
          { text: row.leadName },
        ])}
      />
      <Form action="/cases/reassign/confirm">
        {cases.map(({ id }) => (
          <input type="hidden" name="case" value={id} />
        ))}
        <Select
          label={t('finding.reassign.to')}
          name="to"
          value={to}
          errorMessage={complaint}
          items={[
            { value: '', text: '' },
            ...colleagues.map(({ id, displayName }) => ({ value: id, text: displayName })),
          ]}
        />
        <Button preventDoubleClick>{t('finding.reassign.confirm')}</Button>
      </Form>
    </Layout>
  )
}

/** Nothing was chosen, or nothing that is the supervisor's to give. */
export const NoSelectionPage = () => {
  const { t } = usePage()
  return (
    <Layout
      title={t('finding.reassign')}
      errors
      back={{ href: list, text: t('finding.reassign.back') }}
    >
      <PageHeader title={t('finding.reassign')} />
      <EmptyState
        title={t('finding.reassign.none')}
        action={{ href: list, text: t('finding.reassign.back') }}
      >
        {t('finding.reassign.selection')}
      </EmptyState>
    </Layout>
  )
}
