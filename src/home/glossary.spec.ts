import { describe, expect, it } from '@jest/globals'
import { locales } from '../platform/i18n/index.js'
import * as words from '../ui/locales/parts/glossary.js'
import { useApp } from '../../test/support/app.js'
import { glossary } from './glossary.js'

const terms: readonly string[] = Object.values(glossary).flat()

describe('the words explained', () => {
  const test = useApp()

  it.each(locales)('are open to everybody in %s, each with its meaning', async (locale) => {
    const { body, statusCode } = await test().app.inject({
      url: '/help/glossary',
      headers: { 'accept-language': locale },
    })

    expect(statusCode).toBe(200)
    const said: Readonly<Record<string, string>> = words[locale]
    const silent = terms.filter(
      (term) =>
        !body.includes(`id="${term}"`) ||
        !body.includes(`<dt>${said[`glossary.${term}`] ?? ''}</dt>`) ||
        !body.includes(`<dd>${said[`glossary.${term}.is`] ?? ''}</dd>`),
    )
    expect(silent).toEqual([])
  })

  it('are reached from the help', async () => {
    const { body } = await test().app.inject({ url: '/help' })
    expect(body).toContain('href="/help/glossary"')
  })
})

it('each word is explained once, and none is left over', () => {
  expect(new Set(terms).size).toBe(terms.length)
  const known = new Set(terms.flatMap((term) => [`glossary.${term}`, `glossary.${term}.is`]))
  const frame = /^glossary\.(title|intro|link|group\..+)$/
  expect(Object.keys(words.vi).filter((key) => !known.has(key) && !frame.test(key))).toEqual([])
})

it('the words follow the Luxembourg Guidelines', () => {
  const advisedAgainst =
    /child porn|pornographie (enfantine|infantile)|child prostitut|sex tourism|khiêu dâm trẻ em|tourisme sexuel/i
  for (const locale of locales)
    expect(Object.values(words[locale]).filter((text) => advisedAgainst.test(text))).toEqual([])
})
