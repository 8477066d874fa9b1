import type { Chance } from './random.js'

/** What the sixty people have met with. */
export type DemoKind = 'sextortion' | 'images' | 'scam-centre' | 'partner' | 'trafficking'

/** How the writer speaks of the person: em, chị, anh. */
export type Address = 'em' | 'chị' | 'anh'

interface Slots {
  readonly who: Address
  readonly app: string
  readonly count: number
  readonly money: number
}

const apps = [
  'một ứng dụng nhắn tin',
  'một trò chơi trực tuyến',
  'một ứng dụng kết bạn',
  'một trang mạng xã hội',
  'một nhóm chat kín',
]

const openings: Readonly<Record<DemoKind, readonly ((slots: Slots) => string)[]>> = {
  sextortion: [
    ({ who, app, count, money }) =>
      `Qua ${app}, ${who} quen một người lạ hay khen và tặng quà trong trò chơi. Sau ${count} ngày người đó xin ảnh riêng tư rồi dọa gửi cho cả lớp. Gia đình đã chuyển ${money} trăm nghìn đồng mà vẫn bị đòi thêm.`,
    ({ who, app, count }) =>
      `Một tài khoản tự nhận là bạn cùng tuổi trên ${app} đã lấy được một tấm ảnh của ${who}. Người đó bắt gửi thêm, nếu không sẽ đăng vào nhóm phụ huynh. Vì lo sợ, ${who} mất ngủ và nghỉ học ${count} ngày.`,
    ({ who, app, count }) =>
      `Người xưng là nhà tuyển mẫu ảnh trên ${app} xin ${count} tấm ảnh để thử dáng. Khi ${who} thôi không gửi nữa, người này ghép ảnh và đòi gặp ở ngoài. Cô giáo chủ nhiệm nhận ra khi thấy ${who} khóc trong giờ học.`,
  ],
  images: [
    ({ who, app, count }) =>
      `Người yêu cũ, chia tay từ ${count} tháng trước, giữ ảnh riêng tư của ${who} và nhắn qua ${app} rằng sẽ gửi tới nơi làm việc. Mỗi tối ${who} nhận thêm tin đe dọa, không dám mở điện thoại.`,
    ({ who, app, count }) =>
      `Ảnh của ${who} bị đăng trên ${app} kèm số điện thoại và tên cơ quan. Chỉ trong ${count} ngày đã có hàng chục người lạ gọi tới. Hiện ${who} xin nghỉ phép và ở nhờ nhà chị gái.`,
    ({ who, app, count, money }) =>
      `Sau một cuộc gọi hình trên ${app}, ${who} bị gửi lại đoạn ghi hình và bị đòi ${money} triệu đồng trong ${count} ngày. Số tiền đã chuyển hết tiền tiết kiệm mà lời đe dọa vẫn tiếp tục.`,
  ],
  'scam-centre': [
    ({ who, app, count, money }) =>
      `Tin tuyển dụng trên ${app} hứa việc chăm sóc khách hàng lương cao bên kia biên giới. Tới nơi, ${who} bị thu giấy tờ và bị ép lừa người khác qua mạng suốt ${count} tháng. Gia đình vay ${money} chục triệu đồng để chuộc về.`,
    ({ who, app, count }) =>
      `Một người bạn cũ rủ qua ${app}, ${who} đi làm việc máy tính rồi bị bán qua ${count} nơi giam giữ. Không đạt chỉ tiêu lừa đảo thì bị bỏ đói. Trở về theo đoàn, ${who} không có giấy tờ và sợ bị coi là tội phạm.`,
    ({ who, count, money }) =>
      `Trong ${count} tháng ở khu nhà có lính gác, ${who} phải nhắn tin dụ người khác đầu tư. Sau khi trốn được, ${who} mang khoản nợ ${money} chục triệu đồng, ngủ chập chờn và giật mình khi có tiếng gõ cửa.`,
  ],
  partner: [
    ({ who, count }) =>
      `Trong ba tháng, chồng đánh ${who} ${count} lần và cài phần mềm theo dõi vào điện thoại. Anh ta biết mọi nơi ${who} đến và đọc hết tin nhắn. Hai con nhỏ đã nhiều lần chứng kiến.`,
    ({ who, count, money }) =>
      `Chồng cũ đăng nhập vào tài khoản ngân hàng và mạng xã hội của ${who}, rút ${money} triệu đồng rồi nhắn tin mạo danh cho đồng nghiệp. Đã ${count} lần anh ta đợi ở cổng cơ quan và đe dọa.`,
    ({ who, count }) =>
      `Người chung sống gắn thiết bị định vị vào xe của ${who}, kiểm tra điện thoại mỗi đêm và đã ${count} lần khóa cửa không cho ra ngoài. Lần gần nhất ${who} bị thương ở tay, hàng xóm gọi giúp.`,
  ],
  trafficking: [
    ({ who, app, count }) =>
      `Người quen qua ${app} rủ ${who} đi phụ quán ăn gần biên giới, sau đó giữ lại và ép tiếp khách. Sau ${count} tuần, ${who} nhờ được một người bán hàng gọi giúp và trốn ra.`,
    ({ who, app, count }) =>
      `Qua ${app}, một người hứa cưới và đưa ${who} sang bên kia biên giới, rồi bán cho một gia đình lạ. Hơn ${count} tháng sau ${who} mới về được, còn đang tìm cách báo tin cho mẹ.`,
    ({ who, count, money }) =>
      `Xưởng may nơi ${who} làm giữ giấy tờ, trừ lương vì khoản nợ ${money} triệu đồng chưa từng vay và không cho ra cổng suốt ${count} tháng. Một đoàn kiểm tra đã đưa ${who} ra ngoài.`,
  ],
}

