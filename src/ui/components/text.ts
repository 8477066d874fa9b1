import type { VNode } from 'preact'

/** What can stand where the Nunjucks macros take `text` or `html`: words or markup. */
export type Text = VNode | string | number | boolean | null | undefined | readonly Text[]

/** A place in a list that may be left empty by a condition. */
export type Absent = null | undefined | false

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Words together with how they look. */
export interface Worded {
  readonly text: Text
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Plain words or markup, or these with options. */
export type Words<Options extends Worded = Worded> = Text | Options

export const worded = <Options extends Worded = Worded>(words: Words<Options>): Options =>
  typeof words === 'object' && words !== null && 'text' in words
    ? words
    : // Beside `text`, every option of words may be left out.
      ({ text: words } as Options)

export const isPresent = <Item>(item: Item | Absent): item is Item =>
  item !== null && item !== undefined && item !== false && item !== ''

export const classNames = (...names: readonly (string | Absent)[]): string =>
  names.filter(isPresent).join(' ')

/** A list of ids for `aria-describedby`, absent when there is none. */
export const idList = (...ids: readonly (string | Absent)[]): string | undefined =>
  classNames(...ids) || undefined

/** `spellcheck` in words: as a boolean, `false` would leave the attribute out and check after all. */
export const spelled = (spellcheck: boolean | undefined): Attributes =>
  spellcheck === undefined ? {} : { spellcheck: String(spellcheck) }
