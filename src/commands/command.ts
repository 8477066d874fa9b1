import type { ParseArgsConfig } from 'node:util'

/** What a command was called with. */
export interface Call {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
  readonly say: (text: string) => void
}

/** A command of `npm run cli -- <name>`. */
export interface Command {
  readonly summary: string
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** @returns the exit status */
  readonly run: (call: Call) => Promise<number>
}

/** A call that lacks something or has it wrong; the message says what. */
export class WrongCall extends Error {}

export const textOf = ({ values }: Call, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @throws WrongCall naming the option */
export const neededText = (call: Call, name: string): string => {
  const text = textOf(call, name)
  if (text === undefined) throw new WrongCall(`--${name} is missing`)
  return text
}
