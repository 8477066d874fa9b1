import type { DataSourceOptions } from 'typeorm'

/** No page may wait longer for one statement. */
export const statementTimeoutMs = 15_000

/** The service's own connections. Entities are registered by the features that own them. */
export const dataSourceOptions = (url: string, poolSize: number): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize,
  synchronize: false,
  logging: false,
  connectTimeoutMS: 5000,
  // An idle connection that drops is replaced by the pool; it must not end the process.
  poolErrorHandler: () => undefined,
  // https://node-postgres.com/features/pipelining
  extra: { statement_timeout: statementTimeoutMs, keepAlive: true, pipeline: true },
})
