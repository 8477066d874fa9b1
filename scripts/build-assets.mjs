import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compileAsync } from 'sass'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const ui = join(root, 'src/ui')
const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
  'files',
)

/** The name with a piece of the content's hash: a file that changes changes its address. */
const hashed = (name, content) => {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10)
  return name.replace(/(\.\w+)$/, `-${hash}$1`)
}

const compileStyles = async (sheet) => {
  const { css } = await compileAsync(join(ui, 'theme', sheet), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  return css
}

const bundleScript = async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ui, 'client/main.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0].contents
}

/**
 * Builds stylesheet, script, icon and fonts into `outDir`, each named by its content, with a
 * `manifest.json` that tells the plain names apart. Returns the manifest and the gzipped sizes.
 */
export const buildAssets = async ({ outDir = join(root, 'dist/assets') } = {}) => {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(outDir, { recursive: true })

  const manifest = {}
  const sizes = {}
  const emit = async (name, content) => {
    manifest[name] = hashed(name, content)
    sizes[name] = gzipSync(content).length
    await writeFile(join(outDir, manifest[name]), content)
  }

  const [css, faces, plain, script, icon] = await Promise.all([
    compileStyles('main.scss'),
    compileStyles('fonts.scss'),
    compileStyles('plain.scss'),
    bundleScript(),
    readFile(join(ui, 'theme/mark.svg')),
  ])

  const fonts = new Set(faces.match(/be-vietnam-pro-[\w-]+\.woff2/g))
  for (const font of fonts) await emit(font, await readFile(join(fontFolder, font)))

  const withFonts = faces.replace(/be-vietnam-pro-[\w-]+\.woff2/g, (font) => manifest[font])
  await emit('main.css', css)
  await emit('fonts.css', withFonts)
  await emit('plain.css', plain)
  await emit('main.js', script)
  await emit('mark.svg', icon)
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return { manifest, sizes }
}

if (process.argv[1] && basename(process.argv[1]) === 'build-assets.mjs') {
  const { manifest, sizes } = await buildAssets()
  for (const [name, size] of Object.entries(sizes)) {
    console.log(`${(size / 1024).toFixed(1).padStart(7)} kB gz  ${manifest[name]}`)
  }
}
