/** How trouble is told over HTTP: 409, 412, 422, 404, 429. */
export type TroubleKind = 'conflict' | 'stale' | 'invalid' | 'absent' | 'too-many' | 'unsupported'

/** Expected trouble. `code` is stable and is also the key of the sentence people read. */
export abstract class DomainError extends Error {
  abstract readonly code: string

  /** @param facts what the sentence needs; never personal data, because errors reach the log */
  constructor(readonly facts: Record<string, string | number> = {}) {
    super()
  }

  override get name(): string {
    return this.constructor.name
  }

  get kind(): TroubleKind {
    return 'conflict'
  }

  /** The address where what was wanted can be done instead, if there is one. */
  get onward(): string | null {
    return null
  }
}
