export const vi = {
  'conduct.title': 'Quy tắc ứng xử',
  'conduct.lead': 'Trước khi xem bất cứ hồ sơ nào, hãy đọc và chấp nhận.',
  'conduct.held': 'Biểu mẫu bạn vừa gửi chưa mất: nó đi tiếp ngay khi bạn chấp nhận.',
  'conduct.confidential': 'Tôi giữ kín',
  'conduct.confidential.text':
    'Tôi chỉ mở hồ sơ khi công việc cần, chỉ nói điều người được hỗ trợ đã đồng ý, và không nói gì với người nhà, bạn bè hay báo chí, kể cả khi tôi không còn làm việc ở đây. Tôi không chụp màn hình, không chép ra ngoài, không bàn ở nơi người khác nghe được.',
  'conduct.no-harm': 'Tôi không gây hại',
  'conduct.no-harm.text':
    'An toàn và mong muốn của người được hỗ trợ đi trước thủ tục. Với trẻ em, lợi ích tốt nhất của trẻ là trước hết. Tôi không liên lạc khi chưa biết liên lạc thế nào là an toàn.',
  'conduct.no-blame': 'Tôi tin và không phán xét',
  'conduct.no-blame.text':
    'Điều đã xảy ra không phải lỗi của người bị hại. Tôi đối xử như nhau với mọi người, dù họ là ai, và không bắt ai kể lại điều đã kể khi không cần.',
  'conduct.no-pictures': 'Không hình ảnh',
  'conduct.no-pictures.text':
    'Tôi không xem, không lưu, không gửi và không tải lên hình ảnh hay phim về sự xâm hại, và không chụp ảnh người được hỗ trợ. Tôi ghi số báo cáo hoặc địa chỉ, không bao giờ ghi hình.',
  'conduct.own-account': 'Chỉ bằng tài khoản của tôi',
  'conduct.own-account.text':
    'Mật khẩu của tôi là của riêng tôi. Tôi khoá màn hình khi rời đi. Tôi biết rằng mọi lượt xem đều được ghi lại.',
  'conduct.no-interest': 'Tôi nói ra khi có xung đột lợi ích',
  'conduct.no-interest.text':
    'Nếu tôi quen biết người được hỗ trợ, người bị nghi hay gia đình họ, tôi báo ngay và không làm hồ sơ đó. Tôi không nhận tiền, quà hay lợi ích từ người được hỗ trợ.',
  'conduct.no-exploitation': 'Không khoan nhượng với bóc lột và xâm hại tình dục',
  'conduct.no-exploitation.text':
    'Không quan hệ tình dục với người dưới 18 tuổi, dù luật nơi đó nói gì; nhầm tuổi không phải là lý do. Không đổi tiền, việc làm, hàng hoá hay sự giúp đỡ lấy quan hệ tình dục. Không quan hệ tình dục với người mà tôi hỗ trợ. Vi phạm sẽ bị cho thôi việc và báo cho cơ quan có thẩm quyền.',
  'conduct.speak-up': 'Tôi lên tiếng',
  'conduct.speak-up.text':
    'Nếu tôi lo rằng một đồng nghiệp, của đơn vị nào cũng vậy, vi phạm các điều này, tôi báo cho giám sát viên hoặc người phụ trách bảo vệ an toàn. Ai báo ngay tình được bảo vệ.',
  'conduct.accept.yes': 'Tôi đã đọc, đã hiểu và sẽ làm theo',
  'conduct.accept': 'Chấp nhận và tiếp tục',
  'conduct.accept.missing': 'Hãy xác nhận rằng bạn đã đọc và sẽ làm theo',
  'conduct.changed': 'Quy tắc vừa được thay đổi: hãy đọc lại',
  'conduct.not-accepted': 'Cần chấp nhận quy tắc ứng xử trước',
  'conduct.not-now': 'Chưa thể chấp nhận? Hãy đăng xuất và trao đổi với giám sát viên.',
  'conduct.accepted-on': 'Bạn đã chấp nhận lúc {at}.',
  'conduct.unit': 'Ai trong đơn vị đã chấp nhận',
  'conduct.unit.lead': 'Ai chưa chấp nhận thì chưa xem được hồ sơ nào.',
  'conduct.unit.accepted': 'Chấp nhận lúc',
  'conduct.unit.not-yet': 'Chưa chấp nhận',
  'oversight.deed.conduct.accept': 'Chấp nhận quy tắc ứng xử',
  'oversight.deed.conduct.of-unit': 'Xem ai đã chấp nhận quy tắc ứng xử',
} as const

