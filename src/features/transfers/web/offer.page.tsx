import type { Section } from '../../../platform/access/sections.js'
import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  DateInput,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  PageHeader,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import type { UnitView } from '../../directory/index.js'
import { urgencies } from '../../referrals/index.js'
import { longestNeed } from '../domain/lengths.js'
import { keepReasons, offerReasons } from '../domain/transfer-reasons.js'

export interface OfferPageView {
  readonly frame: CaseFrameView
  readonly recorded: readonly Section[]
  readonly units: readonly Pick<UnitView, 'id' | 'name' | 'sector'>[]
  /** Whose request this answers; null where nobody asked. */
  readonly requestedBy: string | null
  readonly ownUnitId: string
  readonly mayRecordConsent: boolean
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Whom the case is offered to, and what that unit must know to decide. */
export const OfferPage = (view: OfferPageView) => {
  const { t, format } = usePage()
  const { frame, values, errors, recorded } = view
  const complaints = complaintsOf(errors, t)
  const errorList = errorsOf(complaints, [
    'toUnitId',
    'why',
    'urgency',
    'need',
    'keptSections',
    'keptFor',
    'keptUntil-keptUntil-day',
  ])
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  const path = `/cases/${frame.caseId}/transfer`
  return (
    <CasePage
      frame={frame}
      title={t('transfers.offer.title')}
      errors={errorList.length > 0}
      back={{ href: `/cases/${frame.caseId}`, text: t('common.back') }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('transfers.offer.title')} />
      <p class="govuk-body">{t('transfers.offer.lead')}</p>
      {view.requestedBy !== null && (
        <InsetText>{t('transfers.offer.request', { unit: view.requestedBy })}</InsetText>
      )}
      <InsetText>
        {t('transfers.offer.recorded.text', {
          sections: format.list(recorded.map((section) => t(`code.section.${section}`))),
        })}
      </InsetText>
      <Form
        id="form"
        action={path}
        hidden={{ requestId: typedText(values, 'requestId') || undefined }}
      >
        <Select
          name="toUnitId"
          label={{ text: t('transfers.offer.unit'), classes: 'govuk-label--s' }}
          errorMessage={complaints['toUnitId']}
          value={typedText(values, 'toUnitId')}
          items={[
            { value: '', text: t('transfers.offer.unit.choose') },
            ...view.units.map(({ id, name, sector }) => ({
              value: id,
              text: `${name} (${t(`code.sector.${sector}`).toLowerCase()})`,
            })),
          ]}
        />
        <Radios
          name="why"
          fieldset={legend(t('transfers.offer.why'))}
          errorMessage={complaints['why']}
          value={typedText(values, 'why')}
          items={offerReasons.map((reason) => ({
            value: reason,
            text: t(`code.transfer-reason.${reason}`),
          }))}
        />
        <Radios
          name="urgency"
          fieldset={legend(t('transfers.offer.urgency'))}
          errorMessage={complaints['urgency']}
          value={typedText(values, 'urgency')}
          items={urgencies.map((urgency) => ({
            value: urgency,
            text: t(`code.urgency.${urgency}`),
          }))}
        />
        <CharacterCount
          name="need"
          label={{ text: t('transfers.offer.need'), classes: 'govuk-label--s' }}
          hint={t('transfers.offer.need.hint')}
          errorMessage={complaints['need']}
          value={typedText(values, 'need')}
          rows={5}
          maxlength={longestNeed}
        />
        <Keeping {...view} complaints={complaints} />
        <ButtonGroup>
          <Button>{t('common.continue')}</Button>
          <Button variant="secondary" href={`/cases/${frame.caseId}`}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}

const Keeping = ({
  frame,
  recorded,
  ownUnitId,
  mayRecordConsent,
  values,
  complaints,
}: OfferPageView & { readonly complaints: Readonly<Record<string, string>> }) => {
  const { t } = usePage()
  const path = `/cases/${frame.caseId}/transfer`
  const consent = new URLSearchParams({ unit: ownUnitId, return: path }).toString()
  return (
    <Checkboxes
      name="keeps"
      fieldset={{
        legend: { text: t('transfers.offer.keep'), classes: 'govuk-fieldset__legend--s' },
      }}
      hint={t('transfers.offer.keep.hint')}
      values={typedList(values, 'keeps')}
      items={[
        {
          value: 'yes',
          text: t('transfers.offer.keep.yes'),
          conditional: (
            <>
              <p class="govuk-body">
                {t('transfers.offer.keep.consent')}{' '}
                {mayRecordConsent ? (
                  <a class="govuk-link" href={`/cases/${frame.caseId}/consents/new?${consent}`}>
                    {t('transfers.offer.keep.consent.action')}
                  </a>
                ) : (
                  t('transfers.consent-by-lead')
                )}
              </p>
              <Checkboxes
                name="keptSections"
                fieldset={{ legend: t('transfers.offer.keep.sections') }}
                errorMessage={complaints['keptSections']}
                values={typedList(values, 'keptSections')}
                items={recorded.map((section) => ({
                  value: section,
                  text: t(`code.section.${section}`),
                }))}
              />
              <Radios
                name="keptFor"
                fieldset={{ legend: t('transfers.offer.keep.reason') }}
                errorMessage={complaints['keptFor']}
                value={typedText(values, 'keptFor')}
                items={keepReasons.map((reason) => ({
                  value: reason,
                  text: t(`code.keeping.${reason}`),
                }))}
              />
              <DateInput
                id="keptUntil"
                namePrefix="keptUntil"
                fieldset={{ legend: t('transfers.offer.keep.until') }}
                hint={t('transfers.offer.keep.until.hint')}
                errorMessage={complaints['keptUntil']}
                values={{
                  day: typedText(values, 'keptUntil-day'),
                  month: typedText(values, 'keptUntil-month'),
                  year: typedText(values, 'keptUntil-year'),
                }}
              />
            </>
          ),
        },
      ]}
    />
  )
}
