import { codeList } from './code-list.js'
import { say } from './words.js'

export const healthNeeds = codeList('health-need', {
  urgent_care: say('Cấp cứu', 'Urgent care', 'Soins urgents'),
  after_rape: [
    say('Chăm sóc sau hiếp dâm', 'Care after rape', 'Soins après un viol'),
    say(
      'Trong 72 giờ: thuốc phòng HIV. Trong 120 giờ: tránh thai khẩn cấp. Sau đó vẫn nên khám.',
      'Within 72 hours: HIV prevention. Within 120 hours: emergency contraception. Later, an examination still helps.',
      'Sous 72 heures : prévention du VIH. Sous 120 heures : contraception d’urgence. Plus tard, un examen reste utile.',
    ),
  ],
  injuries: say('Điều trị thương tích', 'Treatment of injuries', 'Soins des blessures'),
  sexual_health: say(
    'Sức khoẻ sinh sản, tình dục',
    'Sexual and reproductive health',
    'Santé sexuelle et reproductive',
  ),
  infection: say('Bệnh lây truyền', 'Infectious disease', 'Maladie infectieuse'),
  chronic: say('Bệnh mạn tính', 'Long-term illness', 'Maladie chronique'),
  dental: say('Răng miệng', 'Teeth', 'Dents'),
  eyes_ears: say('Mắt, tai', 'Eyes or ears', 'Yeux ou oreilles'),
  nutrition: say('Dinh dưỡng', 'Nutrition', 'Nutrition'),
  addiction: say('Cai nghiện', 'Help with addiction', 'Aide contre l’addiction'),
  mental: say('Khám tâm thần', 'Psychiatric care', 'Soins psychiatriques'),
  check_up: say('Khám tổng quát', 'Check-up', 'Bilan de santé'),
})

export const injuryKinds = codeList('injury', {
  bruises: say('Bầm tím, trầy xước', 'Bruises, grazes', 'Ecchymoses, éraflures'),
  cuts: say('Vết cắt, vết thương hở', 'Cuts, open wounds', 'Coupures, plaies'),
  fractures: say('Gãy xương, trật khớp', 'Broken or dislocated bones', 'Fractures, luxations'),
  burns: say('Bỏng', 'Burns', 'Brûlures'),
  head: say('Chấn thương đầu', 'Head injury', 'Traumatisme crânien'),
  strangulation: [
    say('Dấu vết bóp cổ', 'Signs of strangling', 'Traces d’étranglement'),
    say(
      'Cần khám ngay, kể cả khi không thấy gì bên ngoài.',
      'Needs a doctor at once, even when nothing shows.',
      'Exige un médecin tout de suite, même sans trace visible.',
    ),
  ],
  electric: say('Do chích điện', 'From electric shocks', 'Par décharges électriques'),
  genital: say('Vùng kín', 'Genital', 'Génitales'),
  self_harm: say('Do tự làm đau', 'Self-inflicted', 'Auto-infligées'),
  other: say('Khác', 'Other', 'Autres'),
})

export const pregnancies = codeList('pregnancy', {
  not_applicable: say('Không áp dụng', 'Does not apply', 'Sans objet'),
  no: say('Không', 'No', 'Non'),
  possible: say('Có thể', 'Possible', 'Possible'),
  yes: say('Có', 'Yes', 'Oui'),
  recent_birth: say('Mới sinh con', 'Gave birth recently', 'Accouchement récent'),
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})

export const disabilitySupports = codeList('disability-support', {
  sign_language: say(
    'Phiên dịch ngôn ngữ ký hiệu',
    'Sign-language interpreter',
    'Interprète en langue des signes',
  ),
  easy_language: say(
    'Lời lẽ dễ hiểu, tranh ảnh',
    'Easy words and pictures',
    'Mots simples et images',
  ),
  written: say('Trao đổi bằng chữ viết', 'In writing', 'Par écrit'),
  spoken: say('Đọc to giúp', 'Read aloud', 'Lecture à voix haute'),
  step_free: say('Lối đi không bậc', 'Step-free access', 'Accès sans marches'),
  transport: say('Xe phù hợp', 'Accessible transport', 'Transport adapté'),
  device: say('Dụng cụ trợ giúp', 'Assistive device', 'Aide technique'),
  personal_help: say('Người hỗ trợ cá nhân', 'Personal assistant', 'Aide humaine'),
  more_time: say(
    'Thêm thời gian, nơi yên tĩnh',
    'More time, a quiet place',
    'Plus de temps, un lieu calme',
  ),
  decision: say('Hỗ trợ ra quyết định', 'Support in deciding', 'Aide à la décision'),
})

export const treatmentKinds = codeList('treatment', {
  pep: say(
    'Thuốc phòng HIV sau phơi nhiễm (PEP)',
    'HIV prevention (PEP)',
    'Prophylaxie du VIH (PPE)',
  ),
  emergency_contraception: say(
    'Tránh thai khẩn cấp',
    'Emergency contraception',
    'Contraception d’urgence',
  ),
  sti: say(
    'Bệnh lây qua đường tình dục',
    'Sexually transmitted infections',
    'Infections sexuellement transmissibles',
  ),
  hepatitis_tetanus: say(
    'Tiêm phòng viêm gan B, uốn ván',
    'Hepatitis B, tetanus vaccination',
    'Vaccins hépatite B, tétanos',
  ),
  pregnancy_test: say('Thử thai', 'Pregnancy test', 'Test de grossesse'),
  pregnancy_care: say('Chăm sóc thai kỳ', 'Care in pregnancy', 'Suivi de grossesse'),
  forensic: [
    say('Giám định pháp y', 'Forensic examination', 'Examen médico-légal'),
    say(
      'Chỉ khi người đó đồng ý. Chăm sóc y tế không phụ thuộc vào giám định hay trình báo.',
      'Only if the person agrees. Care never depends on it, nor on a report to police.',
      'Seulement avec l’accord de la personne. Les soins n’en dépendent jamais, ni d’une plainte.',
    ),
  ],
  wounds: say('Điều trị vết thương', 'Treatment of wounds', 'Soins des plaies'),
  examination: say('Khám bệnh', 'Examination', 'Examen médical'),
  medication: say('Thuốc men', 'Medication', 'Médicaments'),
  hospital: say('Nằm viện', 'Stay in hospital', 'Hospitalisation'),
  psychiatric: say('Khám, điều trị tâm thần', 'Psychiatric treatment', 'Soins psychiatriques'),
  other: say('Khác', 'Other', 'Autre'),
})

/** Between incident and treatment; 72 and 120 hours decide what still helps after rape. */
export const treatmentTimes = codeList('treatment-time', {
  within_72_hours: say('Trong 72 giờ', 'Within 72 hours', 'Sous 72 heures'),
  within_120_hours: say(
    'Sau 72 giờ, trong 120 giờ',
    'After 72, within 120 hours',
    'Après 72 et sous 120 heures',
  ),
  later: say('Sau 120 giờ', 'After 120 hours', 'Après 120 heures'),
  not_applicable: say('Không liên quan', 'Does not apply', 'Sans objet'),
  unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
})
