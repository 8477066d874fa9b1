export const vi = {
  'deliveries.title': 'Chưa gửi được',
  'deliveries.lead':
    'Những việc đã thử tám lần mà chưa gửi đi được. Không có gì bị mất: hãy sửa nguyên nhân rồi cho gửi lại. Ở đây chỉ có mã, không có nội dung hồ sơ.',
  'deliveries.empty.title': 'Mọi thứ đã được gửi',
  'deliveries.empty.text': 'Không có việc nào bị dừng. Nếu có, bạn sẽ được báo.',
  'deliveries.count': '{count, plural, other {# việc}} bị dừng, lâu nhất từ {since}.',
  'deliveries.field.type': 'Loại',
  'deliveries.field.cause': 'Nguyên nhân',
  'deliveries.field.attempts': 'Số lần thử',
  'deliveries.field.since': 'Dừng từ',
  'deliveries.field.subject': 'Mã đối tượng',
  'deliveries.field.again': 'Thử lại',
  'deliveries.cause.unknown': 'Không rõ',
  'deliveries.replay': 'Gửi lại',
  'deliveries.replay.one': 'Gửi lại một việc loại {type}',
  'deliveries.replay.type': 'Gửi lại tất cả loại {type}',
  'deliveries.replay.all': 'Gửi lại tất cả',
  'said.deliveries.replayed': 'Đang gửi lại. Việc nào vẫn không gửi được sẽ trở lại danh sách này.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'deliveries.title': 'Not delivered',
  'deliveries.lead':
    'What was tried eight times and could not be delivered. Nothing is lost: mend the cause, then have it delivered again. Only codes are shown here, no content of cases.',
  'deliveries.empty.title': 'Everything was delivered',
  'deliveries.empty.text': 'Nothing was given up. If something is, you will be told.',
  'deliveries.count':
    '{count, plural, one {# was} other {# were}} given up, the oldest on {since}.',
  'deliveries.field.type': 'Type',
  'deliveries.field.cause': 'Cause',
  'deliveries.field.attempts': 'Tries',
  'deliveries.field.since': 'Given up',
  'deliveries.field.subject': 'Id of the subject',
  'deliveries.field.again': 'Once more',
  'deliveries.cause.unknown': 'Unknown',
  'deliveries.replay': 'Try again',
  'deliveries.replay.one': 'Try one of type {type} again',
  'deliveries.replay.type': 'Try all of type {type} again',
  'deliveries.replay.all': 'Try all again',
  'said.deliveries.replayed': 'They are tried again. What fails once more comes back to this list.',
}

export const fr: Record<keyof typeof vi, string> = {
  'deliveries.title': 'Non transmis',
  'deliveries.lead':
    'Ce qui a été essayé huit fois sans pouvoir être transmis. Rien n’est perdu : réparez la cause, puis relancez. On ne voit ici que des codes, aucun contenu de dossier.',
  'deliveries.empty.title': 'Tout a été transmis',
  'deliveries.empty.text': 'Rien n’a été abandonné. Si cela arrive, vous en serez prévenu.',
  'deliveries.count':
    '{count, plural, one {# abandon} other {# abandons}}, le plus ancien le {since}.',
  'deliveries.field.type': 'Type',
  'deliveries.field.cause': 'Cause',
  'deliveries.field.attempts': 'Essais',
  'deliveries.field.since': 'Abandonné le',
  'deliveries.field.subject': 'Identifiant de l’objet',
  'deliveries.field.again': 'Relancer',
  'deliveries.cause.unknown': 'Inconnue',
  'deliveries.replay': 'Relancer',
  'deliveries.replay.one': 'Relancer un événement de type {type}',
  'deliveries.replay.type': 'Relancer tout le type {type}',
  'deliveries.replay.all': 'Tout relancer',
  'said.deliveries.replayed': 'C’est relancé. Ce qui échoue encore reviendra dans cette liste.',
}
