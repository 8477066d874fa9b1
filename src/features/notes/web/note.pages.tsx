import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  DateInput,
  Details,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Timeline,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestNote, noteErrors } from '../domain/note.js'
import type { OneNote } from '../use-cases/read-notes.js'
import type { NoteOptions } from '../use-cases/write-note.js'

export interface NewNoteView {
  readonly options: NoteOptions
  readonly values: Typed
  readonly errors: FieldErrors
}

const timelinePath = (caseId: string): string => `/cases/${caseId}/timeline`

/** Writes a note: what happened, when, and which part of the case it belongs to. */
export const NewNotePage = ({ options, values, errors }: NewNoteView) => {
  const { t, format } = usePage()
  const { caseId, number, safeContact, writable, proposed } = options
  const complaints = complaintsOf(errors, t)
  const list = errorsOf(complaints, ['section', 'happened-day', 'time', 'text'])
  return (
    <CasePage
      frame={{ caseId, number, safeContact }}
      title={t('notes.new')}
      errors={list.length > 0}
      back={{ href: timelinePath(caseId), text: t('timeline.title') }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <h1>{t('notes.new')}</h1>
      <Form action={`/cases/${caseId}/notes`}>
        <Select
          name="section"
          label={{ text: t('notes.section'), classes: 'govuk-label--s' }}
          hint={t('notes.section.hint')}
          errorMessage={complaints['section']}
          value={typedText(values, 'section') || proposed}
          items={writable.map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
          }))}
        />
        <DateInput
          id="happened"
          namePrefix="happened"
          fieldset={{
            legend: { text: t('notes.happened'), classes: 'govuk-fieldset__legend--s' },
          }}
          hint={t('notes.happened.hint')}
          errorMessage={complaints['happened']}
          values={Object.fromEntries(
            ['happened-day', 'happened-month', 'happened-year'].map((name) => [
              name,
              typedText(values, name),
            ]),
          )}
        />
        <Input
          name="time"
          label={{ text: t('notes.time'), classes: 'govuk-label--s' }}
          hint={t('notes.time.hint', { zone: format.zone() })}
          errorMessage={complaints['time']}
          value={typedText(values, 'time')}
          classes="govuk-input--width-5"
        />
        <CharacterCount
          name="text"
          label={{ text: t('notes.text'), classes: 'govuk-label--s' }}
          hint={t('notes.text.hint')}
          errorMessage={complaints['text']}
          value={typedText(values, 'text')}
          rows={10}
          maxlength={longestNote}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t('notes.save')}</Button>
          <Button variant="secondary" href={timelinePath(caseId)}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}

export interface NoteView extends OneNote {
  /** The version the reader has seen: the form that came back keeps it. */
  readonly version: number
  /** What was typed into the form that came back; undefined while none was sent. */
  readonly typed?: { readonly form: 'correct' | 'error'; readonly values: Typed } | undefined
  readonly errors: FieldErrors
}

/** One note: what it says, what it said before, and how to correct it. */
export const NotePage = (view: NoteView) => {
  const { t, format } = usePage()
  const { note, number, safeContact, texts, mayWrite, version, typed, errors } = view
  const { caseId, errorReason, happenedAt, hourKnown } = note
  const [newest, ...earlier] = texts
  const complaints = complaintsOf(errors, t)
  const list = errorsOf(complaints)
  const path = `/cases/${caseId}/notes/${note.id}`
  return (
    <CasePage
      frame={{ caseId, number, safeContact }}
      title={t('notes.one')}
      errors={list.length > 0}
      back={{ href: timelinePath(caseId), text: t('timeline.title') }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <h1>{t('notes.one')}</h1>
      {errorReason !== null && (
        <InsetText>
          {t('notes.in-error-since', {
            reason: t(`notes.error.${errorReason}`),
            by: note.errorByName ?? '',
            at: note.errorAt === null ? '' : format.dateTime(note.errorAt),
          })}
        </InsetText>
      )}
      <Card title={t(`code.section.${note.section}`)}>
        {newest === undefined ? (
          <p>{t('notes.withheld')}</p>
        ) : (
          <p class="ba-written">{newest.text}</p>
        )}
        <SummaryList
          rows={[
            {
              key: t('notes.happened'),
              value: hourKnown ? format.dateTime(happenedAt) : format.date(happenedAt),
            },
            {
              key: t('notes.written'),
              value: `${note.writerName}, ${note.unitName}, ${format.dateTime(note.writtenAt)}`,
            },
            note.correctedAt !== null &&
              newest !== undefined && {
                key: t('notes.corrected'),
                value: `${newest.writerName}, ${format.dateTime(newest.writtenAt)}`,
              },
          ]}
        />
      </Card>
      {earlier.length > 0 && (
        <Card title={t('notes.earlier')}>
          <Timeline
            items={earlier.map(({ text, writtenAt, writerName }) => ({
              title: <span class="ba-written">{text}</span>,
              at: format.dateTime(writtenAt),
              by: writerName,
            }))}
          />
        </Card>
      )}
      {mayWrite && errorReason === null && newest !== undefined && (
        <>
          <Details summaryText={t('notes.correct')} open={typed?.form === 'correct'}>
            <p>{t('notes.correct.text')}</p>
            <Form action={`${path}/correct`} version={version}>
              <CharacterCount
                name="text"
                label={{ text: t('notes.text'), classes: 'govuk-label--s' }}
                errorMessage={complaints['text']}
                value={typed?.form === 'correct' ? typedText(typed.values, 'text') : newest.text}
                rows={8}
                maxlength={longestNote}
              />
              <Button preventDoubleClick>{t('notes.correct.save')}</Button>
            </Form>
          </Details>
          <Details summaryText={t('notes.error')} open={typed?.form === 'error'}>
            <p>{t('notes.error.text')}</p>
            <Form action={`${path}/enter-in-error`} version={version}>
              <Radios
                name="reason"
                fieldset={{
                  legend: { text: t('notes.error.why'), classes: 'govuk-fieldset__legend--s' },
                }}
                errorMessage={complaints['reason']}
                value={typed?.form === 'error' ? typedText(typed.values, 'reason') : undefined}
                items={noteErrors.map((reason) => ({
                  value: reason,
                  text: t(`notes.error.${reason}`),
                }))}
              />
              <Button variant="warning" preventDoubleClick>
                {t('notes.error.save')}
              </Button>
            </Form>
          </Details>
        </>
      )}
    </CasePage>
  )
}
