import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { hashLeaf, MerkleTree } from './merkle.js'

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

// RFC 6962, 2.1, word for word: split at the largest power of two smaller than n.
const rootByDefinition = (leaves: readonly Buffer[]): Buffer => {
  const [only] = leaves
  if (only === undefined) return sha256(Buffer.alloc(0))
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(
    Buffer.concat([
      Buffer.of(1),
      rootByDefinition(leaves.slice(0, split)),
      rootByDefinition(leaves.slice(split)),
    ]),
  )
}

describe('a Merkle tree', () => {
  it('has the root that RFC 6962 defines, for any number of leaves', () => {
    const leaves: Buffer[] = []
    const tree = new MerkleTree()
    expect(tree.root()).toEqual(rootByDefinition(leaves))
    for (let number = 0; number < 70; number += 1) {
      const leaf = hashLeaf(`entry ${number}`)
      leaves.push(leaf)
      tree.add(leaf)
      expect(tree.root()).toEqual(rootByDefinition(leaves))
    }
    expect(tree.size).toBe(70)
  })

  it('has another root when leaves change places', () => {
    const [one, two] = [hashLeaf('one'), hashLeaf('two')]
    const rootOf = (...leaves: Buffer[]): Buffer => {
      const tree = new MerkleTree()
      for (const leaf of leaves) tree.add(leaf)
      return tree.root()
    }

    expect(rootOf(one, two)).not.toEqual(rootOf(two, one))
  })

  it('hashes a leaf as Certificate Transparency does', () => {
    expect(hashLeaf('')).toEqual(sha256(Buffer.of(0)))
    expect(hashLeaf('').toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
  })
})
