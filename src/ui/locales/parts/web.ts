/** What every route may have to say when something does not fit. */
export const vi = {
  'error.not-found': 'Không tìm thấy nội dung này.',
  'error.stale':
    'Có người vừa thay đổi nội dung này sau khi bạn mở ra. Hãy xem bản mới nhất rồi làm lại.',
  'error.invalid-input': 'Có thông tin chưa đúng. Hãy xem lại các mục được chỉ ra.',
  'error.idempotency-key': 'Idempotency-Key phải dài từ 8 đến 200 ký tự chữ, số hoặc dấu gạch.',
  'error.idempotency-key-used': 'Mã gửi này đã được dùng cho một nội dung khác.',
  'error.cursor': 'Vị trí trang không hợp lệ. Hãy bắt đầu lại từ trang đầu.',
  'error.not-signed-in': 'Bạn cần đăng nhập để xem nội dung này.',
  'error.takes-no-files': 'Trang này không nhận tệp.',
  'error.forged': 'Biểu mẫu này không đến từ trang của chúng tôi. Hãy mở lại trang rồi gửi lại.',
  'error.precondition-missing':
    'Thiếu phiên bản đã xem (If-Match). Hãy đọc nội dung trước khi thay đổi.',
  'error.unavailable':
    'Hệ thống tạm thời chưa trả lời được. Nếu có người đang gặp nguy hiểm, hãy gọi 111 hoặc 113.',
  'error.failure': 'Hệ thống gặp trục trặc. Hãy thử lại; nếu vẫn không được, hãy báo mã kèm theo.',
  'error.field.isUuid': 'Cần một mã định danh UUID.',
  'error.field.isInt': 'Cần một số nguyên.',
  'error.field.isIn': 'Giá trị không nằm trong danh sách cho phép.',
  'error.field.isNotEmpty': 'Không được để trống.',
  'error.field.maxLength': 'Nội dung quá dài.',
  'error.field.isISO8601': 'Cần ngày hoặc giờ theo ISO 8601.',
  'error.field.whitelistValidation': 'Trường này không có trong biểu mẫu.',
  'error.field.other': 'Giá trị không hợp lệ.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'error.not-found': 'This was not found.',
  'error.stale':
    'Somebody changed this after you opened it. Look at the newest version, then do your part again.',
  'error.invalid-input': 'Something does not fit yet. Please look at the fields named.',
  'error.idempotency-key': 'Idempotency-Key takes 8 to 200 letters, digits or hyphens.',
  'error.idempotency-key-used': 'This Idempotency-Key was already used for another request.',
  'error.cursor': 'This page position is not valid. Start again from the first page.',
  'error.not-signed-in': 'Please sign in to see this.',
  'error.takes-no-files': 'This page takes no files.',
  'error.forged': 'This form did not come from a page of ours. Open the page again and resend it.',
  'error.precondition-missing': 'The version seen (If-Match) is missing. Read before you change.',
  'error.unavailable':
    'The system does not answer right now. If somebody is in danger, call 111 or 113.',
  'error.failure': 'Something went wrong. Try again; if it persists, quote the reference.',
  'error.field.isUuid': 'A UUID is needed.',
  'error.field.isInt': 'A whole number is needed.',
  'error.field.isIn': 'This value is not in the list of allowed ones.',
  'error.field.isNotEmpty': 'This must not be empty.',
  'error.field.maxLength': 'This text is too long.',
  'error.field.isISO8601': 'A date or time in ISO 8601 is needed.',
  'error.field.whitelistValidation': 'This field does not exist here.',
  'error.field.other': 'This value is not valid.',
}

export const fr: Record<keyof typeof vi, string> = {
  'error.not-found': 'Ce contenu est introuvable.',
  'error.stale':
    'Quelqu’un a modifié ce contenu après que vous l’avez ouvert. Consultez la dernière version, puis refaites votre part.',
  'error.invalid-input': 'Quelque chose ne convient pas encore. Revoyez les champs indiqués.',
  'error.idempotency-key': 'Idempotency-Key compte de 8 à 200 lettres, chiffres ou tirets.',
  'error.idempotency-key-used': 'Cette Idempotency-Key a déjà servi à une autre demande.',
  'error.cursor': 'Cette position de page n’est pas valable. Reprenez à la première page.',
  'error.not-signed-in': 'Connectez-vous pour voir ce contenu.',
  'error.takes-no-files': 'Cette page ne reçoit pas de fichiers.',
  'error.forged':
    'Ce formulaire ne vient pas d’une de nos pages. Rouvrez la page et envoyez-le de nouveau.',
  'error.precondition-missing': 'La version consultée (If-Match) manque. Lisez avant de modifier.',
  'error.unavailable':
    'Le système ne répond pas pour l’instant. Si quelqu’un est en danger, appelez le 111 ou le 113.',
  'error.failure': 'Un problème est survenu. Réessayez ; s’il persiste, citez la référence.',
  'error.field.isUuid': 'Un UUID est attendu.',
  'error.field.isInt': 'Un nombre entier est attendu.',
  'error.field.isIn': 'Cette valeur ne figure pas dans la liste admise.',
  'error.field.isNotEmpty': 'Ce champ ne peut pas être vide.',
  'error.field.maxLength': 'Ce texte est trop long.',
  'error.field.isISO8601': 'Une date ou une heure au format ISO 8601 est attendue.',
  'error.field.whitelistValidation': 'Ce champ n’existe pas ici.',
  'error.field.other': 'Cette valeur n’est pas valable.',
}
