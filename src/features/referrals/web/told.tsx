import { Button, Card, Form, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { OneReferral } from '../use-cases/read-referral.js'
import { inOneLine } from './in-one-line.js'

type Shown = Pick<OneReferral, 'referral' | 'time'>

/** Who has been told that it takes too long, and the holidays by which that is counted. */
export const Told = ({ referral, time: { told } }: Shown) => {
  const { t, format } = usePage()
  const lines = inOneLine(told, ({ at, reaches, names }) =>
    [format.dateTime(at), reaches, ...names].join(' '),
  )
  return (
    <>
      {lines.length > 0 && (
        <Card title={t('referrals.told.title')} size="small">
          <ul class="govuk-list">
            {lines.map(([first, ...others]) => (
              <li>
                {t(`referrals.told.${first.reaches}`, {
                  time: format.dateTime(first.at),
                  names: format.list(first.names),
                  unit: referral.toUnitName ?? '',
                  clock: format.list(
                    [first, ...others].map(({ clock }) => t(`code.clock.${clock}`)),
                  ),
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {referral.status === 'requested' && (
        <p class="govuk-body">
          <a class="govuk-link" href="/calendar">
            {t('calendar.link')}
          </a>
        </p>
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
