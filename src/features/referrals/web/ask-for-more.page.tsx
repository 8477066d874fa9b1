import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  Details,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'
import type { MoreToAskFor } from '../use-cases/ask-for-more.js'

export interface AskForMoreView extends MoreToAskFor {
  /** The version that was seen. */
  readonly version: number
  readonly chosen: readonly string[]
  readonly reason: string
  readonly errors: FieldErrors
}

/** To ask the sender for a section, with the reason; it opens nothing by itself. */
export const AskForMorePage = (view: AskForMoreView) => {
  const { t } = usePage()
  const { referral, askable, never, version } = view
  const complaints = complaintsOf(view.errors, t)
  const errorList = errorsOf(complaints, ['sections', 'reason'])
  const title = t('referrals.ask-for-more.title')
  return (
    <Layout
      title={title}
      width="reading"
      errors={errorList.length > 0}
      back={{
        href: `/referrals/${referral.id}`,
        text: t('referrals.one.title', { number: referral.number }),
      }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <p>{t('referrals.ask-for-more.lead', { unit: referral.fromUnitName })}</p>
      {askable.length === 0 ? (
        <p>{t('referrals.ask-for-more.nothing')}</p>
      ) : (
        <Form action={`/referrals/${referral.id}/ask-for-more`} version={version}>
          <Checkboxes
            name="sections"
            fieldset={{
              legend: {
                text: t('referrals.ask-for-more.label'),
                classes: 'govuk-fieldset__legend--m',
              },
            }}
            errorMessage={complaints['sections']}
            values={view.chosen}
            items={askable.map((section) => ({
              value: section,
              text: t(`code.section.${section}`),
            }))}
          />
          <CharacterCount
            name="reason"
            label={t('referrals.ask-for-more.reason')}
            hint={t('referrals.ask-for-more.reason.hint')}
            errorMessage={complaints['reason']}
            value={view.reason}
            rows={4}
            maxlength={longestNote}
          />
          <ButtonGroup>
            <Button preventDoubleClick>{t('referrals.more.ask')}</Button>
            <Button variant="secondary" href={`/referrals/${referral.id}`}>
              {t('common.back')}
            </Button>
          </ButtonGroup>
        </Form>
      )}
      {never.length > 0 && (
        <Details summaryText={t('consents.form.never')}>
          <p>{t('referrals.ask-for-more.never')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {never.map((section) => (
              <li>{t(`code.section.${section}`)}</li>
            ))}
          </ul>
        </Details>
      )}
    </Layout>
  )
}
