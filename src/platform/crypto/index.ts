export { type KeyOwner } from './data-keys.js'
export type { Json, SealClass, SealContext } from './envelope.js'
export { KeyRing, Sealer, type NewCaseKey, type WrappedKey } from './sealer.js'
export { SearchTokens } from './search-token.js'
