import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { locales, type Words } from '../../../platform/i18n/index.js'
import type { CodeList, Field, Form } from '../../forms/index.js'
import { formsOfSection, sectionFormOf, sectionForms } from './section-forms.js'

const fieldsOf = (form: Form): readonly Field[] => form.groups.flatMap(({ fields }) => fields)
const listsOf = (field: Field): CodeList[] => ('list' in field ? [field.list] : [])
const lists = new Map(
  sectionForms.flatMap((form) => fieldsOf(form).flatMap(listsOf)).map((list) => [list.code, list]),
)

/** Every text a form says, with where it stands. */
const textsOf = (form: Form): (readonly [place: string, words: Words])[] => [
  ...partsOf(form.code, form.title, form.one, form.intro),
  ...form.groups.flatMap(({ title }) => partsOf(`${form.code} group`, title)),
  ...fieldsOf(form).flatMap((field) =>
    partsOf(`${form.code}.${field.code}`, field.label, field.hint),
  ),
]
const partsOf = (place: string, ...words: readonly (Words | undefined)[]) =>
  words.flatMap((some): [string, Words][] => (some === undefined ? [] : [[place, some]]))

const listTexts = [...lists.values()].flatMap((list) =>
  list.values.flatMap(({ code, label, hint }) => partsOf(`${list.code}:${code}`, label, hint)),
)
const texts = [...sectionForms.flatMap(textsOf), ...listTexts]

describe('the forms of a case', () => {
  it('are found by their code and by their section', () => {
    expect(sectionFormOf('incident')?.section).toBe('incident')
    expect(sectionFormOf('nothing-like-it')).toBeNull()
    expect(formsOfSection('family').map(({ code }) => code)).toEqual(['family', 'relation'])
  })

  it('have codes that are told apart', () => {
    const codes = sectionForms.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const form of sectionForms) {
      const fields = fieldsOf(form).map(({ code }) => code)
      expect([form.code, fields]).toEqual([form.code, [...new Set(fields)]])
      expect(fields.filter((code) => !/^[a-z][A-Za-z0-9]*$/.test(code))).toEqual([])
      expect(form.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })

  it('say what one record of them is called where there may be several', () => {
    expect(sectionForms.filter(({ many, one }) => many !== (one !== undefined))).toEqual([])
  })

  it('ask for something before anything is kept, where there may be several records', () => {
    const unasked = sectionForms.filter(
      (form) => form.many && !fieldsOf(form).some(({ required }) => required === 'to-save'),
    )
    expect(unasked.map(({ code }) => code)).toEqual([])
  })

  it('make no field depend on one that comes later, or on an answer that does not exist', () => {
    const wrong = sectionForms.flatMap((form) => {
      const seen = new Map<string, Field>()
      return fieldsOf(form).flatMap((field) => {
        const asked = field.when && seen.get(field.when.field)
        seen.set(field.code, field)
        if (field.when === undefined) return []
        const answers = asked === undefined ? [] : answersOf(asked)
        return field.when.is.every((answer) => answers.includes(answer))
          ? []
          : [`${form.code}.${field.code}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('store plainly only codes', () => {
    const plainTexts = sectionForms.flatMap((form) =>
      fieldsOf(form).filter((field) => field.plain === true && !('list' in field)),
    )
    expect(plainTexts).toEqual([])
  })

  it('never mean two lists by one code', () => {
    const different = sectionForms
      .flatMap((form) => fieldsOf(form).flatMap(listsOf))
      .filter((list) => lists.get(list.code) !== list)
    expect(different.map(({ code }) => code)).toEqual([])
  })

  it('have lists whose codes are told apart', () => {
    const twice = [...lists.values()].filter(
      ({ values }) => new Set(values.map(({ code }) => code)).size !== values.length,
    )
    expect(twice.map(({ code }) => code)).toEqual([])
  })
})

const answersOf = (field: Field): readonly string[] =>
  'list' in field ? field.list.values.map(({ code }) => code) : ['yes', 'no']

// `- **code** (…): `one two three`` of one part of the page, as `code.one`.
const writtenDown = (heading: string): string[] => {
  const page = readFileSync('docs/codes.md', 'utf8')
  const part = page.split('\n## ').find((text) => text.startsWith(heading)) ?? ''
  return [...part.matchAll(/^- \*\*(.+?)\*\*.*?: `(.+)`$/gm)].flatMap(([, code, values]) =>
    (values ?? '').split(' ').map((value) => `${code ?? ''}.${value}`),
  )
}

describe('their codes', () => {
  const fields = sectionForms.flatMap((form) =>
    fieldsOf(form).map((field) => `${form.code}.${field.code}`),
  )
  const values = [...lists.values()].flatMap((list) =>
    list.values.map(({ code }) => `${list.code}.${code}`),
  )

  it.each([
    ['Forms', fields],
    ['Lists', values],
  ])('are as they are written down: %s', (heading, codes) => {
    const written = writtenDown(heading)
    expect({
      renamedOrGone: written.filter((code) => !codes.includes(code)),
      notWrittenDown: codes.filter((code) => !written.includes(code)),
    }).toEqual({ renamedOrGone: [], notWrittenDown: [] })
  })
})

describe('their words', () => {
  it.each(locales)('are there in %s', (locale) => {
    expect(texts.filter(([, words]) => words[locale].trim() === '')).toEqual([])
  })

  it('are translated', () => {
    // Names of places and peoples, and some words, are the same in English and French.
    const names = /^(country|ethnic-group|province|recruitment-app):/
    const untold = texts.filter(
      ([place, { vi, en, fr }]) =>
        !names.test(place) && (vi === en || vi === fr) && /[A-Za-z]{4}/.test(vi),
    )
    expect(untold).toEqual([])
  })

  it('avoid what the Luxembourg Guidelines advise against', () => {
    const advisedAgainst =
      /child porn|pornographie (enfantine|infantile)|child prostitut|sex tourism|child sex worker|khiêu dâm trẻ em|mại dâm trẻ em|tourisme sexuel|enfants? prostitué/i
    expect(
      texts.filter(([, words]) => locales.some((locale) => advisedAgainst.test(words[locale]))),
    ).toEqual([])
  })

  it('tell the values of a list apart in each language', () => {
    const same = [...lists.values()].flatMap((list) =>
      locales.flatMap((locale) => {
        const offered = list.values.filter(({ retired }) => retired !== true)
        const said = offered.map(({ label }) => label[locale])
        return said
          .filter((words, at) => said.indexOf(words) !== at)
          .map((words) => `${list.code} ${locale}: ${words}`)
      }),
    )
    expect(same).toEqual([])
  })
})
