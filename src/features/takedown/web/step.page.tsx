import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  Radios,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import {
  answerHours,
  errorReasons,
  preservationBases,
  proposedDays,
  refusalReasons,
  removalBases,
} from '../domain/takedown.js'
import type { OneTakedown } from '../use-cases/read-takedowns.js'
import { takedownPath, TakedownStep } from './takedown.pages.js'

/** Steps by their word in the address. */
export const steps = [
  'preserve',
  'request',
  'acknowledge',
  'remove',
  'refuse',
  'reappear',
  'error',
] as const
export type Step = (typeof steps)[number]

export interface StepView extends OneTakedown {
  readonly step: Step
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** One step of a request, with what it needs. */
export const StepPage = (view: StepView) => {
  const { t } = usePage()
  const { frame, takedown, step, version, values, errors } = view
  const complaints = complaintsOf(errors, t)
  const list = errorsOf(complaints, [
    'basis',
    'until-day',
    'bases',
    'reference',
    'reason',
    'on-day',
    'unpreserved',
  ])
  const path = `${takedownPath(frame.caseId)}/${takedown.id}`
  const title = t(
    step === 'preserve' && takedown.preserveUntil !== null
      ? 'takedown.step.renew'
      : `takedown.step.${step}`,
  )
  const dayOf = (name: string): Record<string, string> =>
    Object.fromEntries(
      ['day', 'month', 'year'].map((part) => [
        `${name}-${part}`,
        typedText(values, `${name}-${part}`),
      ]),
    )
  const legend = (text: string) => ({
    legend: { text, classes: 'govuk-fieldset__legend--s' },
  })
  return (
    <TakedownStep
      frame={frame}
      title={title}
      errors={list.length > 0}
      back={{ href: path, text: t('takedown.one', { number: takedown.number }) }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <h1>{title}</h1>
      <p>{t(`takedown.step.${step}.text`)}</p>
      <Form action={`${path}/${step}`} version={version}>
        {step === 'preserve' && (
          <>
            <Radios
              name="basis"
              fieldset={legend(t('takedown.basis'))}
              hint={t('takedown.basis.unverified')}
              errorMessage={complaints['basis']}
              value={typedText(values, 'basis')}
              items={preservationBases.map((basis) => {
                const days = proposedDays[basis]
                return {
                  value: basis,
                  text: t(`takedown.basis.${basis}`),
                  ...(days === null
                    ? {}
                    : { hint: t(`takedown.days.${basis as 'hanoi_25'}`, { days }) }),
                }
              })}
            />
            <DateInput
              id="until"
              namePrefix="until"
              fieldset={legend(t('takedown.preserve-until'))}
              hint={t('takedown.until.hint')}
              errorMessage={complaints['until']}
              values={dayOf('until')}
            />
          </>
        )}
        {step === 'request' && (
          <>
            {view.shouldPreserveFirst && <WarningText>{t('takedown.preserve-first')}</WarningText>}
            <Checkboxes
              name="bases"
              fieldset={legend(t('takedown.basis'))}
              hint={t('takedown.basis.unverified')}
              errorMessage={complaints['bases']}
              values={typedList(values, 'bases')}
              items={removalBases.map((basis) => ({
                value: basis,
                text: t(`takedown.basis.${basis}`),
              }))}
            />
            <InsetText>
              {t('takedown.clock', { hours: answerHours[takedown.takenUnder18] })}
            </InsetText>
          </>
        )}
        {step === 'acknowledge' && (
          <Input
            name="reference"
            label={{ text: t('takedown.reference'), classes: 'govuk-label--s' }}
            hint={t('takedown.reference.hint')}
            errorMessage={complaints['reference']}
            value={typedText(values, 'reference')}
          />
        )}
        {(step === 'refuse' || step === 'error') && (
          <Radios
            name="reason"
            fieldset={legend(t('takedown.reason'))}
            errorMessage={complaints['reason']}
            value={typedText(values, 'reason')}
            items={
              step === 'refuse'
                ? refusalReasons.map((reason) => ({
                    value: reason,
                    text: t(`takedown.refusal.${reason}`),
                  }))
                : errorReasons.map((reason) => ({
                    value: reason,
                    text: t(`takedown.error.${reason}`),
                  }))
            }
          />
        )}
        {step !== 'preserve' && step !== 'error' && (
          <DateInput
            id="on"
            namePrefix="on"
            fieldset={legend(t('takedown.on'))}
            errorMessage={complaints['on']}
            values={dayOf('on')}
          />
        )}
        {step === 'request' && view.shouldPreserveFirst && (
          <Checkboxes
            name="unpreserved"
            errorMessage={complaints['unpreserved']}
            values={typedList(values, 'unpreserved')}
            items={[{ value: 'yes', text: t('takedown.unpreserved') }]}
          />
        )}
        <ButtonGroup>
          <Button variant={step === 'error' ? 'warning' : undefined} preventDoubleClick>
            {title}
          </Button>
          <Button variant="secondary" href={path}>
            {t('common.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </TakedownStep>
  )
}