const endings = [
  'Đã giải thích từng bước, người được hỗ trợ muốn đi chậm và tự quyết định.',
  'Mong muốn trước hết: được yên ổn ngủ một đêm.',
  'Có một người cô tin cậy, sẵn sàng đi cùng tới các cuộc hẹn.',
  'Chưa muốn gia đình biết thêm; chỉ liên lạc theo cách đã thống nhất.',
  'Đã lưu lại bằng chứng và hướng dẫn không xóa tin nhắn.',
]

/** What happened, as a caseworker writes it down. */
export const narrativeOf = (kind: DemoKind, who: Address, chance: Chance): string => {
  const slots = {
    who,
    app: chance.oneOf(apps),
    count: chance.between(3, 11),
    money: chance.between(12, 87),
  }
  return `${chance.oneOf(openings[kind])(slots)} ${chance.oneOf(endings)}`
}

const notes = {
  psychosocial: [
    (who: Address, count: number) =>
      `Buổi gặp thứ ${count}: ${who} kể được về nỗi xấu hổ, tập thở và viết nhật ký ban đêm; ý nghĩ tự trách đã giảm.`,
    (who: Address, count: number) =>
      `Buổi gặp thứ ${count}: ${who} vẫn giật mình khi điện thoại rung; đã lập kế hoạch an toàn và hẹn gặp hằng tuần.`,
  ],
  health: [
    (who: Address, count: number) =>
      `Khám ngày thứ ${count} sau sự việc: ${who} đau đầu, mất ngủ; đã cho thuốc nhẹ và hẹn tái khám.`,
    (who: Address, count: number) =>
      `Sút cân ${count} kg trong tháng, ${who} ăn kém; cần theo dõi dinh dưỡng và giấc ngủ.`,
  ],
  legal: [
    (who: Address, count: number) =>
      `Đã lập bản tường trình ${count} trang và niêm phong ảnh chụp màn hình; ${who} đồng ý trình báo khi có người đi cùng.`,
    (who: Address, count: number) =>
      `Xác nhận tạm trú còn thiếu; ${who} cần làm lại giấy tờ trong vòng ${count} tuần.`,
  ],
  reintegration: [
    (who: Address, count: number) =>
      `Kế hoạch ${count} tháng: ${who} muốn học nghề pha chế, cần giấy tờ và khoản hỗ trợ ban đầu.`,
    (who: Address, count: number) =>
      `Nhà trường giữ chỗ ${count} tuần; ${who} muốn quay lại lớp với giáo viên tin cậy.`,
  ],
} as const

/** Sections that get a note of their own in some stories. */
export type DemoNote = keyof typeof notes

export const demoNotes = Object.keys(notes) as readonly DemoNote[]

export const noteOf = (section: DemoNote, who: Address, chance: Chance): string =>
  chance.oneOf(notes[section])(who, chance.between(2, 9))
