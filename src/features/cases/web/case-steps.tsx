import { Steps } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { CaseStep } from '../domain/case-status.js'

const afterTheFirst = [
  'assessment',
  'case_plan',
  'service_provision',
  'services_implemented',
  'closed',
] as const satisfies readonly CaseStep[]

/** Where a case stands on its way; one that was opened again begins its way anew. */
export const CaseSteps = ({ step }: { step: CaseStep }) => {
  const { t } = usePage()
  const steps: readonly CaseStep[] = [step === 'reopened' ? 'reopened' : 'new', ...afterTheFirst]
  return (
    <Steps
      items={steps.map((one) => t(`code.case-step.${one}`))}
      current={Math.max(0, steps.indexOf(step))}
    />
  )
}
