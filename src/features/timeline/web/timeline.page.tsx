import {
  Button,
  Card,
  Checkboxes,
  EmptyState,
  FilterPanel,
  Input,
  inWords,
  InsetText,
  Pagination,
  Timeline,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage } from '../../cases/index.js'
import { saidEntry } from '../use-cases/entry-words.js'
import type { TimelineEntry } from '../use-cases/timeline-part.js'
import { timelineHref, type TimelineView } from './timeline.view.js'

/** What happened to a case, the newest first, as far as the reader may see it. */
export const TimelinePage = (view: TimelineView) => {
  const { t } = usePage()
  const { caseId, number, safeContact, narrowed, entries, next, lookedThrough } = view
  return (
    <CasePage
      frame={{ caseId, number, safeContact }}
      title={t('timeline.title')}
      current="timeline"
      actions={
        <>
          {view.mayWriteNotes && (
            <Button href={`/cases/${caseId}/notes/new`}>{t('timeline.write-note')}</Button>
          )}
          <Button
            variant="secondary"
            href={timelineHref(caseId, { ...narrowed, after: undefined }, '/print')}
          >
            {t('timeline.print')}
          </Button>
        </>
      }
    >
      <FilterPanel
        action={`/cases/${caseId}/timeline`}
        chips={chipsOf(view, t)}
        clearHref={`/cases/${caseId}/timeline`}
        results={
          <Card title={t('timeline.events')}>
            {lookedThrough !== null && (
              <InsetText>{t('timeline.looked-through', { count: lookedThrough })}</InsetText>
            )}
            {entries.length === 0 ? (
              <EmptyState title={t('timeline.none')}>{t('timeline.none.text')}</EmptyState>
            ) : (
              <Entries entries={entries} />
            )}
            {(next !== null || narrowed.after !== undefined) && (
              <Pagination
                landmarkLabel={t('timeline.pages')}
                previous={
                  narrowed.after === undefined
                    ? undefined
                    : {
                        href: timelineHref(caseId, { ...narrowed, after: undefined }),
                        text: t('timeline.newest'),
                      }
                }
                next={
                  next === null
                    ? undefined
                    : {
                        href: timelineHref(caseId, { ...narrowed, after: next }),
                        text: t('timeline.older'),
                      }
                }
              />
            )}
          </Card>
        }
      >
        <Input
          name="q"
          label={t('timeline.search')}
          hint={t('timeline.search.hint')}
          value={narrowed.search}
        />
        <Checkboxes
          name="kind"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: t('timeline.filter.kind') }}
          values={narrowed.kinds}
          items={view.kinds.map((kind) => ({ value: kind, text: t(`timeline.kind.${kind}`) }))}
        />
        {view.seen.length > 1 && (
          <Checkboxes
            name="section"
            classes="govuk-checkboxes--small"
            fieldset={{ legend: t('timeline.filter.section') }}
            values={narrowed.sections}
            items={view.seen.map((section) => ({
              value: section,
              text: t(`code.section.${section}`),
            }))}
          />
        )}
      </FilterPanel>
    </CasePage>
  )
}

const chipsOf = (
  { caseId, narrowed }: TimelineView,
  t: ReturnType<typeof usePage>['t'],
): { text: string; removeHref: string }[] => {
  const { kinds, sections, search } = narrowed
  const from = { kinds, sections, search }
  return [
    ...(search === ''
      ? []
      : [{ text: `“${search}”`, removeHref: timelineHref(caseId, { ...from, search: '' }) }]),
    ...kinds.map((kind) => ({
      text: t(`timeline.kind.${kind}`),
      removeHref: timelineHref(caseId, {
        ...from,
        kinds: kinds.filter((other) => other !== kind),
      }),
    })),
    ...sections.map((section) => ({
      text: t(`code.section.${section}`),
      removeHref: timelineHref(caseId, {
        ...from,
        sections: sections.filter((other) => other !== section),
      }),
    })),
  ]
}

/** The entries in the reader's words; on paper without ways that lead on. */
export const Entries = ({
  entries,
  onPaper = false,
}: {
  readonly entries: readonly TimelineEntry[]
  readonly onPaper?: boolean
}) => {
  const { t, format } = usePage()
  return (
    <Timeline
      items={entries.map((entry) => {
        const { title, text, remarks } = saidEntry(entry, t, format)
        const { at, by, href, section, isStrong, isDayOnly = false } = entry
        return {
          title:
            href === undefined || onPaper ? (
              title
            ) : (
              <a class="govuk-link" href={href}>
                {inWords(title)}
              </a>
            ),
          at: isDayOnly ? format.date(at) : format.dateTime(at),
          by: [by, section === null ? null : t(`code.section.${section}`), ...remarks]
            .filter((part) => part !== null)
            .join(' · '),
          text: text === null ? undefined : <span class="ba-written">{text}</span>,
          strong: isStrong,
        }
      })}
    />
  )
}
