import { joined, type Catalogue } from './catalogue.js'
import * as parts from './parts/index.js'

export const fr: Catalogue = joined(Object.values(parts).map((part) => part.fr))
