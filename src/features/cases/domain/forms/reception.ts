import type { Form } from '../../../forms/index.js'
import {
  conditions,
  documentKinds,
  documentStates,
  handedOverBy,
  receptionNeeds,
} from './code-lists-reintegration.js'
import { countries } from './code-lists-origin.js'
import { say } from './words.js'

/** The day the person came back and was received. */
export const receptionForm: Form = {
  code: 'reception',
  section: 'reintegration',
  title: say('Tiếp nhận khi trở về', 'Reception on return', 'Accueil au retour'),
  one: say('Một lần tiếp nhận', 'A reception', 'Un accueil'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'receivedOn',
          kind: 'date',
          only: 'past',
          required: 'to-save',
          label: say('Ngày tiếp nhận', 'Received on', 'Accueillie le'),
        },
        {
          code: 'country',
          kind: 'choice',
          list: countries,
          plain: true,
          label: say('Từ nước nào về?', 'Back from which country?', 'De retour de quel pays ?'),
        },
        {
          code: 'borderGate',
          kind: 'text',
          maxLength: 200,
          label: say(
            'Cửa khẩu, sân bay, nơi tiếp nhận',
            'Border gate, airport or place',
            'Poste-frontière, aéroport ou lieu',
          ),
        },
        {
          code: 'handedOverBy',
          kind: 'choice',
          list: handedOverBy,
          plain: true,
          label: say('Ai bàn giao?', 'Handed over by', 'Remise par'),
        },
        {
          code: 'group',
          kind: 'text',
          maxLength: 200,
          label: say('Đoàn, nhóm', 'Group', 'Groupe'),
        },
        {
          code: 'groupSize',
          kind: 'number',
          min: 1,
          max: 5000,
          label: say('Số người trong đoàn', 'People in the group', 'Personnes dans le groupe'),
        },
        {
          code: 'condition',
          kind: 'choices',
          list: conditions,
          label: say('Tình trạng lúc đến', 'Condition on arrival', 'État à l’arrivée'),
        },
        {
          code: 'needs',
          kind: 'choices',
          list: receptionNeeds,
          label: say('Cần ngay', 'Needed at once', 'Besoins immédiats'),
        },
        {
          code: 'travelWith',
          kind: 'text',
          maxLength: 500,
          label: say('Đi cùng ai?', 'Who came along?', 'Qui l’accompagnait ?'),
          hint: say(
            'Trong đoàn có thể có người canh giữ hoặc kẻ tuyển mộ.',
            'A guard or recruiter may be among the group.',
            'Un gardien ou un recruteur peut se trouver dans le groupe.',
          ),
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

/** One paper the person has to get or get back. */
export const documentRequestForm: Form = {
  code: 'document-request',
  section: 'reintegration',
  title: say('Làm giấy tờ', 'Papers to get', 'Papiers à obtenir'),
  one: say('Một giấy tờ', 'A paper', 'Un papier'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: documentKinds,
          required: 'to-save',
          label: say('Giấy tờ', 'Paper', 'Papier'),
        },
        {
          code: 'state',
          kind: 'choice',
          list: documentStates,
          required: 'to-save',
          label: say('Tình trạng', 'State', 'État'),
        },
        {
          code: 'authority',
          kind: 'text',
          maxLength: 300,
          label: say('Cơ quan cấp', 'Authority', 'Autorité'),
        },
        {
          code: 'requestedOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày nộp', 'Asked for on', 'Demandé le'),
        },
        {
          code: 'receivedOn',
          kind: 'date',
          only: 'past',
          when: { field: 'state', is: ['received'] },
          label: say('Ngày nhận', 'Received on', 'Reçu le'),
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
