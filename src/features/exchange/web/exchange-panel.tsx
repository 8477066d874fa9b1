import { Injectable } from '@nestjs/common'
import type { VNode } from 'preact'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Button, Card } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { ReferralPanel, type PanelOf } from '../../referrals/index.js'
import { isWorthACopy } from '../domain/persons-copy.js'
import { ReadLink, type LinkStanding } from '../use-cases/read-link.js'
import { LinkTag } from './link-state.js'

/** On the sender's page of a referral: how a unit without the service is reached, and the form for paper. */
@Injectable()
export class ExchangePanel extends ReferralPanel {
  constructor(private readonly read: ReadLink) {
    super()
  }

  async panelFor(actor: WorkerActor, { referral, side, sharing }: PanelOf): Promise<VNode | null> {
    const { id, status, toUnitOnBenAn, fromUnitId } = referral
    if (side !== 'sender' || status === 'draft' || fromUnitId !== actor.unitId) return null
    if (toUnitOnBenAn === false) {
      const isShared = (sharing?.sections.length ?? 0) > 0
      return <Outside {...await this.read.run(actor, id)} isShared={isShared} />
    }
    return actor.roles.includes('caseworker') ? (
      <OnPaper referralId={id} mayCopy={isWorthACopy(status, false)} />
    ) : null
  }
}

const Outside = ({
  referralId,
  status,
  unit,
  link,
  mayMake,
  mayPrint,
  isShared,
}: LinkStanding & {
  /** Who it is about may be told now. */
  readonly isShared: boolean
}) => {
  const { t } = usePage()
  return (
    <Card
      title={t('exchange.panel.title')}
      size="small"
      tag={link !== null && <LinkTag state={link.state} />}
    >
      {mayMake && <p>{t('exchange.panel.text', { unit: unit.name })}</p>}
      {isShared && (status === 'accepted' || status === 'in_progress') && (
        <p>{t('exchange.panel.call', { phone: unit.phone ?? t('common.not-recorded') })}</p>
      )}
      <p>
        <Button
          href={`/referrals/${referralId}/external-link`}
          variant={mayMake && link === null ? undefined : 'secondary'}
        >
          {t(mayMake ? 'exchange.panel.link' : 'exchange.panel.link.see')}
        </Button>
      </p>
      {mayPrint && <FormLink referralId={referralId} />}
      {mayPrint && isWorthACopy(status, false) && <CopyLink referralId={referralId} />}
    </Card>
  )
}

const OnPaper = ({
  referralId,
  mayCopy,
}: {
  readonly referralId: string
  readonly mayCopy: boolean
}) => {
  const { t } = usePage()
  return (
    <Card title={t('exchange.panel.paper')} size="small">
      <FormLink referralId={referralId} />
      {mayCopy && <CopyLink referralId={referralId} />}
    </Card>
  )
}

const FormLink = ({ referralId }: { readonly referralId: string }) => {
  const { t } = usePage()
  return (
    <p>
      <a class="govuk-link" href={`/referrals/${referralId}/form`}>
        {t('exchange.panel.form')}
      </a>
    </p>
  )
}

const CopyLink = ({ referralId }: { readonly referralId: string }) => {
  const { t } = usePage()
  return (
    <p>
      <a class="govuk-link" href={`/referrals/${referralId}/copy`}>
        {t('exchange.panel.copy')}
      </a>
    </p>
  )
}
