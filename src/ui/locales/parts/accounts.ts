/** Coming in, waiting at the lock, and one's own account. */
export const vi = {
  'accounts.sign-in.title': 'Đăng nhập',
  'accounts.sign-in.lead': 'Dành cho người làm công tác bảo vệ, hỗ trợ tại các đơn vị của Bến An.',
  'accounts.sign-in.login': 'Tên đăng nhập',
  'accounts.sign-in.login.missing': 'Nhập tên đăng nhập của bạn',
  'accounts.sign-in.password': 'Mật khẩu',
  'accounts.sign-in.password.missing': 'Nhập mật khẩu của bạn',
  'accounts.sign-in.action': 'Đăng nhập',
  'accounts.sign-in.wrong': 'Tên đăng nhập hoặc mật khẩu chưa đúng',
  'accounts.sign-in.wrong.hint':
    'Nếu bạn quên mật khẩu, hãy nhờ người quản lý tài khoản của đơn vị.',
  'accounts.sign-in.too-many':
    'Mật khẩu đã được nhập sai nhiều lần. Tài khoản không bị khoá; chỉ cần chờ một lát rồi thử lại.',
  'accounts.sign-in.busy': 'Đang có nhiều người đăng nhập cùng lúc. Xin chờ vài giây rồi thử lại.',
  'accounts.sign-in.demo':
    'Đây là bản minh hoạ: mọi cơ quan, con người và hồ sơ đều là hư cấu. Xin đừng nhập thông tin của người thật.',
  'accounts.sign-in.held':
    'Phiên trước đã hết hạn khi bạn gửi biểu mẫu. Điều bạn đã ghi vẫn được giữ; sau khi bạn đăng nhập, biểu mẫu sẽ được gửi tiếp.',
  'said.accounts.signed-out': 'Bạn đã đăng xuất.',

  'accounts.lock.title': 'Phiên đang khoá',
  'accounts.lock.lead': 'Nhập mật khẩu để tiếp tục làm việc.',
  'accounts.lock.held':
    'Biểu mẫu bạn vừa gửi chưa mất: nó được giữ kín và sẽ được gửi tiếp ngay khi bạn mở khoá.',
  'accounts.lock.action': 'Mở khoá',
  'accounts.lock.someone-else': 'Không phải phiên của bạn? Hãy đăng xuất trước.',

  'accounts.account.title': 'Tài khoản của bạn',
  'accounts.account.name': 'Họ và tên',
  'accounts.account.login': 'Tên đăng nhập',
  'accounts.account.position': 'Chức danh',
  'accounts.account.unit': 'Đơn vị',
  'accounts.account.roles': 'Vai trò',
  'accounts.account.about':
    'Tên, đơn vị và vai trò do người quản lý tài khoản ghi. Nếu có gì chưa đúng, hãy báo cho họ.',

  'accounts.language.title': 'Ngôn ngữ',
  'accounts.language.hint': 'Dùng cho các trang và thông báo gửi đến bạn.',
  'accounts.language.wrong': 'Chọn một ngôn ngữ',
  'said.accounts.language': 'Đã lưu ngôn ngữ của bạn.',

  'accounts.password.title': 'Đổi mật khẩu',
  'accounts.password.lead':
    'Sau khi đổi, các phiên khác của bạn sẽ kết thúc và các thiết bị khác không còn được ghi nhớ.',
  'accounts.password.current': 'Mật khẩu hiện tại',
  'accounts.password.current.missing': 'Nhập mật khẩu hiện tại',
  'accounts.password.next': 'Mật khẩu mới',
  'accounts.password.next.hint':
    'Ít nhất 12 ký tự. Một câu ngắn chỉ mình bạn nghĩ ra thì dễ nhớ và khó đoán.',
  'accounts.password.next.missing': 'Nhập mật khẩu mới',
  'accounts.password.again': 'Nhập lại mật khẩu mới',
  'accounts.password.again.different': 'Hai lần nhập mật khẩu mới chưa giống nhau',
  'accounts.password.action': 'Đổi mật khẩu',
  'accounts.password.wrong': 'Mật khẩu chưa đúng',
  'accounts.password.too-short': 'Mật khẩu cần ít nhất 12 ký tự',
  'accounts.password.too-long': 'Mật khẩu mới dài tối đa 256 ký tự',
  'accounts.password.too-common': 'Mật khẩu này quá quen thuộc nên dễ bị đoán; hãy chọn câu khác',
  'accounts.password.too-personal': 'Đừng lấy tên hoặc tên đăng nhập của bạn làm mật khẩu',
  'accounts.password.unchanged': 'Mật khẩu mới phải khác mật khẩu hiện tại',
  'said.accounts.password': 'Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.',

  'accounts.sessions.title': 'Các phiên của bạn',
  'accounts.sessions.lead': 'Nếu thấy phiên không phải của mình, hãy kết thúc nó và đổi mật khẩu.',
  'accounts.sessions.through': 'Cách vào',
  'accounts.sessions.through.cookie': 'Trình duyệt',
  'accounts.sessions.through.bearer': 'Phần mềm khác (API)',
  'accounts.sessions.started': 'Bắt đầu',
  'accounts.sessions.last-seen': 'Dùng lần cuối',
  'accounts.sessions.state': 'Tình trạng',
  'accounts.sessions.this-one': 'Phiên này',
  'accounts.sessions.open': 'Đang mở',
  'accounts.sessions.locked': 'Đang khoá',
  'accounts.sessions.end': 'Kết thúc',
  'accounts.sessions.end-of': 'Kết thúc phiên bắt đầu {started}',
  'said.accounts.session-ended': 'Đã kết thúc phiên đó.',

  'accounts.role.caseworker': 'Nhân viên quản lý ca',
  'accounts.role.supervisor': 'Giám sát viên',
  'accounts.role.unit-admin': 'Quản lý tài khoản của đơn vị',
  'accounts.role.safeguarding-reviewer': 'Người rà soát bảo vệ',
  'accounts.role.coordinator': 'Điều phối viên',
  'accounts.role.auditor': 'Kiểm tra viên',
  'accounts.role.system-admin': 'Quản trị hệ thống',
} as const

