/** Numbers between 0 and 1 in an order that the seed alone decides. */
export const chanceFrom = (seed: number): (() => number) => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <Item>(chance: () => number, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(chance() * items.length)] ?? items[0]

const words = (text: string): readonly [string, ...string[]] => {
  const [first = '', ...others] = text.split(' ')
  return [first, ...others]
}

// About as frequent as in the country: every third person is a Nguyễn.
const familyNames = [
  { share: 0.32, of: words('Nguyễn') },
  { share: 0.11, of: words('Trần') },
  { share: 0.1, of: words('Lê') },
  { share: 0.07, of: words('Phạm') },
  { share: 0.14, of: words('Hoàng Huỳnh Phan Vũ Võ') },
  { share: 0.1, of: words('Đặng Bùi Đỗ Hồ Ngô Dương') },
  { share: 0.09, of: words('Lý Trịnh Đinh Đoàn Trương Mai Tô Hà Cao Lâm Lương Đào') },
  {
    share: 1,
    of: words(
      'Tạ Quách Chu Mạc La Vi Lò Sùng Giàng Thào Vàng Châu Thạch Kim Triệu Hứa Lường Quàng',
    ),
  },
] as const

const inBetween = {
  female: words(
    'Ngọc Thanh Minh Thu Kim Bảo Khánh Phương Thùy Mỹ Hồng Diệu Gia Tuyết Hoài Thảo Cẩm Quỳnh Yến Xuân Bích Hải Ánh Như Hà',
  ),
  male: words(
    'Đức Minh Hữu Quang Quốc Xuân Thanh Ngọc Gia Anh Tuấn Công Đình Hoàng Trọng Mạnh Bá Thế Nhật Duy',
  ),
} as const

const given = {
  female: words(
    'Anh Ánh Bình Châu Chi Cúc Diễm Diệp Dung Duyên Đào Giang Hà Hạnh Hằng Hân Hiền Hiếu Hoa Hòa Hoài Hồng Huệ Huyền Hương Hường Khanh Khuê Lam Lan Lê Liên Linh Loan Ly Mai Mây Mến My Mỹ Na Nga Ngà Ngân Nghi Ngọc Nguyệt Nhi Nhung Như Nụ Oanh Phúc Phượng Phương Quyên Quỳnh Sen Sương Tâm Thanh Thảo Thắm Thi Thoa Thơ Thu Thủy Thúy Thư Thương Tiên Trà Trang Trâm Trinh Trúc Tuyết Tú Tươi Uyên Vân Vi Vy Xuân Xuyến Yên Yến Ý Hạ Đông Đoan',
  ),
  male: words(
    'An Anh Bảo Bình Cường Chiến Chinh Công Cảnh Danh Dũng Duy Dương Đạt Đăng Đức Giang Hải Hào Hậu Hiếu Hiệp Hòa Hoàng Huy Hùng Hưng Khánh Khang Khôi Kiên Kiệt Lâm Long Lộc Luân Mạnh Minh Nam Nghĩa Nguyên Nhân Nhật Phong Phú Phúc Phước Quân Quang Quốc Quý Quyết Sang Sơn Tài Tâm Tân Thái Thành Thắng Thiện Thịnh Thuận Tiến Toàn Trí Trung Trường Tú Tuấn Tùng Tường Việt Vinh Vũ Vương Ý',
  ),
} as const

/** Somebody who does not exist, with what a case is found by. */
export interface MadeUpPerson {
  readonly sex: 'female' | 'male'
  readonly name: string
  readonly phone: string
  /** On a platform, as people write it down. */
  readonly account: string
}

/** The person of a number: the same each time. */
export const madeUpPerson = (number: number): MadeUpPerson => {
  const chance = chanceFrom(number)
  const sex = chance() < 0.85 ? 'female' : 'male'
  let left = chance()
  const families = familyNames.find(({ share }) => (left -= share) < 0)?.of ?? words('Nguyễn')
  const kind = chance()
  const second = oneOf(chance, inBetween[sex])
  const own = oneOf(chance, given[sex])
  const usual = sex === 'female' ? 'Thị' : 'Văn'
  const between =
    kind < 0.35 ? [usual] : kind < 0.55 ? [usual, second] : kind < 0.97 ? [second] : []
  const digits = Array.from({ length: 8 }, () => Math.floor(chance() * 10)).join('')
  const letters = Array.from({ length: 7 }, () =>
    oneOf(chance, words('a b c d e g h i k l m n o p q r s t u v x y')),
  )
  return {
    sex,
    name: [oneOf(chance, families), ...between, own].join(' '),
    phone: `${oneOf(chance, words('03 05 07 08 09'))}${digits}`,
    account: `${oneOf(chance, words('zalo facebook tiktok'))}: @${letters.join('')}${Math.floor(chance() * 2000)}`,
  }
}
