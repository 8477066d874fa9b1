import type { Section } from '../../../platform/access/sections.js'
import { Card, DataTable, EmptyState, InsetText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { SectionChange } from '../use-cases/read-history.js'
import { saySectionRow, type SectionRow } from '../use-cases/section-view.js'
import type { Onlooker } from '../use-cases/who-sees.js'
import { CasePage, type CaseFrameView } from './case-frame.js'

export interface SectionHistoryView {
  readonly frame: CaseFrameView
  readonly section: Section
  readonly changes: readonly SectionChange[]
}

/** Who wrote what into a section, when, and what stood there before. */
export const SectionHistoryPage = ({ frame, section, changes }: SectionHistoryView) => {
  const { t } = usePage()
  const name = t(`code.section.${section}`)
  const title = t('cases.records.history')
  return (
    <CasePage
      frame={frame}
      title={title}
      back={{ href: `/cases/${frame.caseId}/sections`, text: t('cases.sections') }}
    >
      <h1>
        {title}: {name}
      </h1>
      <InsetText>{t('cases.records.history.note')}</InsetText>
      {changes.length === 0 ? (
        <EmptyState title={t('cases.records.history.none')}>
          {t('cases.records.history.none.text')}
        </EmptyState>
      ) : (
        changes.map((change) => <Change change={change} />)
      )}
    </CasePage>
  )
}

const Change = ({ change }: { change: SectionChange }) => {
  const { t, format, locale } = usePage()
  const { at, by, title, kind, reason, rows } = change
  const what = title === null ? t('cases.section.notes') : title[locale]
  const said = (row: SectionRow | null): string =>
    row === null ? '–' : saySectionRow(row, locale).value
  return (
    <Card
      size="small"
      title={t(`cases.records.${kind}`, { what })}
      tag={
        <span class="govuk-hint">
          {format.dateTime(at)}
          {by === null ? '' : ` · ${by}`}
        </span>
      }
    >
      {reason !== null && (
        <p>
          {t('cases.records.remove.why')} {t(`cases.records.reason.${reason}`)}
        </p>
      )}
      {rows.length > 0 && (
        <DataTable
          plain
          caption={t('cases.records.history')}
          firstCellIsHeader
          head={[
            { text: t('cases.records.what') },
            { text: t('cases.records.before') },
            { text: t('cases.records.after') },
          ]}
          rows={rows.map(({ before, after }) => {
            const row = after ?? before
            return [
              { text: row === null ? '' : saySectionRow(row, locale).label },
              { text: said(before) },
              { text: said(after) },
            ]
          })}
        />
      )}
    </Card>
  )
}

export interface SectionOnlookersView {
  readonly frame: CaseFrameView
  readonly section: Section
  readonly onlookers: readonly Onlooker[]
}

/** Who sees a section at this moment, on what ground and until when. */
export const SectionOnlookersPage = ({ frame, section, onlookers }: SectionOnlookersView) => {
  const { t, format } = usePage()
  const title = t('cases.records.who')
  return (
    <CasePage
      frame={frame}
      title={title}
      back={{ href: `/cases/${frame.caseId}/sections`, text: t('cases.sections') }}
    >
      <h1>
        {title}: {t(`code.section.${section}`)}
      </h1>
      <InsetText>{t('cases.records.who.note')}</InsetText>
      <DataTable
        caption={title}
        firstCellIsHeader
        head={[
          { text: t('cases.records.who.person') },
          { text: t('cases.records.who.ground') },
          { text: t('cases.records.who.until') },
        ]}
        rows={onlookers.map((onlooker) => [
          { text: <Who onlooker={onlooker} /> },
          {
            text: `${t(`cases.records.ground.${onlooker.reason}`)} · ${t(
              onlooker.mayWrite ? 'cases.records.who.writes' : 'cases.records.who.reads',
            )}`,
          },
          {
            text:
              onlooker.until === null
                ? t('cases.records.who.no-end')
                : format.dateTime(onlooker.until),
          },
        ])}
      />
    </CasePage>
  )
}

const Who = ({ onlooker }: { onlooker: Onlooker }) => {
  const { t, format } = usePage()
  const { kind, worker, unit, names } = onlooker
  return (
    <>
      {kind === 'worker' ? worker : t(`cases.records.who.${kind}`)}
      <span class="govuk-hint">
        {[unit, names.length === 0 ? null : format.list(names)]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </>
  )
}
