import { codeList } from './code-list.js'
import { say } from './words.js'

// Codes as the Human Trafficking Case Data Standard spells them; `x_` marks ours, which an export to
// HTCDS writes as `Other`. Meanings in our own words.
const htcds = 'HTCDS 2.0 (IOM, CC BY 4.0); x_ is ours'

/** `vic_TypeOfExploitation`. */
export const exploitations = codeList(
  'exploitation',
  {
    x_ForcedCriminality: say(
      'Ép phạm tội, kể cả lừa đảo trên mạng',
      'Forced criminality, online scams included',
      'Criminalité forcée, escroqueries en ligne comprises',
    ),
    ForcedLabour: say('Cưỡng bức lao động', 'Forced labour', 'Travail forcé'),
    SexualExploitation: say('Bóc lột tình dục', 'Sexual exploitation', 'Exploitation sexuelle'),
    ChildLabour: say('Lao động trẻ em', 'Child labour', 'Travail des enfants'),
    ForcedMarriage: say('Ép kết hôn', 'Forced marriage', 'Mariage forcé'),
    Servitude: say('Giúp việc như nô lệ', 'Servitude', 'Servitude'),
    ForcedBegging: say('Ép ăn xin', 'Forced begging', 'Mendicité forcée'),
    ForcedAdoption: say('Nhận con nuôi trái phép', 'Forced adoption', 'Adoption forcée'),
    Surrogacy: say('Ép mang thai hộ', 'Forced surrogacy', 'Gestation pour autrui forcée'),
    OrganRemoval: say('Lấy bộ phận cơ thể', 'Organ removal', 'Prélèvement d’organes'),
    ForcedMilitaryByNonStateActors: say(
      'Ép vào nhóm vũ trang',
      'Forced into an armed group',
      'Enrôlement forcé dans un groupe armé',
    ),
    Other: say('Hình thức khác', 'Another form', 'Autre forme'),
  },
  htcds,
)

/** `x_forcedCriminalityKind`: HTCDS has no word for it. */
export const forcedCrimes = codeList('forced-crime', {
  online_scam: say('Lừa đảo trên mạng', 'Online scams', 'Escroqueries en ligne'),
  sextortion_operator: say(
    'Tống tiền người khác bằng hình ảnh',
    'Sexual extortion of others',
    'Extorsion sexuelle d’autrui',
  ),
  money_mule: say('Cho dùng tài khoản, chuyển tiền', 'Money mule', 'Mule financière'),
  drug: say('Ma tuý', 'Drugs', 'Stupéfiants'),
  theft: say('Trộm cắp', 'Theft', 'Vol'),
  other: say('Việc khác', 'Another', 'Autre'),
})

/** `vic_MethodsOfControl`. */
export const controls = codeList(
  'method-of-control',
  {
    x_RestrictsMovement: say(
      'Giam giữ, canh gác, cấm đi lại',
      'Locked in, guarded, not free to move',
      'Enfermée, surveillée, empêchée de sortir',
    ),
    WithholdsDocuments: say('Giữ giấy tờ', 'Keeps documents', 'Confisque les papiers'),
    DebtBondage: say(
      'Ép trả nợ, nợ vô lý',
      'Debt that has to be worked off',
      'Dette à rembourser par le travail',
    ),
    FalsePromises: say('Lừa hứa', 'False promises', 'Fausses promesses'),
    PhysicalThreats: say('Doạ làm hại', 'Threats of harm', 'Menaces de violence'),
    ThreatsLawEnforcement: say(
      'Doạ báo công an, xuất nhập cảnh',
      'Threats to call police or immigration',
      'Menaces d’appeler la police ou l’immigration',
    ),
    ThreatensChildrenFamily: say(
      'Doạ hại con, gia đình',
      'Threats to children or family',
      'Menaces contre les enfants ou la famille',
    ),
    x_UsesChildren: say(
      'Dùng con để ép buộc',
      'Uses the children as leverage',
      'Se sert des enfants comme moyen de pression',
    ),
    PhysicalAbuse: say('Đánh đập, chích điện', 'Physical abuse', 'Violences physiques'),
    SexualAbuse: say('Xâm hại tình dục', 'Sexual abuse', 'Violences sexuelles'),
    PsychologicalAbuse: say(
      'Làm nhục, thao túng tinh thần',
      'Psychological abuse',
      'Violences psychologiques',
    ),
    TakesEarnings: say('Lấy tiền công', 'Takes the earnings', 'Prend les gains'),
    RestrictsFinancialAccess: say(
      'Không cho dùng tiền',
      'No access to money',
      'Prive d’accès à l’argent',
    ),
    RestrictsMedicalCare: say('Không cho chữa bệnh', 'No medical care', 'Prive de soins'),
    WithholdsNecessities: say(
      'Bỏ đói, thiếu nước, thiếu chỗ ngủ',
      'Withholds food, water or sleep',
      'Prive de nourriture, d’eau ou de sommeil',
    ),
    PsychoactiveSubstance: say('Ép dùng chất gây nghiện', 'Drugs or alcohol', 'Drogues ou alcool'),
    ExcessiveWorkingHours: say(
      'Bắt làm quá nhiều giờ',
      'Far too many working hours',
      'Horaires excessifs',
    ),
    x_RansomDemand: say('Đòi tiền chuộc', 'Ransom', 'Rançon'),
    x_SaleBetweenCompounds: say(
      'Bán qua lại giữa các khu',
      'Sold from one compound to another',
      'Vendue d’un complexe à l’autre',
    ),
    x_ForcedConfession: say(
      'Ép quay video, viết nhận tội',
      'Forced confession on film or paper',
      'Aveux forcés filmés ou écrits',
    ),
    Other: say('Cách khác', 'Another way', 'Autre moyen'),
  },
  htcds,
)

