import type { FieldGroup } from '../../../forms/index.js'
import {
  abductions,
  datePrecisions,
  harmfulPractices,
  perpetratorAges,
  perpetratorNumbers,
  perpetratorRelations,
  perpetratorSexes,
  places,
  timesOfDay,
} from './code-lists-incident.js'
import { countries } from './code-lists-origin.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

export const whatHappened = ({ incidentTypes, provinces }: KnownLists): FieldGroup => ({
  title: say('Chuyện gì đã xảy ra?', 'What happened?', 'Que s’est-il passé ?'),
  fields: [
    {
      code: 'type',
      kind: 'choice',
      list: incidentTypes,
      plain: true,
      required: 'to-save',
      label: say('Loại sự việc', 'Kind of incident', 'Type de faits'),
      hint: say(
        'Tính theo tuổi khi sự việc xảy ra: dưới 18 tuổi, hình ảnh nhạy cảm bị lạm dụng luôn là xâm hại trẻ em. Phân loại không quyết định dịch vụ nào được giúp.',
        'By the age at the time: under 18, misused intimate images are always abuse of a child. The kind never decides which help is offered.',
        'Selon l’âge au moment des faits : avant 18 ans, des images intimes détournées sont toujours un abus d’enfant. Le type ne décide jamais de l’aide proposée.',
      ),
    },
    {
      code: 'narrative',
      kind: 'long-text',
      maxLength: 10_000,
      label: say('Kể lại', 'Account', 'Récit'),
      hint: say(
        'Bằng lời của người đó, không hỏi lại điều đã kể cho nơi khác. Không mô tả hình ảnh.',
        'In the person’s words; do not ask again what was told elsewhere. Do not describe images.',
        'Dans ses mots ; ne redemandez pas ce qui a déjà été raconté ailleurs. Ne décrivez pas d’images.',
      ),
    },
    {
      code: 'occurredOn',
      kind: 'date',
      only: 'past',
      label: say('Xảy ra ngày nào?', 'On which day?', 'Quel jour ?'),
      hint: say(
        'Sau hiếp dâm, chăm sóc y tế trong 72 giờ (phòng HIV) và 120 giờ (tránh thai khẩn cấp) rất quan trọng. Để trống nếu chưa rõ.',
        'After rape, care within 72 hours (to prevent HIV) and 120 hours (emergency contraception) matters greatly. Leave empty if not known.',
        'Après un viol, des soins sous 72 heures (prévention du VIH) et 120 heures (contraception d’urgence) comptent beaucoup. Laissez vide si inconnu.',
      ),
    },
    {
      code: 'datePrecision',
      kind: 'choice',
      list: datePrecisions,
      label: say(
        'Ngày này chính xác đến đâu?',
        'How exact is this day?',
        'Ce jour est-il précis ?',
      ),
    },
    {
      code: 'timeOfDay',
      kind: 'choice',
      list: timesOfDay,
      label: say('Lúc nào trong ngày?', 'At what time of day?', 'À quel moment de la journée ?'),
    },
    {
      code: 'ongoing',
      kind: 'yes-no',
      required: 'to-save',
      label: say('Còn đang diễn ra không?', 'Still going on?', 'Est-ce toujours en cours ?'),
    },
    {
      code: 'place',
      kind: 'choice',
      list: places,
      plain: true,
      label: say('Ở đâu?', 'Where?', 'Où ?'),
    },
    {
      code: 'placeProvince',
      kind: 'choice',
      list: provinces,
      label: say(
        'Ở tỉnh, thành phố nào của Việt Nam?',
        'In which province of Viet Nam?',
        'Dans quelle province du Viet Nam ?',
      ),
      hint: say(
        'Theo tên hiện nay, cả với việc xảy ra trước khi sáp nhập.',
        'As it is called today, also for what happened before provinces merged.',
        'Sous son nom actuel, même pour des faits d’avant les fusions.',
      ),
    },
    {
      code: 'placeCommune',
      kind: 'text',
      maxLength: 200,
      commune: { province: 'placeProvince', on: 'occurredOn' },
      label: say(
        'Xã, phường, đặc khu nơi xảy ra',
        'Commune, ward or special zone where it happened',
        'Commune, quartier ou zone spéciale des faits',
      ),
      hint: say(
        'Tên lúc đó hay tên hiện nay đều được. Chỉ người xem được phần Sự việc mới thấy.',
        'Its name then or today. Only who sees this section sees it.',
        'Son nom d’alors ou d’aujourd’hui. Seul qui voit cette partie le voit.',
      ),
    },
    {
      code: 'placeDetails',
      kind: 'text',
      maxLength: 500,
      label: say('Nơi cụ thể', 'The place in words', 'Le lieu en clair'),
    },
    {
      code: 'country',
      kind: 'choice',
      list: countries,
      plain: true,
      when: { field: 'place', is: ['abroad', 'compound', 'border'] },
      label: say('Ở nước nào?', 'In which country?', 'Dans quel pays ?'),
    },
  ],
})

