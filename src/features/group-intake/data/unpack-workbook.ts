import { crc32, inflateRawSync } from 'node:zlib'
import { ListTooBig, ListUnreadable } from '../domain/group.errors.js'

// A workbook of a thousand people unpacks to a few megabytes; one that grows beyond this is no list.
const mostBytesUnpacked = 24 * 1024 * 1024
const mostEntries = 500

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const stored = 0
const deflated = 8

interface Entry {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * The XML files of a workbook, each unpacked within a limit that holds whatever sizes the archive
 * claims: a small file may unpack to gigabytes, name one entry here and hold another there.
 * @throws ListUnreadable | ListTooBig
 */
export const unpackWorkbook = (archive: Buffer): readonly Entry[] => {
  try {
    return entriesOf(archive)
  } catch (error) {
    // Reading past the end of a file that was cut short.
    if (['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(codeOf(error)))
      throw new ListUnreadable()
    throw error
  }
}

const entriesOf = (archive: Buffer): Entry[] => {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new ListUnreadable()
  const count = archive.readUInt16LE(end + 10)
  if (count > mostEntries) throw new ListTooBig()
  const entries: Entry[] = []
  let left = mostBytesUnpacked
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new ListUnreadable()
    const flags = archive.readUInt16LE(at + 8)
    const method = archive.readUInt16LE(at + 10)
    const packedSize = archive.readUInt32LE(at + 20)
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if ((flags & 1) !== 0) throw new ListUnreadable()
    if (/\.xml(\.rels)?$/i.test(name)) {
      const packed = packedOf(archive, archive.readUInt32LE(at + 42), packedSize)
      const bytes = unpack(packed, method, left)
      left -= bytes.length
      entries.push({ name, bytes })
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

const packedOf = (archive: Buffer, at: number, size: number): Buffer => {
  if (archive.readUInt32LE(at) !== localEntry) throw new ListUnreadable()
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  if (start + size > archive.length) throw new ListUnreadable()
  return archive.subarray(start, start + size)
}

const unpack = (packed: Buffer, method: number, limit: number): Buffer => {
  if (method === stored) {
    if (packed.length > limit) throw new ListTooBig()
    return packed
  }
  if (method !== deflated || limit <= 0)
    throw method === deflated ? new ListTooBig() : new ListUnreadable()
  try {
    return inflateRawSync(packed, { maxOutputLength: limit })
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? new ListTooBig() : new ListUnreadable()
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** An archive of these files and nothing else, nothing in it packed. */
export const packPlainly = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const label = Buffer.from(name)
    const checksum = crc32(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(localEntry, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt32LE(checksum, 14)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(label.length, 26)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(directoryEntry, 0)
    listed.writeUInt16LE(20, 4)
    listed.writeUInt16LE(20, 6)
    listed.writeUInt32LE(checksum, 16)
    listed.writeUInt32LE(bytes.length, 20)
    listed.writeUInt32LE(bytes.length, 24)
    listed.writeUInt16LE(label.length, 28)
    listed.writeUInt32LE(offset, 42)
    locals.push(local, label, bytes)
    directory.push(listed, label)
    offset += local.length + label.length + bytes.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endOfDirectory, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, index, end])
}
