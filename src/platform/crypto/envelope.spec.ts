import { describe, expect, it } from '@jest/globals'
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { newDataKey } from './data-keys.js'
import { open, seal, type SealContext } from './envelope.js'
import { UnreadableSeal } from './unreadable-seal.js'

const key = newDataKey()
const place: SealContext = {
  table: 'person',
  rowId: '6f1d2c3b-0000-4000-8000-000000000001',
  column: 'sealed',
  keyClass: 'identity',
}

describe('a sealed field', () => {
  it.each([
    'Nguyễn Thị Ánh',
    '',
    'dòng một\ndòng hai | "ba" \u{1F642}',
    { name: 'Ánh', phones: ['0912 000 111'], age: 14, safe: true, note: null },
    [],
    null,
  ])('opens as it was sealed: %j', (value) => {
    expect(open(key, seal(key, value, place), place)).toEqual(value)
  })

  it('shows nothing of its text and is never the same twice', () => {
    const text = 'Nguyễn Thị Ánh'
    const [once, again] = [seal(key, text, place), seal(key, text, place)]

    expect(once.includes(Buffer.from(text))).toBe(false)
    expect(once.equals(again)).toBe(false)
  })

  it.each([
    ['another table', { table: 'case_section' }],
    ['another row', { rowId: randomUUID() }],
    ['another column', { column: 'sealed_note' }],
    ['another class', { keyClass: 'clinical' }],
    ['a name that borrows the separator', { table: 'person","6f1d', rowId: '' }],
  ] as const)('does not open in %s', (_, elsewhere) => {
    const sealed = seal(key, 'nơi ở', place)

    expect(() => open(key, sealed, { ...place, ...elsewhere })).toThrow(UnreadableSeal)
  })

  it('does not open under another key, nor under the same key of another version', () => {
    const sealed = seal(key, 'nơi ở', place)

    expect(() => open(newDataKey(), sealed, place)).toThrow(UnreadableSeal)
    expect(() => open({ ...key, version: 2 }, sealed, place)).toThrow(UnreadableSeal)
  })

  it('does not open once any bit is turned', () => {
    const sealed = seal(key, { note: 'ghi chú' }, place)

    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const edited = Buffer.from(sealed)
      edited.writeUInt8(edited.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => open(key, edited, place)).toThrow(UnreadableSeal)
    }
  })

  it('does not open at any shorter or greater length', () => {
    const sealed = seal(key, { note: 'ghi chú' }, place)

    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(key, sealed.subarray(0, length), place)).toThrow(UnreadableSeal)
    }
    expect(() => open(key, Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow(UnreadableSeal)
  })

  it('does not open by a tag of four bytes, however right', () => {
    const nonce = randomBytes(12)
    const { table, rowId, column, keyClass } = place
    const context = JSON.stringify(['ben-an field', table, rowId, column, keyClass, key.version])
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: 4 })
    cipher.setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update('"nơi ở của em"'), cipher.final()])
    const header = Buffer.of(1, key.version)
    const forged = Buffer.concat([header, nonce, body, cipher.getAuthTag()])

    expect(() => open(key, forged, place)).toThrow(UnreadableSeal)
  })

  it('comes back whole for any text, however odd', () => {
    for (let round = 0; round < 300; round += 1) {
      const text = randomBytes(round).toString(round % 2 === 0 ? 'utf8' : 'base64')
      const somewhere = { ...place, rowId: randomUUID() }
      expect(open(key, seal(key, text, somewhere), somewhere)).toBe(text)
    }
  })

  it('names the place and never the text when it does not open', () => {
    const sealed = seal(key, 'Nguyễn Thị Ánh', place)

    expect(() => open(newDataKey(), sealed, place)).toThrow('person.sealed')
    expect(() => open(newDataKey(), sealed, place)).not.toThrow('Ánh')
  })
})
