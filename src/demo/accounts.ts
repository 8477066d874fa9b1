import type { Role } from '../platform/access/actor.js'
import { demoPassword, demoStaff } from './staff.js'
import { demoUnit } from './stories.js'

const roleWords: Readonly<Record<Role, string>> = {
  caseworker: 'nhân viên · caseworker',
  supervisor: 'giám sát · supervisor',
  'unit-admin': 'quản trị đơn vị · unit admin',
  'safeguarding-reviewer': 'rà soát an toàn · safeguarding',
  coordinator: 'điều phối · coordinator',
  auditor: 'kiểm toán · auditor',
  'system-admin': 'quản trị hệ thống · system admin',
}

const areaWords = (scope: string | null): string =>
  `${roleWords.coordinator}, ${scope === null ? 'toàn quốc · country' : 'Đà Nẵng'}`

/** Whom one can sign in as, to be printed: login, name, what they are, where. */
export const accountLines = (): string[] => {
  const rows = demoStaff.map(({ login, name, roles, unit, scope }) => [
    login,
    name,
    roles.map((role) => (role === 'coordinator' ? areaWords(scope) : roleWords[role])).join(', '),
    demoUnit(unit).name,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    '',
    'Tài khoản mẫu, tất cả hư cấu · demo accounts, all fictional',
    `Mật khẩu chung · password for all of them: ${demoPassword}`,
    '',
    ...rows.map(
      (row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`,
    ),
    '',
  ]
}
