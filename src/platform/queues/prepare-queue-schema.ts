import { createPostgresBackend, Queue } from 'bullmq'
import pg from 'pg'

/** PostgreSQL schema that holds BullMQ's tables. */
export const queueSchema = 'bullmq'

/** Brings BullMQ's own schema up to date as the owner, and lets the service use it. Safe to repeat. */
export const prepareQueueSchema = async (ownerUrl: string): Promise<void> => {
  const queue = new Queue(
    'preparation',
    { connection: { connectionString: ownerUrl, schema: queueSchema, migrate: true, max: 2 } },
    createPostgresBackend,
  )
  queue.on('error', () => undefined)
  try {
    await queue.waitUntilReady()
  } finally {
    await queue.close()
  }
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`
      GRANT USAGE ON SCHEMA ${queueSchema} TO ben_an_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ben_an_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ben_an_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ben_an_app;
    `)
  } finally {
    await owner.end()
  }
}
