import type { ComponentChildren } from 'preact'
import type { Typed } from '../../../platform/web/form.js'
import { typedText } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  errorsOf,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import type { PlanningFrame } from '../use-cases/case-tasks.js'

export const planPath = (caseId: string): string => `/cases/${caseId}/plan`

/** A form of planning as it is shown: first, or back with what was typed. */
export interface FormView {
  readonly values: Typed
  readonly errors: FieldErrors
}

interface PlanningStepProps {
  readonly frame: PlanningFrame
  readonly title: string
  readonly errors?: FieldErrors | undefined
  /** Where the inputs lie on the page, in their order. */
  readonly places?: readonly string[]
  /** Where it leads back, if not to the plan. */
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly children: ComponentChildren
}

/** A step below the plan of a case, with the way back and the safe contact in sight. */
export const PlanningStep = (props: PlanningStepProps) => {
  const { t } = usePage()
  const { row, safeContact } = props.frame
  const list = errorsOf(complaintsOf(props.errors ?? {}, t), props.places ?? [])
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact }}
      title={props.title}
      errors={list.length > 0}
      back={props.back ?? { href: planPath(row.id), text: t('planning.back') }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <h1>{props.title}</h1>
      {props.children}
    </CasePage>
  )
}

/** The deed, and the way back. */
export const Deed = ({
  text,
  backHref,
  grave = false,
}: {
  readonly text: string
  readonly backHref: string
  readonly grave?: boolean
}) => {
  const { t } = usePage()
  return (
    <ButtonGroup>
      <Button variant={grave ? 'warning' : undefined} preventDoubleClick>
        {text}
      </Button>
      <Button variant="secondary" href={backHref}>
        {t('common.back')}
      </Button>
    </ButtonGroup>
  )
}

/** A calendar day in three fields. */
export const DayField = ({
  name,
  legend,
  hint,
  values,
  complaints,
}: {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
}) => (
  <DateInput
    id={name}
    namePrefix={name}
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--s' } }}
    hint={hint}
    errorMessage={complaints[name]}
    values={{
      day: typedText(values, `${name}-day`),
      month: typedText(values, `${name}-month`),
      year: typedText(values, `${name}-year`),
    }}
  />
)
