import { describe, expect, it } from '@jest/globals'
import { randomBytes, randomUUID } from 'node:crypto'
import { allSections, maskOf } from '../access/sections.js'
import { newDataKey, rewrapDataKey, unwrapDataKey, wrapDataKey } from './data-keys.js'
import type { SealContext } from './envelope.js'
import { Keys } from './keys.js'
import { Sealer } from './sealer.js'
import { UnreadableSeal } from './unreadable-seal.js'

const first = { keyId: 1, key: randomBytes(32) }
const second = { keyId: 2, key: randomBytes(32) }
const keysWith = (...wrapping: Keys['wrapping']): Keys =>
  new Keys(randomBytes(32), wrapping, randomBytes(32), randomBytes(32), randomBytes(48))
const sealer = new Sealer(keysWith(first))

const name: SealContext = {
  table: 'person',
  rowId: randomUUID(),
  column: 'sealed',
  keyClass: 'identity',
}

describe('a data key', () => {
  const owner = { ownerId: randomUUID(), keyClass: 'clinical' } as const
  const key = newDataKey()
  const wrapped = wrapDataKey([first], key, owner)

  it('unwraps as it was, for its own case and class only', () => {
    expect(unwrapDataKey([first], wrapped, owner)).toEqual(key)
    expect(() => unwrapDataKey([first], wrapped, { ...owner, ownerId: randomUUID() })).toThrow(
      UnreadableSeal,
    )
    expect(() => unwrapDataKey([first], wrapped, { ...owner, keyClass: 'general' })).toThrow(
      UnreadableSeal,
    )
  })

  it('does not unwrap once a byte is edited or cut', () => {
    for (let at = 0; at < wrapped.length; at += 1) {
      const edited = Buffer.from(wrapped)
      edited.writeUInt8(edited.readUInt8(at) ^ 1, at)
      expect(() => unwrapDataKey([first, second], edited, owner)).toThrow(UnreadableSeal)
      expect(() => unwrapDataKey([first], wrapped.subarray(0, at), owner)).toThrow(UnreadableSeal)
    }
  })

  it('moves to the newest wrapping key, after which the old one can be destroyed', () => {
    const rewrapped = rewrapDataKey([first, second], wrapped, owner)

    expect(rewrapped).not.toBeNull()
    if (rewrapped === null) return
    expect(unwrapDataKey([second], rewrapped, owner)).toEqual(key)
    expect(rewrapDataKey([first, second], rewrapped, owner)).toBeNull()
    expect(() => unwrapDataKey([second], wrapped, owner)).toThrow(UnreadableSeal)
  })
})

describe('the ring of a case', () => {
  it('opens what was sealed when the case was opened', () => {
    const caseId = randomUUID()
    const { ring, rows } = sealer.forNewCase(caseId)
    const sealed = ring.seal({ given: 'Ánh' }, name)

    expect(sealer.ofCase(caseId, rows).open<{ given: string }>(sealed, name).given).toBe('Ánh')
  })

  it('gives each class its sections, and each section one class', () => {
    const { rows } = sealer.forNewCase(randomUUID())

    expect(rows.map((row) => [row.class, row.sections])).toContainEqual([
      'clinical',
      maskOf(['health', 'psychosocial']),
    ])
    expect(rows.reduce((mask, row) => mask + row.sections, 0)).toBe(allSections)
  })

  it('does not open another case, even with its rows', () => {
    const { ring, rows } = sealer.forNewCase(randomUUID())
    const sealed = ring.seal('Ánh', name)

    expect(() => sealer.ofCase(randomUUID(), rows).open(sealed, name)).toThrow(UnreadableSeal)
    expect(() => sealer.forNewCase(ring.ownerId).ring.open(sealed, name)).toThrow(UnreadableSeal)
  })

  it('opens only the classes whose keys the actor was given', () => {
    const caseId = randomUUID()
    const { ring, rows } = sealer.forNewCase(caseId)
    const sealed = ring.seal('Ánh', name)
    const ofPolice = sealer.ofCase(
      caseId,
      rows.filter((row) => row.class === 'general'),
    )

    expect(ofPolice.has('general')).toBe(true)
    expect(ofPolice.has('identity')).toBe(false)
    expect(() => ofPolice.open(sealed, name)).toThrow(UnreadableSeal)
  })

  it('is not the ring of a referral', () => {
    const id = randomUUID()
    const { ring, sealedKey } = sealer.forNewReferral(id)
    const need = {
      table: 'referral',
      rowId: id,
      column: 'sealed_need',
      keyClass: 'referral',
    } as const
    const sealed = ring.seal('cần chỗ ở an toàn', need)

    expect(sealer.ofReferral(id, sealedKey).open(sealed, need)).toBe('cần chỗ ở an toàn')
    expect(() =>
      sealer.ofCase(id, [{ class: 'general', wrapped: sealedKey }]).open(sealed, need),
    ).toThrow(UnreadableSeal)
  })
})
