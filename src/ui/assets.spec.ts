import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildAssets, type BuiltAssets } from '../../scripts/build-assets.mjs'
import { readAssets } from './assets.js'

let folder: string
let built: BuiltAssets

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assets-'))
  built = await buildAssets({ outDir: folder })
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const fileOf = (name: string) => readFile(join(folder, built.manifest[name] ?? ''), 'utf8')

describe('the built assets', () => {
  it('are found by pages', async () => {
    const { stylesheet, plainStylesheet, script, icon, fontSheet } = readAssets(folder)
    const files = await readdir(folder)

    for (const href of [stylesheet, plainStylesheet, script, icon, fontSheet]) {
      expect(href).toMatch(/^\/assets\/[\w-]+\.(css|js|svg|woff2)$/)
      expect(files).toContain(basename(href))
    }
  })

  it('stay small on a slow line', () => {
    expect(built.sizes['main.css']).toBeLessThan(15_000)
    expect(built.sizes['plain.css']).toBeLessThan(2_000)
    expect(built.sizes['main.js']).toBeLessThan(20_000)
  })

  it('ask for nothing that is not among them', async () => {
    const css = await fileOf('fonts.css')
    const files = await readdir(folder)

    const asked = [...css.matchAll(/url\("?([^)"]+)"?\)/g)].map(([, address = '']) => address)
    expect(asked.length).toBeGreaterThan(0)
    for (const address of asked) expect(files).toContain(address)
  })

  it('keep their names while their content is the same', async () => {
    const again = await mkdtemp(join(tmpdir(), 'assets-'))

    expect((await buildAssets({ outDir: again })).manifest).toEqual(built.manifest)
    await rm(again, { recursive: true })
  })

  it('bear neither the font nor the crown of another house', async () => {
    const css = await fileOf('main.css')

    expect(css).not.toMatch(/GDS Transport|crown|light-94a07e06a1/i)
    expect(await fileOf('fonts.css')).toContain('font-display:swap')
  })
})

it('says so at once when nothing was built', () => {
  expect(() => readAssets(join(folder, 'elsewhere'))).toThrow(/manifest/)
})
