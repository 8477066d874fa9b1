import { codeList } from './code-list.js'
import { say } from './words.js'

export const returnRisks = codeList('return-risk', {
  traffickers: say(
    'Kẻ mua bán người ở gần hoặc đe doạ',
    'Traffickers near by or threatening',
    'Trafiquants proches ou menaçants',
  ),
  family: say('Gia đình không an toàn', 'An unsafe family', 'Famille dangereuse'),
  stigma: say('Bị kỳ thị', 'Stigma', 'Stigmatisation'),
  debt: say('Nợ nần', 'Debt', 'Dettes'),
  no_income: say('Không có thu nhập', 'No income', 'Pas de revenu'),
  no_documents: say('Không có giấy tờ', 'No documents', 'Pas de papiers'),
  prosecution: say(
    'Có thể bị xử lý vì việc bị ép làm',
    'May be prosecuted for what was forced',
    'Poursuites possibles pour des actes forcés',
  ),
  online: say(
    'Hình ảnh, thông tin còn trên mạng',
    'Images or data still online',
    'Images ou données encore en ligne',
  ),
  health: say('Sức khoẻ yếu', 'Poor health', 'Mauvaise santé'),
})

export const returnPlaces = codeList('return-place', {
  own_family: say('Về gia đình', 'To the family', 'Dans la famille'),
  same_commune: say(
    'Về xã cũ, ở riêng',
    'To the home commune, apart from the family',
    'Dans la commune d’origine, hors famille',
  ),
  elsewhere: say('Nơi khác trong nước', 'Elsewhere in the country', 'Ailleurs dans le pays'),
  shelter: say('Tạm ở nơi tạm lánh', 'A shelter for now', 'Hébergement pour l’instant'),
  undecided: say('Chưa quyết định', 'Not decided', 'Pas décidé'),
})

export const conditions = codeList('condition-on-arrival', {
  well: say('Ổn', 'Well', 'Bien'),
  tired: say('Mệt, đói', 'Tired or hungry', 'Fatiguée ou affamée'),
  injured: say('Bị thương', 'Injured', 'Blessée'),
  ill: say('Bị bệnh', 'Ill', 'Malade'),
  distressed: say('Hoảng loạn', 'In distress', 'En détresse'),
  urgent: say('Cần cấp cứu', 'Needs urgent care', 'Soins urgents nécessaires'),
})

export const receptionNeeds = codeList('reception-need', {
  food_water: say('Ăn uống', 'Food and water', 'Nourriture et eau'),
  clothes: say('Quần áo, đồ vệ sinh', 'Clothes and hygiene', 'Vêtements et hygiène'),
  bed: say('Chỗ ngủ an toàn', 'A safe bed', 'Un lit sûr'),
  phone_home: say('Gọi về nhà', 'A call home', 'Appeler la famille'),
  doctor: say('Khám bệnh', 'A doctor', 'Un médecin'),
  interpreter: say('Phiên dịch', 'An interpreter', 'Un interprète'),
  travel_money: say('Tiền tàu xe', 'Travel money', 'Argent pour le trajet'),
  documents: say('Giấy tờ', 'Documents', 'Des papiers'),
  talk: say('Người để nói chuyện', 'Somebody to talk to', 'Quelqu’un à qui parler'),
})

export const handedOverBy = codeList('handed-over-by', {
  foreign_police: say(
    'Công an, biên phòng nước bạn',
    'Police or border guard of the other country',
    'Police ou gardes-frontières de l’autre pays',
  ),
  embassy: say('Đại sứ quán, lãnh sự', 'Embassy or consulate', 'Ambassade ou consulat'),
  iom: say(
    'Tổ chức Di cư Quốc tế (IOM)',
    'International Organization for Migration',
    'Organisation internationale pour les migrations',
  ),
  ngo: say('Tổ chức xã hội', 'Non-governmental organisation', 'Organisation non gouvernementale'),
  self: say('Tự về', 'Came back alone', 'Revenue seule'),
  other: say('Khác', 'Another', 'Autre'),
})

