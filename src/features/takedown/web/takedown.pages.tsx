import type { ComponentChildren } from 'preact'
import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  inWords,
  Masked,
  Radios,
  Select,
  StatusTag,
  SummaryList,
  Textarea,
  Timeline,
  WarningText,
  type Tone,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import {
  askers,
  movesFrom,
  platforms,
  takenUnder18,
  targetKinds,
  type TakedownState,
} from '../domain/takedown.js'
import type { Takedown, TakedownFrame } from '../use-cases/open-takedowns.js'
import type { OneTakedown, TakedownsOfCase } from '../use-cases/read-takedowns.js'

export const takedownPath = (caseId: string): string => `/cases/${caseId}/takedown`

const tones: Readonly<Record<TakedownState, Tone>> = {
  noted: 'new',
  requested: 'waiting',
  acknowledged: 'waiting',
  removed: 'good',
  refused: 'returned',
  reappeared: 'danger',
  entered_in_error: 'neutral',
}

export const StateTag = ({ takedown }: { takedown: Takedown }) => {
  const { t } = usePage()
  return (
    <>
      <StatusTag tone={tones[takedown.state]} dot={takedown.state === 'reappeared'}>
        {t(`takedown.state.${takedown.state}`)}
      </StatusTag>
      {takedown.isUnanswered && (
        <>
          {' '}
          <StatusTag tone="danger" dot>
            {t('takedown.unanswered')}
          </StatusTag>
        </>
      )}
      {takedown.preservationEnds !== 'no' && (
        <>
          {' '}
          <StatusTag tone="danger" dot>
            {t(`takedown.preservation.${takedown.preservationEnds}`)}
          </StatusTag>
        </>
      )}
    </>
  )
}

const usePlatform = (): ((takedown: Pick<Takedown, 'platform' | 'platformName'>) => string) => {
  const { t } = usePage()
  return ({ platform, platformName }) => platformName ?? t(`takedown.platform.${platform}`)
}

/** What is to be removed from the net, and how far that is. */
export const TakedownsPage = ({ frame, takedowns, mayChange }: TakedownsOfCase) => {
  const { t, format } = usePage()
  const platformOf = usePlatform()
  return (
    <CasePage
      frame={frame}
      title={t('takedown.title')}
      actions={
        mayChange && <Button href={`${takedownPath(frame.caseId)}/new`}>{t('takedown.new')}</Button>
      }
    >
      <InsetText>{t('takedown.never-look')}</InsetText>
      <Card title={t('takedown.list')}>
        {takedowns.length === 0 ? (
          <EmptyState title={t('takedown.none')}>{t('takedown.none.text')}</EmptyState>
        ) : (
          <DataTable
            caption={t('takedown.list')}
            plain
            firstCellIsHeader
            head={[
              { text: t('takedown.column.number') },
              { text: t('takedown.column.target') },
              { text: t('takedown.column.platform') },
              { text: t('takedown.column.state') },
              { text: t('takedown.column.until') },
            ]}
            rows={takedowns.map((takedown) => [
              {
                text: (
                  <a class="govuk-link" href={`${takedownPath(frame.caseId)}/${takedown.id}`}>
                    {takedown.number}
                  </a>
                ),
              },
              {
                text: <Target takedown={takedown} />,
              },
              { text: platformOf(takedown) },
              { text: <StateTag takedown={takedown} /> },
              {
                text: takedown.preserveUntil === null ? '–' : format.date(takedown.preserveUntil),
              },
            ])}
          />
        )}
      </Card>
    </CasePage>
  )
}

/** The address made harmless, or the hash: text, never a link. */
const Target = ({ takedown }: { takedown: Takedown }) => {
  const { t } = usePage()
  return (
    <span class="ba-written">
      {takedown.kind === 'url' ? '' : `${t(`takedown.kind.${takedown.kind}`)}: `}
      {takedown.shown}
    </span>
  )
}

export interface NewTakedownView {
  readonly frame: TakedownFrame
  readonly values: Typed
  readonly errors: FieldErrors
  /** What is wrong with lines of the list, ready to be read. */
  readonly lines: string | undefined
}

