import { Card, SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Seal } from '../use-cases/read-seal.js'
import { Hex } from './hex.js'

/** How far the trail is signed, and by which key. */
export const SealCard = ({ seal: { last, unsigned, fingerprint } }: { seal: Seal }) => {
  const { t, format } = usePage()
  return (
    <Card title={t('oversight.seal.title')}>
      <p class="govuk-body">{t('oversight.seal.text')}</p>
      <SummaryList
        rows={[
          {
            key: t('oversight.seal.last'),
            value:
              last === null
                ? t('oversight.seal.none')
                : t('oversight.seal.last.value', {
                    seq: String(last.seq),
                    count: last.entryCount,
                  }),
          },
          last !== null && {
            key: t('oversight.seal.signed-at'),
            value: format.dateTime(last.signedAt),
          },
          {
            key: t('oversight.seal.unsigned'),
            value: t('oversight.seal.unsigned.value', { count: unsigned.entries }),
          },
          unsigned.since !== null && {
            key: t('oversight.seal.since'),
            value: format.dateTime(unsigned.since),
          },
          {
            key: t('oversight.seal.key'),
            value: <Hex text={fingerprint} />,
          },
        ]}
      />
    </Card>
  )
}
