import type { PageContext } from '../../../ui/page-context.js'
import { languages } from '../../cases/index.js'
import type { ConsentDetail } from '../domain/consent-detail.js'

/** What belongs to an answer beside the answer, as rows of its card. */
export const detailRows = (detail: ConsentDetail, { t, format }: PageContext) => {
  const { representative, withheld, withheldReason } = detail
  const language = languages.find((one) => one === detail.explainedLanguage)
  return [
    representative !== null && {
      key: t('consents.field.representative'),
      value: t('consents.field.representative.is', {
        name: representative.name,
        relation: t(`code.relation.${representative.relation}`).toLowerCase(),
      }),
    },
    detail.childView !== null && { key: t('consents.field.own-words'), value: detail.childView },
    withheld !== null && {
      key: t('consents.field.kept-back'),
      value:
        withheldReason === null
          ? withheld
          : `${withheld} (${t(`code.withheld-reason.${withheldReason}`).toLowerCase()})`,
    },
    detail.explainedOn !== null && {
      key: t('consents.field.explained'),
      value: [
        format.plainDate(detail.explainedOn),
        ...(language === undefined ? [] : [t(`code.language.${language}`)]),
        ...(detail.explainedBy === null ? [] : [detail.explainedBy]),
        ...(detail.interpreter === null
          ? []
          : [t('consents.field.interpreter', { name: detail.interpreter })]),
      ].join(', '),
    },
  ]
}
