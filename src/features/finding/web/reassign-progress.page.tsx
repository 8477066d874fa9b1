import {
  Button,
  DataTable,
  Layout,
  PageHeader,
  StatusTag,
  type Tone,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ReassignState } from '../domain/reassignment.js'
import type { ReassignProgress } from '../use-cases/reassign-cases.js'

const toneOf: Readonly<Record<ReassignState, Tone>> = {
  waiting: 'waiting',
  done: 'good',
  gone: 'neutral',
  unfit: 'danger',
  stale: 'returned',
}

/** How far it is, with what became of each case. */
export const ReassignProgressPage = ({ id, toName, lines }: ReassignProgress) => {
  const { t, format } = usePage()
  const title = t('finding.reassign')
  const done = lines.filter(({ state }) => state !== 'waiting').length
  const isRunning = done < lines.length
  const progress = t('finding.reassign.progress', { done, all: lines.length })
  return (
    <Layout title={title} back={{ href: '/cases?scope=unit', text: t('finding.reassign.back') }}>
      <PageHeader
        title={title}
        meta={[`${t('finding.reassign.to')}: ${toName}`]}
        actions={
          isRunning && (
            <Button href={`/cases/reassign/${id}`}>{t('finding.reassign.refresh')}</Button>
          )
        }
      />
      <p role="status">
        <strong>{progress}</strong>{' '}
        {t(isRunning ? 'finding.reassign.running' : 'finding.reassign.finished')}
      </p>
      <DataTable
        caption={title}
        firstCellIsHeader
        head={[
          { text: t('cases.list.number') },
          { text: t('finding.reassign.result') },
          { text: t('cases.list.updated') },
        ]}
        rows={lines.map(({ caseId, number, state, doneAt }) => [
          {
            text:
              number === null ? (
                t('finding.reassign.hidden')
              ) : (
                <a class="govuk-link" href={`/cases/${caseId}`}>
                  {number}
                </a>
              ),
          },
          {
            text: (
              <StatusTag tone={toneOf[state]}>{t(`finding.reassign.state.${state}`)}</StatusTag>
            ),
          },
          { text: doneAt === null ? '' : format.shortDateTime(doneAt) },
        ])}
      />
    </Layout>
  )
}
