import { Logger } from '@nestjs/common'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { asDatabaseError, DatabaseAway } from './database-away.js'

const againMs = 1000

/**
 * Waits, as long as it takes, for a database that is named but not there yet: processes and their
 * database start in any order. What waiting cannot mend (a wrong password, say) is thrown.
 * @param stopping ends the wait: it throws the signal's reason
 */
export const untilItAnswers = async (url: string, stopping?: AbortSignal): Promise<void> => {
  let isTold = false
  while (!(await answers(url))) {
    if (!isTold) new Logger('PostgreSQL').warn('The database does not answer: waiting for it')
    isTold = true
    await wait(againMs, undefined, stopping === undefined ? {} : { signal: stopping })
  }
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (asDatabaseError(error) instanceof DatabaseAway) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
