import type { Form } from '../../../forms/index.js'
import {
  disabilitySupports,
  healthNeeds,
  injuryKinds,
  pregnancies,
  treatmentKinds,
  treatmentTimes,
} from './code-lists-health.js'
import { notesField } from './fields.js'
import { say } from './words.js'

/** What a caseworker has to know of the person's health; no medical record. */
export const healthForm: Form = {
  code: 'health',
  section: 'health',
  title: say('Sức khoẻ', 'Health', 'Santé'),
  intro: say(
    'Chỉ điều cần để đưa người đó đến đúng nơi. Đây không phải bệnh án; bác sĩ hỏi phần còn lại.',
    'Only what is needed to get the person to the right place. This is no medical record; doctors ask the rest.',
    'Seulement ce qu’il faut pour orienter la personne. Ce n’est pas un dossier médical ; les médecins demandent le reste.',
  ),
  many: false,
  version: 1,
  groups: [
    {
      title: say('Cần gì', 'Needs', 'Besoins'),
      fields: [
        {
          code: 'needs',
          kind: 'choices',
          list: healthNeeds,
          label: say(
            'Cần chăm sóc gì?',
            'Which care is needed?',
            'De quels soins la personne a-t-elle besoin ?',
          ),
        },
        {
          code: 'injured',
          kind: 'yes-no',
          label: say('Có bị thương không?', 'Any injuries?', 'Des blessures ?'),
        },
        {
          code: 'injuries',
          kind: 'choices',
          list: injuryKinds,
          when: { field: 'injured', is: ['yes'] },
          label: say('Thương tích', 'Injuries', 'Blessures'),
        },
        {
          code: 'injuryDetails',
          kind: 'long-text',
          maxLength: 2000,
          when: { field: 'injured', is: ['yes'] },
          label: say('Mô tả thương tích', 'Injuries in words', 'Blessures en clair'),
        },
        {
          code: 'pregnancy',
          kind: 'choice',
          list: pregnancies,
          label: say('Có thai không?', 'Pregnant?', 'Enceinte ?'),
        },
        {
          code: 'dueOn',
          kind: 'date',
          when: { field: 'pregnancy', is: ['yes'] },
          label: say('Ngày dự sinh', 'Due date', 'Date prévue de l’accouchement'),
        },
        {
          code: 'pregnancyWishes',
          kind: 'long-text',
          maxLength: 2000,
          when: { field: 'pregnancy', is: ['possible', 'yes'] },
          label: say(
            'Người đó mong muốn gì?',
            'What does the person wish?',
            'Que souhaite la personne ?',
          ),
        },
      ],
    },
    {
      title: say('Bệnh và thuốc', 'Illness and medication', 'Maladies et médicaments'),
      fields: [
        {
          code: 'conditions',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Bệnh đang có', 'Illnesses', 'Maladies'),
        },
        {
          code: 'medication',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Thuốc đang dùng', 'Medication taken', 'Médicaments pris'),
          hint: say(
            'Người tạm lánh thường bỏ quên thuốc ở nhà.',
            'People who flee often leave their medication behind.',
            'En fuyant, on laisse souvent ses médicaments.',
          ),
        },
        {
          code: 'allergies',
          kind: 'text',
          maxLength: 500,
          label: say('Dị ứng', 'Allergies', 'Allergies'),
        },
        {
          code: 'insured',
          kind: 'yes-no',
          label: say('Có bảo hiểm y tế không?', 'Health insurance?', 'Assurance maladie ?'),
        },
      ],
    },
    {
      title: say('Hỗ trợ người khuyết tật', 'Disability support', 'Soutien au handicap'),
      fields: [
        {
          code: 'disabilitySupport',
          kind: 'choices',
          list: disabilitySupports,
          label: say(
            'Điều gì giúp người đó tham gia được?',
            'What helps the person to take part?',
            'Qu’est-ce qui aide la personne à participer ?',
          ),
        },
        {
          code: 'disabilityDetails',
          kind: 'long-text',
          maxLength: 2000,
          label: say('Cụ thể', 'In words', 'En clair'),
        },
        notesField,
      ],
    },
  ],
}

/** One treatment or examination, given or refused. */
export const treatmentForm: Form = {
  code: 'treatment',
  section: 'health',
  title: say('Khám và điều trị', 'Treatment', 'Soins'),
  one: say('Một lần khám, điều trị', 'A treatment', 'Un soin'),
  many: true,
  version: 1,
  groups: [
    {
      fields: [
        {
          code: 'kind',
          kind: 'choice',
          list: treatmentKinds,
          required: 'to-save',
          label: say('Loại', 'Kind', 'Type'),
        },
        {
          code: 'givenOn',
          kind: 'date',
          label: say('Ngày', 'Day', 'Jour'),
          required: 'to-complete',
        },
        {
          code: 'time',
          kind: 'choice',
          list: treatmentTimes,
          label: say(
            'Bao lâu sau sự việc?',
            'How long after the incident?',
            'Combien de temps après les faits ?',
          ),
          hint: say(
            'Phòng HIV hiệu quả trong 72 giờ, tránh thai khẩn cấp trong 120 giờ.',
            'HIV prevention works within 72 hours, emergency contraception within 120.',
            'La prévention du VIH agit sous 72 heures, la contraception d’urgence sous 120.',
          ),
        },
        {
          code: 'provider',
          kind: 'text',
          maxLength: 300,
          label: say('Nơi khám, điều trị', 'Given by', 'Donné par'),
        },
        {
          code: 'agreed',
          kind: 'yes-no',
          label: say('Người đó đồng ý?', 'Did the person agree?', 'La personne a-t-elle accepté ?'),
        },
        {
          code: 'declinedWhy',
          kind: 'text',
          maxLength: 500,
          when: { field: 'agreed', is: ['no'] },
          label: say('Vì sao từ chối?', 'Why not?', 'Pourquoi non ?'),
        },
        {
          code: 'result',
          kind: 'long-text',
          maxLength: 5000,
          label: say('Kết quả cần biết', 'What has to be known', 'Ce qu’il faut savoir'),
        },
        {
          code: 'followUpOn',
          kind: 'date',
          label: say('Tái khám ngày', 'Follow-up on', 'Suivi le'),
        },
      ],
    },
  ],
}