/** `vic_MethodOfRecruitment`. */
export const recruitments = codeList(
  'method-of-recruitment',
  {
    ThroughOnlineSocialNetworks: say(
      'Qua mạng xã hội',
      'Online social networks',
      'Réseaux sociaux en ligne',
    ),
    ThroughAnOnlineAdvertisement: say(
      'Quảng cáo trên mạng',
      'An online advertisement',
      'Annonce en ligne',
    ),
    ThroughFriendsOrSocialEvents: say(
      'Qua bạn bè',
      'Friends or social events',
      'Amis ou rencontres',
    ),
    ThroughFamilyOrFamilyEvents: say('Qua gia đình', 'Family or family events', 'Famille'),
    AtAPlaceOfBusiness: say(
      'Tại cửa hàng, quán, công ty môi giới',
      'At a place of business',
      'Dans un commerce',
    ),
    AtWork: say('Tại nơi làm việc', 'At work', 'Au travail'),
    AtAnEducationalInstitution: say('Tại trường học', 'At a school', 'Dans une école'),
    ThroughANewspaperAdvert: say(
      'Quảng cáo trên báo',
      'A newspaper advertisement',
      'Annonce dans un journal',
    ),
    ThroughATelevisionAdvert: say(
      'Quảng cáo trên truyền hình',
      'A television advertisement',
      'Annonce à la télévision',
    ),
    Other: say('Cách khác', 'Another way', 'Autre moyen'),
  },
  htcds,
)

/** `vic_RecruitmentWebsitesAndApps`; Zalo is what people in Viet Nam use most. */
export const apps = codeList(
  'recruitment-app',
  {
    x_Zalo: say('Zalo', 'Zalo', 'Zalo'),
    Facebook: say('Facebook', 'Facebook', 'Facebook'),
    FacebookMessenger: say('Messenger', 'Messenger', 'Messenger'),
    Telegram: say('Telegram', 'Telegram', 'Telegram'),
    TikTok: say('TikTok', 'TikTok', 'TikTok'),
    Instagram: say('Instagram', 'Instagram', 'Instagram'),
    WhatsApp: say('WhatsApp', 'WhatsApp', 'WhatsApp'),
    WeChat: say('WeChat', 'WeChat', 'WeChat'),
    Line: say('Line', 'Line', 'Line'),
    Viber: say('Viber', 'Viber', 'Viber'),
    Other: say('Nền tảng khác', 'Another', 'Autre'),
  },
  htcds,
)

/** `vic_RelationshipToTrafficker`, the odd spelling of the standard included. */
export const traffickerRelations = codeList(
  'trafficker-relation',
  {
    Familial: say('Người trong gia đình', 'Family', 'Famille'),
    Acquainted: say('Người quen', 'Acquainted', 'Connaissance'),
    Unaquainted: say('Người lạ', 'Not acquainted', 'Inconnu'),
  },
  htcds,
)

/** `vic_TraffickingStatus`. */
export const traffickingStatuses = codeList(
  'trafficking-status',
  {
    PossibleVictimOfTrafficking: [
      say('Có thể là nạn nhân', 'Presumed victim', 'Victime présumée'),
      say(
        'Đủ để được giúp đỡ: không cần chứng minh trước.',
        'Enough to be helped: nothing has to be proved first.',
        'Suffit pour être aidée : rien à prouver d’abord.',
      ),
    ],
    ActualVictimOfTrafficking: say(
      'Đã xác định là nạn nhân',
      'Identified victim',
      'Victime identifiée',
    ),
    NotAVictimOfTrafficking: say('Không phải nạn nhân', 'Not a victim', 'Non victime'),
  },
  htcds,
)

/** `vic_TraffickingStatusDecisionMakingOrg`. */
export const decidingBodies = codeList(
  'deciding-body',
  {
    Police: say(
      'Công an, Biên phòng, Cảnh sát biển',
      'Police, Border Guard, Coast Guard',
      'Police, gardes-frontières, garde-côtes',
    ),
    CourtOrProsecution: say('Toà án, Viện kiểm sát', 'Court or procuracy', 'Tribunal ou parquet'),
    NonPoliceGovernmentalOrganization: say(
      'Cơ quan nhà nước khác',
      'Another public authority',
      'Autre autorité publique',
    ),
    NGO: say('Tổ chức xã hội', 'Non-governmental organisation', 'Organisation non gouvernementale'),
    Other: say('Nơi khác', 'Another body', 'Autre instance'),
  },
  htcds,
)
