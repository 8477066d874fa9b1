import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

// "nobody" exists on every Unix; PostgreSQL only asks that it is not root and has a name.
const nobody = 65534

/** How a program that refuses to run as root is started here. */
export interface Launcher {
  start(program: string, args: readonly string[], options: SpawnOptions): ChildProcess
  /** Makes a file or folder belong to whom the program runs as. */
  own(path: string): Promise<void>
}

/**
 * PostgreSQL refuses to run as root. As root we step down to "nobody" where it can reach program
 * and data, else (a checkout below /root) into a user namespace in which we appear as nobody.
 */
export const launcherFor = async (paths: readonly string[]): Promise<Launcher> => {
  if (process.getuid?.() !== 0) {
    return {
      start: (program, args, options) => spawn(program, args, options),
      own: () => Promise.resolve(),
    }
  }
  const reachable = await Promise.all(paths.map(reachableByAll))
  if (reachable.every(Boolean)) {
    return {
      start: (program, args, options) =>
        spawn(program, args, { ...options, uid: nobody, gid: nobody }),
      own: (path) => chown(path, nobody, nobody),
    }
  }
  return {
    start: (program, args, options) =>
      spawn(
        'unshare',
        [`--map-user=${nobody}`, `--map-group=${nobody}`, program, ...args],
        options,
      ),
    own: () => Promise.resolve(),
  }
}

const reachableByAll = async (path: string): Promise<boolean> => {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder)
    // x for others on every folder of the way
    if ((mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