export const en: Record<keyof typeof vi, string> = {
  'conduct.title': 'Code of conduct',
  'conduct.lead': 'Read and accept it before you see any case.',
  'conduct.held': 'The form you have just sent is not lost: it goes on as soon as you accept.',
  'conduct.confidential': 'I keep it confidential',
  'conduct.confidential.text':
    'I open a case only where my work needs it, tell only what the person has agreed to, and say nothing to family, friends or the press, also when I no longer work here. I take no screenshots, copy nothing out, and do not talk where others can hear.',
  'conduct.no-harm': 'I do no harm',
  'conduct.no-harm.text':
    'The safety and the wishes of the person come before procedure; for a child, the child’s best interests come first. I get in touch with nobody before I know how that is safe.',
  'conduct.no-blame': 'I believe and do not judge',
  'conduct.no-blame.text':
    'What happened is not the fault of the one who was harmed. I treat everybody alike, whoever they are, and make nobody tell again without need what they have told.',
  'conduct.no-pictures': 'No pictures',
  'conduct.no-pictures.text':
    'I do not look at, keep, send or upload pictures or films of abuse, and take no photographs of the people we help. I write the number of a report or an address, never the picture.',
  'conduct.own-account': 'Only with my own account',
  'conduct.own-account.text':
    'My password is mine alone. I lock the screen when I leave. I know that everything opened is recorded.',
  'conduct.no-interest': 'I say so where I have an interest',
  'conduct.no-interest.text':
    'If I know the person, somebody suspected or their family, I say so at once and do not work on that case. I take no money, gift or favour from people we help.',
  'conduct.no-exploitation': 'No tolerance for sexual exploitation and abuse',
  'conduct.no-exploitation.text':
    'No sexual activity with anybody under 18, whatever the local law says; to have been wrong about the age is no excuse. No money, work, goods or help in exchange for sex. No sexual relationship with anybody I help. Whoever breaks this loses the work and is reported.',
  'conduct.speak-up': 'I speak up',
  'conduct.speak-up.text':
    'If I am worried that a colleague, of whichever unit, breaks these rules, I tell a supervisor or the safeguarding reviewer. Who reports in good faith is protected.',
  'conduct.accept.yes': 'I have read and understood this, and will act on it',
  'conduct.accept': 'Accept and go on',
  'conduct.accept.missing': 'Confirm that you have read it and will act on it',
  'conduct.changed': 'The code has just changed: read it again',
  'conduct.not-accepted': 'The code of conduct has to be accepted first',
  'conduct.not-now': 'You cannot accept it? Sign out and talk with your supervisor.',
  'conduct.accepted-on': 'You accepted it on {at}.',
  'conduct.unit': 'Who of the unit has accepted',
  'conduct.unit.lead': 'Who has not accepted sees no case.',
  'conduct.unit.accepted': 'Accepted',
  'conduct.unit.not-yet': 'Not yet',
  'oversight.deed.conduct.accept': 'Accepted the code of conduct',
  'oversight.deed.conduct.of-unit': 'Saw who has accepted the code of conduct',
}

