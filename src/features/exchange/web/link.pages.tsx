import {
  Button,
  Card,
  Form,
  InsetText,
  Layout,
  PageHeader,
  Radios,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { linkDays, proposedDays } from '../domain/external-link.js'
import { spokenCode } from '../domain/one-time-code.js'
import type { MadeLink } from '../use-cases/make-link.js'
import { qrOf } from '../use-cases/print-form.js'
import type { LinkStanding } from '../use-cases/read-link.js'
import { LinkFacts } from './link-state.js'
import { Qr } from './qr.js'

export interface LinkView extends LinkStanding {
  readonly error: string | null
}

/** How it stands with the link, and a new one. */
export const LinkPage = (view: LinkView) => {
  const { t } = usePage()
  const { referralId, number, unit, link, error, mayMake, mayRevoke, mayPrint } = view
  const action = `/referrals/${referralId}/external-link`
  return (
    <Layout
      title={t('exchange.link.title')}
      width="reading"
      back={{ href: `/referrals/${referralId}`, text: t('referrals.one.title', { number }) }}
    >
      <PageHeader title={t('exchange.link.title')} meta={[number, unit.name]} />
      {error !== null && (
        <WarningText>{t(isSentence(error) ? error : 'error.field.other')}</WarningText>
      )}
      {link?.state === 'locked' && <WarningText>{t('exchange.link.locked')}</WarningText>}
      <Card title={t('exchange.link.now')}>
        <LinkFacts link={link} />
        {mayRevoke && (
          <Form action={`${action}/revoke`}>
            <Button variant="warning" preventDoubleClick>
              {t('exchange.link.revoke')}
            </Button>
          </Form>
        )}
      </Card>
      {mayMake && (
        <Card title={t(link === null ? 'exchange.link.make' : 'exchange.link.make-new')}>
          <p>{t('exchange.link.make.text')}</p>
          {mayRevoke && <InsetText>{t('exchange.link.make.ends-old')}</InsetText>}
          <Form action={action}>
            <Radios
              name="days"
              fieldset={{ legend: t('exchange.link.days') }}
              hint={t('exchange.link.days.hint')}
              value={proposedDays}
              items={linkDays.map((days) => ({
                value: days,
                text: t('exchange.link.days.count', { days }),
              }))}
            />
            <Button preventDoubleClick>{t('exchange.link.make.action')}</Button>
          </Form>
        </Card>
      )}
      {mayPrint && (
        <p>
          <a class="govuk-link" href={`/referrals/${referralId}/form`}>
            {t('exchange.panel.form')}
          </a>
        </p>
      )}
    </Layout>
  )
}

export interface MadeView extends MadeLink {
  readonly referralId: string
}

/** The only page that ever shows the two secrets. Printed, it keeps the code to itself. */
export const MadePage = ({
  referralId,
  number,
  unitName,
  unitPhone,
  token,
  address,
  code,
  expiresAt,
}: MadeView) => {
  const { t, format } = usePage()
  return (
    <Layout
      title={t('exchange.made.title')}
      width="reading"
      back={{ href: `/referrals/${referralId}`, text: t('referrals.one.title', { number }) }}
    >
      <PageHeader title={t('exchange.made.title')} meta={[number, unitName]} />
      <div class="ba-no-print">
        <WarningText>{t('exchange.made.once')}</WarningText>
      </div>
      <Card title={t('exchange.made.link')}>
        <p>{t('exchange.made.link.text')}</p>
        <p class="ba-secret">{address}</p>
        <p>{t('exchange.made.until', { until: format.dayAndTime(expiresAt) })}</p>
        <Qr squares={qrOf(address)} label={t('exchange.form.qr.link')} />
      </Card>
      <div class="ba-no-print">
        <Card title={t('exchange.made.code')}>
          <p>{t('exchange.made.code.text', { phone: unitPhone ?? t('common.not-recorded') })}</p>
          <p class="ba-secret">{spokenCode(code)}</p>
          <p>{t('exchange.made.never-both')}</p>
        </Card>
        <Card title={t('exchange.panel.paper')}>
          <p>{t('exchange.made.paper.text')}</p>
          <Form action={`/referrals/${referralId}/form`} hidden={{ token }}>
            <Button variant="secondary">{t('exchange.made.paper')}</Button>
          </Form>
        </Card>
      </div>
    </Layout>
  )
}
