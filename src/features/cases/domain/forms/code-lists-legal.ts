import { codeList } from './code-list.js'
import { say } from './words.js'

export const legalWishes = codeList('legal-wish', {
  report: say('Muốn trình báo', 'Wants to report', 'Souhaite porter plainte'),
  not_now: say(
    'Chưa muốn, có thể sau này',
    'Not now, perhaps later',
    'Pas maintenant, peut-être plus tard',
  ),
  no: say('Không muốn', 'Does not want to', 'Ne le souhaite pas'),
  compensation: say('Muốn được bồi thường', 'Wants compensation', 'Souhaite une indemnisation'),
  protection: say('Muốn được bảo vệ', 'Wants protection', 'Souhaite une protection'),
  family_law: say('Ly hôn, quyền nuôi con', 'Divorce, custody', 'Divorce, garde des enfants'),
  undecided: say('Chưa quyết định', 'Undecided', 'Indécise'),
})

export const legalAidStates = codeList('legal-aid', {
  informed: say('Đã giải thích quyền', 'Rights explained', 'Droits expliqués'),
  requested: say('Đã đề nghị trợ giúp pháp lý', 'Legal aid asked for', 'Aide juridique demandée'),
  appointed: say('Đã có người trợ giúp', 'A lawyer is appointed', 'Avocat désigné'),
  declined_by_person: say('Người đó từ chối', 'Declined by the person', 'Refusée par la personne'),
  refused: say('Không được chấp nhận', 'Refused', 'Refusée'),
})

export const authorities = codeList('authority-kind', {
  commune_police: say('Công an xã, phường', 'Commune police', 'Police de la commune'),
  provincial_police: say('Công an tỉnh, thành phố', 'Provincial police', 'Police provinciale'),
  cyber_police: say(
    'Công an phòng chống tội phạm công nghệ cao',
    'Cybercrime police',
    'Police de la cybercriminalité',
  ),
  border_guard: say('Bộ đội Biên phòng', 'Border Guard', 'Gardes-frontières'),
  coast_guard: say('Cảnh sát biển', 'Coast Guard', 'Garde-côtes'),
  procuracy: say('Viện kiểm sát', 'Procuracy', 'Parquet'),
  court: say('Toà án', 'Court', 'Tribunal'),
  commune_committee: say(
    'Uỷ ban nhân dân xã, phường',
    'Commune People’s Committee',
    'Comité populaire de la commune',
  ),
  foreign: say('Cơ quan nước ngoài', 'Foreign authority', 'Autorité étrangère'),
  other: say('Cơ quan khác', 'Another authority', 'Autre autorité'),
})

