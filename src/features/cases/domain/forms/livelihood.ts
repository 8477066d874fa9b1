import type { Form } from '../../../forms/index.js'
import {
  livelihoodKinds,
  livelihoodStates,
  trainingKinds,
  trainingStates,
} from './code-lists-reintegration.js'
import { say } from './words.js'

/** One course of training or schooling. */
export const trainingForm: Form = {
  code: 'training',
  section: 'reintegration',
  title: say('Học nghề, học tập', 'Training and schooling', 'Formation et scolarité'),
  one: say('Một khoá học', 'A course', 'Une formation'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: trainingKinds,
          plain: true,
          required: 'to-save',
          label: say('Loại', 'Kind', 'Type'),
        },
        {
          code: 'subject',
          kind: 'text',
          maxLength: 200,
          label: say('Nghề, môn học', 'Trade or subject', 'Métier ou matière'),
        },
        {
          code: 'provider',
          kind: 'text',
          maxLength: 300,
          label: say('Nơi học', 'Where', 'Lieu'),
        },
        {
          code: 'from',
          kind: 'date',
          label: say('Từ ngày', 'From', 'Du'),
        },
        {
          code: 'until',
          kind: 'date',
          label: say('Đến ngày', 'Until', 'Au'),
        },
        {
          code: 'state',
          kind: 'choice',
          list: trainingStates,
          plain: true,
          required: 'to-save',
          label: say('Tình trạng', 'State', 'État'),
        },
        {
          code: 'leftWhy',
          kind: 'text',
          maxLength: 500,
          when: { field: 'state', is: ['left'] },
          label: say(
            'Vì sao bỏ dở?',
            'Why did the person leave?',
            'Pourquoi la personne a-t-elle arrêté ?',
          ),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
}

/** One help towards an own income: cash, a job, a small business. */
export const livelihoodForm: Form = {
  code: 'livelihood',
  section: 'reintegration',
  title: say('Sinh kế, hỗ trợ tiền mặt', 'Livelihood and cash', 'Revenus et aide financière'),
  one: say('Một hỗ trợ sinh kế', 'A help towards a livelihood', 'Une aide à l’autonomie'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: livelihoodKinds,
          plain: true,
          required: 'to-save',
          label: say('Loại hỗ trợ', 'Kind of help', 'Type d’aide'),
        },
        {
          code: 'amount',
          kind: 'number',
          min: 0,
          max: 10_000_000_000,
          label: say('Số tiền (đồng)', 'Amount (đồng)', 'Montant (đồngs)'),
        },
        {
          code: 'provider',
          kind: 'text',
          maxLength: 300,
          label: say('Ai cấp?', 'Given by', 'Donnée par'),
        },
        {
          code: 'givenOn',
          kind: 'date',
          label: say('Ngày trao', 'Given on', 'Remise le'),
        },
        {
          code: 'state',
          kind: 'choice',
          list: livelihoodStates,
          plain: true,
          required: 'to-save',
          label: say('Tình trạng', 'State', 'État'),
        },
        {
          code: 'control',
          kind: 'yes-no',
          label: say(
            'Người đó tự giữ tiền?',
            'Does the person hold the money?',
            'La personne tient-elle l’argent ?',
          ),
          hint: say(
            'Nếu người khác giữ, hỏi xem có bị ép không.',
            'If somebody else does, ask whether it was their choice.',
            'Si c’est quelqu’un d’autre, demandez si elle l’a choisi.',
          ),
        },
        {
          code: 'notes',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Ghi chú', 'Notes', 'Notes'),
        },
      ],
    },
  ],
}
