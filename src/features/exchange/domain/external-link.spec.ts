import { describe, expect, it } from '@jest/globals'
import { externalMovesFrom, linkStateOf, type ExternalLink } from './external-link.js'

const now = new Date('2026-11-20T03:00:00Z')
const earlier = new Date('2026-11-19T03:00:00Z')
const link = (changes: Partial<ExternalLink> = {}): ExternalLink => ({
  id: 'link',
  createdAt: earlier,
  expiresAt: new Date('2026-12-01T03:00:00Z'),
  triesLeft: 5,
  openedAt: null,
  answeredAt: null,
  revokedAt: null,
  ...changes,
})

describe('a link', () => {
  it('waits, is opened, is answered', () => {
    expect(linkStateOf(link(), now)).toBe('waiting')
    expect(linkStateOf(link({ openedAt: earlier }), now)).toBe('opened')
    expect(linkStateOf(link({ openedAt: earlier, answeredAt: earlier }), now)).toBe('answered')
  })

  it('ends by what ended it, whatever was done with it before', () => {
    const used = { openedAt: earlier, answeredAt: earlier }
    expect(linkStateOf(link({ ...used, expiresAt: now }), now)).toBe('expired')
    expect(linkStateOf(link({ ...used, triesLeft: 0, expiresAt: now }), now)).toBe('locked')
    expect(linkStateOf(link({ ...used, triesLeft: 0, revokedAt: earlier }), now)).toBe('revoked')
  })

  it('lets the other side say what its state allows, and nothing a desk alone could', () => {
    expect(externalMovesFrom('requested')).toEqual(['accept', 'reject'])
    expect(externalMovesFrom('accepted')).toEqual(['complete', 'fail'])
    for (const ended of ['draft', 'rejected', 'completed', 'cancelled', 'expired'] as const)
      expect(externalMovesFrom(ended)).toEqual([])
  })
})
