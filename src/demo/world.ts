import type { Client } from 'pg'
import type { DemoStory } from './stories.js'
import { demoId } from './cast.js'

/** The database is in use by people who are not of the fictional world. */
export class DatabaseInUse extends Error {
  constructor() {
    super(
      'The demo is only loaded into an empty database: in this one somebody already works. ' +
        'Use another DATA_DIR or DATABASE_URL.',
    )
  }
}

/** What is known of a world that was begun. */
export interface BegunWorld {
  /** The moment from which everything is told back. */
  readonly madeAt: Date
  readonly isWhole: boolean
}

// Any number; it only has to be the same for all who load the demo.
const loading = 620_031_190

/**
 * How far the fictional world has come, kept beside it in a schema of its own, so that an
 * interrupted start goes on where it was and a second one finds everything there.
 */
export class WorldRecord {
  constructor(private readonly owner: Client) {}

  /** One loader at a time. Let go of with the connection. */
  async take(): Promise<void> {
    await this.owner.query('SELECT pg_advisory_lock($1)', [loading])
  }

  async find(): Promise<BegunWorld | null> {
    const { rows: there } = await this.owner.query<{ is: boolean }>(
      `SELECT to_regclass('demo.world') IS NOT NULL AS is`,
    )
    if (there[0]?.is !== true) return null
    const { rows } = await this.owner.query<BegunWorld>(
      'SELECT made_at AS "madeAt", whole_at IS NOT NULL AS "isWhole" FROM demo.world',
    )
    return rows[0] ?? null
  }

  /** @throws DatabaseInUse */
  async mustBeNobodys(): Promise<void> {
    const { rowCount } = await this.owner.query('SELECT FROM worker LIMIT 1')
    if (rowCount !== 0) throw new DatabaseInUse()
  }

  /** Begins it together with `write`, or not at all. */
  async begin(madeAt: Date, write: () => Promise<void>): Promise<void> {
    await this.owner.query('BEGIN')
    try {
      await this.owner.query(`
        CREATE SCHEMA demo;
        CREATE TABLE demo.world (
          only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
          made_at timestamptz NOT NULL,
          whole_at timestamptz
        );
        CREATE TABLE demo.story (
          number int PRIMARY KEY,
          opened_at timestamptz NOT NULL,
          lead_worker_id uuid NOT NULL,
          told_at timestamptz
        );`)
      await this.owner.query('INSERT INTO demo.world (made_at) VALUES ($1)', [madeAt])
      await write()
      await this.owner.query('COMMIT')
    } catch (error) {
      await this.owner.query('ROLLBACK')
      throw error
    }
  }

  /** Numbers of the stories that are told to their end. */
  async told(): Promise<ReadonlySet<number>> {
    const { rows } = await this.owner.query<{ number: number }>(
      'SELECT number FROM demo.story WHERE told_at IS NOT NULL',
    )
    return new Set(rows.map(({ number }) => number))
  }

  /** Takes away what was told by half; it is told anew from its beginning. */
  async forgetHalfTold(): Promise<void> {
    await this.owner.query('BEGIN')
    await this.owner.query(
      `WITH half AS (DELETE FROM demo.story WHERE told_at IS NULL RETURNING *),
            gone AS (SELECT c.id FROM cases c JOIN half ON half.opened_at = c.opened_at
                        AND (half.lead_worker_id = c.lead_worker_id
                             OR half.lead_worker_id IN (SELECT t.old_lead_id FROM case_transfer t
                                                         WHERE t.case_id = c.id)))
       DELETE FROM cases c USING gone WHERE c.id = gone.id`,
    )
    await this.owner.query('COMMIT')
  }

  async storyBegins({ number, lead }: DemoStory, openedAt: Date): Promise<void> {
    await this.owner.query(
      'INSERT INTO demo.story (number, opened_at, lead_worker_id) VALUES ($1, $2, $3)',
      [number, openedAt, demoId('worker', lead.login)],
    )
  }

  async storyEnds({ number }: DemoStory): Promise<void> {
    await this.owner.query('UPDATE demo.story SET told_at = now() WHERE number = $1', [number])
  }

  /** Events that are still on their way. */
  async undelivered(): Promise<number> {
    const { rows } = await this.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event
        WHERE acknowledged_at IS NULL AND failed_at IS NULL`,
    )
    return rows[0]?.count ?? 0
  }

  /**
   * Says it is whole. What happened weeks ago was also told of weeks ago, and is read: the messages
   * of the making get the time of the line in the story that they tell of.
   */
  async end(): Promise<void> {
    await this.owner.query('BEGIN')
    await this.owner.query(
      `UPDATE notification n SET created_at = e.at,
              read_at = coalesce(n.read_at, CASE WHEN e.at < now() - interval '3 days'
                                                 THEN e.at + interval '90 minutes' END)
         FROM referral_event e
        WHERE e.referral_id = n.subject_id AND 'referral.' || e.kind = n.kind`,
    )
    await this.owner.query('UPDATE demo.world SET whole_at = now()')
    await this.owner.query('COMMIT')
  }
}
