import { sections as allTheSections, type Section } from '../../../platform/access/sections.js'
import {
  Button,
  Card,
  Checkboxes,
  DataTable,
  EmptyState,
  Form,
  Pagination,
  Select,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage } from '../../cases/index.js'
import { isKnownDeed } from '../../oversight/index.js'
import type { AccessEntry, CaseAccess } from '../use-cases/read-access.js'

export interface AccessView {
  readonly access: CaseAccess
  readonly asked: { readonly changesOnly: boolean; readonly section: Section | null }
  readonly isFirst: boolean
}

/** Who opened or changed the case, and of what one wants to be told. */
export const AccessPage = ({ access, asked, isFirst }: AccessView) => {
  const { t } = usePage()
  const base = `/cases/${access.caseId}/access`
  const query = new URLSearchParams({
    ...(asked.changesOnly ? { kind: 'changes' } : {}),
    ...(asked.section === null ? {} : { section: asked.section }),
  })
  const hrefOf = (after?: string): string => {
    const whole = new URLSearchParams(query)
    if (after !== undefined) whole.set('after', after)
    return whole.size === 0 ? base : `${base}?${whole}`
  }
  return (
    <CasePage
      frame={access}
      title={t('watching.title')}
      current="access"
      aside={<Watches {...access} />}
    >
      <p>{t('watching.lead')}</p>
      <form method="get" action={base} class="ba-filter-line ba-no-print">
        <Select
          label={t('watching.kind')}
          name="kind"
          value={asked.changesOnly ? 'changes' : 'all'}
          items={[
            { value: 'all', text: t('watching.kind.all') },
            { value: 'changes', text: t('watching.kind.changes') },
          ]}
        />
        <Select
          label={t('watching.section')}
          name="section"
          value={asked.section ?? ''}
          items={[
            { value: '', text: t('watching.section.all') },
            ...allTheSections.map((section) => ({
              value: section,
              text: t(`code.section.${section}`),
            })),
          ]}
        />
        <Button variant="secondary">{t('watching.show')}</Button>
      </form>
      {access.entries.length === 0 ? (
        <EmptyState title={t('watching.none')}>{t('watching.none.text')}</EmptyState>
      ) : (
        <Entries caseId={access.caseId} entries={access.entries} />
      )}
      {(!isFirst || access.next !== null) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={isFirst ? undefined : { href: hrefOf(), text: t('watching.newest') }}
          next={
            access.next === null
              ? undefined
              : { href: hrefOf(access.next), text: t('watching.older') }
          }
        />
      )}
    </CasePage>
  )
}

const Entries = ({
  caseId,
  entries,
}: {
  readonly caseId: string
  readonly entries: readonly AccessEntry[]
}) => {
  const { t, format } = usePage()
  return (
    <DataTable
      caption={t('watching.title')}
      head={[
        { text: t('watching.field.at') },
        { text: t('watching.field.who') },
        { text: t('watching.field.what'), classes: 'ba-column--words' },
        { text: t('watching.field.sections') },
        { text: t('watching.field.why') },
      ]}
      rows={entries.map((entry) => [
        {
          text: (
            <time dateTime={entry.at}>
              <span class="ba-nowrap">{format.date(entry.at)}</span>, {format.time(entry.at)}
            </time>
          ),
        },
        { text: entry.who ?? t('watching.service') },
        {
          text: (
            <>
              {isKnownDeed(entry.action) ? t(`oversight.deed.${entry.action}`) : entry.action}
              {entry.outcome !== 'done' && (
                <>
                  {' '}
                  <StatusTag tone="danger">{t('watching.refused')}</StatusTag>
                </>
              )}
            </>
          ),
        },
        {
          text: entry.sections.map((section, at) => (
            <>
              {at > 0 && ', '}
              {entry.isChange ? (
                <a class="govuk-link" href={`/cases/${caseId}/sections/${section}/history`}>
                  {t(`code.section.${section}`)}
                </a>
              ) : (
                t(`code.section.${section}`)
              )}
            </>
          )),
        },
        { text: format.list(entry.reasons.map((reason) => t(`watching.reason.${reason}`))) },
      ])}
    />
  )
}

const Watches = ({ caseId, watches }: CaseAccess) => {
  const { t } = usePage()
  return (
    <Card title={t('watching.watch')} size="small">
      <Form action={`/cases/${caseId}/access/watch`} isKept={false}>
        <Checkboxes
          name="sections"
          fieldset={{ legend: { text: t('watching.watch.legend') } }}
          hint={t('watching.watch.hint')}
          values={watches.filter(({ isWatched }) => isWatched).map(({ section }) => section)}
          items={watches.map(({ section }) => ({
            value: section,
            text: t(`code.section.${section}`),
          }))}
        />
        <Button variant="secondary">{t('common.save')}</Button>
      </Form>
    </Card>
  )
}
