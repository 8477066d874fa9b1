import type { PersonOfList } from '../domain/person-row.js'

/** A young man who came back from a compound. */
export const aPersonOfList = (changes: Partial<PersonOfList> = {}): PersonOfList => ({
  name: 'Trần Văn Đông',
  birthDate: '1999-02-27',
  statedAge: null,
  sex: 'male',
  document: null,
  phone: null,
  address: null,
  commune: null,
  provinceCode: null,
  language: 'vi',
  note: null,
  ...changes,
})

const family = ['Trần', 'Nguyễn', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô']
const middle = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thanh', 'Đức']
const given = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Khôi',
  'Long',
  'Nam',
  'Phúc',
  'Sơn',
  'Tú',
  'Vy',
]

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/** Lines of a list as the template has them: so many people, each another. */
export const linesOfList = (people: number): string[][] =>
  Array.from({ length: people }, (_, index) => [
    `${at(family, index)} ${at(middle, index)} ${at(given, index)} ${String.fromCharCode(65 + (index % 26))}`,
    `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/${1985 + (index % 18)}`,
    index % 3 === 0 ? 'Nữ' : 'Nam',
    `C${String(1_000_000 + index)}`,
    index % 5 === 0 ? `0905 ${String(100_000 + index)}` : '',
    'Tây Ninh',
  ])

export const headerOfList = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Số hộ chiếu',
  'Điện thoại',
  'Tỉnh',
]

const cell = (text: string): string =>
  /[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** The list as a text file. */
export const csvOf = (lines: readonly (readonly string[])[], delimiter = ';'): Buffer =>
  Buffer.from(lines.map((line) => line.map(cell).join(delimiter)).join('\r\n'))
