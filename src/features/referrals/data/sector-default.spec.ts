import { describe, expect, it } from '@jest/globals'
import { sectors } from '../../../platform/access/sectors.js'
import { maskOf } from '../../../platform/access/sections.js'
import { sectorDefault } from '../domain/sector-defaults.js'
import { useReferrals } from '../testing/use-referrals.js'

describe('what a sector may see at most', () => {
  const referrals = useReferrals()

  it('is the same in the database as in the rules', async () => {
    const { rows } = await referrals().owner.query<{ sector: string; sections: number }>(
      'SELECT sector, sections FROM sector_default ORDER BY sector',
    )
    expect(rows).toEqual(
      [...sectors].sort().map((sector) => ({ sector, sections: maskOf(sectorDefault(sector)) })),
    )
  })
})
