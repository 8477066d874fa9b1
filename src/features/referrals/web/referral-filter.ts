import { isServiceType, type ServiceType } from '../../directory/index.js'
import { lanesOf, type DeskLane } from '../domain/desk-lanes.js'
import { referralStatuses, type ReferralStatus } from '../domain/referral-status.js'
import { urgencies, type Urgency } from '../domain/urgency.js'
import { listedStatuses, type Direction } from '../use-cases/list-referrals.js'

/** How a list is narrowed, as its address says it. */
export interface ReferralFilter {
  readonly direction: Direction
  readonly statuses: readonly ReferralStatus[]
  readonly urgency: Urgency | undefined
  readonly service: ServiceType | undefined
  readonly number: string | undefined
  /** By whom it is waited for. */
  readonly lane: DeskLane | undefined
}

/** What stands in the address; anybody can write there. */
export type ListQuery = Readonly<Record<string, unknown>>

const textsOf = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** Reads what an address asks for; what makes no sense is left out. */
export const filterOf = (query: ListQuery): ReferralFilter => {
  const direction = query['direction'] === 'out' ? 'out' : 'in'
  const asked = textsOf(query['status'])
  const [urgency] = textsOf(query['urgency'])
  const [service] = textsOf(query['service'])
  const [lane] = textsOf(query['lane'])
  const [number] = textsOf(query['number'])
  return {
    direction,
    statuses: referralStatuses.filter(
      (status) => asked.includes(status) && listedStatuses(direction).includes(status),
    ),
    urgency: urgencies.find((one) => one === urgency),
    service: service !== undefined && isServiceType(service) ? service : undefined,
    lane: lanesOf(direction).find((one) => one === lane),
    number: number === undefined || number.trim() === '' ? undefined : number.trim().slice(0, 30),
  }
}

/** The cursor of an address, if it has one. */
export const afterOf = (query: ListQuery): string | undefined => textsOf(query['after'])[0]

/** The address of the list, narrowed so. */
export const listPath = (filter: ReferralFilter, after?: string): string => {
  const query = new URLSearchParams({ direction: filter.direction })
  for (const status of filter.statuses) query.append('status', status)
  if (filter.urgency !== undefined) query.set('urgency', filter.urgency)
  if (filter.service !== undefined) query.set('service', filter.service)
  if (filter.number !== undefined) query.set('number', filter.number)
  if (filter.lane !== undefined) query.set('lane', filter.lane)
  if (after !== undefined) query.set('after', after)
  return `/referrals?${query.toString()}`
}
