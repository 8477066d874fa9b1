export const vi = {
  'referrals.story.reminded': 'Nhắc nơi đang giữ',
  'referrals.story.escalated-supervisor': 'Quá hạn: đã báo giám sát',
  'referrals.story.escalated-coordination': 'Quá hạn lâu: đã báo điều phối',
  'referrals.story.expired': 'Hết hạn, trở lại nơi gửi',
  'referrals.story.coordinator-reminded': 'Điều phối viên nhắc lại đơn vị',
  'referrals.story.coordinator-called': 'Điều phối viên đã gọi đơn vị',
  'referrals.story.coordinator-found-other': 'Điều phối viên đã tìm được đơn vị khác',
  'referrals.story.by-itself': 'Bến An tự động',
  'referrals.story.of-clock': 'Hạn: {clock}.',
  'referrals.case-event.expired': 'Chuyển gửi {number} đến {unit} hết hạn mà không có trả lời',
  'referrals.case-event.escalated-coordination':
    'Chuyển gửi {number} đến {unit} quá hạn lâu, điều phối viên đã được báo',

  'referrals.told.title': 'Đã báo cho ai',
  'referrals.told.holder': '{time}: nhắc {names} ({clock}).',
  'referrals.told.desk': '{time}: nhắc bàn trực {unit} ({clock}).',
  'referrals.told.sender': '{time}: báo lại nơi gửi, {names}, để gọi trực tiếp ({clock}).',
  'referrals.told.supervisor': '{time}: báo giám sát {names} ({clock}).',
  'referrals.told.coordination': '{time}: báo điều phối {names} ({clock}).',
  'referrals.told.desk-and-coordination':
    '{time}: đơn vị không có giám sát; đã nhắc bàn trực và báo điều phối {names} ({clock}).',
  'referrals.expires': 'Nếu không có trả lời, chuyển gửi trở lại nơi gửi lúc {time}.',

  'referrals.expired.text':
    'Chuyển gửi đã hết hạn vì {unit} không trả lời. Người được hỗ trợ vẫn đang chờ: hãy gửi đến đơn vị khác.',
  'referrals.again.title': 'Gửi đến đơn vị khác',
  'referrals.again.why':
    'Nhu cầu đã viết được chép sang. Trước khi gửi, bạn hỏi người đó về đơn vị mới và xem lại.',
  'referrals.again.send-to': 'Gửi đến {unit}',
  'referrals.again.nobody':
    'Danh bạ không còn đơn vị nào khác phù hợp. Hãy gọi đường dây nóng hoặc điều phối viên của tỉnh.',
  'said.referrals.again': 'Đã chép sang chuyển gửi mới. Xem lại rồi gửi.',
  'referral.already-sent-on': 'Chuyển gửi này đã được gửi tiếp bằng một chuyển gửi khác.',
  'referral.not-back': 'Chuyển gửi này chưa trở lại nơi gửi nên không gửi sang đơn vị khác được.',
} as const

export type Sentences = Record<keyof typeof vi, string>