export const en: Record<keyof typeof vi, string> = {
  'accounts.sign-in.title': 'Sign in',
  'accounts.sign-in.lead': 'For people who protect and support at the units of Bến An.',
  'accounts.sign-in.login': 'Login',
  'accounts.sign-in.login.missing': 'Enter your login',
  'accounts.sign-in.password': 'Password',
  'accounts.sign-in.password.missing': 'Enter your password',
  'accounts.sign-in.action': 'Sign in',
  'accounts.sign-in.wrong': 'Login or password is not right',
  'accounts.sign-in.wrong.hint':
    'If you forgot your password, ask whoever looks after the accounts of your unit.',
  'accounts.sign-in.too-many':
    'The password was entered wrongly several times. The account is not locked; just wait a moment and try again.',
  'accounts.sign-in.busy':
    'Many people are signing in at once. Please wait a few seconds and try again.',
  'accounts.sign-in.demo':
    'This is a demonstration: all agencies, people and cases are made up. Please do not enter anything about real people.',
  'accounts.sign-in.held':
    'Your last session ended while you were sending a form. What you wrote is kept; once you sign in, the form goes on its way.',
  'said.accounts.signed-out': 'You are signed out.',

  'accounts.lock.title': 'Session locked',
  'accounts.lock.lead': 'Enter your password to go on working.',
  'accounts.lock.held':
    'The form you just sent is not lost: it is kept sealed and goes on its way as soon as you unlock.',
  'accounts.lock.action': 'Unlock',
  'accounts.lock.someone-else': 'Not your session? Sign out first.',

  'accounts.account.title': 'Your account',
  'accounts.account.name': 'Name',
  'accounts.account.login': 'Login',
  'accounts.account.position': 'Position',
  'accounts.account.unit': 'Unit',
  'accounts.account.roles': 'Roles',
  'accounts.account.about':
    'Name, unit and roles are kept by whoever looks after accounts. Tell them if something is wrong.',

  'accounts.language.title': 'Language',
  'accounts.language.hint': 'For the pages and the notifications you receive.',
  'accounts.language.wrong': 'Choose a language',
  'said.accounts.language': 'Your language is saved.',

  'accounts.password.title': 'Change password',
  'accounts.password.lead':
    'Afterwards your other sessions end, and other devices are no longer remembered.',
  'accounts.password.current': 'Current password',
  'accounts.password.current.missing': 'Enter your current password',
  'accounts.password.next': 'New password',
  'accounts.password.next.hint':
    'At least 12 characters. A short sentence of your own is easy to remember and hard to guess.',
  'accounts.password.next.missing': 'Enter a new password',
  'accounts.password.again': 'New password once more',
  'accounts.password.again.different': 'The two new passwords are not the same',
  'accounts.password.action': 'Change password',
  'accounts.password.wrong': 'The password is not right',
  'accounts.password.too-short': 'The password needs at least 12 characters',
  'accounts.password.too-long': 'The new password can have 256 characters at most',
  'accounts.password.too-common':
    'This password is too well known and easily guessed; choose another sentence',
  'accounts.password.too-personal': 'Do not use your name or login as the password',
  'accounts.password.unchanged': 'The new password must differ from the current one',
  'said.accounts.password': 'Your password is changed. Your other sessions have ended.',

  'accounts.sessions.title': 'Your sessions',
  'accounts.sessions.lead': 'If one of them is not yours, end it and change your password.',
  'accounts.sessions.through': 'Through',
  'accounts.sessions.through.cookie': 'Browser',
  'accounts.sessions.through.bearer': 'Another program (API)',
  'accounts.sessions.started': 'Started',
  'accounts.sessions.last-seen': 'Last used',
  'accounts.sessions.state': 'State',
  'accounts.sessions.this-one': 'This one',
  'accounts.sessions.open': 'Open',
  'accounts.sessions.locked': 'Locked',
  'accounts.sessions.end': 'End',
  'accounts.sessions.end-of': 'End the session started {started}',
  'said.accounts.session-ended': 'That session has ended.',

  'accounts.role.caseworker': 'Caseworker',
  'accounts.role.supervisor': 'Supervisor',
  'accounts.role.unit-admin': 'Unit administrator',
  'accounts.role.safeguarding-reviewer': 'Safeguarding reviewer',
  'accounts.role.coordinator': 'Coordinator',
  'accounts.role.auditor': 'Auditor',
  'accounts.role.system-admin': 'System administrator',
}

