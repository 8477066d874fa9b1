export const vi = {
  'oversight.deed.case.search': 'Tìm hồ sơ',
  'oversight.deed.case.found': 'Thấy hồ sơ khi tìm kiếm',

  'finding.search': 'Tìm hồ sơ',
  'finding.search.label': 'Mã hồ sơ, tên, số điện thoại hoặc tài khoản mạng',
  'finding.search.hint':
    'Có thể gõ không dấu, thiếu chữ hoặc đảo thứ tự. Chỉ tìm trong những gì bạn được xem.',
  'finding.search.button': 'Tìm',
  'finding.search.missing': 'Hãy gõ mã hồ sơ, tên, số điện thoại hoặc tài khoản',
  'finding.search.too-long': 'Hãy gõ ngắn hơn: tối đa 100 chữ',
  'finding.search.found': '{count, plural, other {Tìm thấy # hồ sơ}}',
  'finding.search.none': 'Không tìm thấy hồ sơ nào',
  'finding.search.none.text':
    'Trong những gì bạn được xem không có ai như vậy. Thử gõ ít từ hơn, hoặc tìm bằng số điện thoại.',
  'finding.search.shared': 'Phần được chia sẻ',
  'finding.search.why': 'Khớp với',
  'finding.too-many': 'Bạn đã tìm quá nhiều lần. Hãy chờ một phút rồi thử lại.',
  'finding.match.number': 'mã hồ sơ',
  'finding.match.phone': 'số điện thoại',
  'finding.match.handle': 'tài khoản mạng',
  'finding.match.name': 'tên',
  'finding.match.relative': 'tên người liên quan',
  'finding.match.phone-near': 'số điện thoại lệch một chữ số',
  'finding.match.handle-near': 'tài khoản mạng gần giống',
  'finding.match.name-near': 'tên gần giống',
  'finding.match.relative-near': 'tên người liên quan gần giống',
} as const

export const en: Record<keyof typeof vi, string> = {
  'oversight.deed.case.search': 'Searched for cases',
  'oversight.deed.case.found': 'Was shown the case in a search',

  'finding.search': 'Find a case',
  'finding.search.label': 'Case number, name, telephone number or account',
  'finding.search.hint':
    'Tones may be left out, letters missing, words in another order. Only what you may see is searched.',
  'finding.search.button': 'Find',
  'finding.search.missing': 'Enter a case number, a name, a telephone number or an account',
  'finding.search.too-long': 'Enter less: at most 100 letters',
  'finding.search.found': '{count, plural, one {# case found} other {# cases found}}',
  'finding.search.none': 'No case was found',
  'finding.search.none.text':
    'In what you may see there is nobody like that. Try fewer words, or the telephone number.',
  'finding.search.shared': 'Shared part',
  'finding.search.why': 'Matches',
  'finding.too-many': 'You have searched too often. Wait a minute and try again.',
  'finding.match.number': 'case number',
  'finding.match.phone': 'telephone number',
  'finding.match.handle': 'account',
  'finding.match.name': 'name',
  'finding.match.relative': 'name of somebody close',
  'finding.match.phone-near': 'telephone number with one other digit',
  'finding.match.handle-near': 'similar account',
  'finding.match.name-near': 'similar name',
  'finding.match.relative-near': 'similar name of somebody close',
}

export const fr: Record<keyof typeof vi, string> = {
  'oversight.deed.case.search': 'A cherché des dossiers',
  'oversight.deed.case.found': 'A vu le dossier dans une recherche',

  'finding.search': 'Trouver un dossier',
  'finding.search.label': 'Numéro de dossier, nom, numéro de téléphone ou compte',
  'finding.search.hint':
    'Les tons peuvent manquer, des lettres aussi, les mots être dans un autre ordre. On ne cherche que dans ce que vous pouvez voir.',
  'finding.search.button': 'Chercher',
  'finding.search.missing':
    'Saisissez un numéro de dossier, un nom, un numéro de téléphone ou un compte',
  'finding.search.too-long': 'Saisissez moins : 100 lettres au plus',
  'finding.search.found': '{count, plural, one {# dossier trouvé} other {# dossiers trouvés}}',
  'finding.search.none': 'Aucun dossier trouvé',
  'finding.search.none.text':
    'Dans ce que vous pouvez voir, il n’y a personne de tel. Essayez avec moins de mots, ou avec le téléphone.',
  'finding.search.shared': 'Partie partagée',
  'finding.search.why': 'Correspond à',
  'finding.too-many': 'Vous avez cherché trop souvent. Attendez une minute et réessayez.',
  'finding.match.number': 'numéro de dossier',
  'finding.match.phone': 'numéro de téléphone',
  'finding.match.handle': 'compte',
  'finding.match.name': 'nom',
  'finding.match.relative': 'nom d’un proche',
  'finding.match.phone-near': 'téléphone à un chiffre près',
  'finding.match.handle-near': 'compte semblable',
  'finding.match.name-near': 'nom semblable',
  'finding.match.relative-near': 'nom semblable d’un proche',
}
