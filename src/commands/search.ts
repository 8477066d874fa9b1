import pg from 'pg'
import { rebuildSearchKeys } from '../features/cases/index.js'
import { prepareGround } from '../start.js'
import { textOf, WrongCall, type Call, type Command } from './command.js'

/** Writes anew what cases are found by. */
export const searchRebuild: Command = {
  summary: 'write anew the keyed tokens by which cases are found',
  usage:
    '  [--after ID]  goes on after this case, the last that was told before it was cut off\n\n' +
    'After a restore with another key file, or when a rule of writing tokens has changed. Safe to repeat and\n' +
    'to run while people work. Reads the database as its owner (DATABASE_OWNER_URL); exits with 1 if a\n' +
    'case does not open.',
  options: { after: { type: 'string' } },
  run: async (call) => {
    const after = afterIn(call)
    const { keys, database } = await prepareGround(process.env)
    try {
      if (database.ownerUrl === null) throw new WrongCall('Set DATABASE_OWNER_URL')
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      try {
        return await rebuild(owner, keys, after, call)
      } finally {
        await owner.end()
      }
    } finally {
      await database.stop()
    }
  },
}

const rebuild = async (
  owner: pg.Client,
  keys: Parameters<typeof rebuildSearchKeys>[1],
  after: string | undefined,
  { say }: Call,
): Promise<number> => {
  let written = 0
  let unreadable: readonly string[] = []
  for await (const far of rebuildSearchKeys(owner, keys, after === undefined ? {} : { after })) {
    ;({ written, unreadable } = far)
    say(`${written} cases so far, the last ${far.last}`)
  }
  say(`${written} cases can be found by what is written in them.`)
  for (const id of unreadable) say(`Does not open, and stays as it was: ${id}`)
  return unreadable.length === 0 ? 0 : 1
}

const afterIn = (call: Call): string | undefined => {
  const after = textOf(call, 'after')
  if (after !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after))
    throw new WrongCall('--after: not the id of a case')
  return after
}
