import { Checkboxes, Input, Radios, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Translate } from '../../../ui/translate.js'
import { serviceTypes } from '../../directory/index.js'
import { urgencies } from '../domain/urgency.js'
import { lanesOf, type DeskLane } from '../domain/desk-lanes.js'
import { listedStatuses, mostCounted, type LaneCounts } from '../use-cases/list-referrals.js'
import { listPath, type ReferralFilter } from './referral-filter.js'

/** What a list of referrals can be narrowed by. */
export const ListFilters = ({
  filter,
  lanes,
}: {
  readonly filter: ReferralFilter
  /** How many stand in each; null where nobody counts. */
  readonly lanes: LaneCounts | null
}) => {
  const { t } = usePage()
  const statuses = listedStatuses(filter.direction).filter(
    (status) => status !== 'entered_in_error',
  )
  return (
    <>
      <input type="hidden" name="direction" value={filter.direction} />
      <Input
        label={t('referrals.filter.number')}
        name="number"
        value={filter.number}
        spellcheck={false}
        autocomplete="off"
      />
      <Radios
        name="lane"
        classes="govuk-radios--small"
        fieldset={{ legend: t(`referrals.lane.title.${filter.direction}`) }}
        value={filter.lane}
        items={[
          {
            value: '',
            text: t('referrals.lane.any'),
            checked: filter.lane === undefined,
          },
          ...lanesOf(filter.direction).map((lane) => ({
            value: lane,
            text: laneText(t, filter.direction, lane, lanes),
          })),
        ]}
      />
      <Checkboxes
        name="status"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: t('referrals.filter.status') }}
        values={filter.statuses}
        items={statuses.map((status) => ({ value: status, text: t(`code.status.${status}`) }))}
      />
      <Radios
        name="urgency"
        classes="govuk-radios--small"
        fieldset={{ legend: t('referrals.filter.urgency') }}
        value={filter.urgency}
        items={[
          {
            value: '',
            text: t('referrals.filter.any-urgency'),
            checked: filter.urgency === undefined,
          },
          ...urgencies.map((urgency) => ({ value: urgency, text: t(`code.urgency.${urgency}`) })),
        ]}
      />
      <Select
        label={t('referrals.filter.service')}
        name="service"
        value={filter.service}
        items={[
          { value: '', text: t('referrals.filter.any-service') },
          ...serviceTypes.map((service) => ({
            value: service,
            text: t(`code.service.${service}`),
          })),
        ]}
      />
    </>
  )
}

const laneText = (
  t: Translate,
  direction: ReferralFilter['direction'],
  lane: DeskLane,
  lanes: LaneCounts | null,
): string => {
  const name = t(direction === 'out' ? 'referrals.lane.asked-of-us' : `referrals.lane.${lane}`)
  if (lanes === null) return name
  const count = lanes[lane] > mostCounted ? `${mostCounted}+` : String(lanes[lane])
  return t('referrals.lane.counted', { name, count })
}

/** What it is narrowed by, each with the way to take it back. */
export const chipsOf = (t: Translate, filter: ReferralFilter) => [
  ...(filter.lane === undefined
    ? []
    : [
        {
          text: laneText(t, filter.direction, filter.lane, null),
          removeHref: listPath({ ...filter, lane: undefined }),
        },
      ]),
  ...filter.statuses.map((status) => ({
    text: t(`code.status.${status}`),
    removeHref: listPath({
      ...filter,
      statuses: filter.statuses.filter((other) => other !== status),
    }),
  })),
  ...(filter.urgency === undefined
    ? []
    : [
        {
          text: t(`code.urgency.${filter.urgency}`),
          removeHref: listPath({ ...filter, urgency: undefined }),
        },
      ]),
  ...(filter.service === undefined
    ? []
    : [
        {
          text: t(`code.service.${filter.service}`),
          removeHref: listPath({ ...filter, service: undefined }),
        },
      ]),
  ...(filter.number === undefined
    ? []
    : [{ text: filter.number, removeHref: listPath({ ...filter, number: undefined }) }]),
]
