import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The keys of this installation, none of which is ever in the database. `KEY_FILE` is JSON with
 * base64 values; losing it loses every sealed text, so it belongs into the safe and the backups of
 * another place than the database's.
 */
export class Keys {
  constructor(
    /** Signs the actor's context towards the database. */
    readonly actorSigning: Buffer,
    /** Wraps data keys (AES-256), newest last; `keyId` is written into what it wraps. */
    readonly wrapping: readonly { readonly keyId: number; readonly key: Buffer }[],
    /** Makes search tokens. */
    readonly searching: Buffer,
    /** Joins passwords before hashing. */
    readonly pepper: Buffer,
    /** Ed25519 private key, PKCS#8 DER, that signs audit batches. */
    readonly auditSigning: Buffer,
  ) {}
}

interface KeyFile {
  readonly actorSigning: string
  readonly wrapping: readonly { readonly keyId: number; readonly key: string }[]
  readonly searching: string
  readonly pepper: string
  readonly auditSigning: string
}

export class UnusableKeyFile extends Error {
  constructor(cause: unknown) {
    super('KEY_FILE cannot be read as a key file', { cause })
  }
}

/** Reads the key file, or makes one where none exists. @throws UnusableKeyFile */
export const loadKeys = async (path: string): Promise<Keys> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined
    throw new UnusableKeyFile(error)
  })
  if (text !== undefined) return parse(text)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const fresh = JSON.stringify(generate(), null, 2)
  try {
    // Two processes may start at once: the first to create the file wins, the other reads it.
    await writeFile(path, fresh, { mode: 0o600, flag: 'wx' })
    await chmod(path, 0o600)
    return parse(fresh)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return loadKeys(path)
    throw new UnusableKeyFile(error)
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const generate = (): KeyFile => ({
  actorSigning: randomBytes(32).toString('base64'),
  wrapping: [{ keyId: 1, key: randomBytes(32).toString('base64') }],
  searching: randomBytes(32).toString('base64'),
  pepper: randomBytes(32).toString('base64'),
  auditSigning: generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64'),
})

const parse = (text: string): Keys => {
  try {
    const file = JSON.parse(text) as KeyFile
    const bytes = (value: string, length?: number): Buffer => {
      const buffer = Buffer.from(value, 'base64')
      if (length === undefined ? buffer.length === 0 : buffer.length !== length)
        throw new Error('a key has the wrong length')
      return buffer
    }
    return new Keys(
      bytes(file.actorSigning, 32),
      file.wrapping.map(({ keyId, key }) => ({ keyId, key: bytes(key, 32) })),
      bytes(file.searching, 32),
      bytes(file.pepper, 32),
      bytes(file.auditSigning),
    )
  } catch (error) {
    throw new UnusableKeyFile(error)
  }
}