export const documentKinds = codeList('document-kind', {
  identity_card: say('Căn cước', 'Identity card', 'Carte d’identité'),
  birth_certificate: say('Giấy khai sinh', 'Birth certificate', 'Acte de naissance'),
  passport: say('Hộ chiếu', 'Passport', 'Passeport'),
  travel_paper: say('Giấy thông hành', 'Laissez-passer', 'Laissez-passer'),
  residence: say('Đăng ký cư trú', 'Registration of residence', 'Inscription de résidence'),
  health_insurance: say('Bảo hiểm y tế', 'Health insurance', 'Assurance maladie'),
  victim_certificate: say(
    'Giấy xác nhận nạn nhân',
    'Paper confirming a victim',
    'Attestation de victime',
  ),
  school_record: say('Học bạ, bằng cấp', 'School records', 'Dossier scolaire'),
  child_documents: say('Giấy tờ của con', 'Papers of the children', 'Papiers des enfants'),
  other: say('Giấy tờ khác', 'Another', 'Autre'),
})

export const documentStates = codeList('document-state', {
  to_request: say('Cần xin', 'To be asked for', 'À demander'),
  requested: say('Đã nộp hồ sơ', 'Asked for', 'Demandé'),
  received: say('Đã nhận', 'Received', 'Reçu'),
  refused: say('Bị từ chối', 'Refused', 'Refusé'),
})

export const trainingKinds = codeList('training-kind', {
  vocational: say('Học nghề', 'Vocational training', 'Formation professionnelle'),
  school: say('Trở lại trường', 'Back to school', 'Retour à l’école'),
  literacy: say('Xoá mù chữ', 'Reading and writing', 'Alphabétisation'),
  language: say('Học tiếng', 'Language', 'Langue'),
  digital: say(
    'Kỹ năng số, an toàn mạng',
    'Digital skills and safety',
    'Compétences et sécurité numériques',
  ),
  business: say(
    'Khởi nghiệp, quản lý tiền',
    'Business and money',
    'Gestion et création d’activité',
  ),
  life_skills: say('Kỹ năng sống', 'Life skills', 'Compétences de vie'),
})

export const trainingStates = codeList('training-state', {
  planned: say('Dự kiến', 'Planned', 'Prévue'),
  under_way: say('Đang học', 'Under way', 'En cours'),
  completed: say('Hoàn thành', 'Completed', 'Terminée'),
  left: say('Bỏ dở', 'Left', 'Abandonnée'),
})

export const livelihoodKinds = codeList('livelihood-kind', {
  cash: say('Tiền mặt', 'Cash', 'Argent liquide'),
  legal_allowance: say(
    'Trợ cấp khó khăn ban đầu theo luật',
    'First allowance under the law',
    'Première allocation légale',
  ),
  job: say('Giới thiệu việc làm', 'A job', 'Un emploi'),
  business: say(
    'Vốn, hàng để buôn bán nhỏ',
    'Capital or goods for a small business',
    'Capital ou biens pour un petit commerce',
  ),
  tools: say(
    'Dụng cụ, vật nuôi, cây giống',
    'Tools, animals or seed',
    'Outils, animaux ou semences',
  ),
  loan: say('Vay vốn ưu đãi', 'A loan on easy terms', 'Un prêt à taux réduit'),
  housing: say('Sửa nhà, thuê nhà', 'Housing', 'Un logement'),
  debt: say('Giải quyết nợ', 'Help with debt', 'Aide face aux dettes'),
})

export const livelihoodStates = codeList('livelihood-state', {
  requested: say('Đã đề nghị', 'Asked for', 'Demandée'),
  granted: say('Đã duyệt', 'Granted', 'Accordée'),
  given: say('Đã trao', 'Given', 'Remise'),
  refused: say('Không được duyệt', 'Refused', 'Refusée'),
  works: say('Đang có kết quả', 'It works', 'Porte ses fruits'),
  failed: say('Không thành', 'It did not work', 'N’a pas marché'),
})

export const visitKinds = codeList('visit-kind', {
  home: say('Tại nhà', 'At home', 'À domicile'),
  elsewhere: say('Nơi khác', 'Elsewhere', 'Ailleurs'),
  phone: say('Qua điện thoại', 'By telephone', 'Par téléphone'),
  online: say('Qua mạng', 'Online', 'En ligne'),
})

export const goingWell = codeList('going-well', {
  well: say('Tốt', 'Well', 'Bien'),
  partly: say('Tạm ổn', 'Partly', 'En partie'),
  badly: say('Không ổn', 'Badly', 'Mal'),
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})
