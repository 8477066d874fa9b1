import { codeList } from './code-list.js'
import { say } from './words.js'

/** Common practice of those who work with violence at home and online; no score, no validated scale. */
export const dangerSigns = codeList('danger-sign', {
  strangled: say(
    'Từng bị bóp cổ, làm ngạt',
    'Was strangled or choked',
    'A été étranglée ou étouffée',
  ),
  threat_to_kill: say('Bị doạ giết', 'Threats to kill', 'Menaces de mort'),
  weapon: say(
    'Có vũ khí hoặc từng dùng vũ khí',
    'A weapon is there or was used',
    'Une arme est présente ou a servi',
  ),
  getting_worse: say(
    'Bạo lực ngày càng nặng, càng dày',
    'It gets worse or more frequent',
    'Cela s’aggrave ou se répète davantage',
  ),
  recent_separation: say(
    'Vừa chia tay hoặc đang tìm cách rời đi',
    'Just left, or is about to leave',
    'Vient de partir ou s’apprête à partir',
  ),
  stalking: say('Bị theo dõi, đeo bám', 'Stalked or followed', 'Suivie ou harcelée'),
  control: say(
    'Bị kiểm soát tiền, điện thoại, đi lại',
    'Money, phone or movement controlled',
    'Argent, téléphone ou déplacements contrôlés',
  ),
  device_watched: say(
    'Điện thoại hoặc tài khoản bị theo dõi',
    'Phone or accounts are watched',
    'Téléphone ou comptes surveillés',
  ),
  pregnant: say(
    'Bị bạo lực khi mang thai',
    'Violence during pregnancy',
    'Violence pendant la grossesse',
  ),
  children_threatened: say(
    'Con cái bị doạ hoặc bị hại',
    'Children threatened or harmed',
    'Enfants menacés ou maltraités',
  ),
  images_threatened: say(
    'Bị doạ tung hình ảnh',
    'Threats to share images',
    'Menaces de diffuser des images',
  ),
  debt_or_ransom: say(
    'Bị đòi nợ, đòi tiền chuộc',
    'Debt or ransom demanded',
    'Dette ou rançon exigée',
  ),
  substance: say(
    'Người gây hại say rượu, dùng ma tuý',
    'The one who harms drinks or takes drugs',
    'L’auteur boit ou se drogue',
  ),
  suicide_of_perpetrator: say(
    'Người gây hại doạ tự sát',
    'The one who harms threatens suicide',
    'L’auteur menace de se suicider',
  ),
  breaks_orders: say(
    'Đã vi phạm lệnh cấm',
    'Has broken protection orders',
    'A enfreint des mesures de protection',
  ),
})

export const protectiveFactors = codeList('protective-factor', {
  trusted_adult: say('Có người lớn đáng tin', 'A trusted adult', 'Un adulte de confiance'),
  family_support: say('Gia đình ủng hộ', 'A family that supports', 'Une famille qui soutient'),
  friends: say('Bạn bè', 'Friends', 'Des amis'),
  school: say(
    'Trường học biết và giúp',
    'A school that knows and helps',
    'Une école informée et aidante',
  ),
  work_income: say('Có việc, có thu nhập', 'Work and income', 'Un travail et un revenu'),
  safe_place: say('Có nơi an toàn để đến', 'A safe place to go', 'Un lieu sûr où aller'),
  can_call_for_help: say(
    'Biết cách gọi giúp đỡ',
    'Knows how to call for help',
    'Sait appeler à l’aide',
  ),
  away_from_perpetrator: say(
    'Đã cách xa người gây hại',
    'Away from the one who harms',
    'Loin de l’auteur',
  ),
  protection_order: say('Có lệnh bảo vệ', 'A protection order', 'Une mesure de protection'),
  services: say('Đang được dịch vụ giúp', 'Services already help', 'Des services aident déjà'),
  own_strength: say(
    'Sức mạnh của chính người đó',
    'The person’s own strengths',
    'Ses propres forces',
  ),
})

