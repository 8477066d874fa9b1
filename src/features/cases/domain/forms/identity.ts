import type { Form } from '../../../forms/index.js'
import {
  ageSources,
  documentsHeld,
  educationLevels,
  genders,
  maritalStatuses,
  occupations,
} from './code-lists-person.js'
import { functionings, functioningFields } from './functioning.js'
import type { KnownLists } from './known-lists.js'
import { countries, ethnicGroups } from './code-lists-origin.js'
import { say } from './words.js'

/** Who the person is. */
export const identityForm = ({ sexes, languages, provinces }: KnownLists): Form => ({
  code: 'identity',
  section: 'identity',
  title: say('Nhân thân', 'Identity', 'Identité'),
  intro: say(
    'Chỉ hỏi điều cần cho việc giúp đỡ, và chỉ khi an toàn. Nơi tạm lánh không ghi ở đây mà ở phần An toàn.',
    'Ask only what is needed to help, and only when it is safe. A place of shelter is not written here but under Safety.',
    'Ne demandez que ce qui est utile pour aider, et seulement sans danger. Le lieu d’hébergement ne s’écrit pas ici mais dans la partie Sécurité.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      title: say('Tên và tuổi', 'Name and age', 'Nom et âge'),
      fields: [
        {
          code: 'name',
          kind: 'text',
          label: say('Họ và tên', 'Full name', 'Nom complet'),
          hint: say(
            'Viết như trên giấy tờ nếu có, đủ dấu. Để trống nếu chưa tiện hỏi.',
            'As on a document where there is one, with all marks. Leave empty if it cannot be asked yet.',
            'Comme sur une pièce d’identité s’il y en a une, avec tous les signes. Laissez vide si on ne peut pas encore demander.',
          ),
          maxLength: 200,
          required: 'to-complete',
        },
        {
          code: 'otherNames',
          kind: 'text',
          label: say('Tên thường gọi, biệt danh', 'Other names, nickname', 'Autres noms, surnom'),
          hint: say(
            'Tên người đó muốn được gọi, nếu khác. Tên tài khoản trên mạng ghi ở phần Sự việc.',
            'The name they want to be called by, if another. Names of accounts online belong under Incident.',
            'Le nom par lequel la personne souhaite être appelée, s’il diffère. Les noms de comptes en ligne vont dans la partie Faits.',
          ),
          maxLength: 200,
        },
        {
          code: 'birthDate',
          kind: 'date',
          only: 'past',
          label: say('Ngày sinh', 'Date of birth', 'Date de naissance'),
          required: 'to-complete',
        },
        {
          code: 'statedAge',
          kind: 'number',
          min: 0,
          max: 120,
          label: say(
            'Tuổi tròn, nếu không rõ ngày sinh',
            'Age in completed years, if the birth date is not known',
            'Âge en années révolues, si la date de naissance est inconnue',
          ),
          hint: say(
            'Chưa rõ tuổi thì bảo vệ như với trẻ em cho đến khi biết chắc.',
            'Where the age is not known, protect as one protects a child until it is.',
            'Quand l’âge est inconnu, protégez comme un enfant jusqu’à preuve du contraire.',
          ),
        },
        {
          code: 'ageSource',
          kind: 'choice',
          list: ageSources,
          label: say('Biết tuổi từ đâu?', 'How is the age known?', 'D’où vient l’âge ?'),
        },
        {
          code: 'sex',
          kind: 'choice',
          list: sexes,
          plain: true,
          required: 'to-save',
          label: say(
            'Giới tính, theo lời người đó',
            'Sex, as the person says',
            'Sexe, selon la personne',
          ),
        },
        {
          code: 'gender',
          kind: 'choice',
          list: genders,
          label: say(
            'Bản dạng giới, nếu người đó tự nói',
            'Gender identity, if the person tells',
            'Identité de genre, si la personne en parle',
          ),
          hint: say(
            'Không hỏi dồn và không đoán. Không ghi nếu có thể gây hại cho người đó.',
            'Do not press and do not guess. Do not record it where that could harm the person.',
            'N’insistez pas et ne devinez pas. Ne notez rien si cela peut nuire à la personne.',
          ),
        },
      ],
    },
    {
      title: say('Quê quán và ngôn ngữ', 'Origin and languages', 'Origine et langues'),
      fields: [
        {
          code: 'nationality',
          kind: 'choice',
          list: countries,
          label: say('Quốc tịch', 'Nationality', 'Nationalité'),
        },
        {
          code: 'otherNationality',
          kind: 'text',
          maxLength: 100,
          label: say(
            'Quốc tịch khác hoặc quốc tịch thứ hai',
            'Other or second nationality',
            'Autre nationalité ou deuxième nationalité',
          ),
        },
        {
          code: 'ethnicity',
          kind: 'choice',
          list: ethnicGroups,
          label: say('Dân tộc', 'Ethnic group', 'Groupe ethnique'),
        },
        {
          code: 'language',
          kind: 'choice',
          list: languages,
          plain: true,
          required: 'to-save',
          label: say('Ngôn ngữ người đó dùng', 'Language the person uses', 'Langue de la personne'),
        },
        {
          code: 'secondLanguage',
          kind: 'choice',
          list: languages,
          label: say('Ngôn ngữ khác', 'Another language', 'Autre langue'),
        },
        {
          code: 'interpreter',
          kind: 'yes-no',
          label: say(
            'Có cần phiên dịch không?',
            'Is an interpreter needed?',
            'Faut-il un interprète ?',
          ),
        },
        {
          code: 'interpreterWishes',
          kind: 'text',
          maxLength: 300,
          when: { field: 'interpreter', is: ['yes'] },
          label: say(
            'Mong muốn về người phiên dịch',
            'Wishes about the interpreter',
            'Souhaits concernant l’interprète',
          ),
          hint: say(
            'Nam hay nữ, từ nơi nào. Không nhờ người nhà, hàng xóm hay người trong nhóm bị nghi.',
            'Woman or man, from where. Never a relative, a neighbour or anyone near those suspected.',
            'Femme ou homme, de quelle région. Jamais un proche, un voisin ou l’entourage des personnes suspectées.',
          ),
        },
      ],
    },
    {
      title: say('Học tập và việc làm', 'School and work', 'École et travail'),
      fields: [
        {
          code: 'maritalStatus',
          kind: 'choice',
          list: maritalStatuses,
          label: say('Tình trạng hôn nhân', 'Marital status', 'Situation matrimoniale'),
        },
        {
          code: 'education',
          kind: 'choice',
          list: educationLevels,
          label: say(
            'Học vấn cao nhất',
            'Highest level of schooling',
            'Niveau d’études le plus élevé',
          ),
        },
        {
          code: 'inSchool',
          kind: 'yes-no',
          label: say('Hiện có đi học không?', 'In school now?', 'Scolarisée actuellement ?'),
        },
        {
          code: 'school',
          kind: 'text',
          maxLength: 200,
          when: { field: 'inSchool', is: ['yes'] },
          label: say('Trường, lớp', 'School and class', 'École et classe'),
        },
        {
          code: 'occupation',
          kind: 'choice',
          list: occupations,
          label: say('Việc làm', 'Work', 'Travail'),
        },
        {
          code: 'workplace',
          kind: 'text',
          maxLength: 200,
          when: { field: 'occupation', is: ['employed', 'self_employed', 'casual'] },
          label: say('Nơi làm việc', 'Place of work', 'Lieu de travail'),
        },
      ],
    },
    {
      title: say(
        'Khó khăn về chức năng',
        'Difficulty in functioning',
        'Difficultés fonctionnelles',
      ),
      fields: functioningFields(functionings),
    },
    {
      title: say('Giấy tờ', 'Documents', 'Documents'),
      fields: [
        {
          code: 'documents',
          kind: 'choices',
          list: documentsHeld,
          label: say(
            'Người đó đang có giấy tờ gì?',
            'Which documents does the person hold?',
            'Quels documents la personne a-t-elle ?',
          ),
        },
        {
          code: 'documentNumber',
          kind: 'text',
          maxLength: 100,
          label: say('Số giấy tờ', 'Number of the document', 'Numéro du document'),
          hint: say(
            'Chỉ ghi khi một dịch vụ cần đến.',
            'Only where a service needs it.',
            'Seulement si un service en a besoin.',
          ),
        },
        {
          code: 'documentsHeldBy',
          kind: 'text',
          maxLength: 200,
          when: { field: 'documents', is: ['taken_away'] },
          label: say(
            'Ai đang giữ giấy tờ?',
            'Who holds the documents?',
            'Qui détient les documents ?',
          ),
        },
      ],
    },
    {
      title: say('Nơi ở', 'Where the person lives', 'Lieu de vie'),
      fields: [
        {
          code: 'provinceCode',
          kind: 'choice',
          list: provinces,
          plain: true,
          label: say('Tỉnh, thành phố', 'Province or city', 'Province ou ville'),
        },
        {
          code: 'commune',
          kind: 'text',
          maxLength: 200,
          commune: { province: 'provinceCode' },
          label: say(
            'Xã, phường, đặc khu',
            'Commune, ward or special zone',
            'Commune, quartier ou zone spéciale',
          ),
          hint: say(
            'Nơi nhận chuyển gửi thấy mục này trước khi chấp nhận.',
            'A receiving unit sees this before it accepts.',
            'L’unité destinataire voit ceci avant d’accepter.',
          ),
        },
        {
          code: 'address',
          kind: 'long-text',
          maxLength: 500,
          label: say('Địa chỉ', 'Address', 'Adresse'),
          hint: say(
            'Nơi tạm lánh thì ghi ở phần An toàn, không ghi ở đây.',
            'A place of shelter belongs under Safety, not here.',
            'Un lieu d’hébergement se note dans la partie Sécurité, pas ici.',
          ),
        },
      ],
    },
  ],
})
