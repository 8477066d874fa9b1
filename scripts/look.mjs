// Takes a picture of every page of the demo, on a phone and on a wide screen, in three languages:
//   npm run look -- pictures
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.argv[2] ?? 'pictures')
mkdirSync(folder, { recursive: true })

// The browser test that opens every page keeps pictures where LOOK_DIR says so.
const { status } = spawnSync(
  process.execPath,
  ['test/run.mjs', 'test/browser/pages', 'test/browser/story'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LOOK_DIR: folder } },
)
console.log(folder)
process.exit(status ?? 1)
