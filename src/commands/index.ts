import type { Command } from './command.js'
import { databaseMigrate, databasePrepare } from './database.js'

/** All commands, by name. */
export const commands: Readonly<Record<string, Command>> = {
  'database:prepare': databasePrepare,
  'database:migrate': databaseMigrate,
}
