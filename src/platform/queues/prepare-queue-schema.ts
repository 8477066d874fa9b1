import { runMigrations } from 'bullmq'
import pg from 'pg'

/** The PostgreSQL schema that holds the queue where no Redis is given. */
export const queueSchema = 'bullmq'

/**
 * Makes or updates the schema in which BullMQ keeps its jobs on PostgreSQL, as its owner, and lets
 * the service use it. Safe to repeat. Jobs hold ids only, so no row-level security stands here.
 */
export const prepareQueueSchema = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
    await client.query(`
      GRANT USAGE ON SCHEMA ${queueSchema} TO ben_an_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ben_an_app;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ben_an_app;
      GRANT EXECUTE ON ALL ROUTINES IN SCHEMA ${queueSchema} TO ben_an_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${queueSchema}
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ben_an_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${queueSchema} GRANT USAGE, SELECT ON SEQUENCES TO ben_an_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${queueSchema} GRANT EXECUTE ON ROUTINES TO ben_an_app;
    `)
  } finally {
    await client.end()
  }
}
