import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { useDatabase } from '../../test/support/database.js'
import { fictionalList } from '../features/places/testing/a-list.js'
import { placesImport } from './places.js'

describe('places:import', () => {
  const database = useDatabase()
  const before = { ...process.env }
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ben-an-places-'))
    const { appUrl, ownerUrl } = database()
    Object.assign(process.env, {
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      DATA_DIR: folder,
      KEY_FILE: process.env['TEST_KEY_FILE'],
    })
  })
  afterEach(() => {
    process.env = { ...before }
  })

  const run = async (text: string, isDryRun = false) => {
    const file = join(folder, 'list.csv')
    await writeFile(file, text)
    const said: string[] = []
    const status = await placesImport.run({
      values: { 'dry-run': isDryRun },
      positionals: [file],
      say: (line) => said.push(line),
    })
    return { status, said }
  }

  it('says what it would do, does it, and does nothing the second time', async () => {
    expect(await run(fictionalList, true)).toEqual({
      status: 0,
      said: ['Would bring in: 9 new, 0 changed, 0 as before. Nothing was kept.'],
    })
    expect((await run(fictionalList)).said).toEqual(['Brought in: 9 new, 0 changed, 0 as before'])
    expect((await run(fictionalList)).said).toEqual(['Brought in: 0 new, 0 changed, 9 as before'])
  })

  it('says by line what has to be mended, and fails', async () => {
    expect(await run(`${fictionalList}99,48,xã,,,2025-07-01,,`)).toEqual({
      status: 1,
      said: ['line 11: name_vi is empty', 'Nothing was brought in: 1 to be mended.'],
    })
  })

  it('asks for one file', async () => {
    await expect(
      placesImport.run({ values: {}, positionals: [], say: () => undefined }),
    ).rejects.toThrow('One file is needed')
  })
})
