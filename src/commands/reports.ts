import { RebuildReports } from '../features/reports/index.js'
import { inService } from './in-service.js'
import type { Command } from './command.js'

/** Counts the report figures anew. */
export const reportsRebuild: Command = {
  summary: 'count the figures of the reports anew from the referrals',
  usage:
    'After a restore, or when a rule of counting has changed. Readers see the old ones until done.',
  options: {},
  run: ({ say }) =>
    inService(async (service) => {
      const counted = await service.get(RebuildReports, { strict: false }).run()
      say(`${counted} referrals were counted.`)
      return 0
    }),
}
