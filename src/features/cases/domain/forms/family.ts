import type { Form } from '../../../forms/index.js'
import { careArrangements, separations } from './code-lists-family.js'
import type { KnownLists } from './known-lists.js'
import { say } from './words.js'

/** With whom the person lives, and who answers for a child. */
export const familyForm = ({ caregiverStates }: KnownLists): Form => ({
  code: 'family',
  section: 'family',
  title: say('Gia đình và hộ', 'Family and household', 'Famille et foyer'),
  intro: say(
    'Từng người thân ghi ở “Người liên quan”. Người bị nghi gây hại không được hỏi ý kiến và không được báo.',
    'Each relative is written under “People around”. Whoever is suspected is neither asked nor told.',
    'Chaque proche s’écrit sous « Entourage ». Une personne suspectée n’est ni consultée ni informée.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      title: say('Người chăm sóc', 'Caregiver', 'Personne responsable'),
      fields: [
        {
          code: 'caregiver',
          kind: 'choice',
          list: caregiverStates,
          required: 'to-complete',
          label: say('Cha mẹ, người giám hộ', 'Parent or guardian', 'Parent ou tuteur'),
        },
        {
          code: 'informed',
          kind: 'yes-no',
          when: { field: 'caregiver', is: ['known'] },
          label: say(
            'Người này đã biết sự việc chưa?',
            'Do they know what happened?',
            'Cette personne est-elle au courant ?',
          ),
        },
        {
          code: 'whyNotInformed',
          isAboutAnother: true,
          kind: 'long-text',
          maxLength: 1000,
          when: { field: 'informed', is: ['no'] },
          label: say('Vì sao chưa báo?', 'Why not?', 'Pourquoi pas ?'),
        },
        {
          code: 'suspected',
          kind: 'yes-no',
          when: { field: 'caregiver', is: ['known'] },
          label: say(
            'Có nghi người này gây hại hoặc che giấu không?',
            'Are they suspected of the harm, or of shielding it?',
            'Cette personne est-elle suspectée des faits, ou de les couvrir ?',
          ),
          hint: say(
            'Nếu có: không báo cho họ, không hỏi ý kiến họ; chữ ký của họ không có giá trị.',
            'If so: do not tell them, do not ask them; their signature does not count.',
            'Si oui : ne les informez pas, ne les consultez pas ; leur signature ne compte pas.',
          ),
        },
        {
          code: 'careArrangement',
          kind: 'choice',
          list: careArrangements,
          label: say(
            'Hiện sống với ai?',
            'Who does the person live with now?',
            'Avec qui la personne vit-elle maintenant ?',
          ),
        },
        {
          code: 'separation',
          kind: 'choice',
          list: separations,
          label: say(
            'Trẻ có bị chia cắt khỏi gia đình không?',
            'Is the child separated from the family?',
            'L’enfant est-il séparé de sa famille ?',
          ),
        },
      ],
    },
    {
      title: say('Hộ gia đình', 'Household', 'Foyer'),
      fields: [
        {
          code: 'householdSize',
          kind: 'number',
          min: 1,
          max: 60,
          label: say(
            'Số người trong hộ',
            'People in the household',
            'Nombre de personnes au foyer',
          ),
        },
        {
          code: 'childrenInHousehold',
          kind: 'number',
          min: 0,
          max: 40,
          label: say(
            'Trong đó số trẻ em dưới 18 tuổi',
            'Of these, children under 18',
            'Dont enfants de moins de 18 ans',
          ),
        },
        {
          code: 'childHeaded',
          kind: 'yes-no',
          label: say('Trẻ em làm chủ hộ?', 'Headed by a child?', 'Foyer dirigé par un enfant ?'),
          hint: say(
            'Một người dưới 18 tuổi lo cho cả nhà.',
            'Somebody under 18 provides for the others.',
            'Une personne de moins de 18 ans s’occupe des autres.',
          ),
        },
        {
          code: 'otherChildrenAtRisk',
          isAboutAnother: true,
          kind: 'yes-no',
          label: say(
            'Có trẻ khác mà người bị nghi có thể tiếp cận không?',
            'Can those suspected reach other children?',
            'Les personnes suspectées peuvent-elles approcher d’autres enfants ?',
          ),
          hint: say(
            'Nếu có: mỗi trẻ cần một hồ sơ riêng.',
            'If so, each child needs a case of their own.',
            'Si oui, chaque enfant a besoin d’un dossier à lui.',
          ),
        },
        {
          code: 'otherChildren',
          isAboutAnother: true,
          kind: 'long-text',
          maxLength: 1000,
          when: { field: 'otherChildrenAtRisk', is: ['yes'] },
          label: say('Đó là những trẻ nào?', 'Which children?', 'Quels enfants ?'),
        },
        {
          code: 'livelihood',
          kind: 'long-text',
          maxLength: 1000,
          label: say(
            'Thu nhập và chỗ ở của gia đình',
            'Income and housing of the family',
            'Revenus et logement de la famille',
          ),
        },
        {
          code: 'strengths',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Điểm mạnh, ai trong nhà giúp được',
            'Strengths, who in the family can help',
            'Points forts, qui dans la famille peut aider',
          ),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 20_000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
})
