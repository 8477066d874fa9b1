// Each feature brings its sentences as one part; this list is all a new part needs.
export * as common from './common.js'
