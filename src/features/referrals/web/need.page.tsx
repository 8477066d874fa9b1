import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  Details,
  Form,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { serviceTypes } from '../../directory/index.js'
import { urgencies } from '../domain/urgency.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'
import { DraftFrame } from './draft-frame.js'
import { longestNeed } from '../domain/lengths.js'

export interface NeedView {
  readonly action: string
  readonly beside: BesideTheDraft
  /** As typed. */
  readonly service: string
  /** Further services; null where one referral is written by itself. */
  readonly also: readonly string[] | null
  readonly urgency: string
  readonly need: string
  /** Null for a referral that is only just begun. */
  readonly version: number | null
  /** The declined referral it takes the place of. */
  readonly supersedes: string | undefined
  readonly errors: FieldErrors
}

/** Step 1: what the person needs, how soon, and what the receiver must know. */
export const NeedPage = (view: NeedView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  return (
    <DraftFrame
      step="need"
      title={t('referrals.need.title')}
      beside={view.beside}
      errors={view.errors}
    >
      <Form
        action={view.action}
        version={view.version ?? undefined}
        hidden={{ supersedes: view.supersedes }}
      >
        <Select
          name="service"
          label={{ text: t('referrals.need.service'), classes: 'govuk-label--m' }}
          hint={t('referrals.need.service.hint')}
          errorMessage={complaints['service']}
          value={view.service}
          items={[
            { value: '', text: t('referrals.need.service.choose') },
            ...serviceTypes.map((service) => ({
              value: service,
              text: t(`code.service.${service}`),
            })),
          ]}
        />
        {view.also !== null && (
          <Details summaryText={t('referrals.need.also')} open={view.also.length > 0}>
            <Checkboxes
              name="also"
              classes="govuk-checkboxes--small"
              fieldset={{ legend: t('referrals.need.also.legend') }}
              hint={t('referrals.need.also.hint')}
              errorMessage={complaints['also']}
              values={view.also}
              items={serviceTypes.map((service) => ({
                value: service,
                text: t(`code.service.${service}`),
              }))}
            />
          </Details>
        )}
        <Radios
          name="urgency"
          fieldset={{
            legend: { text: t('referrals.need.urgency'), classes: 'govuk-fieldset__legend--m' },
          }}
          errorMessage={complaints['urgency']}
          value={view.urgency}
          items={urgencies.map((urgency) => ({
            value: urgency,
            text: t(`code.urgency.${urgency}`),
            hint: t(`referrals.need.urgency.${urgency}`),
          }))}
        />
        <CharacterCount
          name="need"
          label={{ text: t('referrals.need.text'), classes: 'govuk-label--m' }}
          hint={t('referrals.need.text.hint')}
          errorMessage={complaints['need']}
          value={view.need}
          rows={5}
          maxlength={longestNeed}
        />
        <ButtonGroup>
          <Button>{t('common.save-and-continue')}</Button>
          <Button variant="secondary" name="then" value="later">
            {t('common.save-draft')}
          </Button>
        </ButtonGroup>
      </Form>
    </DraftFrame>
  )
}
