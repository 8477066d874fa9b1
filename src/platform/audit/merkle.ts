import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const leafPrefix = Buffer.of(0)
const nodePrefix = Buffer.of(1)

/** RFC 6962, 2.1: leaves and nodes are hashed under different prefixes, so none passes for the other. */
export const hashLeaf = (content: string): Buffer => sha256(leafPrefix, content)

/**
 * The root of a Merkle tree (RFC 6962, 2.1) built from leaf hashes as they come, keeping one hash a
 * level: a batch may be as long as it likes.
 */
export class MerkleTree {
  // Roots of complete subtrees, widest first; their widths are the binary digits of `size`.
  private readonly peaks: Buffer[] = []
  private leaves = 0

  get size(): number {
    return this.leaves
  }

  add(leaf: Buffer): void {
    let node = leaf
    for (let width = this.leaves; width % 2 === 1; width = Math.floor(width / 2)) {
      const left = this.peaks.pop()
      if (left !== undefined) node = sha256(nodePrefix, left, node)
    }
    this.peaks.push(node)
    this.leaves += 1
  }

  /** 32 bytes; of an empty tree the hash of nothing. */
  root(): Buffer {
    const [last, ...wider] = this.peaks.toReversed()
    if (last === undefined) return sha256()
    return wider.reduce((right, left) => sha256(nodePrefix, left, right), last)
  }
}
