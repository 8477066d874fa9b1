import { Button, Card, Form, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { OneReferral } from '../use-cases/read-referral.js'

type Shown = Pick<OneReferral, 'referral' | 'time'>

/** Who has been told that it takes too long, and what happens if nobody answers. */
export const Told = ({ referral, time: { told } }: Shown) => {
  const { t, format } = usePage()
  return (
    <>
      {referral.status === 'requested' && referral.expiresAt !== null && (
        <p>
          {t('referrals.expires', { time: format.dateTime(referral.expiresAt) })}{' '}
          <a class="govuk-link" href="/calendar">
            {t('calendar.link')}
          </a>
        </p>
      )}
      {told.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('referrals.told.title')}</h3>
          <ul class="govuk-list">
            {told.map(({ clock, at, reaches, names }) => (
              <li>
                {t(`referrals.told.${reaches}`, {
                  time: format.dateTime(at),
                  names: format.list(names),
                  unit: referral.toUnitName ?? '',
                  clock: t(`code.clock.${clock}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** It came back: the units that might help instead, each one press away. */
export const SendAgain = ({ referral, time: { nextUnits } }: Shown) => {
  const { t, format } = usePage()
  if (nextUnits === null) return null
  return (
    <Card title={t('referrals.again.title')}>
      {referral.status === 'expired' && (
        <WarningText>
          {t('referrals.expired.text', { unit: referral.toUnitName ?? '' })}
        </WarningText>
      )}
      {nextUnits.length === 0 ? (
        <p>{t('referrals.again.nobody')}</p>
      ) : (
        <>
          <p>{t('referrals.again.why')}</p>
          {nextUnits.map(({ unit, reasons }, at) => (
            <Form
              action={`/referrals/${referral.id}/again`}
              hidden={{ unit: unit.id }}
              classes="govuk-form-group"
            >
              <Button variant={at === 0 ? undefined : 'secondary'} preventDoubleClick>
                {t('referrals.again.send-to', { unit: unit.name })}
              </Button>
              <p class="govuk-hint">{format.list(reasons.map((reason) => t(reason)))}</p>
            </Form>
          ))}
        </>
      )}
    </Card>
  )
}
