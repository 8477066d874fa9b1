import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  auditPublicKey,
  ExportAudit,
  verifyFile,
  VerifyAudit,
  type Verification,
} from '../features/oversight/index.js'
import { system } from '../platform/access/actor.js'
import { readConfig } from '../platform/config/config.js'
import { loadKeys } from '../platform/crypto/keys.js'
import { inService } from './in-service.js'
import { textOf, WrongCall, type Call, type Command } from './command.js'

/** Writes the trail into a file that can be verified elsewhere. */
export const auditExport: Command = {
  summary: 'write the audit trail into a file that can be verified without the database',
  usage:
    'audit:export FILE – JSON lines, ids and actions only. An existing file is not overwritten.',
  options: {},
  run: async ({ positionals: [file], say }) => {
    if (file === undefined) throw new WrongCall('Name the file to write')
    const { entries, batches } = await inService((service) =>
      service.get(ExportAudit, { strict: false }).run(system('audit'), file),
    )
    say(`${entries} entries in ${batches} sealed batches were written to ${file}`)
    return 0
  },
}

/** Verifies the trail, in the database or in a file. */
export const auditVerify: Command = {
  summary: 'verify the audit trail, in the database or in an exported file',
  usage:
    'audit:verify [FILE] [--fingerprint HEX | --public-key PEM-FILE] [--anchor SEQ:HASH]\n\n' +
    'Names the batch of every edited, deleted or inserted entry. Exits with 1 when anything is wrong.\n' +
    'A cut-off end, or a trail signed anew by who holds the key, shows only against an anchor that was\n' +
    'written down elsewhere before: note the head that each verification prints.',
  options: {
    fingerprint: { type: 'string' },
    anchor: { type: 'string' },
    'public-key': { type: 'string' },
  },
  run: async (call) => {
    const [file] = call.positionals
    const fingerprint = textOf(call, 'fingerprint')
    const anchor = anchorOf(call)
    const expected = {
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(anchor === undefined ? {} : { anchor }),
    }
    const publicKey = await keyOf(call)
    const result =
      file === undefined
        ? await inService((service) =>
            service.get(VerifyAudit, { strict: false }).run(system('audit'), expected),
          )
        : await verifyFile(file, {
            ...expected,
            ...(publicKey === undefined ? {} : { publicKey }),
          })
    tell(result, call.say)
    return result.intact ? 0 : 1
  },
}

/** Prints the public key of the trail. */
export const auditKey: Command = {
  summary: 'print the public key that the audit trail is signed with, and its fingerprint',
  usage: 'Give the fingerprint to whoever verifies exports, over another channel.',
  options: {},
  run: async ({ say }) => {
    const { KEY_FILE } = readConfig({ ...process.env, PROCESS: 'web' })
    const { pem, fingerprint } = auditPublicKey(await loadKeys(KEY_FILE))
    say(`${pem}fingerprint ${fingerprint}`)
    return 0
  },
}

const keyOf = async (call: Call): Promise<KeyObject | undefined> => {
  const file = textOf(call, 'public-key')
  return file === undefined ? undefined : createPublicKey(await readFile(file))
}

const anchorOf = (call: Call): { seq: number; hash: string } | undefined => {
  const text = textOf(call, 'anchor')
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
  if (seq === undefined || hash === undefined) throw new WrongCall('--anchor is SEQ:HASH')
  return { seq: Number(seq), hash: hash.toLowerCase() }
}

const tell = (
  { intact, batches, entries, findings, moreFindings, head, unsigned, ...rest }: Verification,
  say: Call['say'],
): void => {
  say(
    `${intact ? 'INTACT' : 'DAMAGED'}: ${entries} entries in ${batches} batches, key ${rest.keyId}`,
  )
  for (const { what, batch, entry, count } of findings) {
    const where = [
      batch === null ? '' : `batch ${batch}`,
      entry === null ? '' : `entry ${entry}`,
      count === null ? '' : `(${count})`,
    ]
    say(`  ${what} ${where.filter(Boolean).join(' ')}`)
  }
  if (moreFindings > 0) say(`  and ${moreFindings} more`)
  if (unsigned.entries > 0)
    say(`  ${unsigned.entries} entries wait to be sealed since ${unsigned.since}`)
  if (!rest.keyIsTrusted)
    say('  The key came with the file: this shows only that the file agrees with itself.')
  if (!rest.isAnchored) say('  Without --anchor a cut-off end does not show.')
  if (head !== null) say(`head ${head.seq}:${head.hash} signed ${head.signedAt}`)
}
