/** Help and accessibility, readable without signing in. */
export const vi = {
  'help.title': 'Trợ giúp',
  'help.danger.title': 'Khi có người đang gặp nguy hiểm',
  'help.danger.text':
    'Gọi 113 (công an) hoặc 115 (cấp cứu) ngay. Với trẻ em, gọi 111: tổng đài quốc gia bảo vệ trẻ em, miễn phí, 24/7. Đừng chờ hệ thống.',
  'help.work.title': 'Làm việc với một hồ sơ',
  'help.work.1':
    'Mở hồ sơ khi gặp người cần giúp. Chỉ hỏi điều cần thiết; không có ngày sinh hay họ tên vẫn mở được.',
  'help.work.2':
    'Ghi lại cách liên lạc an toàn trước tiên. Ô này luôn hiện trên mọi trang của hồ sơ.',
  'help.work.3':
    'Giải thích, hỏi, ghi nhận đồng thuận, rồi mới chia sẻ. Nơi nhận chỉ thấy điều đã được đồng ý và cần cho dịch vụ.',
  'help.work.4':
    'Chuyển gửi đến một đơn vị. Trước khi nhận, họ thấy nhu cầu, mức khẩn, nhóm tuổi và khu vực, không thấy đó là ai.',
  'help.work.5':
    'Khi dịch vụ hoàn thành, hỏi lại người được giúp rồi xác nhận. Vòng chuyển gửi khép lại.',
  'help.seen.title': 'Ai thấy gì',
  'help.seen.text':
    'Người phụ trách thấy toàn bộ hồ sơ của mình. Giám sát viên thấy hồ sơ của đơn vị, trừ nội dung tham vấn. Đơn vị nhận thấy phần được chia sẻ cho đến khi dịch vụ kết thúc, đồng thuận hết hạn hoặc bị rút. Mọi lượt xem đều được ghi nhật ký. Trang không dành cho bạn và trang không tồn tại trông giống hệt nhau.',
  'help.hide.title': 'Ẩn trang này',
  'help.hide.text':
    'Nút đỏ ở góc trên, hoặc nhấn phím Escape ba lần, xoá ngay nội dung trên màn hình và khoá phiên làm việc. Muốn tiếp tục, nhập lại mật khẩu. Điều đã ghi mà chưa gửi sẽ mất, cũng như khi máy tự khoá sau một lúc không dùng; biểu mẫu đã bấm gửi thì không mất.',
  'help.account.title': 'Không đăng nhập được',
  'help.account.text':
    'Hãy nhờ người quản trị tài khoản của đơn vị. Không ai được phép hỏi mật khẩu của bạn.',
  'accessibility.title': 'Khả năng tiếp cận',
  'accessibility.text':
    'Bến An được làm theo WCAG 2.2 mức AA: dùng được chỉ bằng bàn phím, với trình đọc màn hình, khi phóng to 400 %, trên điện thoại cũ và khi không có JavaScript. Mỗi trang được kiểm tra tự động bằng axe trước khi phát hành.',
  'accessibility.limits.title': 'Điều chưa làm được',
  'accessibility.limits.text':
    'Chưa có kiểm thử với người khuyết tật và chưa có bản ngôn ngữ ký hiệu hay tiếng dân tộc thiểu số. Nếu bạn gặp trở ngại, hãy báo cho giám sát viên hoặc nhóm phát triển.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'help.title': 'Help',
  'help.danger.title': 'When somebody is in danger',
  'help.danger.text':
    'Call 113 (police) or 115 (ambulance) at once. For a child call 111, the national child protection hotline, free, day and night. Do not wait for a system.',
  'help.work.title': 'Working with a case',
  'help.work.1':
    'Open a case when you meet somebody who needs help. Ask only what is needed; a case can be opened without a birth date or a name.',
  'help.work.2':
    'Record the safe way to make contact first. It stays in sight on every page of the case.',
  'help.work.3':
    'Explain, ask, record consent, and only then share. A receiver sees what was agreed to and what the service needs.',
  'help.work.4':
    'Refer to a unit. Before it accepts it sees need, urgency, age band and district, never who.',
  'help.work.5': 'When the service is done, ask the person, then confirm. That closes the loop.',
  'help.seen.title': 'Who sees what',
  'help.seen.text':
    'The lead sees all of her own cases. Supervisors see the cases of their unit except the counselling text. A receiving unit sees the shared part until the service ends, consent expires or is withdrawn. Every look is recorded. A page that is not for you and a page that does not exist look exactly alike.',
  'help.hide.title': 'Hide this page',
  'help.hide.text':
    'The red button at the top, or pressing Escape three times, clears the screen at once and locks the session. Type your password to go on. What was written but not sent is lost, as it is when the session locks itself after a while without use; a form that was sent is not lost.',
  'help.account.title': 'You cannot sign in',
  'help.account.text':
    'Ask your unit’s account administrator. Nobody may ask you for your password.',
  'accessibility.title': 'Accessibility',
  'accessibility.text':
    'Bến An follows WCAG 2.2 level AA: it works with the keyboard alone, with screen readers, at 400 % zoom, on old phones and without JavaScript. Each page is checked with axe before a release.',
  'accessibility.limits.title': 'What is not there yet',
  'accessibility.limits.text':
    'It has not been tested with disabled people yet, and there is no version in sign language or in the languages of ethnic minorities. If something is in your way, tell your supervisor or the developers.',
}

