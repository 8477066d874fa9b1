import { describe, expect, it } from '@jest/globals'
import { readList } from '../data/read-list.js'
import { fictionalList } from '../testing/a-list.js'
import { readPlaces } from './read-places.js'
import { namesOn, understandPlace } from './understand-place.js'

const communes = readPlaces(readList(Buffer.from(fictionalList)) ?? [])
  .read.map(({ commune }) => commune)
  .filter(({ provinceCode }) => provinceCode !== '15')

const today = '2026-11-20'
const before = '2024-05-01'
const meant = (typed: string, on = today) => understandPlace(communes, typed, on)

describe('the name of a commune', () => {
  it('is understood with or without tones, kind, case and the province behind a comma', () => {
    for (const typed of [
      'Phường Bến Mơ',
      'phuong ben mo',
      'P. Bến Mơ',
      'p ben mo',
      'BẾN MƠ',
      'bến mơ, Đà Nẵng',
      'Dream Landing',
    ])
      expect({ typed, ...meant(typed) }).toEqual({ typed, is: 'known', name: 'Phường Bến Mơ' })
    expect(meant('đk Đảo Hạc')).toEqual({ is: 'known', name: 'Đặc khu Đảo Hạc' })
  })

  it('counts tones where only they tell two apart, and asks where there are none', () => {
    expect(meant('xã đồi sường')).toEqual({ is: 'known', name: 'Xã Đồi Sường' })
    expect(meant('doi suong')).toEqual({
      is: 'several',
      names: ['Xã Đồi Sương', 'Xã Đồi Sường'],
    })
  })

  it('of one that is gone leads to the one that holds its area, and stays in sight', () => {
    expect(meant('Bến Cũ')).toEqual({ is: 'known', name: 'Phường Bến Mơ (Phường Bến Cũ cũ)' })
    expect(meant('tt Gò Sương')).toEqual({
      is: 'known',
      name: 'Phường Bến Mơ (Thị trấn Gò Sương cũ)',
    })
    // Written out, it is understood again.
    for (const typed of ['Phường Bến Mơ (Phường Bến Cũ cũ)', 'Phường Bến Mơ'])
      expect(meant(typed)).toEqual({ is: 'known', name: typed })
    expect(meant('Bến Mơ (gần chợ)')).toEqual({ is: 'known', name: 'Phường Bến Mơ' })
  })

  it('of one that was divided asks which part is meant', () => {
    expect(meant('Đồng Chia')).toEqual({
      is: 'divided',
      names: ['Phường Bến Mơ', 'Xã Đồi Sương'],
    })
  })

  it('is the one of the day it is about; the name of today will do for what lies back', () => {
    expect(meant('Bến Cũ', before)).toEqual({ is: 'known', name: 'Phường Bến Cũ' })
    expect(meant('Bến Mơ', before)).toEqual({ is: 'known', name: 'Phường Bến Mơ' })
  })

  it('that is none is told with those nearest to it', () => {
    expect(meant('Bến Mờo')).toEqual({ is: 'unknown', names: ['Phường Bến Mơ'] })
    expect(meant('Đảo')).toEqual({ is: 'unknown', names: ['Đặc khu Đảo Hạc'] })
    expect(meant('Nơi không ai biết')).toEqual({ is: 'unknown', names: [] })
  })

  it('stays as it was typed where no list is known', () => {
    expect(understandPlace([], 'Bất cứ đâu', today)).toEqual({ is: 'as-typed' })
  })

  it('follows a code that goes on under a new name, and one replaced twice', () => {
    const list = `code,province,kind,name_vi,valid_from,valid_until,replaced_by
99301,48,xã,Một,2010-01-01,2025-06-30,
99301,48,phường,Hai,2025-07-01,2025-12-31,99302
99302,48,phường,Ba,2026-01-01,,`
    const known = readPlaces(readList(Buffer.from(list)) ?? []).read.map(({ commune }) => commune)

    expect(understandPlace(known, 'Một', today)).toEqual({
      is: 'known',
      name: 'Phường Ba (Xã Một cũ)',
    })
  })
})

it('what is offered are the names that stand on the day', () => {
  expect(namesOn(communes, today)).toEqual([
    'Đặc khu Đảo Hạc',
    'Phường Bến Mơ',
    'Xã Đồi Sương',
    'Xã Đồi Sường',
  ])
  expect(namesOn(communes, before)).toContain('Phường Bến Cũ')
})
