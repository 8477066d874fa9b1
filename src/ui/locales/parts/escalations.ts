export const vi = {
  'nav.escalations': 'Quá hạn',
  'escalations.title': 'Chuyển gửi quá hạn',
  'escalations.country': 'Cả nước',
  'escalations.province': '{province}',
  'escalations.lists': 'Danh sách quá hạn',
  'escalations.list.area': 'Địa bàn điều phối',
  'escalations.list.in': 'Đơn vị chưa trả lời',
  'escalations.list.out': 'Đơn vị đang chờ',
  'escalations.area.lead':
    'Đơn vị nhận đã quá hạn lâu, hoặc không có giám sát. Bạn chỉ thấy mã, đơn vị và hạn, không thấy hồ sơ.',
  'escalations.in.lead': 'Những gì đến đơn vị bạn và đã quá hạn.',
  'escalations.out.lead': 'Những gì đơn vị bạn đã gửi và nơi nhận để quá hạn.',
  'escalations.none': 'Không có chuyển gửi quá hạn',
  'escalations.area.none': 'Khi một chuyển gửi quá hạn lâu, bạn sẽ được báo và thấy ở đây.',
  'escalations.in.none': 'Đơn vị bạn không để ai phải chờ quá hạn.',
  'escalations.out.none': 'Không nơi nhận nào để chuyển gửi của đơn vị bạn quá hạn.',
  'escalations.total': 'Đang quá hạn',
  'escalations.units': '{count, plural, =0 {không đơn vị nào} other {ở {count} đơn vị}}',
  'escalations.clock.acknowledge': 'Chưa ai xem',
  'escalations.clock.answer': 'Chưa trả lời',
  'escalations.clock.first-service': 'Chưa bắt đầu hỗ trợ',
  'escalations.clock.expired': 'Đã trở lại, chưa gửi tiếp',
  'escalations.field.clock': 'Việc bị trễ',
  'escalations.field.since': 'Báo từ',
  'escalations.field.deed': 'Việc điều phối gần nhất',
  'escalations.field.waits-for': 'Đang chờ',
  'escalations.desk-of': 'Bàn trực {unit}',
  'escalations.open': 'Mở',
  'escalations.do.reminded': 'Nhắc lại đơn vị',
  'escalations.do.called': 'Ghi: đã gọi đơn vị',
  'escalations.do.found-other': 'Ghi: đã tìm được đơn vị khác',
  'escalations.done.reminded': 'Nhắc lại lúc {time}',
  'escalations.done.called': 'Đã gọi đơn vị lúc {time}',
  'escalations.done.found-other': 'Tìm được đơn vị khác lúc {time}',
  'said.escalations.reminded': 'Đã nhắc lại đơn vị.',
  'said.escalations.called': 'Đã ghi là bạn đã gọi đơn vị.',
  'said.escalations.found-other': 'Đã ghi là bạn đã tìm được đơn vị khác. Nơi gửi sẽ thấy.',
  'escalation.reminded-already': 'Đơn vị này vừa được nhắc trong vòng một giờ qua. Bạn có thể gọi.',
  'escalation.nothing-to-answer':
    'Chuyển gửi đã trở lại nơi gửi, đơn vị này không còn gì phải trả lời.',

  'calendar.title': 'Ngày nghỉ lễ',
  'calendar.link': 'Xem ngày nghỉ lễ',
  'calendar.lead':
    'Hạn tính theo ngày làm việc không chạy vào thứ bảy, chủ nhật và những ngày này. Hạn khẩn cấp luôn chạy.',
  'calendar.days': '{from} đến {to}',
  'calendar.unverified': 'chưa đối chiếu với thông báo chính thức',
  'calendar.unknown':
    'Chưa ai nhập ngày nghỉ lễ năm {year}. Tết sẽ bị tính là ngày làm việc: hãy báo quản trị hệ thống.',
} as const

export type Sentences = Record<keyof typeof vi, string>

