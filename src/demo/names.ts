import type { Chance } from './random.js'
import type { Sex } from '../features/cases/index.js'

// Rare surnames with rarer given names: they sound like people and, put together, belong to none.
const surnames = [
  'Lạc',
  'Mạc',
  'Khúc',
  'Nhữ',
  'Tiêu',
  'Đới',
  'Lục',
  'Giáp',
  'Cù',
  'Bạch',
  'Viên',
  'Nghiêm',
]
const womens = [
  ['Hạ', 'Thu', 'Vân', 'Mộc', 'Tịnh', 'Lam', 'Thảo', 'Ngân'],
  ['Khê', 'Miên', 'Sương', 'Trà', 'Nhiên', 'Đan', 'Lệ', 'Thi'],
] as const
const mens = [
  ['Khải', 'Nhật', 'Thiên', 'Hữu', 'Trí', 'Sơn', 'Gia', 'Bách'],
  ['Lộc', 'Phong', 'Kha', 'Vũ', 'Tùng', 'Duy', 'Hòa', 'Đăng'],
] as const

/** Gives out names, each only once. */
export class Names {
  private readonly given = new Set<string>()

  constructor(taken: readonly string[] = []) {
    for (const name of taken) this.given.add(name)
  }

  next(chance: Chance, sex: Sex): string {
    const [middle, last] = sex === 'male' ? mens : womens
    for (;;) {
      const name = `${chance.oneOf(surnames)} ${chance.oneOf(middle)} ${chance.oneOf(last)}`
      if (this.given.has(name)) continue
      this.given.add(name)
      return name
    }
  }
}
