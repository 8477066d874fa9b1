import type { ComponentChildren } from 'preact'
import {
  Card,
  Columns,
  ErrorSummary,
  errorsOf,
  Layout,
  PageHeader,
  Steps,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, SafeContactNote, type FieldErrors } from '../../cases/index.js'
import type { ServiceType } from '../../directory/index.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'

const steps = ['need', 'unit', 'sharing', 'check'] as const

/** Where among several this one stands. */
export interface BundlePlace {
  readonly position: number
  readonly count: number
  readonly service: ServiceType
}

interface DraftFrameProps {
  readonly step: (typeof steps)[number]
  readonly title: string
  readonly beside: BesideTheDraft
  /** Which of several that are written together. */
  readonly bundle?: BundlePlace | undefined
  readonly errors?: FieldErrors | undefined
  /** Where a complaint about a field is mended, if not at `#field`. */
  readonly anchors?: Readonly<Record<string, string>> | undefined
  readonly children: ComponentChildren
}

/** A page of the writing of a referral: how far it has come, and what must stay in sight. */
export const DraftFrame = (props: DraftFrameProps) => {
  const { t } = usePage()
  const { step, title, beside, errors = {}, anchors = {} } = props
  const complaints = Object.entries(complaintsOf(errors, t)).map(([field, text]) => [
    anchors[field] ?? field,
    text,
  ])
  const errorList = errorsOf(Object.fromEntries(complaints) as Record<string, string>)
  return (
    <Layout
      title={title}
      errors={errorList.length > 0}
      back={{
        href: `/cases/${beside.caseId}`,
        text: t('referrals.back-to-case', { number: beside.caseNumber }),
      }}
    >
      <Columns notice={<SafeContactNote contact={beside.safeContact} />} aside={<WhatTheySee />}>
        {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
        <Steps
          items={steps.map((each) => t(`referrals.steps.${each}`))}
          current={steps.indexOf(step)}
        />
        <PageHeader title={title} />
        {beside.keptBack.map((words) => (
          <WarningText>{t('consents.kept-back', { words })}</WarningText>
        ))}
        {props.bundle !== undefined && (
          <p class="govuk-body-l">
            {t('referrals.bundle.place', {
              ...props.bundle,
              service: t(`code.service.${props.bundle.service}`),
            })}
          </p>
        )}
        {props.children}
      </Columns>
    </Layout>
  )
}

const WhatTheySee = () => {
  const { t } = usePage()
  return (
    <Card title={t('referrals.aside.title')} size="small">
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('referrals.aside.need')}</li>
        <li>{t('referrals.aside.person')}</li>
        <li>{t('referrals.aside.due')}</li>
      </ul>
      <p>{t('referrals.aside.after')}</p>
    </Card>
  )
}
