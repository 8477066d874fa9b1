import {
  Card,
  InsetText,
  Layout,
  NotificationBanner,
  PageHeader,
  SummaryList,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Verification } from '../domain/verification.js'
import { findingSentence } from './finding-sentence.js'
import { Hex } from './hex.js'

const Findings = ({ found: { findings, moreFindings } }: { found: Verification }) => {
  const { t } = usePage()
  return (
    <Card title={t('oversight.verify.damaged', { count: findings.length + moreFindings })}>
      <WarningText>{t('oversight.verify.what-now')}</WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {findings.map((finding) => (
          <li>{findingSentence(finding, t)}</li>
        ))}
      </ul>
      {moreFindings > 0 && (
        <p class="govuk-body">{t('oversight.verify.more', { count: moreFindings })}</p>
      )}
    </Card>
  )
}

/** What a verification found. */
export const VerificationPage = ({ found }: { found: Verification }) => {
  const { t, format } = usePage()
  const title = t('oversight.verify.title')
  const { head, unsigned } = found
  return (
    <Layout title={title} back={{ href: '/audit', text: t('oversight.title') }}>
      {found.intact && (
        <NotificationBanner type="success">{t('oversight.verify.intact')}</NotificationBanner>
      )}
      <PageHeader
        title={title}
        meta={[
          t('oversight.verify.extent', {
            batches: found.batches,
            first: found.firstBatch,
            entries: found.entries,
          }),
        ]}
      />
      {!found.intact && <Findings found={found} />}
      <SummaryList
        rows={[
          head !== null && {
            key: t('oversight.seal.last'),
            value: (
              <>
                {t('oversight.batch', { batch: String(head.seq) })}
                <br />
                <Hex text={head.hash} />
              </>
            ),
          },
          unsigned.since !== null && {
            key: t('oversight.seal.unsigned'),
            value: t('oversight.seal.unsigned.value', { count: unsigned.entries }),
          },
          unsigned.since !== null && {
            key: t('oversight.seal.since'),
            value: format.dateTime(unsigned.since),
          },
          {
            key: t('oversight.seal.key'),
            value: <Hex text={found.keyId} />,
          },
        ]}
      />
      {head !== null && <InsetText>{t('oversight.verify.head.advice')}</InsetText>}
    </Layout>
  )
}
