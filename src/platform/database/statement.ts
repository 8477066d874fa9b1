/** A statement that PostgreSQL prepares once a connection, under its name. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Names a hand-written statement. Names are unique across the project: `feature.what-it-asks`. */
export const statement = (name: string, text: string): Statement => ({ name, text })