/** Articles most often met; which of them applies is for police and courts to say. */
export const penalArticles = codeList(
  'vn-penal-code',
  {
    'vn-pc-141': say('Điều 141: hiếp dâm', 'Art. 141: rape', 'Art. 141 : viol'),
    'vn-pc-142': say(
      'Điều 142: hiếp dâm người dưới 16 tuổi',
      'Art. 142: rape of a person under 16',
      'Art. 142 : viol d’une personne de moins de 16 ans',
    ),
    'vn-pc-143': say(
      'Điều 143: cưỡng dâm',
      'Art. 143: coerced intercourse',
      'Art. 143 : rapport sexuel sous contrainte',
    ),
    'vn-pc-144': say(
      'Điều 144: cưỡng dâm người từ đủ 13 đến dưới 16 tuổi',
      'Art. 144: coerced intercourse with a person of 13 to under 16',
      'Art. 144 : rapport sous contrainte avec une personne de 13 à moins de 16 ans',
    ),
    'vn-pc-145': say(
      'Điều 145: giao cấu với người từ đủ 13 đến dưới 16 tuổi',
      'Art. 145: intercourse with a person of 13 to under 16',
      'Art. 145 : rapport sexuel avec une personne de 13 à moins de 16 ans',
    ),
    'vn-pc-146': say(
      'Điều 146: dâm ô đối với người dưới 16 tuổi',
      'Art. 146: lewd acts against a person under 16',
      'Art. 146 : actes obscènes sur une personne de moins de 16 ans',
    ),
    // The article's own heading uses a term the Luxembourg Guidelines advise against; ours does not.
    'vn-pc-147': say(
      'Điều 147: sử dụng người dưới 16 tuổi vào nội dung tình dục',
      'Art. 147: use of a person under 16 in sexual content',
      'Art. 147 : utilisation d’une personne de moins de 16 ans dans un contenu sexuel',
    ),
    'vn-pc-150': say(
      'Điều 150: mua bán người',
      'Art. 150: human trafficking',
      'Art. 150 : traite des personnes',
    ),
    'vn-pc-151': say(
      'Điều 151: mua bán người dưới 16 tuổi',
      'Art. 151: trafficking of a person under 16',
      'Art. 151 : traite d’une personne de moins de 16 ans',
    ),
    'vn-pc-155': say(
      'Điều 155: làm nhục người khác',
      'Art. 155: humiliation',
      'Art. 155 : humiliation',
    ),
    'vn-pc-156': say('Điều 156: vu khống', 'Art. 156: slander', 'Art. 156 : calomnie'),
    'vn-pc-159': say(
      'Điều 159: xâm phạm bí mật thư tín, điện thoại',
      'Art. 159: breach of the secrecy of communications',
      'Art. 159 : violation du secret des communications',
    ),
    'vn-pc-170': say('Điều 170: cưỡng đoạt tài sản', 'Art. 170: extortion', 'Art. 170 : extorsion'),
    'vn-pc-174': say(
      'Điều 174: lừa đảo chiếm đoạt tài sản',
      'Art. 174: fraud',
      'Art. 174 : escroquerie',
    ),
    'vn-pc-185': say(
      'Điều 185: ngược đãi, hành hạ người thân',
      'Art. 185: ill-treatment of family members',
      'Art. 185 : mauvais traitements sur des proches',
    ),
    'vn-pc-288': say(
      'Điều 288: đưa, sử dụng trái phép thông tin mạng',
      'Art. 288: unlawful use of information on networks',
      'Art. 288 : usage illicite d’informations en réseau',
    ),
    'vn-pc-289': say(
      'Điều 289: xâm nhập trái phép',
      'Art. 289: illegal access',
      'Art. 289 : accès illégal',
    ),
    'vn-pc-326': say(
      'Điều 326: phát tán văn hoá phẩm đồi truỵ',
      'Art. 326: distribution of obscene material',
      'Art. 326 : diffusion de contenus obscènes',
    ),
  },
  'Penal Code 2015, amended 2017 (numbers and wording not checked: verify before use)',
)

export const complaintStates = codeList('complaint-state', {
  prepared: say('Đang chuẩn bị', 'Being prepared', 'En préparation'),
  filed: say('Đã nộp', 'Filed', 'Déposée'),
  accepted: say('Đã thụ lý', 'Accepted', 'Enregistrée'),
  investigation: say('Đang điều tra', 'Under investigation', 'En enquête'),
  prosecution: say('Đang truy tố', 'Being prosecuted', 'Poursuites en cours'),
  trial: say('Đang xét xử', 'At trial', 'En jugement'),
  judgment: say('Đã có bản án', 'Judgment given', 'Jugement rendu'),
  suspended: say('Tạm đình chỉ', 'Suspended', 'Suspendue'),
  not_prosecuted: say('Không khởi tố, đình chỉ', 'Not prosecuted or closed', 'Classée sans suite'),
  withdrawn: say('Người đó rút đơn', 'Withdrawn by the person', 'Retirée par la personne'),
})

export const hearingKinds = codeList('hearing-kind', {
  police_interview: say(
    'Lấy lời khai tại công an',
    'Interview by police',
    'Audition par la police',
  ),
  child_interview: say(
    'Lấy lời khai trẻ em tại phòng thân thiện',
    'Child-friendly interview',
    'Audition adaptée à l’enfant',
  ),
  identification: say(
    'Nhận dạng, đối chất',
    'Identification or confrontation',
    'Reconnaissance ou confrontation',
  ),
  procuracy: say('Làm việc với Viện kiểm sát', 'Meeting at the procuracy', 'Entretien au parquet'),
  first_instance: say('Phiên toà sơ thẩm', 'Trial', 'Audience de première instance'),
  appeal: say('Phiên toà phúc thẩm', 'Appeal', 'Audience d’appel'),
  civil: say('Toà dân sự, gia đình', 'Civil or family court', 'Audience civile ou familiale'),
  mediation: [
    say('Hoà giải', 'Mediation', 'Médiation'),
    say(
      'Không hoà giải bạo lực tình dục hay khi người đó sợ.',
      'Never over sexual violence, nor where the person is afraid.',
      'Jamais pour des violences sexuelles, ni si la personne a peur.',
    ),
  ],
  other: say('Buổi khác', 'Another one', 'Autre'),
})

