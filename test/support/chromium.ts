import { execFile } from 'node:child_process'
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

const run = promisify(execFile)

/** A browser that answers on this machine. */
export interface FoundChromium {
  readonly executablePath: string
  /** What it needs to find its own libraries and fonts. */
  readonly env: Readonly<Record<string, string>>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * An installed Chromium (CHROMIUM_PATH, or one on the PATH), else the one that comes as the package
 * `@sparticuz/chromium`; null where none of them runs. CHROMIUM_PATH=bundled asks for the package's.
 */
export const findChromium = async (): Promise<FoundChromium | null> => {
  const wished = process.env['CHROMIUM_PATH']
  const installed =
    wished === undefined
      ? (process.env['PATH'] ?? '')
          .split(delimiter)
          .flatMap((folder) => names.map((name) => join(folder, name)))
      : [wished]
  for (const executablePath of installed)
    if (await answers({ executablePath, env: {} })) return { executablePath, env: {} }
  if (wished !== undefined && wished !== 'bundled') return null
  return findBundled()
}

const answers = async ({ executablePath, env }: FoundChromium): Promise<boolean> => {
  try {
    await access(executablePath, constants.X_OK)
    await run(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

const findBundled = async (): Promise<FoundChromium | null> => {
  const folder = await unpack().catch(() => null)
  if (folder === null) return null
  const executablePath = join(folder, 'chromium')
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  // NSS and expat come along for machines that lack them; the machine's own are newer.
  const ownLibraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
  for (const env of [fonts, ownLibraries])
    if (await answers({ executablePath, env })) return { executablePath, env }
  return null
}

// The package unpacks into the folder for temporary files and takes a half-written file of another
// process for whole. So it gets a folder of its own, which then appears under its name at once.
const unpack = async (): Promise<string> => {
  const cache = join('node_modules', '.cache')
  const { version } = JSON.parse(
    await readFile(join('node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  ) as { version: string }
  const folder = join(process.cwd(), cache, `ben-an-chromium-${version}`)
  const isThere = (): Promise<boolean> =>
    access(folder).then(
      () => true,
      () => false,
    )
  if (await isThere()) return folder

  await mkdir(cache, { recursive: true })
  const fresh = await mkdtemp(join(process.cwd(), cache, 'unpacking-chromium-'))
  const script = `(await import('@sparticuz/chromium')).default.executablePath()`
  try {
    await run(process.execPath, ['--input-type=module', '--eval', `await ${script}`], {
      // The second makes it unpack the libraries too.
      env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    })
    await writeFile(join(fresh, 'fonts.conf'), fontsIn(folder))
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another process was quicker.
    if (!(await isThere())) throw error
  }
  return folder
}

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/** Starts it with a profile of its own that is gone afterwards, and without calls of its own. */
export const launchChromium = ({ executablePath, env }: FoundChromium): Promise<Browser> =>
  chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Playwright adds what keeps it quiet, and leaves out the sandbox, which root may not have.
    args: ['--disable-gpu', '--disable-quic'],
  })
