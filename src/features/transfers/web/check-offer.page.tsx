import type { Section } from '../../../platform/access/sections.js'
import type { Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CheckAnswers,
  Form,
  InsetText,
  PageHeader,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, type CaseFrameView } from '../../cases/index.js'
import { PreviewRows, type PreviewView } from './preview-rows.js'

export interface CheckOfferView {
  readonly frame: CaseFrameView
  readonly unitId: string
  readonly unitName: string
  readonly preview: PreviewView
  readonly recorded: readonly Section[]
  /** Last day on which the agreement holds; null while it does not cover everything. */
  readonly agreedUntil: Date | null
  readonly missing: readonly Section[]
  readonly mayRecordConsent: boolean
  readonly expiresAt: Date
  readonly values: Typed
}

/** Exactly what the other unit sees before it decides, and what acceptance means for both. */
export const CheckOfferPage = (view: CheckOfferView) => {
  const { t, format } = usePage()
  const { frame, unitName, agreedUntil } = view
  const title = t('transfers.check.title')
  const names = (sections: readonly Section[]) =>
    format.list(sections.map((section) => t(`code.section.${section}`)))
  return (
    <CasePage
      frame={frame}
      title={title}
      back={{ href: `/cases/${frame.caseId}/transfer`, text: t('common.back') }}
    >
      <PageHeader title={title} />
      <CheckAnswers
        rows={[
          { key: t('transfers.check.to'), value: unitName },
          {
            key: t('transfers.check.consent'),
            value:
              agreedUntil === null
                ? t('transfers.check.not-agreed.title')
                : t('transfers.check.agreed', { date: format.date(agreedUntil) }),
          },
        ]}
      />
      {agreedUntil === null && (
        <Card title={t('transfers.check.not-agreed.title')}>
          <p>
            {t('transfers.check.not-agreed.text', {
              unit: unitName,
              sections: names(view.missing),
            })}
          </p>
          {view.mayRecordConsent ? (
            <>
              <p>{t('transfers.check.not-agreed.next')}</p>
              <Button
                href={consentPath(view)}
                variant="secondary"
                attributes={{ target: '_blank', rel: 'noopener' }}
              >
                {t('transfers.check.not-agreed.action')}
              </Button>
            </>
          ) : (
            <p>{t('transfers.consent-by-lead')}</p>
          )}
        </Card>
      )}
      <Card title={t('transfers.check.before', { unit: unitName })}>
        <PreviewRows {...view.preview} />
      </Card>
      <Card title={t('transfers.check.after', { unit: unitName })}>
        <Effects {...view} />
      </Card>
      <InsetText>
        {t('transfers.check.until-then', { date: format.dayAndTime(view.expiresAt) })}
      </InsetText>
      <Form id="form" action={`/cases/${frame.caseId}/transfer`} hidden={hiddenOf(view.values)}>
        {listsOf(view.values).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonGroup>
          {agreedUntil === null ? (
            <Button name="step" value="check">
              {t('transfers.check.again')}
            </Button>
          ) : (
            <Button name="step" value="offer" preventDoubleClick>
              {t('transfers.check.submit')}
            </Button>
          )}
          <Button name="step" value="change" variant="secondary">
            {t('transfers.check.change')}
          </Button>
        </ButtonGroup>
      </Form>
    </CasePage>
  )
}

const Effects = ({ unitName, recorded, preview }: CheckOfferView) => {
  const { t, format } = usePage()
  const names = (sections: readonly Section[]) =>
    format.list(sections.map((section) => t(`code.section.${section}`)))
  const { keeping } = preview
  return (
    <>
      {keeping === null && <WarningText>{t('transfers.check.effect.sees-nothing')}</WarningText>}
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('transfers.check.effect.moves', { unit: unitName, sections: names(recorded) })}</li>
        {keeping !== null && (
          <li>
            {t('transfers.check.effect.keeps', {
              sections: names(keeping.sections),
              date: format.date(keeping.lastDay),
            })}
          </li>
        )}
        <li>
          {t('transfers.check.effect.referrals', {
            count: preview.preview.openReferrals,
            unit: unitName,
          })}
        </li>
        <li>{t('transfers.check.effect.drafts')}</li>
        <li>{t('transfers.check.effect.receipt')}</li>
      </ul>
    </>
  )
}

const consentPath = ({ frame, unitId }: CheckOfferView): string =>
  `/cases/${frame.caseId}/consents/new?${new URLSearchParams({
    unit: unitId,
    whole: 'yes',
  }).toString()}`

// What was typed goes along; the page's own fields are made anew.
const typedFields = (values: Typed) =>
  Object.entries(values).filter(([name]) => !name.startsWith('_') && name !== 'step')

const hiddenOf = (values: Typed): Record<string, string> =>
  Object.fromEntries(
    typedFields(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

const listsOf = (values: Typed): (readonly [string, string])[] =>
  typedFields(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : value.map((one) => [name, one] as const),
  )
