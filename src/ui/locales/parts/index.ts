// Each feature brings its sentences as one part; this list is all a new part needs.
export * as accounts from './accounts.js'
export * as codes from './codes.js'
export * as common from './common.js'
export * as directory from './directory.js'
export * as web from './web.js'
export * as cases from './cases.js'
export * as consents from './consents.js'
