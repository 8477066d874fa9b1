import {
  Button,
  CheckAnswers,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, withNames } from './complaints.js'
import { useAnswers } from './intake-answers.js'
import { IntakeProgress } from './intake-step.page.js'
import { intakeSteps, stepOfField } from './intake-steps.js'
import type { IntakeView } from './intake.view.js'
import type { FoundCase } from '../use-cases/case-finding.js'
import { intakeKey } from '../use-cases/started-intake.js'

export interface IntakeCheckView extends IntakeView {
  readonly intakeId: string
  /** Cases the reader may see in which this may be the same person. */
  readonly similar: readonly FoundCase[]
}

/** All answers once more, before the case is opened. */
export const IntakeCheckPage = (view: IntakeCheckView) => {
  const { t } = usePage()
  const { intakeId, errors } = view
  const answers = useAnswers(view)
  const complaints = Object.entries(withNames(complaintsOf(errors, t), view.names, t))
  const stepPath = (step: string): string => `/cases/new/${intakeId}/${step}`
  return (
    <Layout
      title={`${t('cases.intake.step.check')} – ${t('cases.intake.title')}`}
      errors={complaints.length > 0}
      back={{ href: stepPath('risk') }}
      width="reading"
    >
      {complaints.length > 0 && (
        <ErrorSummary
          errorList={complaints.map(([field, text]) => ({
            text,
            href: `${stepPath(stepOfField(field) ?? 'danger')}#${field}`,
          }))}
        />
      )}
      <IntakeProgress current={intakeSteps.length} />
      <h1>{t('cases.intake.step.check')}</h1>
      {view.similar.length > 0 && <Similar cases={view.similar} />}
      {intakeSteps.map((step) => {
        const title = t(`cases.intake.step.${step}`)
        const rows = answers[step]
        return (
          <CheckAnswers
            card={{
              title,
              actions: [{ href: stepPath(step), text: t('common.change') }],
            }}
            rows={
              rows.length > 0
                ? rows.map(([key, value]) => ({ key, value }))
                : [{ key: title, value: t('cases.intake.check.nothing') }]
            }
          />
        )
      })}
      <InsetText>{t('cases.intake.check.opens')}</InsetText>
      <Form action={`/cases/new/${intakeId}`} idempotencyKey={intakeKey(intakeId)}>
        <Button preventDoubleClick>{t('cases.intake.submit')}</Button>
      </Form>
    </Layout>
  )
}

// By number, initials and age, as in any list: people pass by behind a screen.
const Similar = ({ cases }: { readonly cases: readonly FoundCase[] }) => {
  const { t } = usePage()
  return (
    <InsetText>
      <p>{t('cases.intake.similar')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {cases.map(({ id, row, initials, ageBand, sex, matches }) => (
          <li>
            {row === null ? (
              t('finding.search.shared')
            ) : (
              <a class="govuk-link" href={`/cases/${id}`}>
                {row.number}
              </a>
            )}
            {': '}
            {[
              initials === '' ? t('cases.person.unnamed') : initials,
              t(`code.age-band.${ageBand}`),
              t(`code.sex.${sex}`).toLowerCase(),
              matches.map((kind) => t(`finding.match.${kind}`)).join(', '),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
