import type { Form } from '../../../forms/index.js'
import {
  careLevels,
  distressSigns,
  sessionKinds,
  suicidality,
  wellbeings,
} from './code-lists-psychosocial.js'
import { notesField } from './fields.js'
import { say } from './words.js'

/** How the person is, in their own view and in the worker's. No diagnosis. */
export const psychosocialForm: Form = {
  code: 'psychosocial',
  section: 'psychosocial',
  title: say('Tâm lý xã hội', 'Psychosocial wellbeing', 'Bien-être psychosocial'),
  intro: say(
    'Không chẩn đoán ở đây. Giám sát viên chỉ đọc phần này khi nêu lý do; công an không thấy.',
    'No diagnosis here. Supervisors read this part only with a reason; police never see it.',
    'Pas de diagnostic ici. Les superviseurs ne lisent cette partie qu’avec un motif ; la police ne la voit pas.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'wellbeing',
          kind: 'choice',
          list: wellbeings,
          required: 'to-complete',
          label: say(
            'Người đó thấy mình thế nào?',
            'How does the person feel?',
            'Comment la personne se sent-elle ?',
          ),
        },
        {
          code: 'signs',
          kind: 'choices',
          list: distressSigns,
          label: say('Dấu hiệu căng thẳng', 'Signs of distress', 'Signes de détresse'),
        },
        {
          code: 'suicidality',
          kind: 'choice',
          list: suicidality,
          required: 'to-complete',
          label: say('Ý nghĩ tự sát', 'Thoughts of suicide', 'Pensées suicidaires'),
          hint: say(
            'Hỏi thẳng và nhẹ nhàng không làm nguy cơ tăng lên. Nếu có: đánh giá lại nguy cơ ngay.',
            'To ask openly and gently does not add to the danger. If so, assess the risk again at once.',
            'Demander franchement et doucement n’augmente pas le danger. Si oui, réévaluez le risque tout de suite.',
          ),
        },
        {
          code: 'supports',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Ai và điều gì giúp người đó?',
            'Who and what helps?',
            'Qui et quoi aide la personne ?',
          ),
        },
        {
          code: 'strengths',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Điểm mạnh, cách tự xoay xở',
            'Strengths and ways of coping',
            'Forces et façons de faire face',
          ),
        },
        {
          code: 'wishes',
          kind: 'long-text',
          maxLength: 2000,
          label: say(
            'Người đó mong gì?',
            'What does the person wish for?',
            'Que souhaite la personne ?',
          ),
        },
        {
          code: 'careLevel',
          kind: 'choice',
          list: careLevels,
          plain: true,
          label: say('Mức hỗ trợ cần', 'Level of support needed', 'Niveau de soutien nécessaire'),
        },
        notesField,
      ],
    },
  ],
}

/** One talk. What was said in confidence stays short here. */
export const counsellingSessionForm: Form = {
  code: 'counselling-session',
  section: 'psychosocial',
  title: say('Các buổi tham vấn', 'Sessions', 'Séances'),
  one: say('Một buổi tham vấn', 'A session', 'Une séance'),
  intro: say(
    'Ghi ngắn: chủ đề, điều đã thống nhất. Lời kể chi tiết không cần lưu.',
    'Keep it short: topics and what was agreed. The details need not be kept.',
    'Restez bref : sujets et points convenus. Les détails n’ont pas à être gardés.',
  ),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'heldOn',
          kind: 'date',
          only: 'past',
          required: 'to-save',
          label: say('Ngày', 'Day', 'Jour'),
        },
        {
          code: 'kind',
          kind: 'choice',
          list: sessionKinds,
          required: 'to-save',
          label: say('Hình thức', 'Kind', 'Forme'),
        },
        {
          code: 'minutes',
          kind: 'number',
          min: 1,
          max: 600,
          label: say('Số phút', 'Minutes', 'Minutes'),
        },
        {
          code: 'counsellor',
          kind: 'text',
          maxLength: 200,
          label: say('Người tham vấn', 'Counsellor', 'Intervenant'),
        },
        {
          code: 'wellbeing',
          kind: 'choice',
          list: wellbeings,
          label: say(
            'Hôm nay người đó thấy thế nào?',
            'How did the person feel that day?',
            'Comment se sentait la personne ce jour-là ?',
          ),
        },
        {
          code: 'suicidality',
          kind: 'choice',
          list: suicidality,
          label: say('Ý nghĩ tự sát', 'Thoughts of suicide', 'Pensées suicidaires'),
        },
        {
          code: 'summary',
          kind: 'long-text',
          maxLength: 10_000,
          label: say('Tóm tắt', 'Summary', 'Résumé'),
        },
        {
          code: 'agreed',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Điều đã thống nhất', 'What was agreed', 'Ce qui a été convenu'),
        },
        {
          code: 'nextOn',
          kind: 'date',
          label: say('Buổi tiếp theo', 'Next session', 'Prochaine séance'),
        },
      ],
    },
  ],
}
