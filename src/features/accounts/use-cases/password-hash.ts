import { hash, verify } from '@node-rs/argon2'
import { createHmac, randomBytes } from 'node:crypto'

// argon2id is what the library takes by default. Half again OWASP's minimum for it (19 MiB, t=2, p=1;
// Password Storage Cheat Sheet). More memory would be held once for every core at the same time.
const memoryKiB = 19 * 1024
const timeCost = 3
const parallelism = 1

/**
 * Hashes a password with argon2id (19 MiB, t=3, p=1) after joining it with the installation's pepper,
 * which is not in the database. Costs a processor about a sixtieth of a second. @returns a PHC string
 */
export const hashPassword = (password: string, pepper: Buffer): Promise<string> =>
  hash(joined(password, pepper), { memoryCost: memoryKiB, timeCost, parallelism })

/** Whether the password is the one that was hashed. @throws when the hash is not a PHC string */
export const verifyPassword = (
  passwordHash: string,
  password: string,
  pepper: Buffer,
): Promise<boolean> => verify(passwordHash, joined(password, pepper))

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** A hash of nothing that costs as much to check as a real one. */
export const nobodysHash = (): string =>
  `$argon2id$v=19$m=${memoryKiB},t=${timeCost},p=${parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

// Keyboards disagree on how to compose "ế": NFKC makes the same password of both (NIST SP 800-63B).
// As base64, because the library checks only what is UTF-8.
const joined = (password: string, pepper: Buffer): string =>
  createHmac('sha256', pepper).update(password.normalize('NFKC')).digest('base64')
