import { SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { phraseOf } from '../../cases/index.js'
import type { EffectOnReferral } from '../use-cases/withdraw-consent.js'

/** Which referrals stand on a consent, and what becomes of each when it ends. */
export const Effects = ({ effects }: { effects: readonly EffectOnReferral[] }) => {
  const { t, format } = usePage()
  if (effects.length === 0) return <p>{t('consents.effects.none')}</p>
  const named = (some: EffectOnReferral['lost']) =>
    phraseOf(
      format,
      some.map((section) => t(`code.section.${section}`)),
    )
  return (
    <>
      <h2 class="govuk-heading-m">{t('consents.effects.title')}</h2>
      <SummaryList
        rows={effects.map((it) => {
          const status = `code.status.${it.status}`
          return {
            key: (
              <a class="govuk-link ba-nowrap" href={`/referrals/${it.referralId}`}>
                {it.number}
              </a>
            ),
            value: (
              <>
                {isSentence(status) && <strong>{t(status)}. </strong>}
                {t(`consents.effect.${it.effect}`, {
                  name: it.handlerName ?? t('consents.effects.somebody'),
                })}
                {it.lost.length > 0 && (
                  <> {t('consents.effects.lost', { sections: named(it.lost) })}</>
                )}
                {it.kept.length > 0 && (
                  <> {t('consents.effects.kept', { sections: named(it.kept) })}</>
                )}
              </>
            ),
          }
        })}
      />
    </>
  )
}

const openStates = ['requested', 'accepted', 'in_progress', 'on_hold']

/** Which referrals go on with what remains of a consent. */
export const GoingOn = ({ effects }: { effects: readonly EffectOnReferral[] }) => {
  const { t } = usePage()
  const running = effects.filter(
    ({ effect, status }) =>
      effect === 'requested' ||
      effect === 'under-way' ||
      (effect === 'by-phone' && openStates.includes(status)),
  )
  if (running.length === 0) return <p>{t('consents.effects.none')}</p>
  return (
    <>
      <p>{t('consents.narrow.going-on')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {running.map(({ referralId, number }) => (
          <li>
            <a class="govuk-link ba-nowrap" href={`/referrals/${referralId}`}>
              {number}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
