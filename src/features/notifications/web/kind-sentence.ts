import { isSentence, type Translate } from '../../../ui/translate.js'
import type { NotificationRow } from '../use-cases/list-notifications.js'

/** What happened, in the reader's words. */
export const kindSentence = (t: Translate, { kind, referral }: NotificationRow): string => {
  const key = `notifications.kind.${kind}`
  return isSentence(key)
    ? t(key, { from: referral?.fromUnitName ?? '', to: referral?.toUnitName ?? '' })
    : t('notifications.kind.other')
}
