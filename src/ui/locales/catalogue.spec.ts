import { describe, expect, it } from '@jest/globals'
import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.js'
import { fr } from './fr.js'
import * as parts from './parts/index.js'
import { vi } from './vi.js'

const catalogues = { vi, en, fr }
const sentences = Object.entries(vi)

// How the parser marks words without an argument.
const literal = 0

type Piece = ReturnType<IntlMessageFormat['getAst']>[number]

const argumentsOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => {
    const kind: number = piece.type
    // Literal words and the number sign of a plural carry no argument.
    if (!('value' in piece) || kind === literal) return []
    const inner = 'options' in piece ? Object.values(piece.options) : []
    return [piece.value, ...inner.flatMap(({ value }) => argumentsOf(value))]
  })

const namesIn = (message: string, locale: string): string[] =>
  [...new Set(argumentsOf(new IntlMessageFormat(message, locale).getAst()))].sort()

it.each(Object.entries(catalogues))('%s says all that Vietnamese says, and no more', (_, other) => {
  expect(Object.keys(other).sort()).toEqual(Object.keys(vi).sort())
})

it('says nothing in two parts at once', () => {
  const keys = Object.values(parts).flatMap((part) => Object.keys(part.vi))

  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

describe.each(['en', 'fr'] as const)('%s', (locale) => {
  it('names the same facts in each sentence', () => {
    const translated = new Map(Object.entries(catalogues[locale]))
    const differing = sentences.filter(
      ([key, message]) =>
        JSON.stringify(namesIn(message, 'vi')) !==
        JSON.stringify(namesIn(translated.get(key) ?? '', locale)),
    )

    expect(differing.map(([key]) => key)).toEqual([])
  })
})

it.each(Object.entries(catalogues))('leaves no sentence of %s empty', (_, catalogue) => {
  const empty = Object.entries(catalogue).filter(([, message]) => message.trim() === '')

  expect(empty).toEqual([])
})

// One sentence for fields of many lengths.
const ofManyLengths = ['cases.intake.too-long', 'forms.error.too-long', 'groups.problem.too-long']

it.each(Object.entries(catalogues))('says in %s how long a text may be', (_, catalogue) => {
  const silent = Object.entries(catalogue)
    .filter(([key, message]) => key.endsWith('too-long') && !/\d/.test(message))
    .map(([key]) => key)

  expect(silent.filter((key) => !ofManyLengths.includes(key))).toEqual([])
})
