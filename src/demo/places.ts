import { servicesOf, type Sector, type ServiceType } from '../features/directory/index.js'

/** Where the fictional world lies: codes of Đà Nẵng and Hà Nội. */
export type DemoProvince = '48' | '01'

/** An agency that does not exist. */
export interface DemoAgency {
  readonly code: string
  readonly name: string
}

/** Opening hours as the directory keeps them. */
export type DemoHours = 'always' | 'office'

const daily = [
  ['07:30', '11:30'],
  ['13:30', '17:00'],
]

/** `unit.hours`: always open, or Monday to Friday with a break at noon. */
export const storedHours: Readonly<Record<DemoHours, object>> = {
  always: { always: true },
  office: { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily },
}

/** A unit that does not exist; its telephone number cannot be given to anybody. */
export interface DemoUnit {
  readonly key: string
  readonly agency: string
  readonly sector: Sector
  readonly name: string
  readonly province: DemoProvince
  readonly commune: string | null
  readonly phone: string | null
  readonly services: readonly ServiceType[]
  readonly ages: readonly [from: number | null, to: number | null]
  readonly languages: readonly string[]
  readonly hours: DemoHours
  readonly takingReferrals: boolean
  /** False: nobody there can sign in. */
  readonly onBenAn: boolean
}

export const demoAgencies: readonly DemoAgency[] = [
  { code: 'demo-song-may', name: 'Trung tâm Công tác xã hội Sông Mây' },
  { code: 'demo-hoa-gao', name: 'Hội Phụ nữ Hoa Gạo' },
  { code: 'demo-sen-trang', name: 'Quỹ Phụ nữ Sen Trắng' },
  { code: 'demo-con-gio', name: 'Lực lượng Giữ bình yên Cồn Gió' },
  { code: 'demo-may-ngan', name: 'Bệnh viện Mây Ngàn' },
  { code: 'demo-duong-ve', name: 'Liên minh Đường Về' },
  { code: 'demo-may-troi', name: 'Trạm Y tế Mây Trôi' },
  { code: 'demo-ben-an', name: 'Văn phòng Điều phối Bến An' },
]

const unit = (
  key: string,
  agency: string,
  sector: Sector,
  province: DemoProvince,
  name: string,
  commune: string | null,
  phone: string | null,
  more: Partial<DemoUnit> = {},
): DemoUnit => ({
  key,
  agency,
  sector,
  name,
  province,
  commune,
  phone,
  services: servicesOf(sector),
  ages: [null, null],
  languages: ['vi'],
  hours: 'office',
  takingReferrals: true,
  onBenAn: true,
  ...more,
})

