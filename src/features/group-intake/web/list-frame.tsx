import type { ComponentChildren } from 'preact'
import { ErrorSummary, errorsOf, Layout, PageHeader, Steps } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

const steps = ['columns', 'rows', 'facts', 'check'] as const

interface ListFrameProps {
  readonly title: string
  /** Null before and after the steps. */
  readonly step: (typeof steps)[number] | null
  readonly complaints?: Readonly<Record<string, string>>
  /** Names of fields in the order of the page. */
  readonly order?: readonly string[]
  readonly back?: { readonly href: string; readonly text: string }
  readonly children: ComponentChildren
}

/** A page on the way from a list to cases. */
export const ListFrame = ({
  title,
  step,
  complaints = {},
  order,
  back,
  children,
}: ListFrameProps) => {
  const { t } = usePage()
  const errorList = errorsOf(complaints, order)
  return (
    <Layout
      title={title}
      errors={errorList.length > 0}
      back={back ?? { href: '/groups', text: t('groups.title') }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      {step !== null && (
        <Steps items={steps.map((one) => t(`groups.step.${one}`))} current={steps.indexOf(step)} />
      )}
      {children}
    </Layout>
  )
}
