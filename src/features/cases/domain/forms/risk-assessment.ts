import type { Form } from '../../../forms/index.js'
import { dangerSigns, protectiveFactors } from './code-lists-safety.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

/** How great the danger is on one day. A new look is a new assessment, so that changes can be seen. */
export const riskAssessmentForm = ({ riskLevels, riskReasons }: KnownLists): Form => ({
  code: 'risk-assessment',
  section: 'safety',
  title: say('Đánh giá nguy cơ', 'Risk assessments', 'Évaluations du risque'),
  one: say('Một lần đánh giá nguy cơ', 'A risk assessment', 'Une évaluation du risque'),
  intro: say(
    'Mỗi lần nhìn lại là một đánh giá mới; lần cũ giữ nguyên. Kế hoạch an toàn nằm trong kế hoạch chung của nhóm, không chép lại ở đây.',
    'Each new look is a new assessment; earlier ones stay as they were. The safety plan is part of the team’s shared plan and is not repeated here.',
    'Chaque nouveau regard est une nouvelle évaluation ; les anciennes restent telles quelles. Le plan de sécurité fait partie du plan commun de l’équipe et n’est pas répété ici.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      title: say('Nguy hiểm', 'Danger', 'Danger'),
      fields: [
        {
          code: 'assessedOn',
          kind: 'date',
          only: 'past',
          required: 'to-save',
          label: say('Ngày đánh giá', 'Day of the assessment', 'Jour de l’évaluation'),
        },
        {
          code: 'immediateDanger',
          kind: 'yes-no',
          required: 'to-save',
          label: say(
            'Ngay lúc này có đang gặp nguy hiểm không?',
            'In danger right now?',
            'En danger en ce moment même ?',
          ),
          hint: say(
            'Nếu có: gọi 113, với trẻ em gọi 111, rồi mới ghi tiếp. Nguy hiểm tức thì khác với mức nguy cơ.',
            'If so: call 113, for a child 111, and only then go on writing. Immediate danger is not the same as the level of risk.',
            'Si oui : appelez le 113, pour un enfant le 111, puis seulement continuez. Le danger immédiat n’est pas la même chose que le niveau de risque.',
          ),
        },
        {
          code: 'danger',
          kind: 'long-text',
          maxLength: 1000,
          when: { field: 'immediateDanger', is: ['yes'] },
          label: say('Nguy hiểm gì?', 'Which danger?', 'Quel danger ?'),
        },
        {
          code: 'riskReasons',
          kind: 'choices',
          list: riskReasons,
          plain: true,
          label: say(
            'Có điều nào dưới đây không?',
            'Does any of these hold?',
            'L’un de ces points est-il vrai ?',
          ),
          hint: say(
            'Chỉ một điều cũng đủ để nguy cơ ở mức cao.',
            'One alone makes the risk high.',
            'Un seul suffit pour un risque élevé.',
          ),
        },
        {
          code: 'dangerSigns',
          kind: 'choices',
          list: dangerSigns,
          label: say('Dấu hiệu nguy hiểm', 'Signs of danger', 'Signes de danger'),
          hint: say(
            'Để suy nghĩ, không để cộng điểm. Bóp cổ, doạ giết và vừa chia tay là những dấu hiệu nặng nhất.',
            'To think with, not to add up. Strangling, threats to kill and a recent separation weigh most.',
            'Pour réfléchir, pas pour additionner. L’étranglement, les menaces de mort et une séparation récente pèsent le plus.',
          ),
        },
      ],
    },
    {
      title: say('Mức nguy cơ', 'Level of risk', 'Niveau de risque'),
      fields: [
        {
          code: 'level',
          kind: 'choice',
          list: riskLevels,
          plain: true,
          required: 'to-save',
          label: say(
            'Mức nguy cơ theo đánh giá của bạn',
            'Level of risk in your judgement',
            'Niveau de risque selon vous',
          ),
        },
        {
          code: 'reasoning',
          kind: 'long-text',
          maxLength: 5000,
          required: 'to-complete',
          label: say(
            'Vì sao bạn đánh giá như vậy?',
            'Why do you judge so?',
            'Pourquoi jugez-vous ainsi ?',
          ),
        },
        {
          code: 'protectiveFactors',
          kind: 'choices',
          list: protectiveFactors,
          label: say(
            'Điều đang bảo vệ người đó',
            'What protects the person',
            'Ce qui protège la personne',
          ),
        },
        {
          code: 'ownView',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Người đó thấy an toàn đến đâu?',
            'How safe does the person feel?',
            'La personne se sent-elle en sécurité ?',
          ),
          hint: say(
            'Bằng lời của họ. Lời của trẻ cũng được ghi.',
            'In their own words. A child’s words count too.',
            'Dans ses mots. Ceux d’un enfant comptent aussi.',
          ),
        },
        {
          code: 'nextReviewOn',
          kind: 'date',
          only: 'future',
          required: 'to-complete',
          label: say('Đánh giá lại vào ngày', 'To be looked at again on', 'À revoir le'),
          hint: say(
            'Nguy cơ cao: ít nhất mỗi tuần. Trung bình: hai tuần. Thấp: mỗi tháng.',
            'High risk: every week at least. Medium: every two weeks. Low: every month.',
            'Risque élevé : chaque semaine au moins. Moyen : toutes les deux semaines. Faible : chaque mois.',
          ),
        },
      ],
    },
  ],
})
