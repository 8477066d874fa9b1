import type { Form } from '../../../forms/index.js'
import { shelterEndings, shelterKinds } from './code-lists-safety-stays.js'
import { say } from './words.js'

/**
 * A stay in a shelter. It belongs to Safety, not to Reintegration, because where it is may never
 * travel with a return plan: the section of safety holds every place that must not leak.
 */
export const shelterStayForm: Form = {
  code: 'shelter-stay',
  section: 'safety',
  title: say('Những lần tạm lánh', 'Stays in shelter', 'Séjours en hébergement protégé'),
  one: say('Một lần tạm lánh', 'A stay in shelter', 'Un séjour en hébergement protégé'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: shelterKinds,
          required: 'to-save',
          label: say('Loại nơi ở', 'Kind of place', 'Type de lieu'),
        },
        {
          code: 'place',
          kind: 'text',
          maxLength: 300,
          label: say('Tên, địa chỉ', 'Name and address', 'Nom et adresse'),
          hint: say(
            'Nếu nơi này giữ kín địa chỉ thì chỉ ghi tên gọi.',
            'If the place keeps its address secret, write only what it is called.',
            'Si l’adresse du lieu est secrète, n’écrivez que son nom.',
          ),
        },
        {
          code: 'from',
          kind: 'date',
          required: 'to-save',
          label: say('Từ ngày', 'From', 'Du'),
        },
        {
          code: 'until',
          kind: 'date',
          label: say('Đến ngày', 'Until', 'Au'),
        },
        {
          code: 'withChildren',
          kind: 'number',
          min: 0,
          max: 20,
          label: say('Số con đi cùng', 'Children who come along', 'Enfants qui accompagnent'),
        },
        {
          code: 'agreed',
          kind: 'yes-no',
          label: say(
            'Người đó tự nguyện ở và được đi khi muốn?',
            'Does the person stay of their own will, free to leave?',
            'La personne reste-t-elle de son plein gré, libre de partir ?',
          ),
        },
        {
          code: 'ending',
          kind: 'choice',
          list: shelterEndings,
          label: say('Kết thúc thế nào?', 'How did it end?', 'Comment le séjour a-t-il pris fin ?'),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
}