export const fr: Record<keyof typeof vi, string> = {
  'conduct.title': 'Code de conduite',
  'conduct.lead': 'À lire et à accepter avant de voir le moindre dossier.',
  'conduct.held':
    'Le formulaire que vous venez d’envoyer n’est pas perdu : il part dès que vous acceptez.',
  'conduct.confidential': 'Je garde le secret',
  'conduct.confidential.text':
    'Je n’ouvre un dossier que si mon travail l’exige, je ne dis que ce que la personne a accepté, et rien à ma famille, à mes amis ou à la presse, même quand je ne travaille plus ici. Pas de capture d’écran, pas de copie, pas de conversation là où d’autres entendent.',
  'conduct.no-harm': 'Je ne nuis pas',
  'conduct.no-harm.text':
    'La sécurité et les souhaits de la personne passent avant la procédure ; pour un enfant, son intérêt supérieur passe d’abord. Je ne contacte personne avant de savoir comment le faire sans danger.',
  'conduct.no-blame': 'J’écoute sans juger',
  'conduct.no-blame.text':
    'Ce qui s’est passé n’est pas la faute de la personne qui l’a subi. Je traite chacun de la même manière, et ne fais répéter à personne, sans nécessité, ce qui a déjà été dit.',
  'conduct.no-pictures': 'Pas d’images',
  'conduct.no-pictures.text':
    'Je ne regarde, ne garde, n’envoie ni ne dépose d’images ou de films de violences, et ne photographie pas les personnes aidées. Je note le numéro d’un signalement ou une adresse, jamais l’image.',
  'conduct.own-account': 'Uniquement avec mon compte',
  'conduct.own-account.text':
    'Mon mot de passe n’est qu’à moi. Je verrouille l’écran quand je m’éloigne. Je sais que toute consultation est enregistrée.',
  'conduct.no-interest': 'Je dis tout conflit d’intérêts',
  'conduct.no-interest.text':
    'Si je connais la personne, quelqu’un de soupçonné ou leur famille, je le dis aussitôt et ne travaille pas sur ce dossier. Je n’accepte ni argent, ni cadeau, ni faveur des personnes aidées.',
  'conduct.no-exploitation': 'Tolérance zéro pour l’exploitation et les abus sexuels',
  'conduct.no-exploitation.text':
    'Aucune activité sexuelle avec une personne de moins de 18 ans, quoi que dise la loi locale ; s’être trompé sur l’âge n’excuse rien. Ni argent, ni emploi, ni biens, ni aide contre des relations sexuelles. Aucune relation sexuelle avec une personne que j’aide. Qui l’enfreint perd son emploi et est signalé.',
  'conduct.speak-up': 'Je signale',
  'conduct.speak-up.text':
    'Si je crains qu’un collègue, de quelque unité que ce soit, enfreigne ces règles, je le dis à un superviseur ou à la personne chargée de la protection. Qui signale de bonne foi est protégé.',
  'conduct.accept.yes': 'J’ai lu et compris ce qui précède, et j’agirai ainsi',
  'conduct.accept': 'Accepter et continuer',
  'conduct.accept.missing': 'Confirmez que vous l’avez lu et agirez ainsi',
  'conduct.changed': 'Le code vient de changer : relisez-le',
  'conduct.not-accepted': 'Le code de conduite doit d’abord être accepté',
  'conduct.not-now':
    'Vous ne pouvez pas l’accepter ? Déconnectez-vous et parlez-en à votre superviseur.',
  'conduct.accepted-on': 'Vous l’avez accepté le {at}.',
  'conduct.unit': 'Qui dans l’unité a accepté',
  'conduct.unit.lead': 'Qui n’a pas accepté ne voit aucun dossier.',
  'conduct.unit.accepted': 'Accepté',
  'conduct.unit.not-yet': 'Pas encore',
  'oversight.deed.conduct.accept': 'Code de conduite accepté',
  'oversight.deed.conduct.of-unit': 'Consultation : qui a accepté le code de conduite',
}
