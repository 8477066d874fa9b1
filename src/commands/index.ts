import type { Command } from './command.js'
import { auditExport, auditKey, auditVerify } from './audit.js'
import { databaseMigrate, databasePrepare } from './database.js'
import { deliveriesFailed } from './deliveries.js'
import { placesImport } from './places.js'
import { reportsRebuild } from './reports.js'
import { searchRebuild } from './search.js'
import { unitCreate } from './units.js'
import { workerCreate } from './workers.js'

/** All commands, by name. */
export const commands: Readonly<Record<string, Command>> = {
  'database:prepare': databasePrepare,
  'database:migrate': databaseMigrate,
  'unit:create': unitCreate,
  'worker:create': workerCreate,
  'deliveries:failed': deliveriesFailed,
  'places:import': placesImport,
  'reports:rebuild': reportsRebuild,
  'search:rebuild': searchRebuild,
  'audit:export': auditExport,
  'audit:verify': auditVerify,
  'audit:public-key': auditKey,
}
