import type { Format } from '../../../platform/i18n/index.js'
import type { Translate } from '../../../ui/translate.js'
import type { GroupFacts } from '../domain/group-facts.js'

/** What is the same for everybody, with the province by its name. */
export interface GroupFactsView extends Omit<GroupFacts, 'provinceCode'> {
  readonly provinceName: string | null
}

/** The rows that tell of the event of a group. */
export const groupFactRows = (
  { incidentType, country, receivedOn, place, provinceName, identification }: GroupFactsView,
  t: Translate,
  format: Pick<Format, 'plainDate'>,
): { readonly key: string; readonly value: string }[] => [
  { key: t('groups.one.incident'), value: t(`code.incident.${incidentType}`) },
  {
    key: t('groups.one.country'),
    value: country === null ? t('groups.facts.country.unknown') : t(`groups.country.${country}`),
  },
  {
    key: t('groups.one.received'),
    value: [format.plainDate(receivedOn), place, provinceName]
      .filter((part) => part !== null)
      .join(', '),
  },
  {
    key: t('groups.one.identification'),
    value: t(`groups.identification.${identification}`),
  },
]
