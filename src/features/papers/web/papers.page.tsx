import { typedText, type Typed } from '../../../platform/web/form.js'
import { sectionsOf } from '../../../platform/access/sections.js'
import {
  Button,
  ButtonGroup,
  Card,
  EmptyState,
  ErrorSummary,
  errorsOf,
  FileUpload,
  Form,
  Input,
  Radios,
  StatusTag,
  SummaryList,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import { removalReasons } from '../domain/paper.js'
import type { CasePapersView, PaperView } from '../use-cases/case-papers.js'

/** The documents of a case, and what went out of it as a file. */
export const PapersPage = (papers: CasePapersView) => {
  const { t } = usePage()
  const base = `/cases/${papers.caseId}`
  const mayAdd = papers.writable.length > 0
  return (
    <CasePage
      frame={papers}
      title={t('papers.title')}
      current="papers"
      actions={
        <ButtonGroup>
          {mayAdd && <Button href={`${base}/papers/new`}>{t('papers.add')}</Button>}
          {papers.mayExport && (
            <Button href={`${base}/export`} variant="secondary">
              {t('papers.export')}
            </Button>
          )}
        </ButtonGroup>
      }
    >
      {papers.papers.length === 0 && (
        <EmptyState title={t('papers.none')}>{t('papers.none.text')}</EmptyState>
      )}
      {papers.papers.map((paper) => (
        <PaperCard base={base} paper={paper} />
      ))}
      <Exports {...papers} />
    </CasePage>
  )
}

const PaperCard = ({ base, paper }: { readonly base: string; readonly paper: PaperView }) => {
  const { t, format } = usePage()
  const { id, title, kind, size, section, addedAt, addedBy, removedReason } = paper
  const kilobytes = format.number(Math.max(1, Math.round(size / 1024)))
  return (
    <Card
      title={title}
      tag={
        paper.removedAt === null ? undefined : (
          <StatusTag tone="neutral">{t('papers.removed')}</StatusTag>
        )
      }
    >
      <SummaryList
        rows={[
          { key: t('papers.field.section'), value: t(`code.section.${section}`) },
          {
            key: t('papers.field.kind'),
            value: t('papers.field.kind.is', { kind: kind.toUpperCase(), kilobytes }),
          },
          {
            key: t('papers.field.added'),
            value: t('papers.by', { at: format.dateTime(addedAt), name: addedBy }),
          },
          paper.removedAt !== null &&
            removedReason !== null && {
              key: t('papers.field.removed'),
              value: t('papers.removed-by', {
                at: format.dateTime(paper.removedAt),
                name: paper.removedBy ?? '',
                reason: t(`code.removal.${removedReason}`).toLowerCase(),
              }),
            },
        ]}
      />
      {paper.removedAt === null && (
        <ButtonGroup>
          <Button href={`${base}/papers/${id}/file`} variant="secondary">
            {t('papers.save')}
            <span class="govuk-visually-hidden"> {title}</span>
          </Button>
          {paper.mayRemove && (
            <a class="govuk-link" href={`${base}/papers/${id}/remove`}>
              {t('papers.remove')}
              <span class="govuk-visually-hidden"> {title}</span>
            </a>
          )}
        </ButtonGroup>
      )}
    </Card>
  )
}

/** What went out, for whom and on what ground; the file itself was never kept. */
const Exports = ({ exports }: Pick<CasePapersView, 'exports'>) => {
  const { t, format } = usePage()
  if (exports.length === 0) return null
  return (
    <Card title={t('papers.exports')}>
      <SummaryList
        rows={exports.map(({ purpose, madeAt, madeBy, sections, aboutOthers }) => ({
          key: t(`papers.export.purpose.${purpose}`),
          value: [
            t('papers.by', { at: format.dateTime(madeAt), name: madeBy }),
            format.list(sectionsOf(sections).map((section) => t(`code.section.${section}`))),
            ...(aboutOthers ? [t('papers.exports.with-others')] : []),
          ].join('; '),
        }))}
      />
    </Card>
  )
}

export interface AddPaperView {
  readonly papers: CasePapersView
  readonly values: Typed
  readonly errors: FieldErrors
}

/** One document at a time, with the section that says who may see it. */
export const AddPaperPage = ({ papers, values, errors }: AddPaperView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const base = `/cases/${papers.caseId}/papers`
  return (
    <CasePage
      frame={papers}
      title={t('papers.add')}
      errors={hasErrors}
      back={{ href: base, text: t('papers.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, ['file', 'title', 'section'])} />}
      <h1>{t('papers.add')}</h1>
      <WarningText>{t('papers.no-pictures')}</WarningText>
      <Form action={`${base}/new`} enctype="multipart/form-data">
        <FileUpload
          label={t('papers.file')}
          hint={t('papers.file.hint')}
          name="file"
          accept=".pdf,.docx,.xlsx,.odt,.txt"
          errorMessage={complaints['file']}
        />
        <Input
          label={t('papers.field.title')}
          hint={t('papers.field.title.hint')}
          name="title"
          autocomplete="off"
          value={typedText(values, 'title')}
          errorMessage={complaints['title']}
        />
        <Radios
          name="section"
          fieldset={{
            legend: { text: t('papers.field.section'), classes: 'govuk-fieldset__legend--s' },
          }}
          hint={t('papers.field.section.hint')}
          value={typedText(values, 'section')}
          errorMessage={complaints['section']}
          items={papers.writable.map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
          }))}
        />
        <Button preventDoubleClick>{t('papers.add.submit')}</Button>
      </Form>
    </CasePage>
  )
}

export interface RemovePaperView {
  readonly papers: CasePapersView
  readonly paperId: string
  readonly errors: FieldErrors
}

/** What taking it out means, before it is done. */
export const RemovePaperPage = ({ papers, paperId, errors }: RemovePaperView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const base = `/cases/${papers.caseId}/papers`
  const title = papers.papers.find(({ id }) => id === paperId)?.title ?? ''
  return (
    <CasePage
      frame={papers}
      title={t('papers.remove.title')}
      errors={hasErrors}
      back={{ href: base, text: t('papers.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{t('papers.remove.title')}</h1>
      <p>
        <strong>{title}</strong>
      </p>
      <WarningText>{t('papers.remove.effect')}</WarningText>
      <Form action={`${base}/${paperId}/remove`}>
        <Radios
          name="reason"
          fieldset={{
            legend: { text: t('papers.remove.why'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['reason']}
          items={removalReasons.map((reason) => ({
            value: reason,
            text: t(`code.removal.${reason}`),
          }))}
        />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            {t('papers.remove')}
          </Button>
          <Button variant="secondary" href={base}>
            {t('papers.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}
