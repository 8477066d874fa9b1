import { beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { demoSecrets, demoStaff, someStories } from '../../src/demo/index.js'
import { useDatabase } from '../support/database.js'
import { loadDemoInto } from '../support/demo.js'
import { dumpOf, readableIn } from '../support/dump.js'

const cases = 15
const secrets = demoSecrets(someStories(cases))

describe('a stolen copy of the whole database', () => {
  const database = useDatabase()
  let dump = ''

  beforeAll(async () => {
    await loadDemoInto(database(), { cases })
    dump = await dumpOf(database().adminUrl)
  }, 120_000)

  it('holds cases, referrals, messages, the trail and the queue', () => {
    const rowsOf = (table: string): number =>
      (dump.split(`-- ${table}\n`)[1]?.split('\n-- ')[0] ?? '').split('\n').length

    for (const table of ['public.referral', 'public.notification', 'public.outbox_event'])
      expect(rowsOf(table)).toBeGreaterThan(cases)
    expect(rowsOf('public.audit_entry')).toBeGreaterThan(100)
    expect(dump).toContain(demoStaff[0]?.name)
    expect(dump).toContain('-- bullmq.')
  })

  it('tells nobody who was hurt, by whom, where they live or what happened', () => {
    expect(secrets.length).toBeGreaterThan(100)
    expect(readableIn(dump, secrets)).toEqual([])
  })

  it.each([
    ['as it is spoken', (name: string) => name.normalize('NFC')],
    ['with its tones apart', (name: string) => name.normalize('NFD')],
    ['without tones, in capitals', () => 'LAC HA KHE'],
    ['as bytes', (name: string) => Buffer.from(name)],
    [
      'in base64, behind something else',
      (name: string) => Buffer.from(`x${name}`).toString('base64'),
    ],
  ])('would betray a name written %s', async (_, disguise) => {
    const name = 'Lạc Hạ Khê'
    const owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    try {
      await owner.query('CREATE TABLE leak AS SELECT $1::text AS words, $2::bytea AS bytes', [
        typeof disguise(name) === 'string' ? disguise(name) : null,
        typeof disguise(name) === 'string' ? null : disguise(name),
      ])
      expect(readableIn(await dumpOf(database().adminUrl), [name])).toEqual([name])
    } finally {
      await owner.query('DROP TABLE IF EXISTS leak')
      await owner.end()
    }
  })
})
