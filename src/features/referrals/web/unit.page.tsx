import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  InsetText,
  Radios,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, phraseOf, type FieldErrors } from '../../cases/index.js'
import type { Proposal } from '../../directory/index.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'
import { DraftFrame, type BundlePlace } from './draft-frame.js'

export interface UnitPageView {
  readonly id: string
  readonly version: number
  readonly beside: BesideTheDraft
  readonly bundle?: BundlePlace | undefined
  readonly proposals: readonly Proposal[]
  readonly isWidened: boolean
  readonly chosen: string
  readonly errors: FieldErrors
}

/** Step 2: which of the units that can help. */
export const UnitChoicePage = (view: UnitPageView) => {
  const { t, format } = usePage()
  const { id, proposals } = view
  return (
    <DraftFrame
      step="unit"
      title={t('referrals.unit.title')}
      beside={view.beside}
      bundle={view.bundle}
      errors={view.errors}
    >
      {proposals.length === 0 ? (
        <>
          <EmptyState
            title={t('referrals.unit.none.title')}
            action={{ href: `/referrals/${id}/need`, text: t('referrals.unit.none.action') }}
          >
            {t('referrals.unit.none.text')}
          </EmptyState>
          <Hotlines />
        </>
      ) : (
        <Form action={`/referrals/${id}/unit`} version={view.version}>
          {view.isWidened && <InsetText>{t('referrals.unit.widened')}</InsetText>}
          <Radios
            name="unit"
            fieldset={{
              legend: { text: t('referrals.unit.label'), classes: 'govuk-fieldset__legend--m' },
            }}
            hint={t('referrals.unit.hint')}
            errorMessage={complaintsOf(view.errors, t)['unit']}
            value={view.chosen}
            items={proposals.map(({ unit, reasons, opensAt }) => ({
              value: unit.id,
              text: unit.name,
              hint: [
                unit.agencyName,
                !unit.onBenAn && t('directory.outside'),
                phraseOf(
                  format,
                  reasons.map((reason) => t(reason)),
                ),
                opensAt !== null && t('referrals.unit.opens', { when: format.dayAndTime(opensAt) }),
              ]
                .filter((part) => part !== false)
                .join('. '),
            }))}
          />
          <ButtonGroup>
            <Button>{t('common.save-and-continue')}</Button>
            <Button variant="secondary" href={`/referrals/${id}/need`}>
              {t('common.back')}
            </Button>
          </ButtonGroup>
          {view.isWidened && <Hotlines />}
        </Form>
      )}
    </DraftFrame>
  )
}

// Somebody answers there at any hour, also where no unit can be found.
const Hotlines = () => {
  const { t } = usePage()
  return (
    <p>
      <a class="govuk-link" href="/directory?sector=hotline">
        {t('referrals.unit.hotlines')}
      </a>
    </p>
  )
}
