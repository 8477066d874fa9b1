import { joined, type Catalogue } from './catalogue.js'
import * as parts from './parts/index.js'

export const en: Catalogue = joined(Object.values(parts).map((part) => part.en))
