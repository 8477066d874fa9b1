// What is computed of an incident, in words.
export const vi = {
  'code.case-context.intimate_partner_violence': 'Bạo lực do vợ, chồng, người yêu hiện tại hoặc cũ',
  'code.case-context.child_sexual_abuse': 'Xâm hại tình dục trẻ em',
  'code.case-context.early_marriage': 'Tảo hôn',
  'code.case-context.possible_sexual_exploitation': 'Có thể là bóc lột tình dục',
  'code.case-context.possible_sexual_slavery': 'Có thể là nô lệ tình dục',
  'code.case-context.harmful_traditional_practice': 'Tập tục có hại',
  'code.elapsed.0_3_days': 'Trong 3 ngày',
  'code.elapsed.4_5_days': '4 đến 5 ngày',
  'code.elapsed.6_14_days': '6 đến 14 ngày',
  'code.elapsed.2_weeks_1_month': '2 tuần đến 1 tháng',
  'code.elapsed.over_1_month': 'Hơn 1 tháng',
  'code.urgent-care.hiv_prevention': 'Thuốc phòng HIV sau hiếp dâm: trong 72 giờ',
  'code.urgent-care.emergency_contraception': 'Tránh thai khẩn cấp sau hiếp dâm: trong 120 giờ',
} as const

export const en: Record<keyof typeof vi, string> = {
  'code.case-context.intimate_partner_violence': 'Intimate partner violence',
  'code.case-context.child_sexual_abuse': 'Sexual abuse of a child',
  'code.case-context.early_marriage': 'Early marriage',
  'code.case-context.possible_sexual_exploitation': 'Possible sexual exploitation',
  'code.case-context.possible_sexual_slavery': 'Possible sexual slavery',
  'code.case-context.harmful_traditional_practice': 'Harmful practice',
  'code.elapsed.0_3_days': 'Within 3 days',
  'code.elapsed.4_5_days': '4 to 5 days',
  'code.elapsed.6_14_days': '6 to 14 days',
  'code.elapsed.2_weeks_1_month': '2 weeks to 1 month',
  'code.elapsed.over_1_month': 'Over 1 month',
  'code.urgent-care.hiv_prevention': 'HIV prevention after rape: within 72 hours',
  'code.urgent-care.emergency_contraception':
    'Emergency contraception after rape: within 120 hours',
}

export const fr: Record<keyof typeof vi, string> = {
  'code.case-context.intimate_partner_violence': 'Violence du partenaire intime',
  'code.case-context.child_sexual_abuse': 'Abus sexuel d’enfant',
  'code.case-context.early_marriage': 'Mariage précoce',
  'code.case-context.possible_sexual_exploitation': 'Exploitation sexuelle possible',
  'code.case-context.possible_sexual_slavery': 'Esclavage sexuel possible',
  'code.case-context.harmful_traditional_practice': 'Pratique néfaste',
  'code.elapsed.0_3_days': 'Sous 3 jours',
  'code.elapsed.4_5_days': '4 à 5 jours',
  'code.elapsed.6_14_days': '6 à 14 jours',
  'code.elapsed.2_weeks_1_month': '2 semaines à 1 mois',
  'code.elapsed.over_1_month': 'Plus d’un mois',
  'code.urgent-care.hiv_prevention': 'Prévention du VIH après un viol : sous 72 heures',
  'code.urgent-care.emergency_contraception':
    'Contraception d’urgence après un viol : sous 120 heures',
}