export const whoDidIt: FieldGroup = {
  title: say('Người bị cho là gây hại', 'Whoever is said to have done it', 'Auteur présumé'),
  fields: [
    {
      code: 'perpetratorRelation',
      kind: 'choice',
      list: perpetratorRelations,
      plain: true,
      label: say(
        'Quan hệ với người được hỗ trợ',
        'Relation to the person',
        'Lien avec la personne',
      ),
      hint: say(
        'Nhiều người thì chọn người gần nhất. Tên và tài khoản ghi ở “Người bị cho là gây hại”.',
        'If there are several, the closest. Names belong under “Alleged perpetrators”.',
        'S’il y en a plusieurs, le plus proche. Les noms vont sous « Auteurs présumés ».',
      ),
    },
    {
      code: 'perpetratorNumber',
      kind: 'choice',
      list: perpetratorNumbers,
      plain: true,
      label: say('Có mấy người?', 'How many?', 'Combien ?'),
    },
    {
      code: 'perpetratorSex',
      kind: 'choice',
      list: perpetratorSexes,
      plain: true,
      label: say('Giới tính', 'Sex', 'Sexe'),
    },
    {
      code: 'perpetratorAge',
      kind: 'choice',
      list: perpetratorAges,
      plain: true,
      label: say('Nhóm tuổi', 'Age group', 'Tranche d’âge'),
    },
    {
      code: 'perpetratorCanReach',
      kind: 'yes-no',
      label: say(
        'Người này còn tiếp cận được người được hỗ trợ không?',
        'Can they still reach the person?',
        'Peut-il encore approcher la personne ?',
      ),
      hint: say(
        'Nếu có: đánh giá lại nguy cơ ngay.',
        'If so, assess the risk again at once.',
        'Si oui, réévaluez le risque tout de suite.',
      ),
    },
    {
      code: 'offenderIsChild',
      kind: 'yes-no',
      label: say(
        'Người gây hại dưới 18 tuổi?',
        'Is the one who harmed under 18?',
        'L’auteur a-t-il moins de 18 ans ?',
      ),
      hint: say(
        'Trẻ gây hại cũng cần được giúp, không chỉ bị xử lý.',
        'A child who harms needs help too, not only proceedings.',
        'Un enfant qui nuit a aussi besoin d’aide, pas seulement de poursuites.',
      ),
    },
  ],
}

export const howItCounts = ({
  gbvCoreTypes,
  otherIncidentTypes,
  concerns,
}: KnownLists): FieldGroup => ({
  title: say('Phân loại', 'Classification', 'Classification'),
  fields: [
    {
      code: 'gbvCoreType',
      kind: 'choice',
      list: gbvCoreTypes,
      plain: true,
      label: say(
        'Bạo lực giới: câu nào đúng đầu tiên?',
        'Gender-based violence: which question is answered yes first?',
        'Violence basée sur le genre : quelle première question reçoit un oui ?',
      ),
      hint: say(
        'Đọc từ trên xuống và dừng ở câu đầu tiên trả lời “có”. Bạo lực qua công nghệ không có loại riêng: chọn theo hành vi.',
        'Read from the top and stop at the first yes. Violence through technology has no type of its own: go by the act.',
        'Lisez de haut en bas et arrêtez-vous au premier oui. La violence par la technologie n’a pas de type propre : selon l’acte.',
      ),
    },
    {
      code: 'goodsExchanged',
      kind: 'yes-no',
      label: say(
        'Có đổi tiền, đồ vật, quyền lợi hoặc dịch vụ không?',
        'Were money, goods, benefits or services exchanged?',
        'De l’argent, des biens, avantages ou services ont-ils été échangés ?',
      ),
    },
    {
      code: 'abduction',
      kind: 'choice',
      list: abductions,
      plain: true,
      label: say(
        'Lúc đó có bị bắt giữ không?',
        'Was the person held or taken away at the time?',
        'La personne était-elle enlevée ou retenue à ce moment ?',
      ),
    },
    {
      code: 'harmfulPractice',
      kind: 'choice',
      list: harmfulPractices,
      plain: true,
      label: say(
        'Có liên quan tập tục có hại không?',
        'Was a harmful practice involved?',
        'Une pratique néfaste était-elle en jeu ?',
      ),
    },
    {
      code: 'underCoercion',
      kind: 'yes-no',
      label: say(
        'Người đó bị ép làm điều trái pháp luật?',
        'Was the person made to break the law?',
        'La personne a-t-elle été forcée à enfreindre la loi ?',
      ),
      hint: say(
        'Ví dụ bị ép lừa đảo trên mạng. Xác định nạn nhân trước khi xem xét trách nhiệm.',
        'Forced to run online scams, say. Identify the victim before anybody speaks of guilt.',
        'Forcée d’escroquer en ligne, par exemple. Identifier la victime avant de parler de faute.',
      ),
    },
    {
      code: 'coercionSource',
      kind: 'text',
      maxLength: 500,
      when: { field: 'underCoercion', is: ['yes'] },
      label: say('Biết điều này từ đâu?', 'How is this known?', 'Comment le sait-on ?'),
    },
    {
      code: 'protectionConcerns',
      kind: 'choices',
      list: concerns,
      plain: true,
      label: say('Vấn đề cần bảo vệ', 'Protection concerns', 'Préoccupations de protection'),
    },
    {
      code: 'otherTypes',
      kind: 'choices',
      list: otherIncidentTypes,
      plain: true,
      label: say('Loại sự việc khác kèm theo', 'Other kinds beside it', 'Autres types de faits'),
    },
  ],
})
