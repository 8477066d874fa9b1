import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../../platform/access/actor.js'
import {
  auditKeyPair,
  batchHash,
  MerkleTree,
  noBatch,
  signBatch,
  type AuditBatch,
} from '../../../platform/audit/index.js'
import { aWorker, useTrail } from '../../../platform/audit/testing/use-trail.js'
import { SystemClock } from '../../../platform/clock/clock.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { TrailReader } from '../data/trail-reader.js'
import { NotAnExport, OtherPublicKey } from '../domain/audit.errors.js'
import type { Damage, Verification } from '../domain/verification.js'
import { ExportAudit } from './export-audit.js'
import { auditPublicKey } from './public-key.js'
import { VerifyAudit } from './verify-audit.js'
import { verifyFile } from './verify-file.js'

const operator = system('audit')
const found = ({ findings }: Verification): Damage[] => findings.map(({ what }) => what)

describe('verifying the trail', () => {
  const world = useTrail()
  const lan = aWorker('caseworker')
  let folder: string
  let verify: VerifyAudit
  let batches: AuditBatch[]

  const verifierWith = (keys: Keys): VerifyAudit => {
    const { transactions, database, trail } = world()
    const reader = new TrailReader(transactions, database)
    return new VerifyAudit(reader, trail, transactions, keys, new SystemClock())
  }
  const record = (times: number): Promise<void> =>
    world().transactions.run(lan, async () => {
      for (let time = 0; time < times; time += 1)
        await world().trail.record({ action: 'case.read' })
    })
  const exported = async (name: string): Promise<string> => {
    const { transactions, database, trail, keys } = world()
    const path = join(folder, name)
    const reader = new TrailReader(transactions, database)
    await new ExportAudit(reader, trail, transactions, keys, new SystemClock()).run(operator, path)
    return path
  }
  const rootBefore = async (xid: string): Promise<Pick<AuditBatch, 'entryCount' | 'root'>> => {
    const { rows } = await world().thief.query<{ leaf: Buffer }>(
      'SELECT leaf_hash AS leaf FROM audit_entry WHERE xid < $1::xid8 ORDER BY xid, id',
      [xid],
    )
    const tree = new MerkleTree()
    for (const { leaf } of rows) tree.add(leaf)
    return { entryCount: tree.size, root: tree.root().toString('hex') }
  }
  const insertBatch = (batch: AuditBatch): Promise<void> =>
    world().tamper(
      `INSERT INTO audit_batch VALUES ($1, $2, $3::xid8, $4::xid8, $5, decode($6, 'hex'),
         decode($7, 'hex'), $8, $9, decode($10, 'hex'))`,
      [
        batch.seq,
        batch.generation,
        batch.fromXid,
        batch.toXid,
        batch.entryCount,
        batch.root,
        batch.previousHash,
        batch.signedAt,
        batch.keyId,
        batch.signature,
      ],
    )
  const entryOf = async (batch: AuditBatch | undefined): Promise<string> => {
    const { rows } = await world().thief.query<{ id: string }>(
      'SELECT id::text FROM audit_entry WHERE xid >= $1::xid8 ORDER BY id LIMIT 1',
      [batch?.fromXid],
    )
    return rows[0]?.id ?? ''
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ben-an-trail-'))
    verify = verifierWith(world().keys)
  })
  afterAll(() => rm(folder, { recursive: true }))

  // Each story begins with a whole trail of three batches, with three entries in each.
  beforeEach(async () => {
    await world().tamper('TRUNCATE audit_entry, audit_batch')
    batches = []
    for (let round = 0; round < 3; round += 1) {
      await record(3)
      batches.push(...(await world().sealEverything()))
    }
    expect(batches).toHaveLength(3)
  })

  it('finds a whole trail intact, and says what to write down', async () => {
    const [, , last] = batches
    if (last === undefined) return

    expect(await verify.run(operator)).toMatchObject({
      intact: true,
      findings: [],
      batches: 3,
      entries: 9,
      head: { seq: 3, hash: batchHash(last) },
      unsigned: { entries: 0, since: null },
      keyIsTrusted: true,
      isAnchored: false,
    })
  })

  it('leaves a trace of itself, which waits for the next batch', async () => {
    await verify.run(operator)

    expect(await verify.run(operator)).toMatchObject({ intact: true, unsigned: { entries: 1 } })
  })

  it('looks at the latest batches only, when asked to', async () => {
    await world().tamper('UPDATE audit_entry SET sections = 1 WHERE id = $1', [
      await entryOf(batches[0]),
    ])

    expect(await verify.run(operator, { latestBatches: 2 })).toMatchObject({
      intact: true,
      firstBatch: 2,
      batches: 2,
      entries: 6,
    })
    expect(await verify.run(operator, { latestBatches: 3 })).toMatchObject({
      intact: false,
      firstBatch: 1,
    })

    await world().tamper('UPDATE audit_batch SET entry_count = 4 WHERE seq = 2')
    expect(found(await verify.run(operator, { latestBatches: 2 }))).toEqual(['batch-edited'])
  })

  it('names an edited entry', async () => {
    const entry = await entryOf(batches[1])
    await world().tamper(`UPDATE audit_entry SET action = 'case.closed' WHERE id = $1`, [entry])

    const result = await verify.run(operator)

    expect(result.intact).toBe(false)
    expect(result.findings).toEqual([{ what: 'entry-edited', batch: 2, entry, count: null }])
  })

  it('names the batch in which an entry was replaced whole, hash and all', async () => {
    const entry = await entryOf(batches[1])
    await world().thief.query(
      `INSERT INTO audit_entry (xid, actor_kind, action, outcome)
       SELECT xid, 'system', 'case.closed', 'done' FROM audit_entry WHERE id = $1`,
      [entry],
    )
    await world().tamper('DELETE FROM audit_entry WHERE id = $1', [entry])

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'entries-replaced', batch: 2, entry: null, count: 3 },
    ])
  })

  it('names the batch an entry was deleted from', async () => {
    await world().tamper('DELETE FROM audit_entry WHERE id = $1', [await entryOf(batches[1])])

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'entries-deleted', batch: 2, entry: null, count: 1 },
    ])
  })

  it('names the batch an entry was slipped into', async () => {
    await world().thief.query(
      `INSERT INTO audit_entry (xid, actor_kind, action, outcome)
       VALUES ($1::xid8, 'system', 'case.read', 'done')`,
      [batches[1]?.fromXid],
    )

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'entries-inserted', batch: 2, entry: null, count: 1 },
    ])
  })

  it('names an edited batch, without judging its entries by it', async () => {
    await world().tamper('UPDATE audit_batch SET entry_count = 2 WHERE seq = 2')
    await world().tamper('DELETE FROM audit_entry WHERE id = $1', [await entryOf(batches[1])])

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'batch-edited', batch: 2, entry: null, count: null },
    ])
  })

  it('names deleted batches', async () => {
    await world().tamper('DELETE FROM audit_batch WHERE seq IN (1, 2)')

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'batches-deleted', batch: 1, entry: null, count: 2 },
    ])
  })

  it('notices entries that were left without a signature', async () => {
    await world().tamper('DELETE FROM audit_batch WHERE seq = 3')
    expect(found(await verify.run(operator))).toEqual([])

    await world().tamper(`UPDATE audit_entry SET at = at - interval '1 hour'`)
    expect(found(await verify.run(operator))).toContain('unsigned-tail')
  })

  it('finds a cut-off end by what was written down earlier, and only so', async () => {
    const { head } = await verify.run(operator)
    await world().tamper('DELETE FROM audit_entry WHERE xid >= $1::xid8', [batches[2]?.fromXid])
    await world().tamper('DELETE FROM audit_batch WHERE seq = 3')

    expect((await verify.run(operator)).intact).toBe(true)
    expect((await verify.run(operator, { anchor: head ?? undefined })).findings).toEqual([
      { what: 'truncated', batch: 3, entry: null, count: 1 },
    ])
  })

  it('finds a trail signed anew with the stolen key by what was written down, and only so', async () => {
    const { head } = await verify.run(operator)
    const [first, ...later] = batches
    if (first === undefined) return
    await world().tamper('DELETE FROM audit_entry WHERE id = $1', [await entryOf(first)])
    const key = auditKeyPair(world().keys.auditSigning)
    const { entryCount, root } = await rootBefore(first.toXid)
    let link = signBatch({ ...first, entryCount, root }, key)
    const forged = [link]
    for (const batch of later) {
      link = signBatch({ ...batch, previousHash: batchHash(link) }, key)
      forged.push(link)
    }
    await world().tamper('TRUNCATE audit_batch')
    for (const batch of forged) await insertBatch(batch)

    expect((await verify.run(operator)).intact).toBe(true)
    expect(found(await verify.run(operator, { anchor: head ?? undefined }))).toEqual([
      'signed-anew',
    ])
  })

  it('finds one batch signed anew by its link to the next', async () => {
    const [, second] = batches
    if (second === undefined) return
    const forged = signBatch(
      { ...second, signedAt: '2026-01-01T00:00:00.000000Z' },
      auditKeyPair(world().keys.auditSigning),
    )
    await world().tamper(
      `UPDATE audit_batch SET signed_at = $1, signature = decode($2, 'hex') WHERE seq = 2`,
      [forged.signedAt, forged.signature],
    )

    expect((await verify.run(operator)).findings).toEqual([
      { what: 'chain-broken', batch: 3, entry: null, count: null },
    ])
  })

  it('does not believe another key', async () => {
    const { keys } = world()
    const stranger = generateKeyPairSync('ed25519').privateKey.export({
      format: 'der',
      type: 'pkcs8',
    })
    const otherKeys = new Keys(
      keys.actorSigning,
      keys.wrapping,
      keys.searching,
      keys.pepper,
      stranger,
    )

    expect(found(await verifierWith(otherKeys).run(operator))).toEqual(
      batches.map(() => 'other-key'),
    )
    await expect(
      verify.run(operator, { fingerprint: auditPublicKey(otherKeys).fingerprint }),
    ).rejects.toThrow(OtherPublicKey)
  })

  it('goes on in a new generation when a restore takes the transaction numbers back', async () => {
    // As a logical restore leaves it: rows of a server whose numbers were far higher, the last unsigned.
    await world().tamper('TRUNCATE audit_entry, audit_batch')
    for (const xid of ['90000000', '90000001', '90000002'])
      await world().thief.query(
        `INSERT INTO audit_entry (xid, actor_kind, action, outcome)
         VALUES ($1::xid8, 'system', 'case.read', 'done')`,
        [xid],
      )
    const signed = {
      seq: 1,
      generation: 1,
      fromXid: '0',
      toXid: '90000002',
      ...(await rootBefore('90000002')),
      previousHash: noBatch,
      signedAt: '2026-01-01T00:00:00.000000Z',
    }
    await insertBatch(signBatch(signed, auditKeyPair(world().keys.auditSigning)))

    expect(await world().sealer.sealNow()).toBeNull()
    await record(3)
    const later = await world().sealEverything()

    expect(later.map(({ generation }) => generation)).toEqual([1, 2])
    expect(await verify.run(operator)).toMatchObject({ intact: true, batches: 3, entries: 6 })
  })

  describe('from an exported file', () => {
    it('finds a whole file intact, and says when the key is nobody’s word but its own', async () => {
      const path = await exported('whole.jsonl')
      const { fingerprint, pem } = auditPublicKey(world().keys)

      expect(await verifyFile(path)).toMatchObject({
        intact: true,
        batches: 3,
        entries: 10,
        keyId: fingerprint,
        keyIsTrusted: false,
      })
      const spaced = fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:')
      expect(await verifyFile(path, { fingerprint: spaced })).toMatchObject({
        intact: true,
        keyIsTrusted: true,
      })
      expect(await verifyFile(path, { publicKey: createPublicKey(pem) })).toMatchObject({
        intact: true,
        keyIsTrusted: true,
      })
      await expect(verifyFile(path, { fingerprint: 'ab'.repeat(32) })).rejects.toThrow(
        OtherPublicKey,
      )
    })

    it('keeps the file to its owner and never writes over another', async () => {
      const path = await exported('mine.jsonl')

      expect((await stat(path)).mode & 0o777).toBe(0o600)
      await expect(exported('mine.jsonl')).rejects.toMatchObject({ code: 'EEXIST' })
    })

    it('holds no more than ids, codes and times', async () => {
      const text = await readFile(await exported('bare.jsonl'), 'utf8')

      expect(text.split('\n').filter(Boolean)).toHaveLength(1 + 3 + 9 + 1 + 1)
      expect(text).toContain(lan.workerId)
    })

    it.each<[string, (lines: string[]) => string[], Damage]>([
      [
        'an edited entry',
        (lines) =>
          lines.map((line, at) => (at === 2 ? line.replace('case.read', 'case.seen') : line)),
        'entry-edited',
      ],
      ['a deleted entry', (lines) => lines.toSpliced(2, 1), 'entries-deleted'],
      ['a doubled entry', (lines) => lines.toSpliced(2, 0, lines[2] ?? ''), 'entries-inserted'],
      [
        'an entry put elsewhere',
        (lines) => lines.toSpliced(2, 1).toSpliced(6, 0, lines[2] ?? ''),
        'entries-deleted',
      ],
      ['a deleted batch', (lines) => lines.toSpliced(5, 1), 'batches-deleted'],
      ['a cut-off end', (lines) => lines.slice(0, -3), 'file-damaged'],
      ['a line of nonsense', (lines) => lines.toSpliced(4, 0, '{"kind":"entry"}'), 'file-damaged'],
      ['a line after the end', (lines) => [...lines, lines[2] ?? ''], 'file-damaged'],
    ])('names %s', async (name, change, damage) => {
      const path = await exported(`${name}.jsonl`)
      const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean)
      await writeFile(path, change(lines).join('\n'))

      expect(found(await verifyFile(path))).toContain(damage)
    })

    it('refuses what is no trail', async () => {
      const path = join(folder, 'other.txt')
      await writeFile(path, 'xin chào\n')

      await expect(verifyFile(path)).rejects.toThrow(NotAnExport)
      await writeFile(path, '')
      await expect(verifyFile(path)).rejects.toThrow(NotAnExport)
      await expect(verifyFile(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' })
    })
  })
})
