// Runs the tests: compiles once, starts one PostgreSQL with a migrated template database, hands both
// to Jest, and ends with the plain line "N passed, N failed, N skipped".
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { buildAssets } from '../scripts/build-assets.mjs'

const root = resolve(import.meta.dirname, '..')
const cache = join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const build = mkdtempSync(join(cache, 'ben-an-test-'))
const data = mkdtempSync(join(tmpdir(), 'ben-an-test-'))
const run = (program, args, options = {}) =>
  spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
  }).status

const compile = () =>
  run('@swc/cli/bin/swc.js', [
    'src',
    'migrations',
    'test',
    '-d',
    build,
    '--config-file',
    '.swcrc',
    '-q',
  ])

const load = (path) => import(pathToFileURL(join(build, path)).href)

let database
let status = 1
try {
  if (compile() !== 0) throw new Error('the sources do not compile')
  await buildAssets({ outDir: join(build, 'assets') })
  const { startTestDatabase } = await load('test/support/test-database.js')
  database = await startTestDatabase(data)
  const report = join(data, 'report.json')
  const jest = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: ['inherit', 'ignore', 'inherit'],
      env: { ...process.env, ...database.environment, TEST_BUILD: build },
    },
  )
  process.on('SIGINT', () => jest.kill('SIGINT'))
  status = await new Promise((done) => jest.once('exit', (code) => done(code ?? 1)))
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that does not even load holds no test that could fail: it counts as one.
  const failed = Math.max(numFailedTests, numFailedTestSuites)
  console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`)
} catch (error) {
  console.error(error)
  console.log('0 passed, 1 failed')
} finally {
  await database?.stop()
  rmSync(build, { recursive: true, force: true })
  rmSync(data, { recursive: true, force: true })
}
process.exit(status)
