export const vi = {
  'directory.field.places': 'Số chỗ',
  'directory.places.title': 'Số chỗ của đơn vị bạn',
  'directory.places.lead':
    'Đơn vị khác thấy con số này khi tìm nơi giúp. Sau 7 ngày không cập nhật, số chỗ được coi là chưa rõ.',
  'directory.places.total': 'Tổng số chỗ',
  'directory.places.total.hint': 'Để trống cả hai ô nếu đơn vị bạn không đếm chỗ.',
  'directory.places.free': 'Số chỗ còn trống',
  'directory.places.tell': 'Lưu số chỗ',
  'directory.places.no-number': 'Nhập một số từ 0 đến 9999',
  'directory.places-unfit': 'Nhập cả hai số; số chỗ trống không thể lớn hơn tổng số chỗ',
  'directory.places.are': 'Còn {free} trên {total} chỗ, tính đến {at}',
  'directory.places.old': 'Chưa rõ: lần đếm cuối đã quá 7 ngày ({at})',
  'directory.places.change': 'Cập nhật số chỗ',
  'said.directory.places': 'Đã lưu số chỗ.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'directory.field.places': 'Places',
  'directory.places.title': 'Places of your unit',
  'directory.places.lead':
    'Other units see this when they look for help. After 7 days without news the places count as unknown.',
  'directory.places.total': 'Places in all',
  'directory.places.total.hint': 'Leave both empty if your unit does not count places.',
  'directory.places.free': 'Free places',
  'directory.places.tell': 'Save places',
  'directory.places.no-number': 'Enter a number from 0 to 9999',
  'directory.places-unfit': 'Enter both numbers; no more can be free than there are',
  'directory.places.are': 'Free: {free} of {total}, as of {at}',
  'directory.places.old': 'Not known: last counted more than 7 days ago ({at})',
  'directory.places.change': 'Update places',
  'said.directory.places': 'The places are saved.',
}

export const fr: Record<keyof typeof vi, string> = {
  'directory.field.places': 'Places',
  'directory.places.title': 'Places de votre unité',
  'directory.places.lead':
    'Les autres unités voient ce chiffre quand elles cherchent de l’aide. Après 7 jours sans nouvelles, les places sont considérées comme inconnues.',
  'directory.places.total': 'Places en tout',
  'directory.places.total.hint':
    'Laissez les deux champs vides si votre unité ne compte pas ses places.',
  'directory.places.free': 'Places libres',
  'directory.places.tell': 'Enregistrer les places',
  'directory.places.no-number': 'Saisissez un nombre de 0 à 9999',
  'directory.places-unfit':
    'Saisissez les deux nombres ; il ne peut y avoir plus de places libres que de places',
  'directory.places.are': 'Libres : {free} sur {total}, au {at}',
  'directory.places.old': 'Inconnu : compté il y a plus de 7 jours ({at})',
  'directory.places.change': 'Mettre à jour les places',
  'said.directory.places': 'Les places sont enregistrées.',
}
