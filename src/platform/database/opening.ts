import pg from 'pg'
import type { ActorContext } from '../access/actor-context.js'

const text = "SELECT set_config('ben_an.actor', $1, true), set_config('ben_an.signature', $2, true)"

/**
 * BEGIN and the actor's context in one trip. The context travels as parameters, never in the text:
 * every connection of a role reads the texts of all its others in pg_stat_activity, and whoever
 * reads a signed context there could act in its name.
 */
class Opening extends pg.Query {
  constructor(
    { claim, signature }: ActorContext,
    opened: (error: Error | null | undefined) => void,
  ) {
    super({ name: 'database.open', text, values: [claim, signature] }, opened)
    const sendContext = this.submit
    this.submit = (connection) => {
      connection.stream.cork()
      try {
        connection.parse({ name: '', text: 'BEGIN', types: [] }, true)
        connection.bind({}, true)
        connection.execute({}, true)
        // Ends with the one Sync that makes the server answer.
        // eslint-disable-next-line @typescript-eslint/no-confusing-void-expression -- an error, or nothing
        return sendContext.call(this, connection)
      } finally {
        connection.stream.uncork()
      }
    }
  }
}

/** What is asked on the connection before the next tick is written at once. */
export const inOnePacket = ({ connection: { stream } }: pg.Client): void => {
  stream.cork()
  process.nextTick(() => {
    stream.uncork()
  })
}

/**
 * Opens a transaction on the connection for whoever the context names. On a pipelining connection
 * what is asked before the next tick travels in the same packet. Where opening fails, a statement
 * sent with it acts for nobody, who sees nothing.
 */
export const openAs = (client: pg.Client, context: ActorContext): Promise<void> =>
  new Promise((resolve, reject) => {
    inOnePacket(client)
    client.query(
      new Opening(context, (error) => {
        if (error) reject(error)
        else resolve()
      }),
    )
  })
