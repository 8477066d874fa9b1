export { PlacesModule } from './places.module.js'
export { UnderstandPlaces, type NamedPlace } from './use-cases/understand-places.js'
export { importPlaces } from './use-cases/import-places.js'
export type { Understood } from './domain/understand-place.js'
