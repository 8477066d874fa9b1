import type { Outcome } from '../../../platform/audit/index.js'
import {
  DataTable,
  EmptyState,
  Pagination,
  StatusTag,
  type Tone,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isKnownDeed, isKnownSubject } from '../domain/deeds.js'
import type { TrailRow } from '../use-cases/read-trail.js'
import { trailPath, type AskedFor } from './audit-filter.js'

interface TrailTableProps {
  readonly asked: AskedFor
  readonly rows: readonly TrailRow[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

const toneOf: Record<Outcome, Tone> = { done: 'neutral', refused: 'danger', missing: 'returned' }

// Enough to tell ids apart on a page; the export has them whole.
const short = (id: string): string => id.slice(0, 8)

const Who = ({ asked, row: { actor } }: { asked: AskedFor; row: TrailRow }) => {
  const { t } = usePage()
  if (actor === null) return <>{t('oversight.actor.service')}</>
  const name = actor.name ?? t('oversight.actor.unknown', { id: short(actor.id) })
  return (
    <>
      <a
        class="govuk-link"
        href={trailPath({ ...asked, worker: actor.id })}
        aria-label={t('oversight.actor.only', { name })}
      >
        {name}
      </a>
      {actor.unitName !== null && (
        <>
          <br />
          {actor.unitName}
        </>
      )}
    </>
  )
}

const What = ({ row: { action, subject } }: { row: TrailRow }) => {
  const { t } = usePage()
  return (
    <>
      {isKnownDeed(action) ? t(`oversight.deed.${action}`) : action}
      {subject !== null && subject.type !== 'case' && subject.id !== null && (
        <>
          <br />
          {t('oversight.subject', {
            type: isKnownSubject(subject.type)
              ? t(`oversight.subject.${subject.type}`)
              : subject.type,
            id: short(subject.id),
          })}
        </>
      )}
    </>
  )
}

const CaseNumber = ({ asked, row }: { asked: AskedFor; row: TrailRow }) => {
  const { t } = usePage()
  if (row.case === null) return null
  const { number } = row.case
  return number === null ? (
    <>{t('oversight.case.hidden')}</>
  ) : (
    <a class="govuk-link" href={trailPath({ ...asked, case: number })}>
      {number}
    </a>
  )
}

/** The entries of a page, newest first. */
export const TrailTable = ({ asked, rows, firstHref, nextHref }: TrailTableProps) => {
  const { t, format } = usePage()
  if (rows.length === 0)
    return <EmptyState title={t('oversight.empty.title')}>{t('oversight.empty.text')}</EmptyState>
  return (
    <>
      <DataTable
        caption={t('oversight.entries')}
        head={[
          { text: t('oversight.field.at') },
          { text: t('oversight.field.who') },
          { text: t('oversight.field.what') },
          { text: t('oversight.field.case') },
          { text: t('oversight.field.sections') },
          { text: t('oversight.field.outcome') },
        ]}
        rows={rows.map((row) => [
          { text: <time dateTime={row.at}>{format.dateTime(row.at)}</time> },
          { text: <Who asked={asked} row={row} /> },
          { text: <What row={row} /> },
          { text: <CaseNumber asked={asked} row={row} /> },
          { text: format.list(row.sections.map((section) => t(`code.section.${section}`))) },
          {
            text: (
              <StatusTag tone={toneOf[row.outcome]}>
                {t(`oversight.outcome.${row.outcome}`)}
              </StatusTag>
            ),
          },
        ])}
      />
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined ? undefined : { href: firstHref, text: t('oversight.newest') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref, text: t('oversight.older') }}
        />
      )}
    </>
  )
}