export const fr: Record<keyof typeof vi, string> = {
  'accounts.sign-in.title': 'Connexion',
  'accounts.sign-in.lead':
    'Pour celles et ceux qui protègent et accompagnent dans les services de Bến An.',
  'accounts.sign-in.login': 'Identifiant',
  'accounts.sign-in.login.missing': 'Saisissez votre identifiant',
  'accounts.sign-in.password': 'Mot de passe',
  'accounts.sign-in.password.missing': 'Saisissez votre mot de passe',
  'accounts.sign-in.action': 'Se connecter',
  'accounts.sign-in.wrong': 'L’identifiant ou le mot de passe est inexact',
  'accounts.sign-in.wrong.hint':
    'Mot de passe oublié ? Adressez-vous à la personne qui gère les comptes de votre service.',
  'accounts.sign-in.too-many':
    'Le mot de passe a été saisi plusieurs fois de façon inexacte. Le compte n’est pas bloqué ; attendez un instant, puis réessayez.',
  'accounts.sign-in.busy':
    'Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes, puis réessayez.',
  'accounts.sign-in.demo':
    'Ceci est une démonstration : organismes, personnes et dossiers sont fictifs. Merci de ne rien saisir sur des personnes réelles.',
  'accounts.sign-in.held':
    'Votre session s’est terminée pendant l’envoi d’un formulaire. Ce que vous avez écrit est conservé ; après votre connexion, le formulaire poursuivra son chemin.',
  'said.accounts.signed-out': 'Vous êtes déconnecté.',

  'accounts.lock.title': 'Session verrouillée',
  'accounts.lock.lead': 'Saisissez votre mot de passe pour reprendre le travail.',
  'accounts.lock.held':
    'Le formulaire que vous venez d’envoyer n’est pas perdu : il est conservé sous scellé et repartira dès le déverrouillage.',
  'accounts.lock.action': 'Déverrouiller',
  'accounts.lock.someone-else': 'Ce n’est pas votre session ? Déconnectez-la d’abord.',

  'accounts.account.title': 'Votre compte',
  'accounts.account.name': 'Nom',
  'accounts.account.login': 'Identifiant',
  'accounts.account.position': 'Fonction',
  'accounts.account.unit': 'Service',
  'accounts.account.roles': 'Rôles',
  'accounts.account.about':
    'Nom, service et rôles sont tenus par la personne qui gère les comptes. Signalez-lui toute erreur.',

  'accounts.language.title': 'Langue',
  'accounts.language.hint': 'Pour les pages et les notifications que vous recevez.',
  'accounts.language.wrong': 'Choisissez une langue',
  'said.accounts.language': 'Votre langue est enregistrée.',

  'accounts.password.title': 'Changer de mot de passe',
  'accounts.password.lead':
    'Vos autres sessions prendront fin et vos autres appareils ne seront plus reconnus.',
  'accounts.password.current': 'Mot de passe actuel',
  'accounts.password.current.missing': 'Saisissez votre mot de passe actuel',
  'accounts.password.next': 'Nouveau mot de passe',
  'accounts.password.next.hint':
    'Au moins 12 caractères. Une courte phrase bien à vous se retient aisément et se devine mal.',
  'accounts.password.next.missing': 'Saisissez un nouveau mot de passe',
  'accounts.password.again': 'Nouveau mot de passe, encore une fois',
  'accounts.password.again.different': 'Les deux nouveaux mots de passe diffèrent',
  'accounts.password.action': 'Changer de mot de passe',
  'accounts.password.wrong': 'Le mot de passe est inexact',
  'accounts.password.too-short': 'Le mot de passe doit compter au moins 12 caractères',
  'accounts.password.too-long': 'Le nouveau mot de passe compte au plus 256 caractères',
  'accounts.password.too-common':
    'Ce mot de passe est trop connu et se devine aisément ; choisissez une autre phrase',
  'accounts.password.too-personal':
    'N’utilisez ni votre nom ni votre identifiant comme mot de passe',
  'accounts.password.unchanged': 'Le nouveau mot de passe doit différer de l’actuel',
  'said.accounts.password': 'Votre mot de passe est changé. Vos autres sessions ont pris fin.',

  'accounts.sessions.title': 'Vos sessions',
  'accounts.sessions.lead':
    'Si l’une d’elles n’est pas la vôtre, mettez-y fin et changez de mot de passe.',
  'accounts.sessions.through': 'Moyen',
  'accounts.sessions.through.cookie': 'Navigateur',
  'accounts.sessions.through.bearer': 'Autre programme (API)',
  'accounts.sessions.started': 'Début',
  'accounts.sessions.last-seen': 'Dernière activité',
  'accounts.sessions.state': 'État',
  'accounts.sessions.this-one': 'Celle-ci',
  'accounts.sessions.open': 'Ouverte',
  'accounts.sessions.locked': 'Verrouillée',
  'accounts.sessions.end': 'Mettre fin',
  'accounts.sessions.end-of': 'Mettre fin à la session commencée {started}',
  'said.accounts.session-ended': 'Cette session a pris fin.',

  'accounts.role.caseworker': 'Intervenant référent',
  'accounts.role.supervisor': 'Responsable d’équipe',
  'accounts.role.unit-admin': 'Gestion des comptes du service',
  'accounts.role.safeguarding-reviewer': 'Revue de protection',
  'accounts.role.coordinator': 'Coordination',
  'accounts.role.auditor': 'Audit',
  'accounts.role.system-admin': 'Administration du système',
}
