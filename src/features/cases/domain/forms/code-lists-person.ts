import { codeList } from './code-list.js'
import { say } from './words.js'

const htcds = 'HTCDS 2.0 (IOM, CC BY 4.0)'

export const ageSources = codeList('age-source', {
  document: say('Giấy tờ', 'A document', 'Un document'),
  person: say('Lời người đó', 'The person says so', 'La personne le dit'),
  family: say('Lời người thân', 'A relative says so', 'Un proche le dit'),
  estimate: say('Ước lượng', 'An estimate', 'Une estimation'),
  doubted: [
    say('Đang có nghi ngờ', 'In doubt', 'Âge contesté'),
    say(
      'Có thể là trẻ em thì coi là trẻ em.',
      'Whoever may be a child is treated as one.',
      'Qui est peut-être enfant est traité comme tel.',
    ),
  ],
})

/** `prs_Gender`: how the person lives, not the sex written at birth. */
export const genders = codeList(
  'gender',
  {
    Feminine: say('Nữ', 'Woman or girl', 'Femme ou fille'),
    Masculine: say('Nam', 'Man or boy', 'Homme ou garçon'),
    TransgenderFeminine: say('Chuyển giới nữ', 'Transgender woman', 'Femme transgenre'),
    TransgenderMasculine: say('Chuyển giới nam', 'Transgender man', 'Homme transgenre'),
    NonConforming: say('Phi nhị nguyên giới, khác', 'Non-binary or other', 'Non binaire ou autre'),
    NonSpecifiedUnknown: say('Không nói', 'Not said', 'Non précisée'),
  },
  htcds,
)

/** `prs_MaritalStatus`. */
export const maritalStatuses = codeList(
  'marital-status',
  {
    Single: say('Độc thân', 'Single', 'Célibataire'),
    Married: say('Đã kết hôn', 'Married', 'Mariée'),
    RegisteredPartnership: say(
      'Sống chung có đăng ký',
      'Registered partnership',
      'Partenariat enregistré',
    ),
    x_LivingTogether: say(
      'Sống chung như vợ chồng, không đăng ký',
      'Living together, not registered',
      'Vie commune non enregistrée',
    ),
    Separated: say('Ly thân', 'Separated', 'Séparée'),
    Divorced: say('Đã ly hôn', 'Divorced', 'Divorcée'),
    Widowed: say('Goá', 'Widowed', 'Veuve'),
  },
  `${htcds}; x_ is ours`,
)

/** `prs_HighestLevelOfEducation`, in words of the Vietnamese school. */
export const educationLevels = codeList(
  'education-level',
  {
    x_None: say('Chưa từng đi học', 'Never went to school', 'Jamais scolarisée'),
    EarlyChildhoodEducation: say('Mầm non', 'Early childhood', 'Maternelle'),
    PrimaryEducation: say('Tiểu học', 'Primary', 'Primaire'),
    LowerSecondaryEducation: say('Trung học cơ sở', 'Lower secondary', 'Collège'),
    UpperSecondaryEducation: say('Trung học phổ thông', 'Upper secondary', 'Lycée'),
    PostSecondaryNonTertiaryEducation: say(
      'Sơ cấp, trung cấp nghề',
      'Vocational, not tertiary',
      'Formation professionnelle, hors supérieur',
    ),
    ShortCycleTertiaryEducation: say('Cao đẳng', 'Short-cycle tertiary', 'Supérieur court'),
    BachelorsOrEquivalentLevel: say('Đại học', 'Bachelor’s degree', 'Licence'),
    MastersOrEquivalentLevel: say('Thạc sĩ', 'Master’s degree', 'Master'),
    DoctoralOrEquivalentLevel: say('Tiến sĩ', 'Doctorate', 'Doctorat'),
  },
  `${htcds}, after ISCED 2011; x_ is ours`,
)

export const occupations = codeList('occupation', {
  student: say('Đang đi học', 'At school or university', 'Élève ou étudiante'),
  employed: say('Làm công ăn lương', 'Employed', 'Salariée'),
  self_employed: say(
    'Tự làm, buôn bán nhỏ',
    'Self-employed, small trade',
    'Indépendante, petit commerce',
  ),
  casual: say('Việc thời vụ', 'Casual work', 'Travail occasionnel'),
  unpaid_family: say(
    'Làm việc nhà không lương',
    'Unpaid work in the family',
    'Travail familial non rémunéré',
  ),
  none: say('Không có việc', 'No work', 'Sans travail'),
  unable: say('Không làm việc được', 'Unable to work', 'Dans l’incapacité de travailler'),
  held: [
    say('Bị ép làm việc', 'Made to work', 'Travail forcé'),
    say(
      'Ghi chi tiết ở phần Sự việc và Mua bán người.',
      'Details belong under Incident and Trafficking.',
      'Les détails vont dans les parties Faits et Traite.',
    ),
  ],
})

export const documentsHeld = codeList('document-held', {
  birth_certificate: say('Giấy khai sinh', 'Birth certificate', 'Acte de naissance'),
  identity_card: say('Căn cước, căn cước công dân', 'Identity card', 'Carte d’identité'),
  passport: say('Hộ chiếu', 'Passport', 'Passeport'),
  travel_paper: say('Giấy thông hành', 'Laissez-passer', 'Laissez-passer'),
  residence: say('Xác nhận cư trú', 'Proof of residence', 'Preuve de résidence'),
  marriage_certificate: say('Giấy chứng nhận kết hôn', 'Marriage certificate', 'Acte de mariage'),
  health_insurance: say('Thẻ bảo hiểm y tế', 'Health insurance card', 'Carte d’assurance maladie'),
  disability_certificate: say(
    'Giấy xác nhận khuyết tật',
    'Disability certificate',
    'Certificat de handicap',
  ),
  victim_certificate: say(
    'Giấy xác nhận nạn nhân bị mua bán',
    'Paper confirming a victim of trafficking',
    'Attestation de victime de traite',
  ),
  other: say('Giấy tờ khác', 'Another document', 'Autre document'),
  taken_away: say('Bị người khác giữ', 'Kept by somebody else', 'Retenus par quelqu’un d’autre'),
  none: say('Không có giấy tờ', 'None', 'Aucun'),
})
