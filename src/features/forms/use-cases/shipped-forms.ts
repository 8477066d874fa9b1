import type { Form } from '../domain/form.js'

/**
 * The forms that a feature brings: forms themselves know none. Extend it, list the class among a
 * module's providers, and it is found.
 */
export abstract class ShippedForms {
  abstract readonly forms: readonly Form[]
  /** Codes of lists on whose values rules stand (a law, a clock): nobody adds to them. */
  readonly closedLists: readonly string[] = []
}