export const hearingProtections = codeList('hearing-protection', {
  closed: say('Xử kín', 'Closed session', 'Huis clos'),
  screen: say('Màn che, phòng riêng', 'Screen or separate room', 'Paravent ou salle séparée'),
  video: say('Qua đường truyền hình ảnh', 'By video link', 'Par visioconférence'),
  recorded_once: say(
    'Ghi hình một lần, không hỏi lại',
    'Recorded once, not asked again',
    'Enregistrée une fois, pas répétée',
  ),
  support_person: say(
    'Có người hỗ trợ đi cùng',
    'A support person beside',
    'Personne de soutien présente',
  ),
  representative: say('Có người đại diện', 'A representative beside', 'Représentant présent'),
  interpreter: say('Có phiên dịch', 'Interpreter', 'Interprète'),
  female_officer: say('Cán bộ cùng giới', 'Officer of the same sex', 'Agent du même sexe'),
  no_meeting: say(
    'Không gặp người gây hại',
    'Does not meet the one who harmed',
    'Ne croise pas l’auteur',
  ),
  safe_transport: say('Đưa đón an toàn', 'Safe transport', 'Transport sûr'),
})

export const attendances = codeList('attendance-state', {
  planned: say('Sắp diễn ra', 'To come', 'À venir'),
  attended: say('Đã tham dự', 'Attended', 'Présente'),
  represented: say('Người đại diện tham dự thay', 'Represented', 'Représentée'),
  absent: say('Không tham dự', 'Did not attend', 'Absente'),
  postponed: say('Hoãn', 'Postponed', 'Reportée'),
})

export const orderKinds = codeList('protection-order-kind', {
  no_contact_commune: say(
    'Cấm tiếp xúc do Chủ tịch xã quyết định',
    'No-contact order by the commune chair',
    'Interdiction de contact par le président de la commune',
  ),
  no_contact_court: say(
    'Cấm tiếp xúc do Toà án quyết định',
    'No-contact order by a court',
    'Interdiction de contact par un tribunal',
  ),
  child_separation: say(
    'Tạm cách ly trẻ khỏi người gây hại',
    'Child kept apart from the one who harms',
    'Enfant tenu à l’écart de l’auteur',
  ),
  witness: say(
    'Bảo vệ nạn nhân, nhân chứng',
    'Protection of a victim or witness',
    'Protection de victime ou témoin',
  ),
  custody: say('Giao quyền chăm sóc tạm thời', 'Interim custody', 'Garde provisoire'),
  foreign: say('Lệnh của nước ngoài', 'Order of another country', 'Mesure d’un autre pays'),
  other: say('Biện pháp khác', 'Another measure', 'Autre mesure'),
})

export const orderStates = codeList('protection-order-state', {
  requested: say('Đã yêu cầu', 'Asked for', 'Demandée'),
  granted: say('Đang có hiệu lực', 'In force', 'En vigueur'),
  refused: say('Bị từ chối', 'Refused', 'Refusée'),
  breached: say('Đã bị vi phạm', 'Broken', 'Enfreinte'),
  ended: say('Hết hiệu lực', 'Ended', 'Terminée'),
})

export const compensationSources = codeList('compensation-source', {
  offender: say('Người gây hại', 'The one who harmed', 'L’auteur'),
  confiscated: say('Tài sản bị tịch thu', 'Confiscated assets', 'Biens confisqués'),
  state: say('Nhà nước, quỹ', 'State or a fund', 'État ou fonds'),
  employer: say(
    'Chủ lao động, công ty môi giới',
    'Employer or recruitment agency',
    'Employeur ou agence de recrutement',
  ),
  platform: say('Nền tảng trực tuyến', 'Online platform', 'Plateforme en ligne'),
  other: say('Nguồn khác', 'Another source', 'Autre source'),
})

export const compensationStates = codeList('compensation-state', {
  prepared: say('Đang chuẩn bị', 'Being prepared', 'En préparation'),
  requested: say('Đã yêu cầu', 'Asked for', 'Demandée'),
  awarded: say('Được chấp nhận', 'Awarded', 'Accordée'),
  partly_paid: say('Đã trả một phần', 'Partly paid', 'Payée en partie'),
  paid: say('Đã trả đủ', 'Paid', 'Payée'),
  refused: say('Bị từ chối', 'Refused', 'Refusée'),
  given_up: say('Người đó thôi yêu cầu', 'Given up by the person', 'Abandonnée par la personne'),
})
