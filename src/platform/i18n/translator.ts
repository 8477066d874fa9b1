import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locale.js'

export type MessageValues = Readonly<Record<string, string | number>>

/** Says a sentence of a catalogue, its ICU arguments filled in. */
export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string

/** Turns a catalogue of ICU messages into a speaker; each message is parsed once, on first use. */
export const translator = <Key extends string>(
  catalogue: Readonly<Record<Key, string>>,
  locale: Locale,
): Translate<Key> => {
  const parsed = new Map<Key, IntlMessageFormat>()

  return (key, values) => {
    const message = parsed.get(key) ?? new IntlMessageFormat(catalogue[key], locale)
    parsed.set(key, message)
    const said = message.format(values)
    return Array.isArray(said) ? said.join('') : String(said)
  }
}