/** Notes addresses or hashes, several at once. */
export const NewTakedownPage = ({ frame, values, errors, lines }: NewTakedownView) => {
  const { t } = usePage()
  const said = complaintsOf(errors, t)
  const complaints = lines === undefined ? said : { ...said, targets: lines }
  const list = errorsOf(complaints, ['kind', 'targets', 'platform', 'platformName', 'age', 'asker'])
  return (
    <TakedownStep frame={frame} title={t('takedown.new')} errors={list.length > 0}>
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <h1>{t('takedown.new')}</h1>
      <WarningText>{t('takedown.never-look')}</WarningText>
      <Form action={takedownPath(frame.caseId)}>
        <Radios
          name="kind"
          fieldset={{ legend: { text: t('takedown.kind'), classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={complaints['kind']}
          value={typedText(values, 'kind') || 'url'}
          items={targetKinds.map((kind) => ({
            value: kind,
            text: t(`takedown.kind.${kind}`),
          }))}
        />
        <Textarea
          name="targets"
          label={{ text: t('takedown.targets'), classes: 'govuk-label--s' }}
          hint={t('takedown.targets.hint')}
          errorMessage={complaints['targets']}
          value={typedText(values, 'targets')}
          rows={5}
          spellcheck={false}
        />
        <Select
          name="platform"
          label={{ text: t('takedown.platform'), classes: 'govuk-label--s' }}
          errorMessage={complaints['platform']}
          value={typedText(values, 'platform')}
          items={[
            { value: '', text: t('forms.choose') },
            ...platforms.map((platform) => ({
              value: platform,
              text: t(`takedown.platform.${platform}`),
            })),
          ]}
        />
        <Input
          name="platformName"
          label={{ text: t('takedown.platform-name'), classes: 'govuk-label--s' }}
          hint={t('takedown.platform-name.hint')}
          errorMessage={complaints['platformName']}
          value={typedText(values, 'platformName')}
        />
        <Radios
          name="age"
          fieldset={{ legend: { text: t('takedown.age'), classes: 'govuk-fieldset__legend--s' } }}
          hint={t('takedown.age.hint')}
          errorMessage={complaints['age']}
          value={typedText(values, 'age')}
          classes="govuk-radios--inline"
          items={takenUnder18.map((age) => ({ value: age, text: t(`takedown.age.${age}`) }))}
        />
        <Radios
          name="asker"
          fieldset={{
            legend: { text: t('takedown.asker'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['asker']}
          value={typedText(values, 'asker')}
          items={askers.map((asker) => {
            const hint = `takedown.asker.${asker}.hint`
            return {
              value: asker,
              text: t(`takedown.asker.${asker}`),
              ...(isSentence(hint) ? { hint: t(hint) } : {}),
            }
          })}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t('takedown.note')}</Button>
          <Button variant="secondary" href={takedownPath(frame.caseId)}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </TakedownStep>
  )
}

/** A step below the list, with the way back and the safe contact in sight. */
export const TakedownStep = (props: {
  readonly frame: TakedownFrame
  readonly title: string
  readonly errors?: boolean
  readonly back?: { readonly href: string; readonly text: string }
  readonly children: ComponentChildren
}) => {
  const { t } = usePage()
  const { frame, title, errors, back, children } = props
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={errors}
      back={back ?? { href: takedownPath(frame.caseId), text: t('takedown.title') }}
    >
      {children}
    </CasePage>
  )
}

export interface TakedownView extends OneTakedown {
  /** The address as it is, once somebody asked to copy it. */
  readonly address: string | null
}

// The word in the address of the step that leads to a state.
const stepTo: Readonly<Partial<Record<TakedownState, string>>> = {
  requested: 'request',
  acknowledged: 'acknowledge',
  removed: 'remove',
  refused: 'refuse',
  reappeared: 'reappear',
  entered_in_error: 'error',
}

/** One request: where it stands, what can be done next, and what was done. */
export const TakedownPage = (view: TakedownView) => {
  const { t, format } = usePage()
  const platformOf = usePlatform()
  const { frame, takedown, story, mayChange, address } = view
  const path = `${takedownPath(frame.caseId)}/${takedown.id}`
  const day = (at: Date | null): string | false => at !== null && format.date(at)
  const row = (key: string, value: string | false) => value !== false && { key, value }
  const reason = reasonOf(takedown)
  return (
    <TakedownStep frame={frame} title={t('takedown.one', { number: takedown.number })}>
      <h1>{inWords(t('takedown.one', { number: takedown.number }))}</h1>
      <p>
        <StateTag takedown={takedown} />
      </p>
      {view.shouldPreserveFirst && takedown.state === 'noted' && (
        <WarningText>{t('takedown.preserve-first')}</WarningText>
      )}
      <Card title={t('takedown.what')}>
        <SummaryList
          rows={[
            { key: t('takedown.column.target'), value: <Target takedown={takedown} /> },
            {
              key: t('takedown.copy'),
              value:
                address === null ? (
                  <Masked
                    label={t('takedown.copy.label')}
                    value={null}
                    revealAction={`${path}/address`}
                  />
                ) : (
                  <>
                    <Textarea
                      name="address"
                      label={t('takedown.copy.text')}
                      hint={t('takedown.never-look')}
                      value={address}
                      rows={3}
                      spellcheck={false}
                      attributes={{ readonly: true }}
                    />
                  </>
                ),
            },
            { key: t('takedown.column.platform'), value: platformOf(takedown) },
            { key: t('takedown.asker'), value: t(`takedown.asker.${takedown.askedBy}`) },
            { key: t('takedown.age'), value: t(`takedown.age.${takedown.takenUnder18}`) },
            takedown.bases.length > 0 && {
              key: t('takedown.basis'),
              value: format.list(takedown.bases.map((basis) => t(`takedown.basis.${basis}`))),
            },
            takedown.reference !== null && {
              key: t('takedown.reference'),
              value: takedown.reference,
            },
            row(t('takedown.day.noted'), day(takedown.notedAt)),
            row(t('takedown.day.requested'), day(takedown.requestedAt)),
            takedown.state === 'requested' &&
              takedown.answerDueAt !== null && {
                key: t('takedown.answer-due'),
                value: `${format.dateTime(takedown.answerDueAt)}. ${t('takedown.answer-due.note')}`,
              },
            row(t('takedown.day.acknowledged'), day(takedown.acknowledgedAt)),
            row(t('takedown.day.removed'), day(takedown.removedAt)),
            row(t('takedown.day.refused'), day(takedown.refusedAt)),
            row(t('takedown.day.reappeared'), day(takedown.reappearedAt)),
            reason !== undefined && { key: t('takedown.reason'), value: t(reason) },
          ]}
        />
      </Card>
      <Card title={t('takedown.preservation')}>
        {takedown.preserveUntil === null || takedown.preservationBasis === null ? (
          <p>{t('takedown.preservation.none')}</p>
        ) : (
          <SummaryList
            rows={[
              {
                key: t('takedown.preserve-until'),
                value: format.date(takedown.preserveUntil),
              },
              {
                key: t('takedown.basis'),
                value: t(`takedown.basis.${takedown.preservationBasis}`),
              },
              row(t('takedown.day.preserved'), day(takedown.preservationAskedAt)),
            ]}
          />
        )}
        {takedown.unpreserved && <p>{t('takedown.unpreserved.told')}</p>}
      </Card>
      {mayChange && takedown.state !== 'entered_in_error' && (
        <ButtonGroup>
          <Button
            href={`${path}/preserve`}
            variant={view.shouldPreserveFirst ? undefined : 'secondary'}
          >
            {t(takedown.preserveUntil === null ? 'takedown.step.preserve' : 'takedown.step.renew')}
          </Button>
          {movesFrom(takedown.state).map((to, at) => (
            <Button
              href={`${path}/${stepTo[to] ?? ''}`}
              variant={
                at > 0 || to === 'entered_in_error' || view.shouldPreserveFirst
                  ? 'secondary'
                  : undefined
              }
            >
              {t(`takedown.step.${stepTo[to] ?? ''}` as 'takedown.step.request')}
            </Button>
          ))}
          <Button href={`${path}/letter`} variant="secondary">
            {t('takedown.letter')}
          </Button>
        </ButtonGroup>
      )}
      <Card title={t('takedown.story')}>
        <Timeline
          items={story.map(({ kind, at, byName, platform, number }) => {
            const title = `takedown.event.${kind}`
            return {
              title: t(isSentence(title) ? title : 'takedown.event.other', {
                number,
                platform: t(`takedown.platform.${platform}`),
              }),
              at: format.dateTime(at),
              by: byName,
            }
          })}
        />
      </Card>
    </TakedownStep>
  )
}

const reasonOf = ({ state, reason }: Takedown) => {
  const list = state === 'refused' ? 'refusal' : 'error'
  const sentence = `takedown.${list}.${reason ?? ''}`
  return isSentence(sentence) ? sentence : undefined
}
