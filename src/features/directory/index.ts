export { DirectoryModule } from './directory.module.js'
export { Directory, type Need, type Proposal } from './use-cases/directory.js'
export type { UnitFilter } from './domain/unit-filter.js'
export type { UnitView } from './domain/unit-view.js'
export { isOpenAt, officeHours, type OpeningHours } from './domain/opening-hours.js'
export { provinceCodeOn } from './domain/province-code.js'
export { provinceOn, provincesOn, provinces, type Province } from './domain/provinces.js'
export { proposalReasons, type ProposalReason } from './domain/propose-units.js'
export {
  isServiceType,
  sectorsGiving,
  servicesOf,
  serviceTypes,
  type ServiceType,
} from './domain/service-types.js'
export { isSector, sectors, type Sector } from '../../platform/access/sectors.js'
