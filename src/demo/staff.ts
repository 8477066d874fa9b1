import type { Role } from '../platform/access/actor.js'

/** Somebody at work in the fictional world. */
export interface DemoWorker {
  readonly login: string
  readonly name: string
  readonly position: string
  readonly unit: string
  readonly roles: readonly Role[]
  /** Coordinators: the province, or null for the country. */
  readonly scope: string | null
}

/** One for all of them; long enough and easy to type, and of no use anywhere else. */
export const demoPassword = 'thuyen-ve-ben-lang'

const worker = (
  unit: string,
  login: string,
  name: string,
  position: string,
  roles: readonly Role[],
  scope: string | null = null,
): DemoWorker => ({ login, name, position, unit, roles, scope })

const works: readonly Role[] = ['caseworker']
const leads: readonly Role[] = ['supervisor']
const both: readonly Role[] = ['caseworker', 'supervisor']

/** Everybody who can sign in. Their names were put together for this project. */
export const demoStaff: readonly DemoWorker[] = [
  worker('child-dn', 'khue', 'Lạc Minh Khuê', 'Nhân viên công tác xã hội', works),
  worker('child-dn', 'thach', 'Đới Gia Thạch', 'Nhân viên công tác xã hội', works),
  worker('child-dn', 'diep', 'Nhữ Hoài Điệp', 'Trưởng nhóm', leads),
  worker('child-dn', 'quan', 'Tiêu Hữu Quân', 'Quản trị đơn vị', ['unit-admin']),
  worker('women-dn', 'sam', 'Mạc Thanh Sâm', 'Nhân viên hỗ trợ', works),
  worker('women-dn', 'lieu', 'Khúc Vân Liễu', 'Nhân viên tham vấn', works),
  worker('women-dn', 'nghi', 'Giáp Tố Nghi', 'Trưởng phòng', leads),
  worker('women-hn', 'truc', 'Thân Mộc Trúc', 'Nhân viên hỗ trợ', works),
  worker('women-hn', 'ngan', 'Cù Thiên Ngân', 'Nhân viên hỗ trợ', works),
  worker('women-hn', 'suong', 'Bạch Hạ Sương', 'Trưởng nhóm', leads),
  worker('police-dn', 'bach', 'Lục Chí Bách', 'Cán bộ tiếp nhận', works),
  worker('police-dn', 'vuong', 'Doãn Khắc Vượng', 'Đội trưởng', leads),
  worker('police-hn', 'kien', 'Viên Trí Kiên', 'Cán bộ tiếp nhận', both),
  worker('health-dn', 'an', 'Nghiêm Bội An', 'Bác sĩ tâm lý', works),
  worker('health-dn', 'que', 'Quản Thục Quế', 'Trưởng phòng khám', leads),
  worker('health-hn', 'duong', 'Ông Ánh Dương', 'Bác sĩ', both),
  worker('shelter-dn', 'mo', 'Tăng Hương Mơ', 'Quản lý nhà tạm lánh', both),
  worker('shelter-dn', 'lam', 'Phó Nhã Lam', 'Nhân viên chăm sóc', works),
  worker('legal-dn', 'hoach', 'Lều Công Hoạch', 'Trợ giúp viên pháp lý', works),
  worker('legal-dn', 'chi', 'Ngụy Mai Chi', 'Trưởng tổ', leads),
  worker('return-hn', 'tam', 'Bế Nhật Tâm', 'Nhân viên hỗ trợ trở về', works),
  worker('return-hn', 'ban', 'Nông Hoa Ban', 'Nhân viên hỗ trợ trở về', works),
  worker('return-hn', 'giang', 'Sầm Trường Giang', 'Trưởng nhóm', leads),
  worker('hotline-hn', 'yen', 'Kha Hải Yến', 'Tư vấn viên', works),
  worker('hotline-hn', 'phuc', 'Thang Đình Phúc', 'Trưởng ca', both),
  worker('child-hn', 'vy', 'Đàm Tường Vy', 'Nhân viên công tác xã hội', both),
  worker('office', 'thuy', 'Lã Bích Thủy', 'Điều phối Đà Nẵng', ['coordinator'], '48'),
  worker('office', 'hoan', 'Ninh Đức Hoàn', 'Điều phối quốc gia', ['coordinator']),
  worker('office', 'xuyen', 'Từ Kim Xuyến', 'Kiểm toán viên', ['auditor']),
  worker('office', 'loc', 'Uông Bảo Lộc', 'Rà soát an toàn', ['safeguarding-reviewer']),
  worker('office', 'thien', 'Ma Quốc Thiện', 'Quản trị hệ thống', ['system-admin']),
]
