import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
// Node takes a tag of 4 bytes when it is not told the length; a forger would need 2^32 tries.
const authTagLength = 16

/** Nonce, ciphertext, tag. The nonce is random: one key seals far fewer than 2^32 values. */
export const encrypt = (key: Buffer, plain: Buffer, context: Buffer): Buffer => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength }).setAAD(context)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws when anything differs from what was encrypted: key, context, length or a single bit. */
export const decrypt = (key: Buffer, encrypted: Buffer, context: Buffer): Buffer => {
  if (encrypted.length < nonceLength + authTagLength) throw new RangeError('too short')
  const decipher = createDecipheriv(algorithm, key, encrypted.subarray(0, nonceLength), {
    authTagLength,
  })
  decipher.setAAD(context).setAuthTag(encrypted.subarray(-authTagLength))
  const plain = decipher.update(encrypted.subarray(nonceLength, -authTagLength))
  // Adds nothing in this mode: it throws unless the tag fits.
  decipher.final()
  return plain
}
