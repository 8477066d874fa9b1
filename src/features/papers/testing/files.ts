import { crc32 } from 'node:zlib'

/** A small PDF, as far as anybody looks. */
export const aPdf = (text = 'Bản đồng thuận đã ký'): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`)

/** A zip whose parts are stored as they are. */
export const aZip = (parts: Readonly<Record<string, string>>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt32LE(crc32(data), 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(title.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, title, data)
    directory.push(central, title)
    offset += 30 + title.length + data.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

export const aDocx = (more: Readonly<Record<string, string>> = {}): Buffer =>
  aZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', ...more })
