import { DomainError } from '../../../platform/errors/domain-error.js'

/** The file is no exported trail, or its public key cannot be read. */
export class NotAnExport extends DomainError {
  readonly code = 'oversight.not-an-export'

  override get kind() {
    return 'invalid' as const
  }
}

/** The fingerprint asked for is not that of the key at hand. */
export class OtherPublicKey extends DomainError {
  readonly code = 'oversight.other-public-key'

  constructor(fingerprint: string) {
    super({ fingerprint })
  }

  override get kind() {
    return 'invalid' as const
  }
}
