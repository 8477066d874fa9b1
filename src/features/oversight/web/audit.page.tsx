import { outcomes } from '../../../platform/audit/index.js'
import {
  Button,
  Columns,
  FilterPanel,
  Form,
  Input,
  Layout,
  PageHeader,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isKnownDeed, knownDeeds } from '../domain/deeds.js'
import type { Seal } from '../use-cases/read-seal.js'
import type { TrailRow } from '../use-cases/read-trail.js'
import { trailPath, type AskedFor } from './audit-filter.js'
import { SealCard } from './seal-card.js'
import { TrailTable } from './trail-table.js'

interface AuditView {
  readonly asked: AskedFor
  readonly rows: readonly TrailRow[]
  readonly seal: Seal
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

const Filters = ({ asked }: { asked: AskedFor }) => {
  const { t } = usePage()
  const any = { value: '', text: t('oversight.filter.any') }
  return (
    <>
      <Input
        label={t('oversight.filter.case')}
        hint={t('oversight.filter.case.hint')}
        name="case"
        value={asked.case}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        label={t('oversight.filter.worker')}
        name="worker"
        value={asked.worker}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Select
        label={t('oversight.filter.action')}
        name="action"
        value={asked.action}
        items={[any, ...knownDeeds.map((value) => ({ value, text: t(`oversight.deed.${value}`) }))]}
      />
      <Select
        label={t('oversight.filter.outcome')}
        name="outcome"
        value={asked.outcome}
        items={[
          any,
          ...outcomes.map((value) => ({ value, text: t(`oversight.outcome.${value}`) })),
        ]}
      />
      <Input label={t('oversight.filter.from')} name="from" type="date" value={asked.from} />
      <Input label={t('oversight.filter.to')} name="to" type="date" value={asked.to} />
    </>
  )
}

const useChips = (asked: AskedFor): { text: string; removeHref: string }[] => {
  const { t, format } = usePage()
  const chip = (name: keyof AskedFor, text: string) => ({
    text,
    removeHref: trailPath({ ...asked, [name]: undefined }),
  })
  const { action, outcome, from, to } = asked
  return [
    asked.case !== undefined && chip('case', asked.case),
    asked.worker !== undefined && chip('worker', asked.worker),
    action !== undefined &&
      chip('action', isKnownDeed(action) ? t(`oversight.deed.${action}`) : action),
    outcome !== undefined && chip('outcome', t(`oversight.outcome.${outcome}`)),
    from !== undefined && chip('from', `${t('oversight.filter.from')} ${format.plainDate(from)}`),
    to !== undefined && chip('to', `${t('oversight.filter.to')} ${format.plainDate(to)}`),
  ].filter((each) => each !== false)
}

/** Who did or read what, for auditors. */
export const AuditPage = (view: AuditView) => {
  const { t } = usePage()
  const { asked, seal, ...table } = view
  return (
    <Layout title={t('oversight.title')}>
      <PageHeader
        title={t('oversight.title')}
        meta={[t('oversight.lead')]}
        actions={
          <Form action="/audit/verify">
            <Button variant="secondary" preventDoubleClick>
              {t('oversight.seal.verify')}
            </Button>
          </Form>
        }
      />
      <FilterPanel
        action="/audit"
        chips={useChips(asked)}
        clearHref="/audit"
        results={<TrailTable asked={asked} {...table} />}
      >
        <Filters asked={asked} />
      </FilterPanel>
      <Columns>
        <SealCard seal={seal} />
      </Columns>
    </Layout>
  )
}
