import type { Form } from '../../../forms/index.js'
import {
  apps,
  controls,
  decidingBodies,
  exploitations,
  forcedCrimes,
  recruitments,
  traffickerRelations,
  traffickingStatuses,
} from './code-lists-htcds.js'
import { countries } from './code-lists-origin.js'
import { say } from './words.js'

/** How the person was recruited, held and exploited; codes of HTCDS, so that they can be exchanged. */
export const traffickingForm: Form = {
  code: 'trafficking',
  section: 'reintegration',
  title: say('Mua bán người', 'Trafficking', 'Traite'),
  intro: say(
    'Dùng khi có dấu hiệu mua bán người. Không hỏi lại điều công an đã hỏi.',
    'Where there are signs of trafficking. Do not ask again what police have asked.',
    'En cas de signes de traite. Ne redemandez pas ce que la police a demandé.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      title: say('Tuyển mộ', 'Recruitment', 'Recrutement'),
      fields: [
        {
          code: 'recruitment',
          kind: 'choices',
          list: recruitments,
          plain: true,
          label: say(
            'Bị đưa vào bằng cách nào?',
            'How was the person recruited?',
            'Comment la personne a-t-elle été recrutée ?',
          ),
        },
        {
          code: 'recruitmentApps',
          kind: 'choices',
          list: apps,
          plain: true,
          when: {
            field: 'recruitment',
            is: ['ThroughOnlineSocialNetworks', 'ThroughAnOnlineAdvertisement'],
          },
          label: say('Qua nền tảng nào?', 'Through which platform?', 'Par quelle plateforme ?'),
        },
        {
          code: 'traffickerRelation',
          kind: 'choice',
          list: traffickerRelations,
          plain: true,
          label: say(
            'Quan hệ với kẻ mua bán người',
            'Relation to the trafficker',
            'Lien avec le trafiquant',
          ),
        },
        {
          code: 'ageWhenTrafficked',
          kind: 'number',
          min: 0,
          max: 120,
          label: say('Tuổi lúc đó', 'Age at the time', 'Âge à ce moment'),
          hint: say(
            'Dưới 18 tuổi: không cần chứng minh bị ép hay bị lừa (Luật 53/2024/QH15).',
            'Under 18, no force or deceit has to be shown (Law 53/2024/QH15).',
            'Avant 18 ans, ni contrainte ni tromperie à prouver (loi 53/2024/QH15).',
          ),
        },
        {
          code: 'promised',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Đã được hứa điều gì?', 'What was promised?', 'Qu’avait-on promis ?'),
        },
      ],
    },
    {
      title: say('Bóc lột', 'Exploitation', 'Exploitation'),
      fields: [
        {
          code: 'exploitation',
          kind: 'choices',
          list: exploitations,
          plain: true,
          required: 'to-complete',
          label: say('Hình thức bóc lột', 'Forms of exploitation', 'Formes d’exploitation'),
        },
        {
          code: 'forcedCrimes',
          kind: 'choices',
          list: forcedCrimes,
          plain: true,
          when: { field: 'exploitation', is: ['x_ForcedCriminality'] },
          label: say('Bị ép làm gì?', 'Made to do what?', 'Forcée à quoi ?'),
        },
        {
          code: 'controls',
          kind: 'choices',
          list: controls,
          plain: true,
          label: say(
            'Bị giữ bằng cách nào?',
            'How was the person kept there?',
            'Comment la personne était-elle retenue ?',
          ),
        },
        {
          code: 'country',
          kind: 'choice',
          list: countries,
          plain: true,
          label: say('Bị bóc lột ở nước nào?', 'In which country?', 'Dans quel pays ?'),
        },
        {
          code: 'placeDetails',
          kind: 'text',
          maxLength: 500,
          label: say(
            'Nơi cụ thể, tên khu',
            'The place, name of the compound',
            'Le lieu, nom du complexe',
          ),
        },
        {
          code: 'from',
          kind: 'date',
          only: 'past',
          label: say('Từ ngày', 'From', 'Du'),
        },
        {
          code: 'until',
          kind: 'date',
          only: 'past',
          label: say('Đến ngày', 'Until', 'Au'),
        },
        {
          code: 'othersStillThere',
          isAboutAnother: true,
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Còn ai bị giữ ở đó?',
            'Who is still held there?',
            'Qui y est encore retenu ?',
          ),
          hint: say(
            'Người này có thể cứu được người khác. Chỉ hỏi khi người đó đã ổn.',
            'This can save others. Ask only once the person is well enough.',
            'Cela peut en sauver d’autres. Ne demandez que si la personne va assez bien.',
          ),
        },
      ],
    },
  ],
}

