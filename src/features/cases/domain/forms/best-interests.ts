import type { Form } from '../../../forms/index.js'
import { interestProcedures, interestQuestions } from './code-lists-services.js'
import { say } from './words.js'

/**
 * What is best for a child, and how one came to think so. It stands under Services because every
 * agency that helps to decide has to read it; what may not be shared stays in its own section.
 */
export const bestInterestsForm: Form = {
  code: 'best-interests',
  section: 'services',
  title: say(
    'Lợi ích tốt nhất của trẻ',
    'Best interests of the child',
    'Intérêt supérieur de l’enfant',
  ),
  one: say('Một lần xem xét', 'A best interests procedure', 'Une procédure'),
  intro: say(
    'Trước mọi việc quan trọng với trẻ. Ghi lý do, không chép lại chi tiết từ các phần khác.',
    'Before any major step for a child. Write the reasons; do not repeat details of other sections.',
    'Avant toute étape importante pour un enfant. Notez les raisons, sans répéter les détails d’autres parties.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      title: say('Câu hỏi', 'Question', 'Question'),
      fields: [
        {
          code: 'procedure',
          kind: 'choice',
          list: interestProcedures,
          plain: true,
          required: 'to-save',
          label: say('Thủ tục', 'Procedure', 'Procédure'),
        },
        {
          code: 'question',
          kind: 'choice',
          list: interestQuestions,
          plain: true,
          required: 'to-save',
          label: say('Cần quyết định điều gì?', 'What is to be decided?', 'Que faut-il décider ?'),
        },
        {
          code: 'questionDetails',
          kind: 'text',
          maxLength: 500,
          label: say('Cụ thể', 'In words', 'En clair'),
        },
        {
          code: 'startedOn',
          kind: 'date',
          only: 'past',
          label: say('Bắt đầu ngày', 'Begun on', 'Commencée le'),
        },
        {
          code: 'options',
          kind: 'long-text',
          maxLength: 5000,
          required: 'to-complete',
          label: say('Các lựa chọn', 'Options', 'Options'),
        },
      ],
    },
    {
      title: say('Nghe và cân nhắc', 'Heard and weighed', 'Écouté et pesé'),
      fields: [
        {
          code: 'childView',
          kind: 'long-text',
          maxLength: 5000,
          required: 'to-complete',
          label: say('Ý kiến của trẻ', 'View of the child', 'Avis de l’enfant'),
          hint: say(
            'Bằng lời của trẻ. Nếu không theo ý trẻ, ghi vì sao và đã giải thích thế nào.',
            'In the child’s own words. If it is not followed, say why, and how that was explained.',
            'Dans ses mots. S’il n’est pas suivi, dites pourquoi et comment on l’a expliqué.',
          ),
        },
        {
          code: 'caregiverViews',
          kind: 'long-text',
          maxLength: 3000,
          label: say('Ý kiến của người chăm sóc', 'Views of caregivers', 'Avis des responsables'),
          hint: say(
            'Người bị nghi không được hỏi.',
            'Whoever is suspected is not asked.',
            'Une personne suspectée n’est pas consultée.',
          ),
        },
        {
          code: 'safety',
          kind: 'long-text',
          maxLength: 3000,
          label: say('An toàn', 'Safety', 'Sécurité'),
        },
        {
          code: 'familyAndTies',
          kind: 'long-text',
          maxLength: 3000,
          label: say(
            'Gia đình và các mối gắn bó',
            'Family and close ties',
            'Famille et liens proches',
          ),
        },
        {
          code: 'identityAndCulture',
          kind: 'long-text',
          maxLength: 3000,
          label: say(
            'Bản sắc, ngôn ngữ, văn hoá',
            'Identity, language, culture',
            'Identité, langue, culture',
          ),
        },
        {
          code: 'development',
          kind: 'long-text',
          maxLength: 3000,
          label: say(
            'Phát triển, học tập, sức khoẻ',
            'Development, school, health',
            'Développement, école, santé',
          ),
        },
        {
          code: 'sources',
          kind: 'text',
          maxLength: 1000,
          label: say('Nguồn thông tin', 'Sources of information', 'Sources d’information'),
        },
      ],
    },
    {
      title: say('Quyết định', 'Decision', 'Décision'),
      fields: [
        {
          code: 'panel',
          kind: 'long-text',
          maxLength: 1000,
          when: { field: 'procedure', is: ['determination'] },
          label: say('Thành viên hội đồng', 'Members of the panel', 'Membres du collège'),
        },
        {
          code: 'decision',
          kind: 'long-text',
          maxLength: 5000,
          required: 'to-complete',
          label: say('Quyết định và lý do', 'Decision and reasons', 'Décision et raisons'),
        },
        {
          code: 'dissent',
          kind: 'long-text',
          maxLength: 2000,
          when: { field: 'procedure', is: ['determination'] },
          label: say('Ý kiến khác', 'Dissent', 'Avis divergent'),
        },
        {
          code: 'decidedOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày quyết định', 'Decided on', 'Décidé le'),
        },
        {
          code: 'reviewOn',
          kind: 'date',
          label: say('Xem lại ngày', 'To be looked at again on', 'À revoir le'),
        },
      ],
    },
  ],
}
