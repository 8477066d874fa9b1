import { DeadLetters } from '../platform/outbox/index.js'
import { inService } from './in-service.js'
import type { Command } from './command.js'

/** Shows and frees what could not be delivered. */
export const deliveriesFailed: Command = {
  summary: 'count what could not be delivered; --again tries once more',
  usage:
    'Events that failed eight times, by type and since when. With --again they are handed on anew by the\n' +
    'running worker. Exits with 1 while there are any.',
  options: { again: { type: 'boolean' } },
  run: ({ values, say }) =>
    inService(async (service) => {
      const letters = service.get(DeadLetters, { strict: false })
      if (values['again'] === true) {
        say(`${await letters.ofService.replay()} are tried again`)
        return 0
      }
      const counts = await letters.ofService.counts()
      for (const { type, count, since } of counts)
        say(`${count} × ${type} since ${since.toISOString()}`)
      if (counts.length === 0) say('Everything was delivered or is on its way.')
      return counts.length === 0 ? 0 : 1
    }),
}
