import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  Columns,
  Details,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Layout,
  PageHeader,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, phraseOf, SafeContactNote, type FieldErrors } from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'
import type { MoreToShare } from '../use-cases/share-more.js'

export interface ShareMoreView extends MoreToShare {
  /** The version that was seen. */
  readonly version: number
  readonly chosen: readonly string[]
  readonly note: string
  readonly errors: FieldErrors
}

/** To show the receiver more than the referral was sent with: on a consent that covers it. */
export const ShareMorePage = (view: ShareMoreView) => {
  const { t, format } = usePage()
  const { referral, shared, offered, notAgreed, request, version, safeContact } = view
  const complaints = complaintsOf(view.errors, t)
  const errorList = errorsOf(complaints, ['sections', 'note'])
  const title = t('referrals.share-more.title')
  const unit = referral.toUnitName ?? ''
  const named = (some: readonly (typeof shared)[number][]) =>
    phraseOf(
      format,
      some.map((section) => t(`code.section.${section}`)),
    )
  const consent = `/cases/${referral.caseId}/consents/new?${new URLSearchParams({
    unit: referral.toUnitId ?? '',
    return: `/referrals/${referral.id}/share-more`,
  }).toString()}`
  return (
    <Layout
      title={title}
      errors={errorList.length > 0}
      back={{
        href: `/referrals/${referral.id}`,
        text: t('referrals.one.title', { number: referral.number }),
      }}
    >
      <Columns notice={<SafeContactNote contact={safeContact} />}>
        {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
        <PageHeader title={title} />
        <p>{t('referrals.share-more.lead', { unit })}</p>
        {shared.length > 0 && <p>{t('referrals.share-more.now', { sections: named(shared) })}</p>}
        {request !== null && (
          <InsetText>
            {t('referrals.more.asked', {
              name: request.askedByName,
              at: format.dateTime(request.askedAt),
              sections: named(request.sections),
            })}{' '}
            {request.reason}
          </InsetText>
        )}
        {offered.length > 0 ? (
          <Form action={`/referrals/${referral.id}/share-more`} version={version}>
            <Checkboxes
              name="sections"
              fieldset={{
                legend: {
                  text: t('referrals.share-more.label', { unit }),
                  classes: 'govuk-fieldset__legend--m',
                },
              }}
              hint={t('referrals.share-more.hint')}
              errorMessage={complaints['sections']}
              values={view.chosen}
              items={offered.map((section) => ({
                value: section,
                text: t(`code.section.${section}`),
              }))}
            />
            <ButtonGroup>
              <Button preventDoubleClick>{t('referrals.more.share')}</Button>
              <Button variant="secondary" href={`/referrals/${referral.id}`}>
                {t('common.back')}
              </Button>
            </ButtonGroup>
          </Form>
        ) : (
          <p>{t('referrals.share-more.nothing', { unit })}</p>
        )}
        {notAgreed.length > 0 && (
          <div class="govuk-form-group">
            <p>{t('referrals.share-more.ask-first', { sections: named(notAgreed) })}</p>
            <Button href={consent} variant="secondary">
              {t('referrals.sharing.consent.action')}
            </Button>
          </div>
        )}
        {request !== null && (
          <Details summaryText={t('referrals.more.decline')} open={'note' in complaints}>
            <Form action={`/referrals/${referral.id}/share-more/decline`} version={version}>
              <CharacterCount
                name="note"
                label={t('referrals.more.decline.why')}
                hint={t('referrals.note.hint')}
                errorMessage={complaints['note']}
                value={view.note}
                rows={3}
                maxlength={longestNote}
              />
              <Button variant="secondary" preventDoubleClick>
                {t('referrals.more.decline')}
              </Button>
            </Form>
          </Details>
        )}
      </Columns>
    </Layout>
  )
}
