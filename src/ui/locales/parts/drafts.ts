/** What was typed and not sent. */
export const vi = {
  'drafts.title': 'Việc viết dở',
  'drafts.lead':
    'Những gì bạn đã viết mà chưa gửi. Chỉ bạn thấy được. Sau 14 ngày không động đến, chúng tự mất.',
  'drafts.empty.title': 'Không có việc viết dở',
  'drafts.empty.text': 'Khi bạn đang viết mà phải dừng, điều bạn viết sẽ chờ ở đây.',
  'drafts.begun': 'Bạn đang viết dở',
  'drafts.begun-since': 'Bạn đang viết dở từ {since}.',
  'drafts.open': 'Đây là điều bạn viết dở từ {since}. Bạn chưa gửi.',
  'drafts.updated': 'Viết lần cuối {at}',
  'drafts.go-on': 'Viết tiếp',
  'drafts.go-on.which': 'Viết tiếp: {title}',
  'drafts.discard': 'Bỏ',
  'drafts.discard.which': 'bản viết dở từ {since}',
  'drafts.outdated':
    'Nội dung này đã được thay đổi sau khi bạn bắt đầu viết. Hãy so với bản mới nhất trước khi gửi.',
  'drafts.see-newest': 'Xem bản mới nhất',
  'drafts.left': 'Bạn đã viết điều này, nhưng trang không còn ô cho nó:',
  'drafts.keep': 'Lưu để làm tiếp',
  'drafts.kept-at': 'Đã giữ điều bạn viết lúc {time}. Chưa gửi.',
  'drafts.not-kept':
    'Chưa giữ được điều bạn viết: không có kết nối. Đừng đóng trang này; hệ thống sẽ thử lại.',
  'drafts.waiting':
    'Chưa gửi được: không có kết nối. Điều bạn viết vẫn ở trang này và sẽ tự gửi khi có mạng lại. Đừng đóng trang.',
  'drafts.not-sent': 'Bạn vừa sửa, nên trang sẽ không tự gửi nữa. Hãy bấm gửi khi viết xong.',
  'drafts.kept-after-error': 'Điều bạn đã viết vẫn được giữ.',
  'drafts.today': 'Viết tiếp: {title}',
  'said.drafts.kept': 'Đã giữ điều bạn viết. Bạn có thể làm tiếp bây giờ hoặc sau này.',
  'said.drafts.nothing': 'Chưa có gì để giữ.',
  'said.drafts.discarded': 'Đã bỏ bản viết dở.',
} as const

export const en: Record<keyof typeof vi, string> = {
  'drafts.title': 'Unsent writing',
  'drafts.lead':
    'What you wrote and have not sent. Only you can see it. Left alone for 14 days, it goes by itself.',
  'drafts.empty.title': 'Nothing is waiting',
  'drafts.empty.text': 'When you have to stop in the middle, what you wrote waits here.',
  'drafts.begun': 'You have begun to write',
  'drafts.begun-since': 'You began to write here on {since}.',
  'drafts.open': 'This is what you began to write on {since}. It has not been sent.',
  'drafts.updated': 'Last written {at}',
  'drafts.go-on': 'Go on writing',
  'drafts.go-on.which': 'Go on writing: {title}',
  'drafts.discard': 'Throw away',
  'drafts.discard.which': 'what was begun on {since}',
  'drafts.outdated':
    'This was changed after you began to write. Compare with the newest version before you send.',
  'drafts.see-newest': 'See the newest version',
  'drafts.left': 'You wrote this, but the page has no field for it any more:',
  'drafts.keep': 'Save to go on later',
  'drafts.kept-at': 'What you wrote was kept at {time}. It has not been sent.',
  'drafts.not-kept':
    'What you wrote could not be kept yet: there is no connection. Do not close this page; it is tried again.',
  'drafts.waiting':
    'Not sent yet: there is no connection. What you wrote is still on this page and is sent once the line is back. Do not close the page.',
  'drafts.not-sent':
    'You changed something, so the page no longer sends by itself. Send it when you are done.',
  'drafts.kept-after-error': 'What you wrote has been kept.',
  'drafts.today': 'Go on writing: {title}',
  'said.drafts.kept': 'What you wrote was kept. Go on now or later.',
  'said.drafts.nothing': 'There is nothing to keep yet.',
  'said.drafts.discarded': 'It was thrown away.',
}

export const fr: Record<keyof typeof vi, string> = {
  'drafts.title': 'Textes non envoyés',
  'drafts.lead':
    'Ce que vous avez écrit sans l’envoyer. Vous seul pouvez le voir. Sans reprise pendant 14 jours, il disparaît.',
  'drafts.empty.title': 'Rien n’attend',
  'drafts.empty.text': 'Si vous devez vous interrompre, ce que vous avez écrit attend ici.',
  'drafts.begun': 'Vous avez commencé à écrire',
  'drafts.begun-since': 'Vous avez commencé à écrire ici le {since}.',
  'drafts.open': 'Voici ce que vous avez commencé à écrire le {since}. Ce n’est pas envoyé.',
  'drafts.updated': 'Dernière saisie : {at}',
  'drafts.go-on': 'Continuer',
  'drafts.go-on.which': 'Continuer : {title}',
  'drafts.discard': 'Jeter',
  'drafts.discard.which': 'le texte commencé le {since}',
  'drafts.outdated':
    'Ce contenu a été modifié après le début de votre saisie. Comparez avec la dernière version avant d’envoyer.',
  'drafts.see-newest': 'Voir la dernière version',
  'drafts.left': 'Vous aviez écrit ceci, mais la page n’a plus de champ pour cela :',
  'drafts.keep': 'Garder pour continuer plus tard',
  'drafts.kept-at': 'Votre saisie a été gardée à {time}. Elle n’est pas envoyée.',
  'drafts.not-kept':
    'Votre saisie n’a pas encore pu être gardée : pas de connexion. Ne fermez pas la page ; un nouvel essai suivra.',
  'drafts.waiting':
    'Pas encore envoyé : pas de connexion. Votre saisie reste sur cette page et part dès le retour du réseau. Ne fermez pas la page.',
  'drafts.not-sent':
    'Vous avez modifié la saisie : la page ne l’envoie plus d’elle-même. Envoyez-la une fois terminée.',
  'drafts.kept-after-error': 'Ce que vous avez écrit a été gardé.',
  'drafts.today': 'Continuer : {title}',
  'said.drafts.kept': 'Votre saisie a été gardée. Continuez maintenant ou plus tard.',
  'said.drafts.nothing': 'Il n’y a encore rien à garder.',
  'said.drafts.discarded': 'C’est jeté.',
}
