import { Button, ButtonGroup, EmptyState, Form, Radios } from '../../../ui/components/index.js'
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
        <EmptyState
          title={t('referrals.unit.none.title')}
          action={{ href: `/referrals/${id}/need`, text: t('referrals.unit.none.action') }}
        >
          {t('referrals.unit.none.text')}
        </EmptyState>
      ) : (
        <Form action={`/referrals/${id}/unit`} version={view.version}>
          <Radios
            name="unit"
            fieldset={{
              legend: { text: t('referrals.unit.label'), classes: 'govuk-fieldset__legend--m' },
            }}
            hint={t('referrals.unit.hint')}
            errorMessage={complaintsOf(view.errors, t)['unit']}
            value={view.chosen}
            items={proposals.map(({ unit, reasons }) => ({
              value: unit.id,
              text: unit.name,
              hint: [
                unit.agencyName,
                !unit.onBenAn && t('directory.outside'),
                phraseOf(
                  format,
                  reasons.map((reason) => t(reason)),
                ),
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
        </Form>
      )}
    </DraftFrame>
  )
}
