import { codeList } from './code-list.js'
import { say } from './words.js'

/** GBVIMS asks this of each service once, so that gaps can be counted. */
export const serviceReferrals = codeList(
  'service-referral',
  {
    service_provided_by_your_agency: say(
      'Đơn vị mình cung cấp',
      'Given by our own unit',
      'Donné par notre unité',
    ),
    referred: [
      say('Đã chuyển gửi', 'Referred', 'Orientée'),
      say(
        'Chuyển gửi làm ở mục Chuyển gửi; ở đây chỉ ghi dịch vụ.',
        'The referral itself is made under Referrals; here only the service is noted.',
        'L’orientation se fait sous Orientations ; ici on ne note que le service.',
      ),
    ],
    services_already_received_from_another_agency: say(
      'Đã nhận từ nơi khác',
      'Already received elsewhere',
      'Déjà reçu ailleurs',
    ),
    referral_declined_by_survivor: say(
      'Người đó từ chối',
      'Declined by the person',
      'Refusé par la personne',
    ),
    service_unavailable: say('Không có dịch vụ này', 'Not available', 'Indisponible'),
    service_not_applicable: say('Không cần', 'Not needed', 'Sans objet'),
  },
  'GBVIMS (Primero)',
)

export const implementations = codeList(
  'service-implementation',
  {
    not_implemented: say('Chưa thực hiện', 'Not given yet', 'Pas encore rendu'),
    implemented: say('Đã thực hiện', 'Given', 'Rendu'),
  },
  'Primero',
)

export const responseTimes = codeList(
  'response-time',
  {
    '1_hour': say('Trong 1 giờ', 'Within 1 hour', 'Sous 1 heure'),
    '3_hours': say('Trong 3 giờ', 'Within 3 hours', 'Sous 3 heures'),
    '1_day': say('Trong 1 ngày', 'Within 1 day', 'Sous 1 jour'),
    '3_days': say('Trong 3 ngày', 'Within 3 days', 'Sous 3 jours'),
  },
  'Primero',
)

export const satisfactions = codeList('satisfaction', {
  good: say('Tốt', 'Good', 'Bien'),
  partly: say('Tạm được', 'Partly', 'En partie'),
  bad: say('Không tốt', 'Not good', 'Pas bien'),
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})

export const interestProcedures = codeList(
  'best-interests-procedure',
  {
    assessment: [
      say('Đánh giá lợi ích tốt nhất', 'Assessment (BIA)', 'Évaluation (BIA)'),
      say(
        'Một cán bộ, nhanh, trước mọi việc quan trọng.',
        'By one worker, quickly, before any major step.',
        'Par une seule personne, vite, avant toute étape importante.',
      ),
    ],
    determination: [
      say('Xác định lợi ích tốt nhất', 'Determination (BID)', 'Détermination (BID)'),
      say(
        'Hội đồng nhiều cơ quan: tách khỏi cha mẹ, chăm sóc thay thế phức tạp, giải pháp lâu dài.',
        'By a panel of agencies: separation from parents, complex care, durable solutions.',
        'Par un collège d’organismes : séparation des parents, accueil complexe, solutions durables.',
      ),
    ],
  },
  'UNHCR Best Interests Procedure Guidelines, 2021',
)

export const interestQuestions = codeList('best-interests-question', {
  temporary_care: say('Chăm sóc tạm thời', 'Temporary care', 'Accueil temporaire'),
  separation: say('Tách khỏi cha mẹ', 'Separation from parents', 'Séparation des parents'),
  reunification: say('Đoàn tụ gia đình', 'Family reunification', 'Réunification familiale'),
  durable_solution: say('Giải pháp lâu dài', 'Durable solution', 'Solution durable'),
  return: say('Hồi hương', 'Return to the country', 'Retour au pays'),
  caregiver_suspected: say(
    'Không hỏi người chăm sóc bị nghi',
    'A suspected caregiver is not asked',
    'Responsable suspecté non consulté',
  ),
  statement: say('Cho lời khai, ra toà', 'Statement or court', 'Déposition ou tribunal'),
  other: say('Việc khác', 'Another', 'Autre'),
})
