import { codeList } from './code-list.js'
import { say } from './words.js'

const gbvims = 'GBVIMS intake form'

export const datePrecisions = codeList('date-precision', {
  exact: say('Đúng ngày', 'That very day', 'Ce jour précis'),
  about: say('Khoảng ngày đó', 'About that day', 'Vers ce jour'),
  began: say('Bắt đầu từ ngày đó', 'It began that day', 'Cela a commencé ce jour-là'),
})

export const timesOfDay = codeList(
  'time-of-day',
  {
    morning: say('Sáng', 'Morning', 'Matin'),
    afternoon: say('Chiều', 'Afternoon', 'Après-midi'),
    evening_night: say('Tối hoặc đêm', 'Evening or night', 'Soir ou nuit'),
    several: say('Nhiều lúc', 'At various times', 'À divers moments'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  gbvims,
)

export const places = codeList('incident-place', {
  own_home: say('Nhà người đó', 'The person’s home', 'Chez la personne'),
  perpetrator_home: say('Nhà người gây hại', 'Home of the one who harmed', 'Chez l’auteur'),
  other_home: say('Nhà người khác', 'Another home', 'Chez quelqu’un d’autre'),
  school: say('Trường học', 'School', 'École'),
  on_the_way: say('Trên đường đi', 'On the way', 'En chemin'),
  work: say('Nơi làm việc', 'Place of work', 'Lieu de travail'),
  dormitory: say('Nhà trọ, ký túc xá', 'Rented room or dormitory', 'Chambre louée ou internat'),
  hotel: say('Khách sạn, nhà nghỉ', 'Hotel or guest house', 'Hôtel ou pension'),
  entertainment: say(
    'Quán, nơi giải trí',
    'Bar or place of entertainment',
    'Bar ou lieu de loisirs',
  ),
  public_place: say('Nơi công cộng', 'Public place', 'Lieu public'),
  institution: say(
    'Cơ sở chăm sóc, giam giữ',
    'Institution or detention',
    'Établissement ou détention',
  ),
  border: say('Cửa khẩu, biên giới', 'At a border', 'À une frontière'),
  compound: say(
    'Khu lừa đảo trực tuyến',
    'Online scam compound',
    'Complexe d’escroquerie en ligne',
  ),
  abroad: say('Nơi khác ở nước ngoài', 'Elsewhere abroad', 'Ailleurs à l’étranger'),
  online_only: say('Chỉ trên mạng', 'Online only', 'En ligne uniquement'),
  other: say('Nơi khác', 'Elsewhere', 'Ailleurs'),
  unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
})

/** Was the person taken away at the time? Feeds the context `possible_sexual_slavery`. */
export const abductions = codeList(
  'abduction',
  {
    none: say('Không', 'No', 'Non'),
    forced_conscription: say('Bị ép nhập ngũ', 'Forced conscription', 'Enrôlement forcé'),
    trafficked: say('Bị mua bán', 'Trafficked', 'Victime de traite'),
    other_abduction: say(
      'Bị bắt cóc, bắt giữ kiểu khác',
      'Other abduction or kidnapping',
      'Autre enlèvement ou séquestration',
    ),
  },
  gbvims,
)

export const harmfulPractices = codeList(
  'harmful-practice',
  {
    none: say('Không', 'None', 'Aucune'),
    child_marriage: say('Tảo hôn', 'Child marriage', 'Mariage d’enfants'),
    bride_capture: say(
      'Kéo vợ, bắt vợ trái ý muốn',
      'Bride capture against her will',
      'Enlèvement de la mariée contre son gré',
    ),
    marriage_among_kin: say(
      'Hôn nhân cận huyết bị ép',
      'Forced marriage among kin',
      'Mariage forcé entre proches',
    ),
    son_preference: say(
      'Bạo lực vì phải có con trai',
      'Violence over having no son',
      'Violence pour la naissance d’un fils',
    ),
    genital_mutilation: say(
      'Cắt bộ phận sinh dục nữ',
      'Female genital mutilation',
      'Mutilation génitale féminine',
    ),
    other: say('Tập tục khác', 'Another practice', 'Autre pratique'),
  },
  `${gbvims}: chosen by each country; these are ours`,
)

export const perpetratorNumbers = codeList(
  'perpetrator-number',
  {
    '1': say('Một người', 'One', 'Une'),
    '2': say('Hai người', 'Two', 'Deux'),
    '3': say('Ba người', 'Three', 'Trois'),
    more_than_3: say('Hơn ba người', 'More than three', 'Plus de trois'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  gbvims,
)

export const perpetratorSexes = codeList(
  'perpetrator-sex',
  {
    female: say('Nữ', 'Female', 'Féminin'),
    male: say('Nam', 'Male', 'Masculin'),
    both: say('Cả nam và nữ', 'Both', 'Les deux'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  gbvims,
)

export const perpetratorAges = codeList(
  'perpetrator-age',
  {
    '0-11': say('0–11 tuổi', '0–11 years', '0–11 ans'),
    '12-17': say('12–17 tuổi', '12–17 years', '12–17 ans'),
    '18-25': say('18–25 tuổi', '18–25 years', '18–25 ans'),
    '26-40': say('26–40 tuổi', '26–40 years', '26–40 ans'),
    '41-60': say('41–60 tuổi', '41–60 years', '41–60 ans'),
    '61+': say('Từ 61 tuổi', '61 years and over', '61 ans et plus'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  gbvims,
)

/** As GBVIMS counts them; `x_` for those it has no word for. */
export const perpetratorRelations = codeList(
  'perpetrator-relation',
  {
    intimate_partner_former_partner: say(
      'Vợ, chồng, người yêu, hiện tại hoặc cũ',
      'Intimate partner, present or former',
      'Partenaire intime, actuel ou ancien',
    ),
    primary_caregiver: say(
      'Người chăm sóc chính',
      'Primary caregiver',
      'Principale personne responsable',
    ),
    family_other_than_spouse_or_caregiver: say(
      'Người thân khác trong gia đình',
      'Family other than spouse or caregiver',
      'Famille autre que conjoint ou responsable',
    ),
    supervisor_employer: say(
      'Cấp trên, chủ lao động',
      'Supervisor or employer',
      'Supérieur ou employeur',
    ),
    schoolmate: say('Bạn học', 'Schoolmate', 'Camarade d’école'),
    teacher_school_official: say(
      'Thầy, cô, người của trường',
      'Teacher or school official',
      'Enseignant ou agent scolaire',
    ),
    service_provider: say(
      'Người cung cấp dịch vụ hỗ trợ',
      'Service provider',
      'Prestataire de services',
    ),
    cotenant_housemate: say('Người cùng nhà, cùng phòng', 'Co-tenant or housemate', 'Colocataire'),
    family_friend_neighbor: say(
      'Bạn của gia đình, hàng xóm',
      'Family friend or neighbour',
      'Ami de la famille ou voisin',
    ),
    other_resident_community_member: say(
      'Người khác trong cộng đồng',
      'Other member of the community',
      'Autre membre de la communauté',
    ),
    x_online_contact: say('Chỉ quen qua mạng', 'Known online only', 'Connu en ligne seulement'),
    x_recruiter_trafficker: say(
      'Người tuyển dụng, kẻ mua bán người',
      'Recruiter or trafficker',
      'Recruteur ou trafiquant',
    ),
    other: say('Khác', 'Other', 'Autre'),
    no_relation: say('Không quen biết', 'No relation', 'Aucun lien'),
    unknown: say('Chưa rõ', 'Not known', 'Pas connu'),
  },
  `${gbvims}, spelt as in Primero (not checked); x_ is ours`,
)

export const mediaKinds = codeList('media-kind', {
  photo: say('Ảnh', 'Photograph', 'Photo'),
  video: say('Đoạn phim (video)', 'Video', 'Vidéo'),
  live_stream: say('Phát trực tiếp', 'Live stream', 'Diffusion en direct'),
  generated: say('Do AI tạo hoặc chỉnh sửa', 'Made or altered by AI', 'Générée ou modifiée par IA'),
  drawing: say('Hình vẽ, hoạt hình', 'Drawing or animation', 'Dessin ou animation'),
  audio: say('Âm thanh', 'Sound', 'Son'),
  written: say('Tin nhắn, văn bản', 'Messages or text', 'Messages ou texte'),
})

export const imageConsents = codeList('image-consent', {
  yes: say('Có', 'Yes', 'Oui'),
  no: say('Không', 'No', 'Non'),
  pressured: say('Bị ép, bị lừa', 'Under pressure or deceived', 'Sous pression ou par tromperie'),
  did_not_know: say('Không hề biết', 'Did not know of it', 'L’ignorait'),
  not_asked: say('Chưa hỏi', 'Not asked', 'Pas demandé'),
})

/** Annotations of NCMEC's reports, and of ours for the context. They never hold a picture. */
export const annotations = codeList(
  'incident-annotation',
  {
    technologyFacilitated: say(
      'Dùng công nghệ',
      'Through technology',
      'Au moyen de la technologie',
    ),
    sextortion: say('Tống tiền, tống tình bằng hình ảnh', 'Sexual extortion', 'Extorsion sexuelle'),
    csamSolicitation: say(
      'Đòi hình ảnh xâm hại trẻ em',
      'Asks for images of abuse of a child',
      'Demande d’images d’abus d’enfant',
    ),
    minorToMinorInteraction: say(
      'Cả hai bên đều dưới 18 tuổi',
      'Both are under 18',
      'Les deux ont moins de 18 ans',
    ),
    possibleSelfProduction: say(
      'Có thể do chính trẻ tự chụp, tự quay',
      'Possibly made by the child',
      'Peut-être réalisée par l’enfant',
    ),
    sadisticOnlineExploitation: say(
      'Nhóm ngược đãi, ép tự làm đau',
      'Sadistic group, forced self-harm',
      'Groupe sadique, automutilation forcée',
    ),
    liveStreaming: say('Phát trực tiếp', 'Live-streamed', 'Diffusé en direct'),
    generativeAi: say('Có AI tạo sinh', 'Generative AI', 'IA générative'),
    viral: say('Lan truyền rộng', 'Spread widely', 'Largement diffusé'),
    physicalHarm: say('Có gây thương tích', 'Physical harm', 'Atteinte physique'),
    infant: say('Trẻ rất nhỏ', 'Infant or toddler', 'Très jeune enfant'),
    crossBorder: say('Xuyên biên giới', 'Across borders', 'Transfrontalier'),
    organisedGroup: say('Nhóm có tổ chức', 'Organised group', 'Groupe organisé'),
    offenderInPositionOfTrust: say(
      'Người gây hại ở vị trí được tin cậy',
      'Abuse of a position of trust',
      'Abus d’une position de confiance',
    ),
    ongoing: say('Còn đang diễn ra', 'Still going on', 'Toujours en cours'),
  },
  'CyberTipline reporting API (NCMEC); technologyFacilitated, crossBorder, organisedGroup, offenderInPositionOfTrust, ongoing are ours',
)
