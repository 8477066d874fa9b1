import type { Sector } from '../features/directory/index.js'
import type { Chance } from './random.js'

/** What is asked of a unit of this sector; a name has no place in it. */
const needs: Readonly<Record<Sector, readonly string[]>> = {
  'child-protection': [
    'Cần một nhân viên quen làm việc với trẻ em gặp gia đình và nhà trường.',
    'Cần đánh giá nguy cơ tại nhà và đồng hành trong những tuần đầu.',
  ],
  'womens-services': [
    'Cần tham vấn đều đặn với cùng một người, buổi chiều, ở nơi kín đáo.',
    'Cần hỗ trợ tinh thần và thông tin về các lựa chọn trong thời gian tới.',
  ],
  police: [
    'Cần tiếp nhận trình báo trong phòng riêng, có người đi cùng.',
    'Cần lưu giữ bằng chứng và yêu cầu gỡ nội dung càng sớm càng tốt.',
  ],
  health: [
    'Cần gặp bác sĩ tâm lý; mất ngủ và hoảng sợ đã nhiều ngày.',
    'Cần khám sức khỏe toàn diện, có nhân viên nữ, không hỏi lại sự việc.',
  ],
  shelter: [
    'Cần chỗ ở an toàn ngay, có thể kèm trẻ nhỏ.',
    'Cần nơi tạm lánh trong khoảng hai tuần, không tiết lộ địa chỉ.',
  ],
  'legal-aid': [
    'Cần tư vấn về quyền của người bị hại và đi cùng khi làm việc.',
    'Cần giúp làm lại giấy tờ và soạn đơn đề nghị.',
  ],
  'anti-trafficking': [
    'Cần xác minh nạn nhân và kế hoạch hỗ trợ trở về.',
    'Cần hỗ trợ ban đầu, giấy tờ và kết nối với địa phương.',
  ],
  hotline: [
    'Cần yêu cầu gỡ hình ảnh và theo dõi trong những ngày tới.',
    'Cần người gọi lại hằng tối trong tuần này theo khung giờ an toàn.',
  ],
}

const outcomes = [
  'Đã gặp ba lần, có kế hoạch an toàn; người được hỗ trợ tự tin hơn và muốn gặp lại sau một tháng.',
  'Dịch vụ đã hoàn tất như đề nghị; đã giải thích các bước tiếp theo và đưa số liên lạc.',
  'Nội dung đã được gỡ, bằng chứng đã lưu; chưa thấy đăng lại.',
  'Đã khám và điều trị; hẹn tái khám, đơn vị gửi tiếp tục đồng hành.',
  'Hỗ trợ được một phần; phần còn lại cần một đơn vị khác.',
]

const words = {
  asked: 'Có cần phiên dịch hoặc người đi cùng trong buổi đầu không?',
  rejected: 'Tuần này chúng tôi đã kín lịch; xin gửi tới đơn vị được gợi ý.',
  cancelled: 'Người được hỗ trợ đã có lựa chọn khác, xin dừng tại đây.',
  failed: 'Đã gọi ba lần theo khung giờ an toàn nhưng không liên lạc được.',
} as const

export const needText = (sector: Sector, chance: Chance): string => chance.oneOf(needs[sector])

export const outcomeText = (chance: Chance): string => chance.oneOf(outcomes)

export const noteText = (kind: keyof typeof words): string => words[kind]
