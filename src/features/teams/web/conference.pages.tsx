import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  Checkboxes,
  DateInput,
  Form,
  Input,
  InsetText,
  Radios,
  Select,
  StatusTag,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { formatter } from '../../../platform/i18n/index.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestEntry, longestPlace } from '../domain/lengths.js'
import {
  attendanceAnswers,
  conferenceCancelReasons,
  conferenceChannels,
  entryKinds,
  type EntryKind,
} from '../domain/team-codes.js'
import type { TaskOptions } from '../use-cases/assign-task.js'
import type { OneConference } from '../use-cases/read-conference.js'
import { SectionField, TaskFields, UnitsSee } from './task.pages.js'
import { Confirm, ReasonFields, teamPath, TeamStep, type TeamFrameView } from './team-frame.js'

const frameOf = (one: OneConference): TeamFrameView => ({
  caseId: one.conference.caseId,
  teamNumber: one.teamNumber,
  safeContact: one.safeContact,
})

// The time of the clock on the wall where it is held, whoever reads it.
const useTitle = ({ conference }: Pick<OneConference, 'conference'>): string => {
  const { t, locale } = usePage()
  const there = formatter(locale, conference.timeZone)
  return t('teams.conference.title', { date: there.shortDateTime(conference.startsAt) })
}

export interface NewConferenceView {
  readonly options: TaskOptions
  readonly timeZone: string
  readonly values: Typed
  readonly errors: FieldErrors
}

const WhenFields = ({
  values,
  complaints,
  timeZone,
}: {
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
  readonly timeZone: string
}) => {
  const { t, locale } = usePage()
  const zone = formatter(locale, timeZone).zone()
  return (
    <>
      <DateInput
        id="day"
        namePrefix="day"
        fieldset={{
          legend: { text: t('teams.conference.day'), classes: 'govuk-fieldset__legend--s' },
        }}
        hint={t('teams.task.due.hint')}
        errorMessage={complaints['day']}
        values={{
          day: typedText(values, 'day-day'),
          month: typedText(values, 'day-month'),
          year: typedText(values, 'day-year'),
        }}
      />
      <Input
        name="time"
        id="time"
        label={{ text: t('teams.conference.time'), classes: 'govuk-label--s' }}
        hint={t('teams.conference.time.hint', { zone })}
        errorMessage={complaints['time']}
        value={typedText(values, 'time')}
        classes="govuk-input--width-5"
      />
    </>
  )
}

