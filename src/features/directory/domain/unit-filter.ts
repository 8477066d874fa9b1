import type { Sector } from '../../../platform/access/sectors.js'
import type { ServiceType } from './service-types.js'

/** Which units to list; what is left out does not narrow. */
export interface UnitFilter {
  readonly sector?: Sector | undefined
  readonly service?: ServiceType | undefined
  readonly provinceCode?: string | undefined
  readonly takingReferrals?: boolean | undefined
}
