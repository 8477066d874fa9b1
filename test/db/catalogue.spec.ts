import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { useDatabase } from '../support/database.js'

// Tables without a policy of their own, each with the reason why that is right.
const open: Record<string, string> = {
  migration: 'names of migrations',
  agency: 'directory: every worker may read it, only the owner writes',
  unit: 'directory: every worker may read it, only the owner writes',
  worker_credential: 'password hashes, read before anybody is known',
  session: 'hashes of session tokens, read before anybody is known',
  sector_default: 'a rule, filled by a migration',
  referral_transition: 'a rule, filled by a migration',
  risk_clock: 'a rule, filled by a migration',
  notification_subject: 'a rule, filled by migrations',
  audit_batch: 'roots and signatures, no entries',
}

describe('the catalogue', () => {
  const database = useDatabase()
  let owner: pg.Client

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
  })
  afterAll(() => owner.end())

  const names = async (sql: string): Promise<string[]> =>
    (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name)

  it('has no table with content whose row-level security is not forced', async () => {
    const bare = await names(`
      SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1`)

    expect(bare.filter((name) => !(name in open))).toEqual([])
  })

  it('has a policy for the service on every table whose row-level security is forced', async () => {
    const silent = await names(`
      SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relforcerowsecurity
         AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname
                            AND p.policyname <> 'owner_functions') ORDER BY 1`)

    // Nobody but the guard's own functions looks into the blocks, nor into what is searched.
    expect(silent).toEqual(['case_block', 'search_key', 'search_pace'])
  })

  it('lets conflicts of interest win wherever a row belongs to a case', async () => {
    const withoutBlock = await names(`
      SELECT c.relname AS name FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_table_privilege('ben_an_app', c.oid, 'SELECT')
         AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname
                            AND p.permissive = 'RESTRICTIVE') ORDER BY 1`)

    // Ids only: events for the service, now or later, and the projection itself.
    expect(withoutBlock).toEqual(['case_access', 'outbox_event', 'timer'])
  })

  it('gives the service a role that owns nothing and steps over nothing', async () => {
    const { rows } = await owner.query(`
      SELECT rolsuper, rolbypassrls, rolcreaterole,
             (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
        FROM pg_roles r WHERE rolname = 'ben_an_app'`)

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 }])
  })

  it('has no function with the owner’s rights that everybody may call or that looks elsewhere', async () => {
    const loose = await names(`
      SELECT p.proname AS name FROM pg_proc p
       WHERE p.pronamespace IN ('public'::regnamespace, 'guard'::regnamespace) AND p.prosecdef
         AND (has_function_privilege('public', p.oid, 'EXECUTE')
              OR NOT coalesce(p.proconfig::text LIKE '%search_path=%, pg_temp%', false))`)

    expect(loose).toEqual([])
  })

  it('has no view, which would read with its owner’s eyes', async () => {
    expect(
      await names(`SELECT relname AS name FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')`),
    ).toEqual([])
  })

  it('fails this test for a new table without a policy', async () => {
    await owner.query('CREATE TABLE forgotten (case_id uuid)')
    try {
      const bare = await names(`
        SELECT relname AS name FROM pg_class WHERE relname = 'forgotten'
           AND NOT (relrowsecurity AND relforcerowsecurity)`)
      expect(bare).toEqual(['forgotten'])
    } finally {
      await owner.query('DROP TABLE forgotten')
    }
  })
})
