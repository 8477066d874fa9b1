import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { importPlaces } from '../features/places/index.js'
import { prepareGround } from '../start.js'
import { WrongCall, type Command } from './command.js'

const mostProblemsSaid = 50

/** Brings in the communes of the official list, and what became of older ones. */
export const placesImport: Command = {
  summary: 'bring in the communes of the official list; again, when it changes',
  usage:
    '  FILE.csv     columns code, province, kind, name_vi, [name_en], valid_from, [valid_until],\n' +
    '               [replaced_by]; UTF-8. Codes keep their zeros; several successors: 20194 20195\n' +
    '  [--dry-run]  tells what would happen and keeps nothing',
  options: { 'dry-run': { type: 'boolean' } },
  run: async ({ values, positionals, say }) => {
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) throw new WrongCall('One file is needed')
    const file = await readFile(path)
    const isDryRun = values['dry-run'] === true
    const { database } = await prepareGround(process.env)
    try {
      if (database.ownerUrl === null) throw new WrongCall('Set DATABASE_OWNER_URL')
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      try {
        const imported = await importPlaces(owner, file, { at: new Date(), isDryRun })
        const { problems, added, changed, unchanged } = imported
        for (const { line, problem } of problems.slice(0, mostProblemsSaid))
          say(`line ${line}: ${problem}`)
        if (problems.length > 0) {
          say(`Nothing was brought in: ${problems.length} to be mended.`)
          return 1
        }
        const counts = `${added} new, ${changed} changed, ${unchanged} as before`
        say(isDryRun ? `Would bring in: ${counts}. Nothing was kept.` : `Brought in: ${counts}`)
        return 0
      } finally {
        await owner.end()
      }
    } finally {
      await database.stop()
    }
  },
}