/** In all eight sectors, two of them (child protection and women's services) in both cities. */
export const demoUnits: readonly DemoUnit[] = [
  unit(
    'child-dn',
    'demo-song-may',
    'child-protection',
    '48',
    'Tổ Bảo vệ trẻ em Sông Mây – Đà Nẵng',
    'Hải Châu',
    '0236 000 0001',
    {
      ages: [null, 17],
      languages: ['vi', 'en'],
    },
  ),
  unit(
    'women-dn',
    'demo-hoa-gao',
    'womens-services',
    '48',
    'Phòng Hỗ trợ phụ nữ Hoa Gạo – Đà Nẵng',
    'Thanh Khê',
    '0236 000 0002',
    {
      ages: [16, null],
    },
  ),
  unit(
    'women-hn',
    'demo-sen-trang',
    'womens-services',
    '01',
    'Nhóm Đồng hành Sen Trắng – Hà Nội',
    'Cầu Giấy',
    '024 0000 0003',
    {
      ages: [16, null],
      languages: ['vi', 'hab'],
    },
  ),
  unit(
    'police-dn',
    'demo-con-gio',
    'police',
    '48',
    'Đội Tiếp nhận trình báo Cồn Gió – Đà Nẵng',
    'Sơn Trà',
    '0236 000 0004',
    {
      hours: 'always',
    },
  ),
  unit(
    'police-hn',
    'demo-con-gio',
    'police',
    '01',
    'Đội Tiếp nhận trình báo Cồn Gió – Hà Nội',
    'Ba Đình',
    '024 0000 0005',
    {
      hours: 'always',
    },
  ),
  unit(
    'health-dn',
    'demo-may-ngan',
    'health',
    '48',
    'Phòng khám Thân thiện Mây Ngàn – Đà Nẵng',
    'Cẩm Lệ',
    '0236 000 0006',
    {
      hours: 'always',
    },
  ),
  unit(
    'health-hn',
    'demo-may-ngan',
    'health',
    '01',
    'Phòng khám Thân thiện Mây Ngàn – Hà Nội',
    'Long Biên',
    '024 0000 0007',
  ),
  unit(
    'shelter-dn',
    'demo-hoa-gao',
    'shelter',
    '48',
    'Nhà tạm lánh Bến Lặng',
    // Where it lies stands nowhere.
    null,
    null,
    {
      hours: 'always',
    },
  ),
  unit(
    'legal-dn',
    'demo-song-may',
    'legal-aid',
    '48',
    'Tổ Trợ giúp pháp lý Cầu Mây',
    'Hòa Xuân',
    '0236 000 0009',
  ),
  unit(
    'return-hn',
    'demo-duong-ve',
    'anti-trafficking',
    '01',
    'Nhóm Hỗ trợ người trở về Đường Về',
    'Tây Hồ',
    '024 0000 0010',
    {
      languages: ['vi', 'en', 'km', 'zh'],
    },
  ),
  unit(
    'hotline-hn',
    'demo-duong-ve',
    'hotline',
    '01',
    'Đường dây Lắng Nghe',
    'Đống Đa',
    '0900 000 999',
    {
      hours: 'always',
      languages: ['vi', 'en', 'fr'],
    },
  ),
  unit(
    'child-hn',
    'demo-sen-trang',
    'child-protection',
    '01',
    'Tổ Bảo vệ trẻ em Sen Trắng – Hà Nội',
    'Hà Đông',
    '024 0000 0011',
    {
      ages: [null, 17],
    },
  ),
  // Has no computer of ours: it answers through a one-time link, or on paper.
  unit(
    'health-post-dn',
    'demo-may-troi',
    'health',
    '48',
    'Trạm Y tế Mây Trôi – Đà Nẵng',
    'Liên Chiểu',
    '0236 000 0012',
    {
      onBenAn: false,
    },
  ),
  // The coordination body gives no services itself.
  unit('office', 'demo-ben-an', 'hotline', '01', 'Văn phòng Điều phối Bến An', 'Hoàn Kiếm', null, {
    services: [],
    takingReferrals: false,
  }),
]

/** Communes of today, as the desk sees them before it accepts. */
export const communes: Readonly<Record<DemoProvince, readonly string[]>> = {
  '48': [
    'Hải Châu',
    'Thanh Khê',
    'Sơn Trà',
    'An Hải',
    'Ngũ Hành Sơn',
    'Hòa Xuân',
    'Cẩm Lệ',
    'Liên Chiểu',
  ],
  '01': [
    'Hoàn Kiếm',
    'Ba Đình',
    'Cầu Giấy',
    'Đống Đa',
    'Long Biên',
    'Tây Hồ',
    'Hà Đông',
    'Hoàng Mai',
  ],
}

/** Streets that are on no map. */
export const streets = [
  'Mộc Lan Trắng',
  'Trầu Xanh',
  'Gió Nồm',
  'Bằng Lăng Tím',
  'Cầu Vồng',
  'Sương Mai',
  'Lúa Nếp',
  'Hoa Gạo Đỏ',
  'Vườn Khế',
  'Chuồn Chuồn Ớt',
  'Đồng Hến',
  'Bông Lau',
]
