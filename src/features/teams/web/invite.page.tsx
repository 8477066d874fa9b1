import { sections } from '../../../platform/access/sections.js'
import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  CheckAnswers,
  Checkboxes,
  EmptyState,
  Form,
  InsetText,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { serviceTypes } from '../../directory/index.js'
import { SharedSections, urgencies } from '../../referrals/index.js'
import { longestNeed } from '../domain/lengths.js'
import type {
  InvitationCheck,
  InvitationOptions,
  InvitationUnits,
} from '../use-cases/invite-unit.js'
import { PreviewRows, type PreviewView } from './preview-rows.js'
import { teamPath, TeamStep } from './team-frame.js'

export interface ChooseUnitView extends InvitationUnits {
  readonly errors: FieldErrors
}

/** First: which unit. */
export const ChooseUnitPage = ({ units, errors, ...frame }: ChooseUnitView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  return (
    <TeamStep frame={frame} title={t('teams.invite')} errors={errors}>
      <form method="get" action={`${teamPath(frame.caseId)}/invite`} noValidate>
        <Select
          name="unit"
          label={{ text: t('teams.invite.unit'), classes: 'govuk-label--m' }}
          errorMessage={complaints['unit']}
          value=""
          items={[
            { value: '', text: t('teams.invite.unit.choose') },
            ...units.map(({ id, name, sector }) => ({
              value: id,
              text: `${name} (${t(`code.sector.${sector}`).toLowerCase()})`,
            })),
          ]}
        />
        <Button>{t('common.continue')}</Button>
      </form>
    </TeamStep>
  )
}

export interface InviteView {
  readonly options: InvitationOptions
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Then: what for, and what they are to see. */
export const InvitePage = ({ options, values, errors }: InviteView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const { unit, offered, caseId } = options
  const path = `${teamPath(caseId)}/invite`
  const title = t('teams.invite.title', { unit: unit.name })
  if (offered.length === 0)
    return (
      <TeamStep frame={options} title={title}>
        <EmptyState
          title={t('teams.invite.no-consent')}
          action={{
            href: `/cases/${caseId}/consents/new?unit=${unit.id}&return=${encodeURIComponent(`${path}?unit=${unit.id}`)}`,
            text: t('teams.invite.record-consent'),
          }}
        >
          {t('teams.invite.no-consent.text')}
        </EmptyState>
      </TeamStep>
    )
  return (
    <TeamStep
      frame={options}
      title={title}
      errors={errors}
      places={['purpose', 'urgency', 'need', 'sections']}
    >
      <Form action={`${path}/check`} hidden={{ unit: unit.id }}>
        <Select
          name="purpose"
          label={{ text: t('teams.invite.purpose'), classes: 'govuk-label--m' }}
          errorMessage={complaints['purpose']}
          value={typedText(values, 'purpose')}
          items={[
            { value: '', text: t('teams.invite.purpose.choose') },
            ...serviceTypes.map((service) => ({
              value: service,
              text: t(`code.service.${service}`),
            })),
          ]}
        />
        <Radios
          name="urgency"
          fieldset={{
            legend: { text: t('teams.invite.urgency'), classes: 'govuk-fieldset__legend--m' },
          }}
          errorMessage={complaints['urgency']}
          value={typedText(values, 'urgency')}
          items={urgencies.map((urgency) => ({
            value: urgency,
            text: t(`code.urgency.${urgency}`),
          }))}
        />
        <CharacterCount
          name="need"
          label={{ text: t('teams.invite.need'), classes: 'govuk-label--m' }}
          hint={t('teams.invite.need.hint')}
          errorMessage={complaints['need']}
          value={typedText(values, 'need')}
          rows={4}
          maxlength={longestNeed}
        />
        <Checkboxes
          name="sections"
          fieldset={{
            legend: { text: t('teams.invite.sections'), classes: 'govuk-fieldset__legend--m' },
          }}
          hint={t('teams.invite.sections.hint')}
          errorMessage={complaints['sections']}
          values={typedList(values, 'sections')}
          items={sections
            .filter((section) => offered.includes(section))
            .map((section) => ({ value: section, text: t(`code.section.${section}`) }))}
        />
        {options.mayShareThePlan && <InsetText>{t('teams.invite.plan')}</InsetText>}
        <Button>{t('common.continue')}</Button>
      </Form>
    </TeamStep>
  )
}

export interface InviteCheckView {
  readonly check: Omit<InvitationCheck, 'before'>
  readonly before: PreviewView
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Last: exactly what the unit will see, before and after it joins. */
export const InviteCheckPage = ({ check, before, values, errors }: InviteCheckView) => {
  const { t } = usePage()
  const { unit, caseId, withheld } = check
  const path = `${teamPath(caseId)}/invite`
  const chosen = typedList(values, 'sections')
  const hidden = {
    unit: unit.id,
    purpose: typedText(values, 'purpose'),
    urgency: typedText(values, 'urgency'),
    need: typedText(values, 'need'),
  }
  return (
    <TeamStep
      frame={check}
      title={t('teams.invite.check')}
      errors={errors}
      back={{
        href: `${path}?unit=${unit.id}`,
        text: t('teams.invite.title', { unit: unit.name }),
      }}
    >
      <CheckAnswers rows={[{ key: t('teams.column.unit'), value: unit.name }]} />
      <Card title={t('teams.invite.before', { unit: unit.name })}>
        <PreviewRows preview={before} />
      </Card>
      <SharedSections title={t('teams.invite.after', { unit: unit.name })} views={check.after} />
      {withheld.length > 0 && (
        <Card title={t('teams.invite.withheld')} size="small">
          <ul class="govuk-list govuk-list--bullet">
            {withheld.map(({ section, why }) => (
              <li>
                {t(`code.section.${section}`)}: {t(`code.withheld.${why}`).toLowerCase()}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {check.mayShareThePlan && <InsetText>{t('teams.invite.plan')}</InsetText>}
      <Form action={path} hidden={hidden} id="form">
        {chosen.map((section) => (
          <input type="hidden" name="sections" value={section} />
        ))}
        <ButtonGroup>
          <Button preventDoubleClick>{t('teams.invite.send')}</Button>
        </ButtonGroup>
      </Form>
      <Form action={`${path}/change`} hidden={hidden}>
        {chosen.map((section) => (
          <input type="hidden" name="sections" value={section} />
        ))}
        <Button variant="secondary">{t('teams.invite.change')}</Button>
      </Form>
    </TeamStep>
  )
}
