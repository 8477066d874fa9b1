import type { Form } from '../../../forms/index.js'
import {
  authorities,
  complaintStates,
  legalAidStates,
  legalWishes,
  penalArticles,
} from './code-lists-legal.js'
import { notesField } from './fields.js'
import { say } from './words.js'

/** What the person wants of the law. Help never depends on a complaint. */
export const legalForm: Form = {
  code: 'legal',
  section: 'legal',
  title: say('Pháp lý', 'Legal', 'Juridique'),
  intro: say(
    'Việc giúp đỡ không phụ thuộc vào việc có trình báo hay không. Giải thích quyền trước, rồi mới hỏi mong muốn.',
    'Help never depends on a report to police. Explain the rights first, then ask for wishes.',
    'L’aide ne dépend jamais d’une plainte. Expliquez d’abord les droits, puis demandez les souhaits.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'wishes',
          kind: 'choices',
          list: legalWishes,
          required: 'to-complete',
          label: say('Người đó muốn gì?', 'What does the person want?', 'Que veut la personne ?'),
        },
        {
          code: 'victimViews',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Ý kiến của nạn nhân', 'Views of the victim', 'Avis de la victime'),
          hint: say(
            'Điều người đó muốn cơ quan tố tụng nghe, bằng lời của họ (Công ước Hà Nội, Điều 34).',
            'What the person wants the authorities to hear, in their own words (Hanoi Convention, art. 34).',
            'Ce que la personne veut faire entendre aux autorités, dans ses mots (Convention de Hanoï, art. 34).',
          ),
        },
        {
          code: 'fears',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Điều làm người đó sợ', 'What the person fears', 'Ce que la personne craint'),
          hint: say(
            'Trả thù, đe doạ, lộ hình ảnh, bị xử phạt.',
            'Revenge, threats, images becoming known, being punished.',
            'Vengeance, menaces, images révélées, sanctions.',
          ),
        },
        {
          code: 'legalAid',
          kind: 'choice',
          list: legalAidStates,
          label: say('Trợ giúp pháp lý', 'Legal aid', 'Aide juridique'),
        },
        {
          code: 'lawyer',
          kind: 'text',
          maxLength: 300,
          when: { field: 'legalAid', is: ['appointed'] },
          label: say('Người trợ giúp pháp lý, luật sư', 'Lawyer', 'Avocat'),
        },
        {
          code: 'lawyerContact',
          kind: 'text',
          maxLength: 200,
          when: { field: 'legalAid', is: ['appointed'] },
          label: say(
            'Cách liên lạc với luật sư',
            'How to reach the lawyer',
            'Comment joindre l’avocat',
          ),
        },
        {
          code: 'evidence',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Bằng chứng có ở đâu?', 'Where is the evidence?', 'Où sont les preuves ?'),
          hint: say(
            'Chỉ ghi đang ở đâu, ai giữ. Không lưu hình ảnh xâm hại.',
            'Only where it is and who keeps it. Never keep abusive images.',
            'Seulement où elles sont et qui les garde. Ne conservez jamais d’images d’abus.',
          ),
        },
        notesField,
      ],
    },
  ],
}

/** One complaint or report to an authority. */
export const legalComplaintForm: Form = {
  code: 'legal-complaint',
  section: 'legal',
  title: say('Đơn, tin báo', 'Complaints', 'Plaintes'),
  one: say('Một đơn, tin báo', 'A complaint', 'Une plainte'),
  intro: say(
    'Do người đó hoặc người đại diện nộp. Báo tin theo nghĩa vụ luật định được ghi ở mục Đồng thuận.',
    'Made by the person or their representative. Reports that the law demands are recorded under Consents.',
    'Faite par la personne ou son représentant. Les signalements imposés par la loi se notent sous Consentements.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'authority',
          kind: 'choice',
          list: authorities,
          plain: true,
          required: 'to-save',
          label: say('Nộp cho cơ quan nào?', 'To which authority?', 'À quelle autorité ?'),
        },
        {
          code: 'authorityName',
          kind: 'text',
          maxLength: 300,
          label: say('Tên cơ quan, cán bộ phụ trách', 'Office and officer', 'Service et agent'),
        },
        {
          code: 'filedOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày nộp', 'Filed on', 'Déposée le'),
        },
        {
          code: 'number',
          kind: 'text',
          maxLength: 100,
          label: say('Số thụ lý', 'Number', 'Numéro'),
        },
        {
          code: 'statutes',
          kind: 'choices',
          list: penalArticles,
          plain: true,
          label: say('Điều luật nêu ra', 'Articles named', 'Articles cités'),
          hint: say(
            'Ngưỡng tuổi của Bộ luật Hình sự là 16, của Công ước là 18. Các điều này chưa được luật sư đối chiếu.',
            'The Penal Code draws the line at 16, the Convention at 18. No lawyer has checked these articles.',
            'Le Code pénal fixe la limite à 16 ans, la Convention à 18. Aucun juriste n’a vérifié ces articles.',
          ),
        },
        {
          code: 'otherStatute',
          kind: 'text',
          maxLength: 300,
          label: say('Điều luật khác', 'Other provision', 'Autre disposition'),
        },
        {
          code: 'state',
          kind: 'choice',
          list: complaintStates,
          plain: true,
          required: 'to-save',
          label: say('Đang ở bước nào?', 'Where does it stand?', 'Où en est-elle ?'),
        },
        {
          code: 'nextStep',
          kind: 'text',
          maxLength: 500,
          label: say('Bước tiếp theo', 'Next step', 'Prochaine étape'),
        },
        {
          code: 'outcome',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Kết quả', 'Outcome', 'Issue'),
        },
      ],
    },
  ],
}