export const en: Sentences = {
  'nav.escalations': 'Overdue',
  'escalations.title': 'Overdue referrals',
  'escalations.country': 'The whole country',
  'escalations.province': '{province}',
  'escalations.lists': 'Lists of what is overdue',
  'escalations.list.area': 'Your area',
  'escalations.list.in': 'Your unit has not answered',
  'escalations.list.out': 'Your unit waits',
  'escalations.area.lead':
    'The receiving unit is long overdue, or has no supervisor. You see number, units and clock, and nothing of the case.',
  'escalations.in.lead': 'What came to your unit and is overdue.',
  'escalations.out.lead': 'What your unit sent and the receiver lets wait.',
  'escalations.none': 'Nothing is overdue',
  'escalations.area.none': 'When a referral is long overdue you are told, and find it here.',
  'escalations.in.none': 'Your unit lets nobody wait too long.',
  'escalations.out.none': 'No receiver lets a referral of your unit wait too long.',
  'escalations.total': 'Overdue now',
  'escalations.units':
    '{count, plural, =0 {at no unit} one {at {count} unit} other {at {count} units}}',
  'escalations.clock.acknowledge': 'Nobody has looked',
  'escalations.clock.answer': 'No answer',
  'escalations.clock.first-service': 'Service has not begun',
  'escalations.clock.expired': 'Came back, not sent on',
  'escalations.field.clock': 'What is late',
  'escalations.field.since': 'Told since',
  'escalations.field.deed': 'Last done by a coordinator',
  'escalations.field.waits-for': 'Waits for',
  'escalations.desk-of': 'The desk of {unit}',
  'escalations.open': 'Open',
  'escalations.do.reminded': 'Remind the unit again',
  'escalations.do.called': 'Note: called the unit',
  'escalations.do.found-other': 'Note: found another unit',
  'escalations.done.reminded': 'Reminded again at {time}',
  'escalations.done.called': 'Called the unit at {time}',
  'escalations.done.found-other': 'Found another unit at {time}',
  'said.escalations.reminded': 'The unit was reminded again.',
  'said.escalations.called': 'Noted that you called the unit.',
  'said.escalations.found-other': 'Noted that you found another unit. The sender sees it.',
  'escalation.reminded-already':
    'This unit was reminded within the last hour. You can call them instead.',
  'escalation.nothing-to-answer':
    'The referral is back with its sender; this unit has nothing left to answer.',

  'calendar.title': 'Public holidays',
  'calendar.link': 'See the public holidays',
  'calendar.lead':
    'Clocks that count working days rest on Saturdays, Sundays and these days. Emergency clocks always run.',
  'calendar.days': '{from} to {to}',
  'calendar.unverified': 'not yet checked against the official notice',
  'calendar.unknown':
    'Nobody has entered the holidays of {year}. Tết would count as working days: tell the system administrator.',
}

export const fr: Sentences = {
  'nav.escalations': 'Retards',
  'escalations.title': 'Orientations en retard',
  'escalations.country': 'Tout le pays',
  'escalations.province': '{province}',
  'escalations.lists': 'Listes des retards',
  'escalations.list.area': 'Votre territoire',
  'escalations.list.in': 'Votre unité n’a pas répondu',
  'escalations.list.out': 'Votre unité attend',
  'escalations.area.lead':
    'L’unité destinataire est très en retard, ou n’a pas de supervision. Vous voyez le numéro, les unités et le délai, rien du dossier.',
  'escalations.in.lead': 'Ce qui est arrivé à votre unité et est en retard.',
  'escalations.out.lead': 'Ce que votre unité a adressé et que le destinataire laisse attendre.',
  'escalations.none': 'Aucun retard',
  'escalations.area.none':
    'Quand une orientation est très en retard, vous êtes prévenu et vous la trouvez ici.',
  'escalations.in.none': 'Votre unité ne laisse personne attendre trop longtemps.',
  'escalations.out.none':
    'Aucun destinataire ne laisse attendre une orientation de votre unité trop longtemps.',
  'escalations.total': 'En retard',
  'escalations.units':
    '{count, plural, =0 {dans aucune unité} one {dans {count} unité} other {dans {count} unités}}',
  'escalations.clock.acknowledge': 'Personne ne l’a regardée',
  'escalations.clock.answer': 'Pas de réponse',
  'escalations.clock.first-service': 'Service non commencé',
  'escalations.clock.expired': 'Revenue, pas réadressée',
  'escalations.field.clock': 'Ce qui est en retard',
  'escalations.field.since': 'Signalée depuis',
  'escalations.field.deed': 'Dernière action de la coordination',
  'escalations.field.waits-for': 'On attend',
  'escalations.desk-of': 'La permanence de {unit}',
  'escalations.open': 'Ouvrir',
  'escalations.do.reminded': 'Rappeler à nouveau l’unité',
  'escalations.do.called': 'Noter : unité appelée',
  'escalations.do.found-other': 'Noter : autre unité trouvée',
  'escalations.done.reminded': 'Rappel le {time}',
  'escalations.done.called': 'Unité appelée le {time}',
  'escalations.done.found-other': 'Autre unité trouvée le {time}',
  'said.escalations.reminded': 'L’unité a reçu un nouveau rappel.',
  'said.escalations.called': 'Il est noté que vous avez appelé l’unité.',
  'said.escalations.found-other':
    'Il est noté que vous avez trouvé une autre unité. L’expéditeur le voit.',
  'escalation.reminded-already':
    'Cette unité a reçu un rappel il y a moins d’une heure. Vous pouvez l’appeler.',
  'escalation.nothing-to-answer':
    'L’orientation est revenue à l’expéditeur ; cette unité n’a plus rien à répondre.',

  'calendar.title': 'Jours fériés',
  'calendar.link': 'Voir les jours fériés',
  'calendar.lead':
    'Les délais en jours ouvrés s’arrêtent le samedi, le dimanche et ces jours-là. Les délais d’urgence courent toujours.',
  'calendar.days': '{from} au {to}',
  'calendar.unverified': 'pas encore vérifié avec l’avis officiel',
  'calendar.unknown':
    'Personne n’a saisi les jours fériés de {year}. Le Tết compterait comme ouvré : prévenez l’administrateur.',
}
