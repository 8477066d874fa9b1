import type { Form } from '../../../forms/index.js'
import {
  attendances,
  compensationSources,
  compensationStates,
  hearingKinds,
  hearingProtections,
  orderKinds,
  orderStates,
} from './code-lists-legal.js'
import { say } from './words.js'

/** One interview, hearing or session at which the person is to appear. */
export const hearingForm: Form = {
  code: 'hearing',
  section: 'legal',
  title: say('Buổi làm việc, phiên toà', 'Hearings', 'Auditions et audiences'),
  one: say('Một buổi làm việc, phiên toà', 'A hearing', 'Une audition ou audience'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: hearingKinds,
          required: 'to-save',
          label: say('Loại', 'Kind', 'Type'),
        },
        {
          code: 'heldOn',
          kind: 'date',
          required: 'to-save',
          label: say('Ngày', 'Day', 'Jour'),
        },
        {
          code: 'time',
          kind: 'text',
          maxLength: 50,
          label: say('Giờ', 'Time', 'Heure'),
        },
        {
          code: 'place',
          kind: 'text',
          maxLength: 300,
          label: say('Nơi', 'Place', 'Lieu'),
        },
        {
          code: 'protections',
          kind: 'choices',
          list: hearingProtections,
          label: say('Biện pháp bảo vệ', 'Protection at the hearing', 'Mesures de protection'),
          hint: say(
            'Đề nghị trước ngày làm việc. Trẻ em chỉ nên kể một lần.',
            'Ask for it beforehand. A child should have to tell only once.',
            'Demandez-les à l’avance. Un enfant ne devrait raconter qu’une fois.',
          ),
        },
        {
          code: 'accompaniedBy',
          kind: 'text',
          maxLength: 300,
          label: say('Ai đi cùng?', 'Who comes along?', 'Qui accompagne ?'),
        },
        {
          code: 'attendance',
          kind: 'choice',
          list: attendances,
          required: 'to-complete',
          label: say('Diễn ra thế nào?', 'Did it take place?', 'A-t-elle eu lieu ?'),
        },
        {
          code: 'outcome',
          kind: 'long-text',
          maxLength: 5000,
          label: say(
            'Kết quả, cảm nhận của người đó',
            'Outcome, and how it was for the person',
            'Issue, et ressenti de la personne',
          ),
        },
      ],
    },
  ],
}

/** One protection order or measure. */
export const protectionOrderForm: Form = {
  code: 'protection-order',
  section: 'legal',
  title: say('Lệnh bảo vệ', 'Protection orders', 'Mesures de protection'),
  one: say('Một lệnh bảo vệ', 'A protection order', 'Une mesure de protection'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: orderKinds,
          required: 'to-save',
          label: say('Loại', 'Kind', 'Type'),
        },
        {
          code: 'state',
          kind: 'choice',
          list: orderStates,
          required: 'to-save',
          label: say('Tình trạng', 'State', 'État'),
        },
        {
          code: 'requestedOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày yêu cầu', 'Asked for on', 'Demandée le'),
        },
        {
          code: 'issuedBy',
          kind: 'text',
          maxLength: 300,
          label: say('Nơi ban hành, số', 'Issued by, number', 'Délivrée par, numéro'),
        },
        {
          code: 'from',
          kind: 'date',
          label: say('Hiệu lực từ', 'In force from', 'En vigueur du'),
        },
        {
          code: 'until',
          kind: 'date',
          label: say('Đến hết ngày', 'Until', 'Jusqu’au'),
        },
        {
          code: 'against',
          isAboutAnother: true,
          kind: 'text',
          maxLength: 300,
          label: say('Áp dụng với ai?', 'Against whom?', 'Contre qui ?'),
        },
        {
          code: 'conditions',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Nội dung', 'What it says', 'Contenu'),
        },
        {
          code: 'breach',
          kind: 'long-text',
          maxLength: 2000,
          when: { field: 'state', is: ['breached'] },
          label: say(
            'Vi phạm thế nào, đã báo ai?',
            'How was it broken, and who was told?',
            'Comment enfreinte, et qui a été averti ?',
          ),
        },
      ],
    },
  ],
}

/** One request for compensation (Hanoi Convention, art. 34(2)). */
export const compensationForm: Form = {
  code: 'compensation',
  section: 'legal',
  title: say('Yêu cầu bồi thường', 'Requests for compensation', 'Demandes d’indemnisation'),
  one: say('Một yêu cầu bồi thường', 'A request for compensation', 'Une demande d’indemnisation'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'source',
          kind: 'choice',
          list: compensationSources,
          required: 'to-save',
          label: say('Từ ai?', 'From whom?', 'Auprès de qui ?'),
        },
        {
          code: 'requestedOn',
          kind: 'date',
          only: 'past',
          label: say('Ngày yêu cầu', 'Asked for on', 'Demandée le'),
        },
        {
          code: 'amount',
          kind: 'number',
          min: 0,
          max: 100_000_000_000,
          label: say(
            'Số tiền yêu cầu (đồng)',
            'Amount asked for (đồng)',
            'Montant demandé (đồngs)',
          ),
        },
        {
          code: 'state',
          kind: 'choice',
          list: compensationStates,
          required: 'to-save',
          label: say('Tình trạng', 'State', 'État'),
        },
        {
          code: 'awarded',
          kind: 'number',
          min: 0,
          max: 100_000_000_000,
          when: { field: 'state', is: ['awarded', 'partly_paid', 'paid'] },
          label: say(
            'Số tiền được chấp nhận (đồng)',
            'Amount awarded (đồng)',
            'Montant accordé (đồngs)',
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