/** One dated decision about whether the person is a victim of trafficking, or a presumption. */
export const victimStatusForm: Form = {
  code: 'victim-status',
  section: 'reintegration',
  title: say('Xác định nạn nhân', 'Identification as a victim', 'Identification comme victime'),
  one: say('Một bước xác định', 'A step of identification', 'Une étape d’identification'),
  intro: say(
    'Người đang trong quá trình xác định cũng được hỗ trợ (Luật 53/2024/QH15). Việc giúp đỡ không phụ thuộc vào lời khai.',
    'Whoever is being identified is helped too (Law 53/2024/QH15). Help never depends on testimony.',
    'Une personne en cours d’identification est aidée aussi (loi 53/2024/QH15). L’aide ne dépend jamais d’un témoignage.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      title: say('Quyết định', 'Decision', 'Décision'),
      fields: [
        {
          code: 'status',
          kind: 'choice',
          list: traffickingStatuses,
          plain: true,
          required: 'to-save',
          label: say('Tình trạng', 'Status', 'Statut'),
        },
        {
          code: 'decidedOn',
          kind: 'date',
          only: 'past',
          required: 'to-save',
          label: say('Từ ngày', 'Since', 'Depuis'),
        },
        {
          code: 'decidedBy',
          kind: 'choice',
          list: decidingBodies,
          plain: true,
          label: say('Cơ quan quyết định', 'Decided by', 'Décidé par'),
        },
        {
          code: 'instrument',
          kind: 'text',
          maxLength: 200,
          label: say('Số văn bản', 'Number of the paper', 'Numéro de l’acte'),
        },
        {
          code: 'grounds',
          kind: 'long-text',
          maxLength: 3000,
          label: say('Căn cứ', 'Grounds', 'Motifs'),
          hint: say(
            'Có cơ sở hợp lý là đủ để bắt đầu giúp đỡ; chưa cần bằng chứng.',
            'Reasonable grounds are enough to begin to help; proof comes later.',
            'Des motifs raisonnables suffisent pour commencer à aider ; la preuve vient après.',
          ),
        },
      ],
    },
    {
      title: say(
        'Thời gian hồi phục và suy nghĩ',
        'Recovery and reflection',
        'Rétablissement et réflexion',
      ),
      fields: [
        {
          code: 'reflectionFrom',
          kind: 'date',
          when: {
            field: 'status',
            is: ['PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking'],
          },
          label: say('Bắt đầu ngày', 'From', 'À partir du'),
        },
        {
          code: 'reflectionUntil',
          kind: 'date',
          when: {
            field: 'status',
            is: ['PossibleVictimOfTrafficking', 'ActualVictimOfTrafficking'],
          },
          label: say('Đến hết ngày', 'Until', 'Jusqu’au'),
          hint: say(
            'Ít nhất 30 ngày. Trong thời gian này không bị trục xuất và không phải quyết định việc hợp tác. Trẻ em được giúp mà không cần chờ.',
            'At least 30 days. During them nobody is expelled or has to decide about cooperating. Children get help without it.',
            'Au moins 30 jours, sans expulsion ni obligation de décider d’une coopération. Les enfants sont aidés sans attendre.',
          ),
        },
      ],
    },
    {
      title: say('Không xử phạt nạn nhân', 'Non-punishment', 'Non-sanction'),
      fields: [
        {
          code: 'nonPunishment',
          kind: 'yes-no',
          label: say(
            'Người đó có làm điều trái pháp luật vì bị ép không?',
            'Did the person break the law because they were forced to?',
            'La personne a-t-elle enfreint la loi sous la contrainte ?',
          ),
          hint: say(
            'Đánh dấu “có” để luật sư và cơ quan xem xét việc không xử phạt. Nguyên tắc này chưa được luật sư đối chiếu.',
            'Answer yes so that a lawyer and the authorities look at non-punishment. No lawyer has checked the principle for this system.',
            'Répondez oui pour que juriste et autorités examinent la non-sanction. Aucun juriste n’a vérifié ce principe pour ce système.',
          ),
        },
        {
          code: 'nonPunishmentDetails',
          kind: 'long-text',
          maxLength: 3000,
          when: { field: 'nonPunishment', is: ['yes'] },
          label: say(
            'Việc gì, bị ép thế nào, biết từ đâu?',
            'What, forced how, and how is it known?',
            'Quoi, sous quelle contrainte, et comment le sait-on ?',
          ),
        },
        {
          code: 'appealedOn',
          kind: 'date',
          only: 'past',
          when: { field: 'status', is: ['NotAVictimOfTrafficking'] },
          label: say('Ngày khiếu nại', 'Appealed on', 'Recours formé le'),
        },
        {
          code: 'appeal',
          kind: 'long-text',
          maxLength: 3000,
          when: { field: 'status', is: ['NotAVictimOfTrafficking'] },
          label: say('Khiếu nại và kết quả', 'Appeal and its outcome', 'Recours et issue'),
        },
      ],
    },
  ],
}
