import type { Form } from '../../../forms/index.js'
import { digitalSteps, safetyNeeds, stayingPlaces } from './code-lists-safety.js'
import { notesField } from './fields.js'
import { say } from './words.js'

/** Where the person is now and what would make that safer. */
export const safetyNeedsForm: Form = {
  code: 'safety-needs',
  section: 'safety',
  title: say('An toàn lúc này', 'Safety now', 'Sécurité actuelle'),
  intro: say(
    'Nơi ở hiện tại và điều cần để an toàn hơn. Các bước cụ thể nằm trong kế hoạch an toàn chung của nhóm.',
    'Where the person stays and what would make it safer. The steps themselves are in the team’s shared safety plan.',
    'Où la personne se trouve et ce qui la protégerait mieux. Les étapes figurent dans le plan de sécurité commun de l’équipe.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      title: say('Nơi ở', 'Place', 'Lieu'),
      fields: [
        {
          code: 'staying',
          kind: 'choice',
          list: stayingPlaces,
          required: 'to-complete',
          label: say(
            'Hiện đang ở đâu?',
            'Where does the person stay now?',
            'Où la personne se trouve-t-elle ?',
          ),
        },
        {
          code: 'stayingWhere',
          kind: 'text',
          maxLength: 500,
          label: say('Nơi cụ thể', 'The place in words', 'Le lieu en clair'),
          hint: say(
            'Chỉ người được chia sẻ phần An toàn mới thấy. Lộ nơi ở có thể gây chết người.',
            'Only those with whom Safety is shared see it. A place that leaks can kill.',
            'Seuls ceux qui voient la partie Sécurité le lisent. Un lieu révélé peut tuer.',
          ),
        },
        {
          code: 'placeKnownTo',
          kind: 'text',
          maxLength: 500,
          label: say('Ai biết nơi này?', 'Who knows the place?', 'Qui connaît ce lieu ?'),
        },
        {
          code: 'placeIsSafe',
          kind: 'yes-no',
          label: say('Ở đó có an toàn không?', 'Is it safe there?', 'Y est-elle en sécurité ?'),
        },
        {
          code: 'danger',
          kind: 'long-text',
          maxLength: 1000,
          label: say('Nguy hiểm nào đang có?', 'Which danger is there?', 'Quel danger existe ?'),
        },
      ],
    },
    {
      title: say('Điều cần', 'What is needed', 'Besoins'),
      fields: [
        {
          code: 'needs',
          kind: 'choices',
          list: safetyNeeds,
          label: say(
            'Cần gì để an toàn?',
            'What is needed to be safe?',
            'Que faut-il pour être en sécurité ?',
          ),
        },
        {
          code: 'dependants',
          kind: 'text',
          maxLength: 500,
          label: say(
            'Ai cùng cần được an toàn?',
            'Who else has to be safe?',
            'Qui d’autre doit être en sécurité ?',
          ),
          hint: say(
            'Con, người thân đi cùng.',
            'Children, relatives who come along.',
            'Enfants, proches qui accompagnent.',
          ),
        },
      ],
    },
    {
      title: say('An toàn số', 'Digital safety', 'Sécurité numérique'),
      fields: [
        {
          code: 'deviceWatched',
          kind: 'yes-no',
          label: say(
            'Có nghi điện thoại hoặc tài khoản bị theo dõi không?',
            'Might the phone or accounts be watched?',
            'Le téléphone ou les comptes sont-ils peut-être surveillés ?',
          ),
          hint: say(
            'Nếu có: đừng liên lạc qua máy đó và đừng đổi mật khẩu trên máy đó.',
            'If so: do not get in touch through that device, and change no password on it.',
            'Si oui : ne passez pas par cet appareil et n’y changez aucun mot de passe.',
          ),
        },
        {
          code: 'digitalSteps',
          kind: 'choices',
          list: digitalSteps,
          label: say('Đã làm gì?', 'What has been done?', 'Qu’a-t-on fait ?'),
        },
        notesField,
      ],
    },
  ],
}
