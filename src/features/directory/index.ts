export { DirectoryModule } from './directory.module.js'
export { Directory, type Proposal } from './use-cases/directory.js'
export type { UnitView } from './domain/unit-view.js'
export { officeHours } from './domain/opening-hours.js'
export { tells } from './domain/telling-names.js'
export { areaOf, provinceOn, provincesOn, type Province } from './domain/provinces.js'
export { provinceNamed } from './domain/province-named.js'
export {
  isServiceType,
  servicesOf,
  serviceTypes,
  type ServiceType,
} from './domain/service-types.js'
export { sectors, type Sector } from '../../platform/access/sectors.js'
