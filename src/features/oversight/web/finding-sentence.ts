import type { Translate } from '../../../ui/translate.js'
import type { Finding } from '../domain/verification.js'

/** What was found, in the reader's language. */
export const findingSentence = ({ what, batch, entry, count }: Finding, t: Translate): string =>
  t(`oversight.damage.${what}`, {
    batch: batch === null ? t('oversight.no-batch') : t('oversight.batch', { batch }),
    entry: entry ?? '',
    count: count ?? 0,
  })