/** Calls members to a conference. */
export const NewConferencePage = ({ options, timeZone, values, errors }: NewConferenceView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = teamPath(options.caseId)
  return (
    <TeamStep
      frame={options}
      title={t('teams.call')}
      errors={errors}
      places={['day-day', 'time', 'channel', 'place', 'units']}
    >
      <Form action={`${path}/conferences/new`}>
        <WhenFields values={values} complaints={complaints} timeZone={timeZone} />
        <Radios
          name="channel"
          fieldset={{
            legend: { text: t('teams.conference.channel'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['channel']}
          value={typedText(values, 'channel')}
          items={conferenceChannels.map((channel) => ({
            value: channel,
            text: t(`code.conference-channel.${channel}`),
          }))}
        />
        <CharacterCount
          name="place"
          label={{ text: t('teams.conference.place'), classes: 'govuk-label--s' }}
          hint={t('teams.conference.place.hint')}
          errorMessage={complaints['place']}
          value={typedText(values, 'place')}
          rows={2}
          maxlength={longestPlace}
        />
        <Checkboxes
          name="units"
          fieldset={{
            legend: { text: t('teams.conference.units'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['units']}
          values={typedList(values, 'units')}
          items={options.units
            .slice(1)
            .map(({ unitId, unitName }) => ({ value: unitId, text: unitName }))}
        />
        <Confirm deed={t('teams.call')} backHref={path} />
      </Form>
    </TeamStep>
  )
}

export interface ConferenceView {
  readonly one: OneConference
  readonly errors: FieldErrors
}

/** One conference: when and where, who comes, what is spoken about, said and decided. */
export const ConferencePage = ({ one, errors }: ConferenceView) => {
  const { t, locale } = usePage()
  const { conference, mayRecord, hasBegun } = one
  const path = `/conferences/${conference.id}`
  const there = formatter(locale, conference.timeZone)
  const tone = { planned: 'new', held: 'good', cancelled: 'neutral' } as const
  const reason = conference.reason
  return (
    <TeamStep frame={frameOf(one)} title={useTitle(one)} errors={errors}>
      <p>
        <StatusTag tone={tone[conference.status]}>
          {conference.status === 'planned' && hasBegun
            ? t('teams.conference.begun')
            : t(`code.conference-status.${conference.status}`)}
        </StatusTag>
      </p>
      <Card title={t('teams.conference')}>
        <SummaryList
          rows={[
            {
              key: t('teams.conference.when'),
              value: `${there.dayAndTime(conference.startsAt)} (${there.zone()})`,
            },
            {
              key: t('teams.conference.where'),
              value: `${t(`code.conference-channel.${conference.channel}`)}: ${one.place}`,
            },
            ...one.invitees.map(({ unitName, answer, attended }) => ({
              key: unitName,
              value:
                attended === null
                  ? answer === null
                    ? t('teams.conference.no-answer')
                    : t(`code.coming.${answer}`)
                  : t(attended ? 'teams.conference.attended' : 'teams.conference.absent'),
            })),
            reason !== null && {
              key: t('teams.reason'),
              value: t(`code.conference-cancel.${reason}`),
            },
          ]}
        />
      </Card>
      {one.mayAnswer && (
        <Form action={`${path}/answer`}>
          <Radios
            name="answer"
            fieldset={{
              legend: { text: t('teams.conference.answer'), classes: 'govuk-fieldset__legend--s' },
            }}
            errorMessage={complaintsOf(errors, t)['answer']}
            value={one.own?.answer ?? ''}
            items={attendanceAnswers.map((answer) => ({
              value: answer,
              text: t(`code.coming.${answer}`),
            }))}
          />
          <Button>{t('teams.conference.answer.send')}</Button>
        </Form>
      )}
      {entryKinds.map((kind) => (
        <Lines one={one} kind={kind} />
      ))}
      {one.tasks.length > 0 && (
        <Card title={t('teams.conference.tasks')}>
          <SummaryList
            rows={one.tasks.map((task) => ({
              key: (
                <a class="govuk-link" href={`/tasks/${task.id}`}>
                  {t(`code.task.${task.kind}`)}
                </a>
              ),
              value: [task.text, task.unitName, there.shortDate(task.dueAt)].join(', '),
            }))}
          />
        </Card>
      )}
      {mayRecord && (
        <>
          {!hasBegun && <InsetText>{t('teams.conference.not-yet')}</InsetText>}
          <ButtonGroup>
            {hasBegun && (
              <>
                <Button href={`${path}/decisions/new`}>{t('teams.conference.add.decision')}</Button>
                <Button href={`${path}/hold`} variant="secondary">
                  {t('teams.conference.hold')}
                </Button>
              </>
            )}
            <Button href={`${path}/cancel`} variant="secondary">
              {t('teams.conference.cancel')}
            </Button>
          </ButtonGroup>
        </>
      )}
    </TeamStep>
  )
}

const Lines = ({ one, kind }: { one: OneConference; kind: EntryKind }) => {
  const { t } = usePage()
  const lines = one.entries.filter((entry) => entry.kind === kind)
  const hidden = one.hidden[kind]
  const { id, caseId } = one.conference
  const mayAdd = one.mayRecord && kind !== 'decision' && (kind === 'agenda' || one.hasBegun)
  if (lines.length === 0 && hidden === 0 && !mayAdd && kind !== 'agenda') return null
  return (
    <Card
      title={t(`code.entry.${kind}`)}
      action={
        mayAdd
          ? {
              href: `/conferences/${id}/lines/new?kind=${kind}`,
              text: t(`teams.conference.add.${kind}`),
            }
          : undefined
      }
    >
      {lines.length === 0 && hidden === 0 && <p>{t('teams.conference.empty')}</p>}
      {lines.map((entry) => (
        <>
          <p>
            {entry.unitName !== null && <strong>{entry.unitName}: </strong>}
            {entry.text}
            <br />
            <span class="ba-clock__note">{t(`code.section.${entry.section}`)}</span>
          </p>
          {kind === 'decision' && one.mayRecord && (
            <p>
              <a
                class="govuk-link"
                href={`${teamPath(caseId)}/tasks/new?decision=${entry.id}&section=${entry.section}`}
              >
                {t('teams.conference.another-task')}
              </a>
            </p>
          )}
        </>
      ))}
      {hidden > 0 && <p>{t('teams.conference.hidden', { count: hidden })}</p>}
    </Card>
  )
}

export interface LineView {
  readonly one: OneConference
  readonly kind: 'agenda' | 'view' | 'dissent'
  readonly values: Typed
  readonly errors: FieldErrors
}

const backTo = (one: OneConference, title: string) => ({
  href: `/conferences/${one.conference.id}`,
  text: title,
})

/** A line of the agenda, of what the person says, or of dissent. */
export const LinePage = ({ one, kind, values, errors }: LineView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = `/conferences/${one.conference.id}`
  return (
    <TeamStep
      frame={frameOf(one)}
      title={t(`teams.conference.add.${kind}`)}
      errors={errors}
      places={['section', 'text', 'unit']}
      back={backTo(one, useTitle(one))}
      aside={<UnitsSee units={one.units} />}
    >
      <Form action={`${path}/lines/new`} hidden={{ kind }} id="form">
        <SectionField
          values={values}
          complaints={complaints}
          label={t('teams.conference.line.section')}
          hint={t('teams.conference.line.section.hint')}
        />
        <CharacterCount
          name="text"
          label={{ text: t('teams.conference.line.text'), classes: 'govuk-label--s' }}
          errorMessage={complaints['text']}
          value={typedText(values, 'text')}
          rows={4}
          maxlength={longestEntry}
        />
        {kind === 'dissent' && (
          <Select
            name="unit"
            label={{ text: t('teams.conference.line.unit'), classes: 'govuk-label--s' }}
            errorMessage={complaints['unit']}
            value={typedText(values, 'unit')}
            items={[
              { value: '', text: t('teams.conference.line.unit.none') },
              ...one.invitees.map(({ unitId, unitName }) => ({ value: unitId, text: unitName })),
            ]}
          />
        )}
        <Confirm deed={t(`teams.conference.add.${kind}`)} backHref={path} />
      </Form>
    </TeamStep>
  )
}

/** A decision, and who does what because of it. */
export const DecisionPage = ({ one, values, errors }: Omit<LineView, 'kind'>) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = `/conferences/${one.conference.id}`
  return (
    <TeamStep
      frame={frameOf(one)}
      title={t('teams.conference.add.decision')}
      errors={errors}
      places={['section', 'decision', 'unit', 'kind', 'text', 'due-day']}
      back={backTo(one, useTitle(one))}
      aside={<UnitsSee units={one.units} />}
    >
      <Form action={`${path}/decisions/new`} id="form">
        <SectionField
          values={values}
          complaints={complaints}
          label={t('teams.conference.line.section')}
          hint={t('teams.conference.line.section.hint')}
        />
        <CharacterCount
          name="decision"
          label={{ text: t('teams.conference.decision.text'), classes: 'govuk-label--s' }}
          errorMessage={complaints['decision']}
          value={typedText(values, 'decision')}
          rows={3}
          maxlength={longestEntry}
        />
        <h2 class="govuk-heading-m">{t('teams.conference.decision.task')}</h2>
        <TaskFields units={one.units} values={values} complaints={complaints} />
        <Confirm deed={t('teams.conference.add.decision')} backHref={path} />
      </Form>
    </TeamStep>
  )
}

export interface EndConferenceView {
  readonly one: OneConference
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Closes it as held, with the next date. */
export const HoldPage = ({ one, version, values, errors }: EndConferenceView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = `/conferences/${one.conference.id}`
  return (
    <TeamStep
      frame={frameOf(one)}
      title={t('teams.conference.hold')}
      errors={errors}
      places={['attended', 'day-day', 'time']}
      back={backTo(one, useTitle(one))}
    >
      <InsetText>{t('teams.conference.hold.effect')}</InsetText>
      <Form action={`${path}/hold`} version={version} id="form">
        <Checkboxes
          name="attended"
          fieldset={{
            legend: {
              text: t('teams.conference.hold.attended'),
              classes: 'govuk-fieldset__legend--s',
            },
          }}
          errorMessage={complaints['attended']}
          values={typedList(values, 'attended')}
          items={one.invitees.map(({ unitId, unitName }) => ({ value: unitId, text: unitName }))}
        />
        <h2 class="govuk-heading-m">{t('teams.conference.hold.next')}</h2>
        <p class="govuk-hint">{t('teams.conference.hold.next.hint')}</p>
        <WhenFields values={values} complaints={complaints} timeZone={one.conference.timeZone} />
        <Confirm deed={t('teams.conference.hold')} backHref={path} />
      </Form>
    </TeamStep>
  )
}

/** Calls it off, with a reason. */
export const CancelConferencePage = ({ one, version, values, errors }: EndConferenceView) => {
  const { t } = usePage()
  const path = `/conferences/${one.conference.id}`
  return (
    <TeamStep
      frame={frameOf(one)}
      title={t('teams.conference.cancel.title')}
      errors={errors}
      back={backTo(one, useTitle(one))}
    >
      <Form action={`${path}/cancel`} version={version} id="form">
        <ReasonFields
          codes={conferenceCancelReasons}
          sentenceOf={(code) =>
            `code.conference-cancel.${code}` as 'code.conference-cancel.postponed'
          }
          reason={typedText(values, 'reason')}
          errors={errors}
        />
        <Confirm deed={t('teams.conference.cancel')} backHref={path} grave />
      </Form>
    </TeamStep>
  )
}
