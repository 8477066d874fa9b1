import type { Section } from '../../../platform/access/sections.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  EmptyState,
  Form,
  InsetText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import type { WithheldSection } from '../domain/sector-defaults.js'
import type { BesideTheDraft } from '../use-cases/drafts.js'
import { DraftFrame, type BundlePlace } from './draft-frame.js'

export interface SharingView {
  readonly id: string
  readonly version: number
  readonly beside: BesideTheDraft
  readonly bundle?: BundlePlace | undefined
  readonly unitId: string
  readonly unitName: string
  readonly offered: readonly Section[]
  readonly withheld: readonly WithheldSection[]
  readonly chosen: readonly string[]
  /** Until when the consent holds; null where there is none. */
  readonly until: Date | null
  readonly errors: FieldErrors
}

const consentPath = ({ beside, id, unitId }: SharingView): string =>
  `/cases/${beside.caseId}/consents/new?${new URLSearchParams({
    unit: unitId,
    return: `/referrals/${id}/sharing`,
  }).toString()}`

/** Step 3: which of the sections that were agreed to. */
export const SharingPage = (view: SharingView) => {
  const { t } = usePage()
  return (
    <DraftFrame
      step="sharing"
      title={t('referrals.sharing.title')}
      beside={view.beside}
      bundle={view.bundle}
      errors={view.errors}
    >
      {view.until === null ? (
        <EmptyState
          title={t('referrals.sharing.consent.title')}
          action={{ href: consentPath(view), text: t('referrals.sharing.consent.action') }}
        >
          {t('referrals.sharing.consent.text', { unit: view.unitName })}
        </EmptyState>
      ) : (
        <Choice {...view} until={view.until} />
      )}
    </DraftFrame>
  )
}

// A consent ends with the first instant that it no longer covers: the day before is its last.
const lastDay = (until: Date, date: (at: Date) => string): string =>
  date(new Date(until.getTime() - 1))

const Choice = (view: SharingView & { readonly until: Date }) => {
  const { t, format } = usePage()
  return (
    <Form action={`/referrals/${view.id}/sharing`} version={view.version}>
      <InsetText>
        {t('referrals.sharing.until', { date: lastDay(view.until, format.date) })}
      </InsetText>
      <Checkboxes
        name="sections"
        fieldset={{
          legend: {
            text: t('referrals.sharing.label', { unit: view.unitName }),
            classes: 'govuk-fieldset__legend--m',
          },
        }}
        hint={t('referrals.sharing.hint')}
        errorMessage={complaintsOf(view.errors, t)['sections']}
        values={view.chosen}
        items={view.offered.map((section) => ({
          value: section,
          text: t(`code.section.${section}`),
        }))}
      />
      {view.withheld.length > 0 && (
        <div class="govuk-form-group">
          <Details summaryText={t('referrals.sharing.withheld')}>
            <ul class="govuk-list govuk-list--bullet">
              {view.withheld.map(({ section, why }) => (
                <li>
                  {t(`code.section.${section}`)}: {t(`code.withheld.${why}`)}
                </li>
              ))}
            </ul>
            <a class="govuk-link" href={consentPath(view)}>
              {t('referrals.sharing.consent.more')}
            </a>
          </Details>
        </div>
      )}
      <ButtonGroup>
        <Button>{t('common.save-and-continue')}</Button>
        <Button variant="secondary" href={`/referrals/${view.id}/unit`}>
          {t('common.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
