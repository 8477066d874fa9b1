/** The database cannot be reached now. People are told to try again; nothing was kept. */
export class DatabaseAway extends Error {
  readonly retryAfterSeconds = 5
  constructor(cause: unknown) {
    super('The database does not answer', { cause })
  }
}

// https://www.postgresql.org/docs/18/errcodes-appendix.html: connection exceptions (08), operator
// intervention (57P01..57P03), too many connections, a database that takes no connections (55000).
const awayCodes =
  /^(08...|57P0[1-3]|53300|55000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT)$/
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

export const asDatabaseError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  return awayCodes.test(code) || awayMessages.test(error.message) ? new DatabaseAway(error) : error
}
