import { describe, expect, it } from '@jest/globals'
import { alike, nameLikeness } from './likeness.js'
import { spokenName } from './spoken-name.js'

const likeness = (asked: string, kept: string) => nameLikeness(spokenName(asked), spokenName(kept))

describe('how alike two names are', () => {
  it('is the same for the same words, whatever their order', () => {
    expect(likeness('Mai Nguyễn Thị', 'Nguyễn Thị Mai')).toEqual({ score: 1, isSame: true })
    expect(likeness('nguyen thi mai', 'Nguyễn Thị Mai').isSame).toBe(true)
    expect(likeness('Nguyễn Thị Mái', 'Nguyễn Thị Mai').isSame).toBe(false)
  })

  it('lets no slip take the word that another word fits without one', () => {
    // `toi` is as near to `thi` as to `tuoi`, but `thi` was typed as well.
    expect(likeness('phan thi toi', 'Phan Thị Tươi').score).toBeGreaterThan(alike)
    expect(likeness('nguyen hti anh', 'Nguyễn Thị Ánh').score).toBeGreaterThan(0.8)
  })

  it('is little where only what many share is the same', () => {
    expect(likeness('Nguyễn Thị Mai', 'Nguyễn Thị Hoa').score).toBeLessThan(alike)
    expect(likeness('', 'Nguyễn Thị Hoa').score).toBe(0)
  })
})
