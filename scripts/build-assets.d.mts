export interface BuiltAssets {
  /** Plain name → name with the content hash. */
  readonly manifest: Readonly<Record<string, string>>
  /** Plain name → gzipped size in bytes. */
  readonly sizes: Readonly<Record<string, number>>
}

export const buildAssets: (options?: { outDir?: string }) => Promise<BuiltAssets>
