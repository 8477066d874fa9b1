import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses of the built files, each with its content hash in the name. */
export interface Assets {
  readonly stylesheet: string
  /** For pages that must open on any telephone. */
  readonly plainStylesheet: string
  readonly script: string
  readonly icon: string
  /** Names the letters of our own; linked once the browser has fetched them. */
  readonly fontSheet: string
}

/** Reads what the asset build left behind; fails at start when the build was forgotten. */
export const readAssets = (folder = 'dist/assets'): Assets => {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const file = (name: string): string => {
    const found: unknown =
      typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : undefined
    if (typeof found !== 'string') throw new Error(`The asset manifest lacks ${name}`)
    return `/assets/${found}`
  }
  return {
    stylesheet: file('main.css'),
    plainStylesheet: file('plain.css'),
    script: file('main.js'),
    icon: file('mark.svg'),
    fontSheet: file('fonts.css'),
  }
}