export const en: Sentences = {
  'referrals.story.reminded': 'Reminded those who have it in hand',
  'referrals.story.escalated-supervisor': 'Overdue: the supervisor was told',
  'referrals.story.escalated-coordination': 'Long overdue: the coordinator was told',
  'referrals.story.expired': 'Expired, back with the sender',
  'referrals.story.coordinator-reminded': 'The coordinator reminded the unit again',
  'referrals.story.coordinator-called': 'The coordinator called the unit',
  'referrals.story.coordinator-found-other': 'The coordinator found another unit',
  'referrals.story.by-itself': 'Bến An, by itself',
  'referrals.story.of-clock': 'Clock: {clock}.',
  'referrals.case-event.expired': 'Referral {number} to {unit} expired without an answer',
  'referrals.case-event.escalated-coordination':
    'Referral {number} to {unit} is long overdue; the coordinator was told',

  'referrals.told.title': 'Who has been told',
  'referrals.told.holder': '{time}: reminded {names} ({clock}).',
  'referrals.told.desk': '{time}: reminded the desk of {unit} ({clock}).',
  'referrals.told.sender': '{time}: told the sender, {names}, to call them ({clock}).',
  'referrals.told.supervisor': '{time}: told the supervisor {names} ({clock}).',
  'referrals.told.coordination': '{time}: told the coordinator {names} ({clock}).',
  'referrals.told.desk-and-coordination':
    '{time}: the unit has no supervisor; reminded its desk and told the coordinator {names} ({clock}).',
  'referrals.expires': 'Without an answer it goes back to the sender at {time}.',

  'referrals.expired.text':
    '{unit} did not answer in time. The person is still waiting: send it to another unit.',
  'referrals.again.title': 'Send it to another unit',
  'referrals.again.why':
    'What you wrote about the need is copied. Before it is sent you ask the person about the new unit, and check it all.',
  'referrals.again.send-to': 'Send to {unit}',
  'referrals.again.nobody':
    'The directory knows no other unit that fits. Call the hotline or the coordinator of the province.',
  'said.referrals.again': 'Copied to a new referral. Check it, then send it.',
  'referral.already-sent-on': 'This referral has already been sent on by another one.',
  'referral.not-back': 'This referral has not come back, so it cannot be sent to another unit.',
}

export const fr: Sentences = {
  'referrals.story.reminded': 'Rappel à qui l’a en main',
  'referrals.story.escalated-supervisor': 'En retard : la supervision a été prévenue',
  'referrals.story.escalated-coordination': 'Très en retard : la coordination a été prévenue',
  'referrals.story.expired': 'Expirée, de retour chez l’expéditeur',
  'referrals.story.coordinator-reminded': 'La coordination a rappelé l’unité à nouveau',
  'referrals.story.coordinator-called': 'La coordination a appelé l’unité',
  'referrals.story.coordinator-found-other': 'La coordination a trouvé une autre unité',
  'referrals.story.by-itself': 'Bến An, automatiquement',
  'referrals.story.of-clock': 'Délai : {clock}.',
  'referrals.case-event.expired': 'L’orientation {number} vers {unit} a expiré sans réponse',
  'referrals.case-event.escalated-coordination':
    'L’orientation {number} vers {unit} est très en retard ; la coordination a été prévenue',

  'referrals.told.title': 'Qui a été prévenu',
  'referrals.told.holder': '{time} : rappel à {names} ({clock}).',
  'referrals.told.desk': '{time} : rappel à la permanence de {unit} ({clock}).',
  'referrals.told.sender': '{time} : l’expéditeur, {names}, prévenu pour appeler ({clock}).',
  'referrals.told.supervisor': '{time} : supervision prévenue, {names} ({clock}).',
  'referrals.told.coordination': '{time} : coordination prévenue, {names} ({clock}).',
  'referrals.told.desk-and-coordination':
    '{time} : l’unité n’a pas de supervision ; rappel à sa permanence, coordination prévenue, {names} ({clock}).',
  'referrals.expires': 'Sans réponse, elle revient à l’expéditeur le {time}.',

  'referrals.expired.text':
    '{unit} n’a pas répondu à temps. La personne attend toujours : adressez-la à une autre unité.',
  'referrals.again.title': 'Adresser à une autre unité',
  'referrals.again.why':
    'Le besoin que vous avez écrit est recopié. Avant l’envoi, vous demandez à la personne son avis sur la nouvelle unité et vous relisez le tout.',
  'referrals.again.send-to': 'Adresser à {unit}',
  'referrals.again.nobody':
    'L’annuaire ne connaît aucune autre unité qui convienne. Appelez la ligne d’écoute ou la coordination de la province.',
  'said.referrals.again': 'Recopié dans une nouvelle orientation. Relisez, puis envoyez.',
  'referral.already-sent-on': 'Cette orientation a déjà été réadressée par une autre.',
  'referral.not-back':
    'Cette orientation n’est pas revenue : elle ne peut pas être adressée à une autre unité.',
}
