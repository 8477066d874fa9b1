/** Several services for one person, sent together. */
export const vi = {
  'referrals.need.also': 'Cần thêm dịch vụ khác',
  'referrals.need.also.legend': 'Dịch vụ khác',
  'referrals.need.also.hint':
    'Mỗi dịch vụ là một chuyển gửi riêng, gửi cùng lúc. Nơi nhận không biết về nhau.',
  'referrals.bundle.place': 'Chuyển gửi {position} trong {count}: {service}',
  'referrals.bundle.lead': '{count} chuyển gửi được gửi cùng lúc, hoặc không chuyển gửi nào.',
  'referrals.bundle.part': '{position}. {unit}',
  'referrals.bundle.send': 'Gửi cả {count} chuyển gửi',
  'referrals.bundle.by-itself': 'Để riêng, gửi sau: {unit}',
  'referrals.unit.widened':
    'Nơi người cần hỗ trợ ở chưa có đơn vị phù hợp. Đây là các đơn vị ở tỉnh, thành phố khác.',
  'referrals.unit.opens': 'Mở cửa lại: {when}',
  'referrals.unit.hotlines': 'Xem các đường dây nóng',
  'referral.bundle-not-sent': 'Có chuyển gửi chưa gửi được, nên chưa gửi chuyển gửi nào.',
  'said.referrals.all-sent': 'Đã gửi tất cả.',
  'said.referrals.by-itself': 'Đã để riêng. Bản nháp vẫn ở trong hồ sơ.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'referrals.need.also': 'Needs other services too',
  'referrals.need.also.legend': 'Other services',
  'referrals.need.also.hint':
    'Each is a referral of its own, sent together. The receivers do not know of each other.',
  'referrals.bundle.place': 'Referral {position} of {count}: {service}',
  'referrals.bundle.lead': '{count} referrals are sent together, or none.',
  'referrals.bundle.part': '{position}. {unit}',
  'referrals.bundle.send': 'Send all {count}',
  'referrals.bundle.by-itself': 'Leave for later: {unit}',
  'referrals.unit.widened': 'No unit fits where the person is. These are units of other provinces.',
  'referrals.unit.opens': 'Opens {when}',
  'referrals.unit.hotlines': 'See the hotlines',
  'referral.bundle-not-sent': 'Not all could be sent, so none was.',
  'said.referrals.all-sent': 'All were sent.',
  'said.referrals.by-itself': 'Left for later. The draft stays with the case.',
}

export const fr: Record<keyof typeof vi, string> = {
  'referrals.need.also': 'Besoin d’autres services',
  'referrals.need.also.legend': 'Autres services',
  'referrals.need.also.hint':
    'Chacun est une orientation à part, envoyée en même temps. Les destinataires ne savent rien les uns des autres.',
  'referrals.bundle.place': 'Orientation {position} sur {count} : {service}',
  'referrals.bundle.lead': '{count} orientations partent ensemble, ou aucune.',
  'referrals.bundle.part': '{position}. {unit}',
  'referrals.bundle.send': 'Envoyer les {count}',
  'referrals.bundle.by-itself': 'Garder pour plus tard : {unit}',
  'referrals.unit.widened':
    'Aucune unité ne convient là où se trouve la personne. Voici celles d’autres provinces.',
  'referrals.unit.opens': 'Ouvre {when}',
  'referrals.unit.hotlines': 'Voir les lignes d’urgence',
  'referral.bundle-not-sent': 'Toutes ne pouvaient pas partir, donc aucune n’est partie.',
  'said.referrals.all-sent': 'Toutes sont envoyées.',
  'said.referrals.by-itself': 'Gardée pour plus tard. Le brouillon reste au dossier.',
}