export const stayingPlaces = codeList('staying-place', {
  own_home: say('Ở nhà mình', 'At home', 'Chez elle'),
  relatives: say('Nhà họ hàng', 'With relatives', 'Chez des proches'),
  friends: say('Nhà bạn bè', 'With friends', 'Chez des amis'),
  shelter: say('Nhà tạm lánh', 'In a shelter', 'En hébergement protégé'),
  hospital: say('Bệnh viện', 'In hospital', 'À l’hôpital'),
  institution: say('Cơ sở trợ giúp xã hội', 'In residential care', 'En établissement'),
  police: say(
    'Trụ sở công an, biên phòng',
    'At police or border guard',
    'À la police ou aux gardes-frontières',
  ),
  held: say('Đang bị giữ', 'Held against their will', 'Retenue contre son gré'),
  street: say('Không có nơi ở', 'No place to stay', 'Sans abri'),
  unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
})

export const safetyNeeds = codeList('safety-need', {
  safe_place: say('Nơi ở an toàn', 'A safe place to stay', 'Un lieu sûr'),
  accompaniment: say('Người đi cùng', 'Somebody to come along', 'Un accompagnement'),
  transport: say('Đưa đón an toàn', 'Safe transport', 'Un transport sûr'),
  phone: say('Điện thoại, số mới', 'A phone or a new number', 'Un téléphone ou un nouveau numéro'),
  money: say('Tiền cho nhu cầu trước mắt', 'Money for now', 'De l’argent pour l’immédiat'),
  items: say('Quần áo, đồ dùng', 'Clothes and items', 'Des vêtements et des affaires'),
  documents: say('Lấy lại giấy tờ', 'Documents back', 'Récupérer les papiers'),
  belongings: say('Lấy đồ đạc ở nhà', 'Belongings from home', 'Récupérer ses affaires'),
  locks: say(
    'Thay khoá, bảo vệ nhà',
    'New locks, a safer home',
    'Changer les serrures, sécuriser le logement',
  ),
  order: say('Lệnh cấm tiếp xúc', 'A no-contact order', 'Une interdiction de contact'),
  school: say('Báo trường, đổi trường', 'School told or changed', 'Prévenir ou changer d’école'),
  work: say('Báo nơi làm việc', 'Employer told', 'Prévenir l’employeur'),
  children: say('An toàn cho con', 'Safety of the children', 'La sécurité des enfants'),
  pets: say('Nơi gửi vật nuôi', 'A place for animals', 'Un lieu pour les animaux'),
  takedown: say('Gỡ hình ảnh', 'Images taken down', 'Le retrait d’images'),
})

export const digitalSteps = codeList('digital-step', {
  evidence_kept: [
    say(
      'Đã lưu bằng chứng trước khi xoá',
      'Evidence kept before deleting',
      'Preuves gardées avant d’effacer',
    ),
    say(
      'Tên tài khoản, đường dẫn, ngày giờ. Không lưu, không chụp lại hình ảnh xâm hại trẻ em.',
      'Account names, addresses, times. Never save or photograph images of abuse of a child.',
      'Noms de compte, adresses, dates et heures. Ne jamais enregistrer ni photographier des images d’abus d’un enfant.',
    ),
  ],
  blocked: say(
    'Đã chặn tài khoản gây hại',
    'Harmful accounts blocked',
    'Comptes nuisibles bloqués',
  ),
  reported: say('Đã báo cáo với nền tảng', 'Reported to the platform', 'Signalé à la plateforme'),
  passwords: say(
    'Đã đổi mật khẩu từ máy khác',
    'Passwords changed from another device',
    'Mots de passe changés depuis un autre appareil',
  ),
  second_factor: say(
    'Đã bật xác thực hai bước',
    'Two-step sign-in turned on',
    'Double authentification activée',
  ),
  location_off: say(
    'Đã tắt chia sẻ vị trí',
    'Location sharing off',
    'Partage de position désactivé',
  ),
  shared_accounts: say(
    'Đã rời tài khoản dùng chung',
    'Shared accounts left',
    'Comptes partagés quittés',
  ),
  device_checked: say(
    'Đã kiểm tra phần mềm, thẻ định vị',
    'Checked for spyware and tags',
    'Logiciels espions et balises recherchés',
  ),
  hash_service: say(
    'Đã dùng dịch vụ chặn hình ảnh bằng mã băm',
    'A hash service was used to block images',
    'Service de blocage par empreinte utilisé',
  ),
})
