import pg from 'pg'

/** The content of every table of every schema as text, as a thief of the whole database reads it. */
export const dumpOf = async (adminUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema'
          AND n.nspname NOT LIKE 'pg\\_%'
        ORDER BY 1`,
    )
    const parts: string[] = []
    for (const { name } of tables) {
      // A row as text: what COPY writes, bytes in hexadecimal.
      const { rows } = await client.query<{ row: string }>(
        `SELECT "a row"::text AS row FROM ${name} "a row"`,
      )
      parts.push(`-- ${name}`, ...rows.map(({ row }) => row))
    }
    return parts.join('\n')
  } finally {
    await client.end()
  }
}

const withoutTones = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

// As people write and search it.
const spellings = (secret: string): string[] => {
  const digits = secret.replaceAll(/\D/g, '')
  const isPhone = /^[\d ]+$/.test(secret)
  return [
    secret.normalize('NFC'),
    secret.normalize('NFD'),
    withoutTones(secret),
    ...(isPhone ? [digits, `+84${digits.slice(1)}`] : []),
  ]
}

// Whatever stands before it shifts base64 by none, one or two bytes; the characters at both ends
// depend on the neighbours and are left out.
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return text.replaceAll('=', '').slice(shift === 0 ? 0 : 4, -2)
  })

/** The secrets that can be read in the dump: plain or hex or base64, in NFC, NFD or without tones. */
export const readableIn = (dump: string, secrets: readonly string[]): string[] => {
  const folded = dump.toLowerCase()
  return secrets.filter((secret) =>
    spellings(secret).some((spelling) =>
      [spelling, spelling.toLowerCase()].some((text) => {
        const bytes = Buffer.from(text, 'utf8')
        return (
          folded.includes(text.toLowerCase()) ||
          folded.includes(bytes.toString('hex')) ||
          inBase64(bytes).some((coded) => dump.includes(coded))
        )
      }),
    ),
  )
}