export const fr: Record<keyof typeof vi, string> = {
  'help.title': 'Aide',
  'help.danger.title': 'Quand quelqu’un est en danger',
  'help.danger.text':
    'Appelez tout de suite le 113 (police) ou le 115 (ambulance). Pour un enfant, appelez le 111, la ligne nationale de protection de l’enfance, gratuite, jour et nuit. N’attendez pas un système.',
  'help.work.title': 'Travailler sur un dossier',
  'help.work.1':
    'Ouvrez un dossier quand vous rencontrez une personne à aider. Ne demandez que le nécessaire ; un dossier s’ouvre aussi sans date de naissance ni nom.',
  'help.work.2':
    'Notez d’abord comment la joindre sans danger. Cela reste visible sur chaque page du dossier.',
  'help.work.3':
    'Expliquez, demandez, notez le consentement, puis seulement partagez. Le destinataire voit ce qui a été accepté et ce qu’exige le service.',
  'help.work.4':
    'Orientez vers une unité. Avant d’accepter, elle voit le besoin, l’urgence, la tranche d’âge et le district, jamais de qui il s’agit.',
  'help.work.5':
    'Quand le service est rendu, demandez à la personne, puis confirmez. La boucle est bouclée.',
  'help.seen.title': 'Qui voit quoi',
  'help.seen.text':
    'La référente voit tout de ses propres dossiers. Les superviseurs voient les dossiers de leur unité, sauf le texte des entretiens psychologiques. Une unité destinataire voit la part partagée jusqu’à la fin du service, à l’expiration ou au retrait du consentement. Chaque consultation est enregistrée. Une page qui n’est pas pour vous et une page qui n’existe pas se ressemblent exactement.',
  'help.hide.title': 'Masquer cette page',
  'help.hide.text':
    'Le bouton rouge en haut, ou trois fois la touche Échap, efface aussitôt l’écran et verrouille la session. Saisissez votre mot de passe pour reprendre. Ce qui est écrit mais pas envoyé est perdu, comme lorsque la session se verrouille seule après un moment sans activité ; un formulaire envoyé n’est pas perdu.',
  'help.account.title': 'Vous ne pouvez pas vous connecter',
  'help.account.text':
    'Adressez-vous à l’administrateur des comptes de votre unité. Personne n’a le droit de vous demander votre mot de passe.',
  'accessibility.title': 'Accessibilité',
  'accessibility.text':
    'Bến An suit les WCAG 2.2, niveau AA : utilisable au clavier seul, avec un lecteur d’écran, à 400 % de zoom, sur de vieux téléphones et sans JavaScript. Chaque page est contrôlée avec axe avant une version.',
  'accessibility.limits.title': 'Ce qui manque encore',
  'accessibility.limits.text':
    'Aucun essai n’a encore eu lieu avec des personnes handicapées, et il n’existe pas de version en langue des signes ni dans les langues des minorités. Si quelque chose vous gêne, dites-le à votre superviseur ou à l’équipe de développement.',
}
