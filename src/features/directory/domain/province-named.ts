import type { LocalDate } from '../../../platform/clock/local-time.js'
import { provincesOn, successorOf, type Province } from './provinces.js'
import { formerProvinces } from './provinces.vn.js'

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const withoutKind = (name: string): string =>
  plain(name).replace(/^(tinh|thanh pho|tp|province of|province de|city of|ville de) /, '')

/**
 * The province that people mean by a name, as it stands on that day: with or without tones and kind; a
 * former one is the one that holds its area. Null for what names none. A code is no name: seven of
 * them were given to others.
 */
export const provinceNamed = (name: string, date: LocalDate): Province | null => {
  const wanted = withoutKind(name)
  if (wanted === '') return null
  const names = [wanted, synonyms[wanted] ?? wanted]
  const current = provincesOn(date).find((province) => names.includes(plain(province.name)))
  if (current !== undefined) return current
  const former = formerProvinces.find(([, formerName]) => names.includes(plain(formerName)))
  return former === undefined ? null : successorOf(former[0], date)
}

const synonyms: Readonly<Record<string, string>> = {
  hcm: 'ho chi minh',
  tphcm: 'ho chi minh',
  'sai gon': 'ho chi minh',
  saigon: 'ho chi minh',
  hanoi: 'ha noi',
  danang: 'da nang',
  haiphong: 'hai phong',
  'thua thien hue': 'hue',
  'vung tau': 'ba ria vung tau',
}
